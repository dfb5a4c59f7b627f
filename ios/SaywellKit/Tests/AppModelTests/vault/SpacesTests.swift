import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Several people with one phone, each with a space that their PIN opens: who opens theirs finds nothing of the person before.
@MainActor @Suite struct SpacesTests {
    private let phone = TestPhone()
    private let ours = Data("258014".utf8)
    private let theirs = Data("937261".utf8)
    private let unit = Route.lesson(.unit(id: "lesson/start-here"))

    init() async throws {
        try await phone.setPin("258014")
        try await phone.addSpace("937261", by: "258014")
    }

    /// What lies between one person and the next.
    enum Between: CaseIterable { case lock, death }

    private func opened() async -> Shell {
        let shell = await phone.opened()
        await shell.unlock(pin: ours)
        return shell
    }

    private func locked(_ shell: Shell, _ between: Between) async -> Shell {
        guard between == .lock else { return await phone.reborn(shell) }
        await shell.went()
        await shell.came()
        return shell
    }

    /// At Home, with nothing kept, in the space of this stack.
    private func anew(_ stack: Stack) -> Stack {
        var anew = Stack()
        anew.owner = stack.owner
        return anew
    }

    @Test(arguments: Between.allCases) func whoOpensAnotherSpaceBeginsAnew(_ between: Between) async throws {
        var shell = await opened()
        shell.stack.push(.review)
        shell.stack.go(.learn)
        shell.stack.push(unit)
        shell.stack[kept: unit, "step"] = "2"
        shell.stack[kept: .relax, "script"] = slowBreath
        let first = shell.stack
        shell = await locked(shell, between)
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        await shell.unlock(pin: Data("111111".utf8))
        #expect(shell.stack == (between == .lock ? first : Stack()))
        await shell.unlock(pin: theirs)
        #expect(shell.door == .open(hasPin: true))
        #expect(shell.stack == anew(shell.stack) && shell.stack.owner != first.owner)

        shell.stack.push(unit)
        let second = shell.stack
        shell = await locked(shell, between)
        await shell.unlock(pin: theirs)
        #expect(shell.stack == (between == .lock ? second : anew(second)))
        shell = await locked(shell, between)
        await shell.unlock(pin: ours)
        #expect(shell.stack == anew(first))
    }

    /// Where nobody can get in, anybody can go on without what is kept.
    @Test func whoGoesOnWithoutItFindsNoPage() async throws {
        let shell = await opened()
        shell.stack.push(unit)
        shell.stack[kept: unit, "step"] = "2"
        await shell.went()
        phone.secret.lose()
        await shell.came()
        #expect(shell.stack.path == [unit])
        await shell.goWithout()
        #expect(shell.door == .without && shell.stack == anew(shell.stack))
    }

    /// After the death of the process it is not there: what the system writes down anybody could read.
    @Test(arguments: Between.allCases) func theSamePinFindsThePage(_ between: Between) async throws {
        var shell = await opened()
        shell.stack.push(unit)
        shell.stack[kept: unit, "step"] = "2"
        let before = shell.stack
        shell = await locked(shell, between)
        await shell.unlock(pin: ours)
        #expect(shell.stack == (between == .lock ? before : anew(before)) && before.owner != nil)
    }

    @Test(arguments: Between.allCases) func afreshKeyOpensTheSamePages(_ between: Between) async throws {
        var shell = await opened()
        shell.stack.push(unit)
        let before = shell.stack
        try await shell.prove(pin: ours) { saywell, now in try saywell.vault().rekey(now: now) }
        #expect(shell.stack.path == [unit] && shell.stack.owner != before.owner)
        shell = await locked(shell, between)
        await shell.unlock(pin: ours)
        #expect(shell.stack.path == (between == .lock ? [unit] : []))
    }

    /// After the first pages, and after the quick exit.
    @Test func pagesThatBeginAnewAreOfTheSamePerson() async throws {
        let shell = await opened()
        WelcomeModel(shell).goIn()
        shell.stack.push(unit)
        await shell.went()
        await shell.unlock(pin: theirs)
        #expect(shell.stack == anew(shell.stack))
        shell.exit()
        shell.stack.push(unit)
        await shell.went()
        await shell.unlock(pin: ours)
        #expect(shell.stack == anew(shell.stack))
    }
}
