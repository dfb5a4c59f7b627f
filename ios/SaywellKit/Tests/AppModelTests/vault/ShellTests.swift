import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// The door: which of its cases it is, and what opens it. On the real engine.
@MainActor @Suite struct ShellTests {
    private let phone = TestPhone()

    @Test func aNewPhoneOpensAndMakesOneSecret() async throws {
        let shell = await phone.opened()
        #expect(shell.door == .open(hasPin: false))
        #expect(phone.secret.count == 1)
        let next = await phone.reborn(shell)
        #expect(next.door == .open(hasPin: false))
        #expect(phone.secret.count == 1)
    }

    @Test func aLostKeyIsItsOwnCaseAndNoSecretIsMade() async throws {
        await phone.opened().vault.lock()
        phone.secret.lose()
        let shell = await phone.opened()
        #expect(shell.door == .stuck(.KeyLost))
        #expect(phone.secret.count == 1)
    }

    @Test func aKeychainThatCannotBeReadMakesNoSecret() async throws {
        await phone.opened().vault.lock()
        phone.secret.isBroken = true
        let shell = await phone.opened()
        guard case .stuck(.Unexpected) = shell.door else { throw NotAllowed() }
        #expect(phone.secret.count == 1)
        phone.secret.isBroken = false
        await shell.tryAgain()
        #expect(shell.door == .open(hasPin: false))
    }

    @Test func adamagedFileIsStuckAndTheLessonsStayOpen() async throws {
        await phone.opened().vault.lock()
        try Data(repeating: 7, count: 8_192).write(to: phone.folder.appendingPathComponent("vault.db"))
        let shell = await phone.opened()
        #expect(shell.door == .stuck(.Damaged))
        await shell.goWithout()
        #expect(shell.door == .without)
        let outline = try await shell.ask { saywell, _ in try saywell.lesson().outline() }
        #expect(!outline.chapters.isEmpty)
        #expect(try await shell.ask { saywell, _ in try saywell.vault().keeps() } == false)
    }

    @Test func aVaultThatIsShutGivesNoAnswer() async throws {
        let shell = phone.shell()
        await #expect(throws: VaultIsShut.self) { try await shell.ask { saywell, _ in try saywell.lesson().outline() } }
    }

    @Test func sixDigitsOpenIt() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        let lock = PinEntry(lock: shell)
        for digit: UInt8 in [2, 5, 8, 0, 1] { await lock.type(digit) }
        #expect(lock.typed == 5)
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        await lock.type(4)
        #expect(lock.typed == 0)
        #expect(shell.door == .open(hasPin: true))
    }

    @Test func wrongPinsMakeItWait() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        let lock = PinEntry(lock: shell)
        for _ in 0..<5 { for digit: UInt8 in 1...6 { await lock.type(digit) } }
        #expect(lock.didNotFit)
        #expect(lock.waitSeconds == 30)
        await lock.type(2)
        #expect(lock.typed == 0)
        #expect(lock.waitSeconds == 30)
        // It goes on while nobody looks, also for a page that is built anew.
        phone.time.pass(seconds: 20)
        #expect(PinEntry(lock: shell).waitSeconds == 10)
        phone.time.pass(seconds: 10)
        lock.look()
        #expect(lock.isReady && PinEntry(lock: shell).isReady)
        for digit: UInt8 in [2, 5, 8, 0, 1, 4] { await lock.type(digit) }
        #expect(shell.door == .open(hasPin: true))
    }

    @Test func adigitIsTakenBack() async throws {
        try await phone.setPin("258014")
        let lock = PinEntry(lock: await phone.opened())
        await lock.type(1)
        lock.delete()
        #expect(lock.typed == 0)
        lock.delete()
        await lock.type(1)
        lock.clear()
        #expect(lock.typed == 0)
    }

    @Test func outOfSightIsLockedWhereThereIsAPin() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        shell.stack.push(.review)
        shell.cover()
        #expect(shell.isCovered && shell.door.isPassed)
        await shell.went()
        #expect(!shell.door.isPassed)
        await shell.came()
        #expect(!shell.isCovered)
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        #expect(shell.stack.path == [.review])
    }

    @Test func withoutAPinItStaysOpen() async throws {
        let shell = await phone.opened()
        await shell.went()
        #expect(shell.door == .open(hasPin: false))
    }

    @Test func whatGoesOnIsLockedOnComingBack() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        shell.goesOn = true
        await shell.went()
        #expect(shell.door.isPassed)
        await shell.came()
        #expect(!shell.door.isPassed)
    }

    /// Nothing is seen before: what covers the app goes last.
    @Test func whatWentOnAndIsOverIsLockedBeforeItIsSeen() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        shell.goesOn = true
        await shell.went()
        let said = Said()
        shell.beforeLock[ObjectIdentifier(said)] = { said.wasCovered = shell.isCovered }
        shell.goesOn = false
        await shell.came()
        #expect(said.wasCovered == true && !shell.isCovered)
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
    }

    @Test func quickExitLeavesNothingBehind() async throws {
        let shell = await phone.opened()
        shell.stack.go(.learn)
        shell.stack.push(.review)
        phone.voice.say(["One"])
        shell.exit()
        #expect(shell.isQuiet)
        #expect(shell.stack.place == .home && Place.allCases.allSatisfy { shell.stack[$0] == [] })
        #expect(!phone.voice.isSpeaking)
        await shell.came()
        #expect(shell.isQuiet)
        await shell.went()
        await shell.came()
        #expect(!shell.isQuiet)
    }

    @Test func aPinThatIsSetIsKnownAtOnce() async throws {
        let shell = await phone.opened()
        try await setPin(shell)
        #expect(shell.door == .open(hasPin: true))
    }

    private func setPin(_ shell: Shell) async throws {
        let digits = Data("258014".utf8)
        try await shell.prove(pin: nil) { saywell, now in try saywell.vault().setPin(now: now, pin: digits, rehearsedMs: 250) }
    }

    /// What a person does while the phone is still busy with their PIN.
    enum Going: CaseIterable { case away, awayAndBack, exit }

    private func meanwhile(_ shell: Shell, _ going: Going) {
        phone.secret.meanwhile {
            if going == .exit { return shell.exit() }
            await shell.went()
            if going == .awayAndBack { await shell.came() }
        }
    }

    private func isShut(_ shell: Shell, _ going: Going) async throws {
        #expect(shell.door == (going == .away ? .unseen : .asks(until: phone.time.uptimeMs(), tried: false)))
        await #expect(throws: VaultIsShut.self) { try await shell.ask { saywell, _ in try saywell.lesson().outline() } }
        if going == .exit { await shell.went() }
        await shell.came()
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        await shell.unlock(pin: Data("258014".utf8))
        #expect(shell.door == .open(hasPin: true))
    }

    @Test(arguments: Going.allCases) func aPinLetsNobodyInWhoHasGone(_ going: Going) async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        meanwhile(shell, going)
        await shell.unlock(pin: Data("258014".utf8))
        try await isShut(shell, going)
    }

    @Test(arguments: Going.allCases) func aPinThatIsSetLocksForWhoHasGone(_ going: Going) async throws {
        let shell = await phone.opened()
        meanwhile(shell, going)
        try await setPin(shell)
        try await isShut(shell, going)
    }
}

private final class Said { var wasCovered: Bool? }
