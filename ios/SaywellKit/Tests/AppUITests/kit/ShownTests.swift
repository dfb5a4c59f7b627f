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

    @Test func aPlotIsReadAsOneSentence() {
        let tree = render(
            PlotCard("Minutes a day", says: "20 minutes in 2 days.") {
                Chart { BarMark(x: .value("Day", 1), y: .value("Minutes", 20)) }
            })
        #expect(faults(tree) == [])
        #expect(tree.all.contains { $0.kind == "element" && $0.label == "20 minutes in 2 days." })
    }
}
