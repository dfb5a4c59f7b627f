import AppModel
import SwiftUI

extension WordTable { static let scenario = WordTable("Scenario") }

/// The page of each route of talks.
struct ScenarioPages: View {
    @Environment(Shell.self) private var shell
    let route: ScenarioRoute

    var body: some View {
        page.toolbar(.hidden, for: .tabBar)
    }

    @ViewBuilder private var page: some View {
        switch route {
        case .scenario(let id, let together): ScenarioScreen(ScenarioModel(shell, id: id, together: together))
        case .talk(let run): TalkScreen(TalkModel(shell, run: run))
        case .card(let run): CardScreen(CardModel(shell, run: run))
        case .debrief(let run): DebriefScreen(DebriefModel(shell, run: run))
        case .tries(let run): TriesScreen(TriesModel(shell, run: run))
        case .together(let id): TogetherScreen(TogetherModel(shell, id: id))
        }
    }
}
