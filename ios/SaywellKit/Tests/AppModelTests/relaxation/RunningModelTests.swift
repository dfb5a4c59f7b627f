import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// A session on the real engine and course; the phone's clock is moved, its sound is heard by what is asked of it.
@MainActor @Suite struct RunningModelTests {
    private let phone = TestPhone()
    private let chosen = ChosenRelaxation(id: "s", script: slowBreath, length: .ten, before: 6)

    init() { phone.sound.isAllowed = true }

    private func shell(_ chosen: ChosenRelaxation? = nil) async -> Shell {
        let shell = await phone.opened()
        shell.stack.go(.relax)
        shell.stack.push(.relaxation(.running(chosen ?? self.chosen)))
        return shell
    }

    private func open(_ shell: Shell, _ chosen: ChosenRelaxation? = nil) async -> RunningModel {
        let model = RunningModel(shell, chosen ?? self.chosen)
        await model.asked.open()
        await rest(model)
        return model
    }

    /// Until what was told and rendered is done.
    private func rest(_ model: RunningModel) async {
        await model.rendering?.value
        await model.last?.value
    }

    private func pass(_ seconds: UInt64, _ model: RunningModel) async {
        for _ in 0..<seconds {
            phone.time.pass(seconds: 1)
            await model.tick()
        }
        await rest(model)
    }

    @Test func runsToItsEnd() async throws {
        let shell = await shell()
        let model = await open(shell)
        #expect(model.standing == .runs)
        #expect(shell.goesOn)
        await pass(90, model)
        #expect(model.leftMs == 510_000)
        #expect(model.line?.act == "Breathe in.")
        #expect(phone.sound.isPlaying)
        await pass(100, model)
        let told = try #require(try await phone.session(shell))
        #expect(told.before == 6)
        #expect((170_000...191_000).contains(told.elapsedMs))
        await pass(410, model)
        #expect(shell.stack.path.last == .relaxation(.after(chosen, elapsedMs: 600_000)))
        #expect(!phone.sound.isPlaying)
        #expect(phone.sound.loaded == nil)
        #expect(!shell.goesOn)
        #expect(try await phone.session(shell)?.outcome == .running)
    }

    /// Time stands still in a pause; the sound too.
    @Test func pausesAndGoesOn() async throws {
        let shell = await shell()
        let model = await open(shell)
        await pass(60, model)
        model.pause()
        await rest(model)
        #expect(try await phone.session(shell)?.paused != nil)
        #expect(!phone.sound.isPlaying)
        #expect(!shell.goesOn)
        await pass(300, model)
        #expect(model.leftMs == 540_000)
        model.goOn()
        await rest(model)
        #expect(try await phone.session(shell)?.paused == nil)
        #expect(phone.sound.fromMs == 60_000)
        await pass(10, model)
        #expect(model.leftMs == 530_000)
    }

    @Test func backPausesAndAgainEnds() async throws {
        let shell = await shell()
        let model = await open(shell)
        await pass(60, model)
        await model.back()
        #expect(model.standing == .paused)
        await model.back()
        #expect(shell.stack.path.last == .relaxation(.after(chosen, elapsedMs: 60_000)))
    }

