import Fakes
import Saywell
import Testing

@testable import AppModel

/// Two people with one phone, on the real engine and course; the process dies between every two steps.
@MainActor @Suite struct TogetherModelTests {
    private let phone = TestPhone()
    private let route = Route.scenario(.together(id: "pair"))

    private func open(_ shell: Shell, opensFor: Duration = .seconds(20)) async -> TogetherModel {
        let model = TogetherModel(shell, id: "pair", opensFor: opensFor)
        await model.asked.open()
        return model
    }

    private func shell(at stage: Stage) async throws -> Shell {
        try await phone.together("pair", at: stage)
        let shell = await phone.opened()
        shell.stack.push(route)
        return shell
    }

    @Test func fromTheSituationToTheEndThroughDeaths() async throws {
        var shell = try await shell(at: .situation)
        var model = await open(shell)
        for stage in [Stage.situation, .firstCard, .secondCard, .talk, .firstMarks, .secondMarks, .debrief] {
            #expect(model.view?.stage == stage)
            shell = await phone.reborn(shell)
            model = await open(shell)
            #expect(model.view?.stage == stage)
            if stage == .firstMarks || stage == .secondMarks { await model.mark() } else { await model.next() }
        }
        #expect(model.view?.stage == .over)
        model.back()
        #expect(shell.stack.path == [])
        #expect(try await shell.pair() == nil)
    }

    @Test func aCardIsOpenAsLongAsItIsHeld() async throws {
        let model = await open(try await shell(at: .firstCard))
        let sealed = try #require(model.sealed)
        #expect(!sealed.isOpen)
        #expect(!model.isRead)
        sealed.hold(true)
        #expect(sealed.isOpen)
        sealed.hold(false)
        #expect(!sealed.isOpen)
        #expect(model.isRead)
        await model.next()
        #expect(model.view?.stage == .secondCard)
        #expect(!model.isRead)
        #expect(model.sealed?.card.role.name != sealed.card.role.name)
    }

    @Test func aTapOpensItForAWhile() async throws {
        let model = await open(try await shell(at: .firstCard), opensFor: .milliseconds(300))
        let sealed = try #require(model.sealed)
        sealed.tap()
        #expect(sealed.isOpen)
        sealed.hold(false)
        #expect(sealed.isOpen)
        for _ in 0..<100 where sealed.isOpen { try await Task.sleep(for: .milliseconds(50)) }
        #expect(!sealed.isOpen)
        sealed.tap()
        sealed.tap()
        #expect(!sealed.isOpen)
    }

    @Test func anOpenCardNeverComesBack() async throws {
        var shell = try await shell(at: .firstCard)
        var model = await open(shell)
        model.sealed?.tap()
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.sealed?.isOpen == false)
        model.sealed?.tap()
        model.back()
        #expect(model.sealed?.isOpen == false)
        #expect(!model.isStopping)
        let sealed = model.sealed
        sealed?.tap()
        await model.away()
        #expect(sealed?.isOpen == false)
    }

    @Test func whatOneTicksTheOtherDoesNotSee() async throws {
        var shell = try await shell(at: .firstMarks)
        var model = await open(shell)
        let heard = try #require(model.view?.toMark)
        model.tick(heard[0].technique)
        model.tick(heard[1].technique)
        model.tick(heard[0].technique)
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.ticked == [heard[1].technique])
        await model.mark()
        #expect(model.ticked == [])
        await model.mark()
        #expect(model.view?.firstHeard.map(\.technique) == [heard[1].technique])
        #expect(model.view?.secondHeard == [])
        await model.swapSides()
        #expect(model.view?.round == 2)
        #expect(model.view?.stage == .firstCard)
    }

    @Test func theTimeRunsOnPastTheEndAndIsKept() async throws {
        var shell = try await shell(at: .talk)
        var model = await open(shell)
        phone.time.pass(seconds: 61)
        let counting = Task { [model] in await model.count() }
        while try await shell.pair()?.elapsedMs == 0 { await Task.yield() }
        counting.cancel()
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.clock?.elapsedMs == 61_000)
        await model.toggleClock()
        phone.time.pass(seconds: 30)
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.clock?.isRunning == false)
        #expect(model.clock?.elapsedMs == 61_000)
        await model.toggleClock()
        phone.time.pass(seconds: 420)
        await model.next()
        #expect(model.view?.stage == .firstMarks)
        #expect(try await shell.pair()?.elapsedMs == 481_000)
    }

    @Test func theTimeIsStoredBeforeTheVaultIsLocked() async throws {
        try await phone.together("pair", at: .talk)
        try await phone.setPin("135792")
        let shell = phone.shell()
        await shell.came()
        await shell.unlock(pin: .init("135792".utf8))
        shell.stack.push(route)
        let model = await open(shell)
        phone.time.pass(seconds: 40)
        await shell.went()
        await model.away()
        await shell.came()
        await shell.unlock(pin: .init("135792".utf8))
        #expect(try await shell.pair()?.elapsedMs == 40_000)
    }

    @Test func theyCanStopForNowOrEndIt() async throws {
        var shell = try await shell(at: .secondCard)
        var model = await open(shell)
        model.back()
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.isStopping)
        model.back()
        #expect(!model.isStopping)
        model.back()
        await model.stopForNow()
        #expect(shell.stack.path == [])
        #expect(try await shell.pair()?.stage == .secondCard)
        shell.stack.push(route)
        model = await open(shell)
        await model.endHere()
        #expect(model.view?.stage == .over)
        shell = await phone.reborn(shell)
        _ = await open(shell)
        #expect(shell.stack.path == [])
    }
}
