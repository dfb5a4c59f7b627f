import AppModel
import SwiftUI

extension WordTable { static let journal = WordTable("Journal") }

/// The page of each route of the journal.
struct JournalPages: View {
    @Environment(Shell.self) private var shell
    let route: JournalRoute

    var body: some View {
        switch route {
        case .notes: NotesScreen(NotesModel(shell))
        case .note(let id): NoteScreen(NoteModel(shell, id: id))
        case .newPlan: SafetyScreen()
        case .plan(let id): PlanScreen(PlanModel(shell, id: id))
        case .share(let plan): ShareScreen(ShareModel(shell, plan: plan))
        }
    }
}
