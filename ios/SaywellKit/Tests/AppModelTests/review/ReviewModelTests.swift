import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Looking back on the real engine and course, some days after a unit and a quiz; the process dies between every two steps.
@MainActor @Suite struct ReviewModelTests {
    private let phone = TestPhone()

    private func open(_ shell: Shell) async -> ReviewModel {
        let model = ReviewModel(shell)
        await model.turn.open()
        return model
    }

    private func said(_ model: ReviewModel) -> QuizFeedback? {
        if case .said(let said, _) = model.turn.record { said } else { nil }
    }

    /// The item that is due first, answered.
    private func answered(_ shell: Shell) async throws -> ReviewModel {
        shell.stack.push(.review)
        let model = await open(shell)
        while case .ask(let step) = model.turn.record, let ask = step.ask {
            switch ask {
            case .technique(let technique, _, _, _, _): await model.rate(technique, recalled: true)
            case .item(_, let kind, _, let options):
                model.choose(options[0].id, of: kind)
                await model.check()
            }
        }
        _ = try #require(said(model))
        return model
    }

    /// How many are due on each day from this moment, up to the last that one can be put off to.
    private func dueDays(_ shell: Shell, from now: Moment) async throws -> [UInt16] {
        try await shell.ask { saywell, _ in
            try (0...61).map { days in
                let then = Moment(instant: now.instant + Double(days) * 86_400, offsetMinutes: now.offsetMinutes)
                return try saywell.review().reviewStep(now: then).due
            }
        }
    }

    @Test func everythingThatIsDueUntilNothingIs() async throws {
        try await phone.learnSome()
        var shell = await phone.opened()
        shell.stack.push(.review)
        var model = await open(shell)
        var kinds: Set<String> = []
        while case .ask(let step) = model.turn.record, let ask = step.ask {
            #expect(model.due == Int(step.due))
            switch ask {
            case .item(let item, let kind, _, let options):
                kinds.insert("item")
                model.choose(options[0].id, of: kind)
                shell = await phone.reborn(shell)
                model = await open(shell)
                #expect(model.pick.options == [options[0].id])
                await model.check()
                let reasons = try #require(said(model))
                #expect(reasons.item == item)
                // After a look at the sources, and after a death.
                await model.turn.open()
                #expect(said(model) == reasons)
                shell = await phone.reborn(shell)
                model = await open(shell)
                #expect(said(model) == reasons && model.due == Int(step.due))
                await model.next()
                #expect(shell.stack.reviewed == nil)
            case .technique(let technique, _, _, _, _):
                kinds.insert("technique")
                #expect(model.seen == nil)
                model.seeAnswer(of: technique)
                shell = await phone.reborn(shell)
                model = await open(shell)
                #expect(model.seen == technique)
                await model.rate(technique, recalled: true)
            }
            guard case .ask(let next) = model.turn.record else { throw NotAllowed() }
            #expect(next.due == step.due - 1)
        }
        #expect(kinds == ["item", "technique"])
        guard case .ask(let step) = model.turn.record else { throw NotAllowed() }
        #expect(step.nextDay != nil && model.turn.problem == nil)
        model.leave()
        #expect(shell.stack.path.isEmpty)
    }

    /// Somebody comes back days later: the reasons are seen again, and that is no second answer.
    @Test func theReasonsAreSeenAgainAndNothingMoves() async throws {
        try await phone.learnSome()
        let first = await phone.opened()
        let reasons = said(try await answered(first))
        let (then, days) = (phone.time.now(), try await dueDays(first, from: phone.time.now()))
        phone.time.pass(seconds: 3 * 86_400)
        let shell = await phone.reborn(first)
        let model = await open(shell)
        #expect(said(model) == reasons)
        #expect(shell.stack.reviewed == then)
        #expect(try await dueDays(shell, from: then) == days)
        await model.next()
        #expect(said(model) == nil && shell.stack.reviewed == nil)
    }

    /// A lock is a look away. After the death of the process they are not told again, and nothing moves for that.
    @Test func theReasonsComeBackBehindThePin() async throws {
        try await phone.learnSome()
        try await phone.setPin("258014")
        var shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        let reasons = said(try await answered(shell))
        let (then, days) = (phone.time.now(), try await dueDays(shell, from: phone.time.now()))
        phone.time.pass(seconds: 86_400)
        for _ in 1...2 {
            await shell.went()
            await shell.unlock(pin: Data("258014".utf8))
            #expect(said(await open(shell)) == reasons)
            #expect(try await dueDays(shell, from: then) == days)
        }
        shell = await phone.reborn(shell)
        await shell.unlock(pin: Data("258014".utf8))
        #expect(said(await open(shell)) == nil)
        #expect(try await dueDays(shell, from: then) == days)
    }

    /// In another person's space the same is due: it is not answered there.
    @Test(arguments: [false, true]) func nothingIsAnsweredInAnotherSpace(_ dies: Bool) async throws {
        try await phone.learnSome()
        try await phone.setPin("258014")
        try await phone.addSpace("937261", by: "258014")
        phone.pin = Data("937261".utf8)
        try await phone.learnSome()
        var shell = await phone.opened()
        await shell.unlock(pin: Data("937261".utf8))
        let days = try await dueDays(shell, from: phone.time.now())
        await shell.went()
        await shell.unlock(pin: Data("258014".utf8))
        #expect(try await dueDays(shell, from: phone.time.now())[0] == days[0])
        _ = try await answered(shell)
        if dies { shell = await phone.reborn(shell) } else { await shell.went() }
        await shell.unlock(pin: Data("937261".utf8))
        let model = await open(shell)
        #expect(said(model) == nil && model.turn.problem == nil && model.pick.options == [])
        #expect(try await dueDays(shell, from: phone.time.now()) == days)
    }

    @Test func itGoesWithThePageAndWithTheWipe() async throws {
        try await phone.learnSome()
        let shell = await phone.opened()
        let model = try await answered(shell)
        #expect(Stack(saved: shell.stack.saved).reviewed != nil)
        model.leave()
        #expect(shell.stack.reviewed == nil)
        _ = try await answered(shell)
        try await shell.wipe()
        #expect(shell.stack.reviewed == nil && shell.stack.path.isEmpty)
    }

    /// As after the course was exchanged while the app was away: what is due is shown, with nothing picked.
    @Test func anItemThatIsGoneGivesWayToWhatIsDue() async throws {
        try await phone.learnSome()
        let shell = await phone.opened()
        _ = try await answered(shell)
        shell.stack[kept: .review, "item"] = "item/none"
        let model = await open(shell)
        guard case .ask(let step) = model.turn.record else { throw NotAllowed() }
        #expect(model.due == Int(step.due) && model.turn.problem == nil)
        #expect(model.pick.options == [] && shell.stack.reviewed == nil)
    }

    @Test func aMomentIsKeptToTheLastBit() {
        let moment = Moment(instant: Date(timeIntervalSinceReferenceDate: 817_153_200.123_456_7), offsetMinutes: -210)
        #expect(Moment(kept: moment.kept) == moment)
        for kept in ["", "1", "a 60", "inf 60", "1 sixty", "1 60 1"] { #expect(Moment(kept: kept) == nil, "\(kept)") }
    }
}
