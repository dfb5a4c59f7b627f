import Fakes
import Saywell
import Testing

@testable import AppModel

/// A talk alone, on the real engine and course; the process dies between every two steps.
@MainActor @Suite struct TalkModelTests {
    private let phone = TestPhone()

    private func shell(at routes: ScenarioRoute...) async -> Shell {
        let shell = await phone.opened()
        shell.stack.place = .rehearse
        routes.forEach { shell.stack.push(.scenario($0)) }
        return shell
    }

    private func open(_ shell: Shell, _ run: String, thinks: Duration = .milliseconds(20)) async -> TalkModel {
        let model = TalkModel(shell, run: run, thinks: thinks)
        await model.asked.open()
        return model
    }

    @Test func theListSaysWhatGoesOn() async throws {
        try await phone.rehearsed("run", friend, pick: first(1))
        try await phone.together("pair", at: .talk)
        let model = RehearseModel(await phone.opened())
        await model.listed.open()
        let listed = try #require(model.listed.record)
        #expect(listed.alone?.run == "run")
        #expect(listed.together?.run == "pair")
        #expect(listed.rows.count > 5)
        #expect(listed.rows.allSatisfy { $0.minutes > 0 })
    }

    @Test func beginsOnceHoweverOftenItIsAsked() async throws {
        var shell = await shell(at: .scenario(id: newStart, together: false))
        var model = ScenarioModel(shell, id: newStart, together: false)
        await model.opened.open()
        await model.beginAlone(.b)
        guard case .scenario(.card(let run)) = shell.stack.path.last else { throw NotAllowed() }
        #expect(shell.stack.path == [.scenario(.talk(run: run)), .scenario(.card(run: run))])
        #expect(try await shell.talk(run).side == .b)
        shell = await phone.reborn(shell)
        let card = CardModel(shell, run: run)
        await card.opened.open()
        let own = try await shell.talk(run).card
        #expect(card.opened.record?.card.role == own)
        #expect(card.opened.record?.card.ways.isEmpty == false)
        shell = await self.shell(at: .scenario(id: newStart, together: false))
        model = ScenarioModel(shell, id: newStart, together: false)
        await model.opened.open()
        #expect(model.openTalk == run)
        model.goOn()
        #expect(shell.stack.path == [.scenario(.talk(run: run))])
    }

