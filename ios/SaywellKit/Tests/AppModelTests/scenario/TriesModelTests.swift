import Fakes
import Saywell
import Testing

@testable import AppModel

/// The look back on a talk, and its tries, on the real engine and course.
@MainActor @Suite struct TriesModelTests {
    private let phone = TestPhone()

    private func shell(at routes: ScenarioRoute...) async -> Shell {
        let shell = await phone.opened()
        routes.forEach { shell.stack.push(.scenario($0)) }
        return shell
    }

    private func tries(_ shell: Shell) async throws -> (TriesModel, TriesModel.Tried) {
        let model = TriesModel(shell, run: "run")
        await model.tried.open()
        return (model, try #require(model.tried.record))
    }

    @Test func theLookBackNamesWhatItShows() async throws {
        try await phone.rehearsed("run", friend, .b, pick: saying("If you cared"))
        let shell = await shell(at: .debrief(run: "run"))
        let model = DebriefModel(shell, run: "run")
        await model.ended.open()
        let ended = try #require(model.ended.record)
        let debrief = try #require(ended.debrief)
        #expect(!debrief.otherWays.isEmpty)
        #expect(debrief.used.allSatisfy { ended.names[$0.technique]?.isEmpty == false })
        #expect(debrief.otherWays.allSatisfy { ended.names[$0.technique]?.isEmpty == false })
        #expect(debrief.onward.allSatisfy { !$0.title.isEmpty })
        model.playAgain()
        #expect(shell.stack.path == [.scenario(.scenario(id: friend, together: false))])
    }

    @Test func anotherWayLeadsBackIntoTheTalk() async throws {
        let said = try await phone.rehearsed("run", pick: first(60)).said
        let shell = await shell(at: .debrief(run: "run"))
        let model = DebriefModel(shell, run: "run")
        await model.ended.open()
        let own = try #require(said.firstIndex { $0.own })
        await model.tryAnotherWay(after: UInt16(own))
        #expect(shell.stack.path == [.scenario(.talk(run: "run"))])
        #expect(try await shell.talk("run").said.count == own)
    }

    @Test func aTalkThatGoesOnHasNoLookBack() async throws {
        try await phone.rehearsed("run", pick: first(1))
        let shell = await shell(at: .debrief(run: "run"))
        await DebriefModel(shell, run: "run").ended.open()
        #expect(shell.stack.path == [.scenario(.talk(run: "run"))])
    }

    @Test func oneTryIsALine() async throws {
        try await phone.rehearsed("run", pick: first(2))
        let (_, tried) = try await tries(await shell(at: .talk(run: "run"), .tries(run: "run")))
        #expect(tried.other == nil)
        #expect(tried.rows.count == 3)
        #expect(tried.rows.allSatisfy { $0.lane == .one })
        #expect(tried.rows.first?.above == [])
        #expect(tried.rows.last?.after == nil)
        #expect(tried.rows.last?.below == [])
    }

    @Test func theSecondWayBranchesFromWhatBothBeginWith() async throws {
        try await phone.twoTries("run")
        let (_, tried) = try await tries(await shell(at: .talk(run: "run"), .tries(run: "run")))
        let rows = tried.rows
        #expect(rows.filter(\.branches).count == 1)
        let branch = try #require(rows.firstIndex { $0.branches })
        #expect(rows[...branch].allSatisfy { $0.part == .both })
        #expect(rows[branch + 1].lane == .two)
        #expect(rows[branch + 1].above == [.one, .two])
        #expect(rows.last?.lane == .one)
        #expect(rows.last?.isEnding == true)
        // What goes on below a row comes from above into the next one.
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect(next.above == row.below.union(row.branches ? [.two] : []))
        }
    }

    @Test func aRowLeadsToItsLineAndATryToItsEnd() async throws {
        try await phone.twoTries("run")
        var shell = await shell(at: .talk(run: "run"), .tries(run: "run"))
        var (model, tried) = try await tries(shell)
        model.row = tried.rows.count - 1
        shell = await phone.reborn(shell)
        (model, tried) = try await tries(shell)
        #expect(model.row == tried.rows.count - 1)
        await model.go(from: try #require(tried.rows.last))
        #expect(shell.stack.path == [.scenario(.talk(run: "run"))])
        #expect(try await shell.talk("run").ending != nil)
        shell.stack.push(.scenario(.tries(run: "run")))
        (model, tried) = try await tries(shell)
        await model.go(from: try #require(tried.rows.first))
        #expect(try await shell.talk("run").said.contains { $0.own } == false)
        #expect(try await shell.tries("run").count == 2)
    }

    @Test func ofThreeTriesTwoAreSeen() async throws {
        let said = try await phone.rehearsed("run", pick: first(60)).said
        try await phone.another("run", after: said, own: 1)
        try await phone.another("run", after: said, own: 0)
        var shell = await shell(at: .talk(run: "run"), .tries(run: "run"))
        var (model, tried) = try await tries(shell)
        #expect(tried.all.count == 3)
        let seen = [tried.one?.tip, tried.other?.tip]
        let unseen = try #require(tried.all.first { !seen.contains($0.tip) })
        await model.pick(unseen)
        shell = await phone.reborn(shell)
        (model, tried) = try await tries(shell)
        #expect([tried.one?.tip, tried.other?.tip].contains(unseen.tip))
        await model.pick(unseen)
        #expect(model.tried.record?.one?.tip == tried.one?.tip)
    }
}
