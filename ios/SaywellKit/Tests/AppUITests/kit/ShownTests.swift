import Charts
import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// What a page shows of what it has asked.
@MainActor @Suite struct ShownTests {
    @Test(arguments: [Problem.gone, .full, .newer, .keyLost, .unreadable, .notSaved, .ours])
    func aProblemSaysWhatHappenedWhatIsSafeAndOneThingToDo(_ problem: Problem) {
        var pressed = 0
        let tree = render(ProblemCard(problem: problem) { pressed += 1 })
        #expect(tree.words.count == 3)
        #expect(faults(tree) == [])
        let action = tree.all.first { $0.kind == "Button" }
        #expect(action?.label == (problem == .gone ? "Back" : "Try again"))
        action?.actions["tap"]?()
        #expect(pressed == 1)
    }

    @Test func aProblemStandsAboveTheRecord() async throws {
        let shell = await TestPhone().opened()
        let asked = Asked(shell) { _, _ in "the record" }
        let view = Shown(asked) { Text($0) }.environment(shell)
        #expect(render(view).words == [])
        await asked.open()
        #expect(render(view).words == ["the record"])
        await asked.ask { _, _ in throw SaywellError.NoSpace }
        let tree = render(view)
        #expect(tree.words.first == words("problem_full") && tree.words.last == "the record")
        #expect(faults(tree) == [])
    }

    @Test func aPlotIsReadValueByValue() {
        let tree = render(
            PlotCard("Minutes a day", values: ["Monday: 20 minutes", "Tuesday: 0 minutes"]) {
                Chart { BarMark(x: .value("Day", 1), y: .value("Minutes", 20)) }
            })
        #expect(faults(tree) == [])
        let plot = tree.first("children", "Minutes a day")
        #expect(plot?.words == ["Monday: 20 minutes", "Tuesday: 0 minutes"])
    }

    /// Its words and its button are one thing to come to, and to press.
    @Test func theStrongBlockIsOneTarget() async {
        let block = await Hand().tree.all.first { $0.attributes["children"] == "combine" && $0.words.contains("Start") }
        #expect(block?.words.first == "Begin with this" && (block?.words.count ?? 0) > 3)
        #expect(block?.all.filter { $0.actions["tap"] != nil }.count == 1)
    }
}