    @Test func theAnswerToAGateIsKeptNowhere() async throws {
        let id = "scenario/telling-someone"
        var shell = await shell(at: .scenario(id: id, together: false))
        var model = ScenarioModel(shell, id: id, together: false)
        await model.opened.open()
        #expect(!model.isPastGate)
        let doors = try #require(model.opened.record?.intro.gate?.doors)
        await model.answerGate(try #require(doors.first { $0.to != nil }).id)
        guard case .help(.card) = shell.stack.path.last else { throw NotAllowed() }
        shell.stack.pop()
        #expect(!model.isPastGate)
        await model.answerGate(try #require(doors.first { $0.to == nil }).id)
        #expect(model.isPastGate)
        #expect(!shell.stack.saved.contains("gate"))
        shell = await phone.reborn(shell)
        model = ScenarioModel(shell, id: id, together: false)
        await model.opened.open()
        #expect(!model.isPastGate)
    }

    @Test func whatTheStoryCanBeIsKept() async throws {
        let id = "scenario/long-time-couple"
        var shell = await shell(at: .scenario(id: id, together: false))
        var model = ScenarioModel(shell, id: id, together: false)
        await model.opened.open()
        #expect(!model.isReady)
        model.setup = model.opened.record?.intro.setup?.options.last?.id
        model.together = true
        shell = await phone.reborn(shell)
        model = ScenarioModel(shell, id: id, together: false)
        await model.opened.open()
        #expect(model.isReady)
        #expect(model.together)
        await model.beginTogether()
        #expect(try await shell.pair()?.scenario == id)
    }

    @Test func isPlayedToItsEndThroughDeaths() async throws {
        try await phone.rehearsed("run", pick: first(0))
        var shell = await shell(at: .talk(run: "run"))
        var model = await open(shell, "run")
        var steps = 0
        while let line = model.view?.choices.first, steps < 60 {
            let before = model.view?.said.count ?? 0
            await model.say(line.id, atOnce: true)
            shell = await phone.reborn(shell)
            model = await open(shell, "run")
            #expect(model.view?.said.count ?? 0 > before)
            #expect(!model.isThinking)
            steps += 1
        }
        #expect(model.view?.ending != nil)
        shell.stack.path = [.scenario(.talk(run: "run"))]
        model.toTheEnd()
        #expect(shell.stack.path == [.scenario(.debrief(run: "run"))])
    }

    @Test func theOtherSideWaitsBeforeItSpeaks() async throws {
        try await phone.rehearsed("run", pick: first(1))
        let model = await open(await shell(at: .talk(run: "run")), "run", thinks: .seconds(2))
        let before = try #require(model.view?.said.count)
        await model.say(try #require(model.view?.choices.first).id, atOnce: false)
        #expect(model.said.count == before + 1)
        #expect(model.said.last?.own == true)
        #expect(model.isThinking)
        for _ in 0..<100 where model.isThinking { try await Task.sleep(for: .milliseconds(50)) }
        #expect(!model.isThinking)
        #expect(model.said.count > before + 1)
    }

    @Test func backTakesAChoiceBackAndErasesNothing() async throws {
        let view = try await phone.rehearsed("run", pick: first(2))
        let shell = await shell(at: .talk(run: "run"))
        let model = await open(shell, "run")
        await model.back()
        #expect(model.view?.said.count == view.said.lastIndex { $0.own })
        await model.back()
        #expect(model.view?.said.contains { $0.own } == false)
        await model.back()
        #expect(shell.stack.path == [])
        #expect(try await shell.tries("run").contains { $0.said.filter(\.own).count == 2 })
    }

    @Test func stoppingIsAskedFirstAndKeepsThePlace() async throws {
        let said = try await phone.rehearsed("run", pick: first(2)).said.count
        var shell = await shell(at: .talk(run: "run"))
        var model = await open(shell, "run")
        model.askToLeave()
        shell = await phone.reborn(shell)
        model = await open(shell, "run")
        #expect(model.isLeaving)
        await model.back()
        #expect(!model.isLeaving)
        model.askToLeave()
        model.stopForNow()
        #expect(shell.stack.path == [])
        #expect(try await shell.talk("run").said.count == said)
        #expect(try await shell.talk("run").ending == nil)
    }

    @Test func aCardOfHelpOpensOnce() async throws {
        let calls: @Sendable (TalkView) -> Choose? = { view in
            view.help == nil ? saying("too low to choose")(view) : nil
        }
        let view = try await phone.rehearsed("run", friend, pick: calls)
        let help = try #require(view.help)
        var shell = await shell(at: .talk(run: "run"))
        _ = await open(shell, "run")
        #expect(shell.stack.path.last == .help(.card(id: help)))
        shell.stack.pop()
        shell = await phone.reborn(shell)
        _ = await open(shell, "run")
        #expect(shell.stack.path == [.scenario(.talk(run: "run"))])
    }

    @Test func aTalkThatMovedOnMeanwhileIsAskedAgain() async throws {
        try await phone.rehearsed("run", pick: first(1))
        let shell = await shell(at: .talk(run: "run"))
        let (one, other) = (await open(shell, "run"), await open(shell, "run"))
        await one.say(try #require(one.view?.choices.first).id, atOnce: true)
        await other.say(try #require(other.view?.choices.last).id, atOnce: true)
        #expect(other.view?.said == one.view?.said)
        #expect(other.asked.problem == nil)
    }
}
