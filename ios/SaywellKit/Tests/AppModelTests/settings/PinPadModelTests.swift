import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// What the pad asks for, and what is left of it. On the real engine.
@MainActor @Suite struct PinPadModelTests {
    private let phone = TestPhone()

    private func type(_ pin: String, _ model: PinPadModel) async {
        for digit in pin.utf8 { await model.entry.type(digit - UInt8(ascii: "0")) }
    }

    @Test func aPadThatIsBuiltAnewBeginsAtTheFirst() async {
        let shell = await phone.opened()
        shell.stack.push(.settings(.pinPad(.set)))
        await type("258014", PinPadModel(shell, .set))
        let next = await phone.reborn(shell)
        let model = PinPadModel(next, .set)
        #expect(model.step == .new)
        await type("258014", model)
        #expect(model.step == .again)
        await type("258014", model)
        #expect(next.stack.path == [.settings(.pinEnd(.set, done: true))])
        #expect(await phone.reborn(next).door == .asks(until: phone.time.uptimeMs(), tried: false))
    }

    @Test func wrongTriesWaitHereToo() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        let model = PinPadModel(shell, .freshKey)
        for _ in 0..<5 { await type("111111", model) }
        #expect(model.entry.waitSeconds == 30)
        #expect(model.step == .now)
        #expect(shell.door == .open(hasPin: true))
    }

    @Test func aPinStaysWhereAnotherSpaceOpensWithoutOne() async throws {
        try await phone.setPin("258014")
        let (ours, theirs) = (Data("258014".utf8), Data("937261".utf8))
        let shell = await phone.opened()
        await shell.unlock(pin: ours)
        try await shell.prove(pin: ours) { saywell, now in try saywell.vault().addSpace(now: now, pin: theirs) }
        try await shell.prove(pin: ours) { saywell, now in try saywell.vault().removePin(now: now) }
        await shell.vault.lock()
        let other = phone.shell()
        await other.unlock(pin: theirs)
        other.stack.push(.settings(.pinPad(.remove)))
        await type("937261", PinPadModel(other, .remove))
        #expect(other.stack.path == [.settings(.pinEnd(.remove, done: false))])
    }

    @Test func theFirstPagesAreSeenOnce() async {
        phone.look.keep(isWelcomed: false)
        var shell = await phone.opened()
        let model = WelcomeModel(shell)
        model.next()
        model.next()
        model.openReminder()
        let reminder = shell.stack.path
        shell = await phone.reborn(shell)
        let again = WelcomeModel(shell)
        #expect(again.isLast)
        shell.stack.pop()
        again.openReminder()
        #expect(shell.stack.path == reminder)
        again.goIn()
        #expect(await phone.reborn(shell).isWelcomed)
    }
}
