import AppModel
import SwiftUI

extension WordTable { static let relaxation = WordTable("Relaxation") }

/// The page of each route of relaxation.
struct RelaxationPages: View {
    @Environment(Shell.self) private var shell
    let route: RelaxationRoute

    var body: some View {
        switch route {
        case .quickCalm: QuickCalmScreen(QuickCalmModel(shell))
        case .relaxation(let id): RelaxScreen(RelaxModel(shell, picked: id))
        case .running(let chosen): RunningScreen(RunningModel(shell, chosen))
        case .after(let chosen, let elapsedMs): AfterScreen(AfterModel(shell, chosen, elapsedMs: elapsedMs))
        case .session(let id): SessionScreen(SessionModel(shell, id: id))
        case .log: LogScreen(LogModel(shell))
        case .dayBegins: DayBeginsScreen(DayBeginsModel(shell))
        }
    }
}