    @Test func afterADeathItWaitsToBeGoneOnWith() async throws {
        var shell = await shell()
        var model = await open(shell)
        await pass(220, model)
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.standing == .cutShort)
        #expect((200_000...220_000).contains(model.elapsedMs))
        let left = model.leftMs
        model.goOn()
        await pass(10, model)
        #expect(model.leftMs == left - 10_000)
        #expect(try await phone.session(shell)?.id == "s")
    }

    @Test func groundingWaitsThroughADeathAndCountsLeaving() async throws {
        var shell = await shell()
        var model = await open(shell)
        await pass(30, model)
        model.ground()
        await rest(model)
        #expect(try await phone.session(shell)?.paused != nil)
        shell = await phone.reborn(shell)
        model = await open(shell)
        #expect(model.standing == .grounded)
        model.goOn()
        await rest(model)
        #expect(model.standing == .runs)
        model.ground()
        await model.leave()
        #expect(try await phone.session(shell)?.outcome == .left)
        #expect(shell.stack.path.last == .relaxation(.after(chosen, elapsedMs: 30_000)))
    }

    @Test func veryTenseTwiceOpensADoorOnce() async throws {
        try await phone.practise("p", daysAgo: 1, minutes: 10, before: 9, after: 9)
        let tense = ChosenRelaxation(id: "s", script: slowBreath, length: .ten, before: 10)
        let shell = await shell(tense)
        let model = await open(shell, tense)
        guard case .veryTense(let card, let title) = model.standing else { throw NotAllowed() }
        #expect(card.hasPrefix("help/"))
        #expect(!title.isEmpty)
        #expect(!shell.goesOn)
        model.goOn()
        await pass(10, model)
        #expect(model.leftMs == 590_000)
    }

    @Test func withoutSoundItGoesOnAllTheSame() async throws {
        phone.sound.isAllowed = false
        let shell = await shell()
        let model = await open(shell)
        await pass(10, model)
        #expect(model.standing == .runs)
        #expect(!phone.sound.isPlaying)
        #expect(!FileManager.default.fileExists(atPath: phone.sound.file.path))
    }

    /// The rendered file is taken in whole, and gone before the first tone; pulled earphones stop it.
    @Test func theSoundLeavesNothingAndIsForTheEarOnly() async throws {
        let shell = await shell()
        let model = await open(shell)
        #expect(phone.sound.isPlaying)
        // Ten minutes of one channel, 16 000 times a second, two bytes each; and a header.
        #expect((phone.sound.loaded ?? 0) > 600 * 16_000 * 2)
        #expect(!FileManager.default.fileExists(atPath: phone.sound.file.path))
        phone.sound.onTakenAway?()
        #expect(model.standing == .paused)
        #expect(!phone.sound.isPlaying)
    }

    /// The screen goes off: it goes on, and coming back shows where the clock is.
    @Test func goesOnOutOfSight() async throws {
        let shell = await shell()
        let model = await open(shell)
        await shell.went()
        await pass(250, model)
        #expect(phone.sound.isPlaying)
        await shell.came()
        #expect(model.standing == .runs)
        #expect(model.leftMs == 350_000)
    }

    /// With a PIN it is locked when the person comes back, and the engine knows how far it was.
    @Test func locksWhenThePersonComesBack() async throws {
        try await phone.setPin("123456")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("123456".utf8))
        shell.stack.push(.relaxation(.running(chosen)))
        let model = await open(shell)
        await shell.went()
        await pass(250, model)
        #expect(model.standing == .runs)
        await shell.came()
        #expect(!shell.door.isPassed)
        model.disappear()
        await shell.unlock(pin: Data("123456".utf8))
        let again = await open(shell)
        #expect(again.standing == .cutShort)
        #expect(again.elapsedMs == 250_000)
    }

    /// What ends a session with the screen off.
    enum Over: CaseIterable { case aCall, itsEnd }

    /// With a PIN it is locked at once, and the engine has what it was told before.
    @Test(arguments: Over.allCases) func locksWhenItIsOverOutOfSight(_ over: Over) async throws {
        try await phone.setPin("123456")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("123456".utf8))
        shell.stack.push(.relaxation(.running(chosen)))
        let model = await open(shell)
        await shell.went()
        await pass(250, model)
        #expect(shell.door.isPassed)
        if over == .aCall { phone.sound.onTakenAway?() } else { await pass(350, model) }
        for _ in 0..<600 where shell.door.isPassed { try? await Task.sleep(for: .milliseconds(50)) }
        #expect(!shell.door.isPassed && shell.isCovered)
        await shell.came()
        #expect(!shell.door.isPassed)
        await shell.unlock(pin: Data("123456".utf8))
        let session = try #require(try await phone.session(shell))
        #expect(session.elapsedMs == (over == .aCall ? 250_000 : 600_000))
        #expect((session.paused != nil) == (over == .aCall))
        #expect(shell.stack.path.last == .relaxation(over == .aCall ? .running(chosen) : .after(chosen, elapsedMs: 600_000)))
    }

    @Test func theDiscFollowsTheBreath() async throws {
        let shell = await shell()
        let model = await open(shell)
        var shares: Set<Double> = []
        for _ in 0..<120 {
            phone.time.pass(seconds: 1)
            let disc = model.disc
            #expect((0...1).contains(disc.share))
            if let seconds = disc.seconds { #expect((1...10).contains(seconds)) }
            shares.insert(disc.share)
        }
        #expect(shares.contains(0))
        #expect(shares.count > 4)
    }
}
