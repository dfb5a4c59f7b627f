import Fakes
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
                guard case .said(let said) = model.turn.record else { throw NotAllowed() }
                #expect(said.item == item)
                // As after a look at the sources.
                await model.turn.open()
                #expect(said == { if case .said(let still) = model.turn.record { still } else { nil } }())
                await model.next()
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
}
