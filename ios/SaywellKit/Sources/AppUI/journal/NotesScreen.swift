import AppModel
import Saywell
import SwiftUI

/// All notes and plans. A long press offers to delete one.
struct NotesScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: NotesModel

    init(_ model: NotesModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("notes")) {
            ListCard {
                ListRow(
                    title: words("plan_talk", in: .journal), detail: words("plan_talk_more", in: .journal),
                    sign: .icon(.plus, .sand)
                ) { shell.stack.push(.journal(.newPlan)) }
            }
            .padding(.top, 4)
            Shown(model.written) { written in
                if !written.plans.isEmpty {
                    title("my_plans")
                    ListCard { plans(written.plans) }.padding(.top, 8)
                }
                title("my_notes")
                if written.notes.isEmpty {
                    Text(words("nothing_here", in: .journal)).style(.body).padding(.top, 8)
                } else {
                    ListCard { notes(written.notes) }.padding(.top, 8)
                }
                if written.hasOlder {
                    Button(words("older_notes", in: .journal)) { Task { await model.showOlder() } }
                        .buttonStyle(QuietButton())
                        .frame(maxWidth: .infinity)
                        .padding(.top, 8)
                }
            }
        } footer: {
            FooterBar {
                Button(words("new_note", in: .journal)) { model.write() }.buttonStyle(PrimaryButton())
            }
        }
    }

    private func title(_ key: String) -> some View {
        Text(words(key, in: .journal)).style(.section).heading().padding(.top, 24)
    }

    private func plans(_ plans: [Plan]) -> some View {
        ForEach(plans, id: \.id) { plan in
            if plan.id != plans.first?.id { Divider() }
            ListRow(
                title: excerpt(firstWords(plan.fields)), detail: plan.written.wall.day.dateInWords,
                sign: .icon(.rehearse, .sand)
            ) { shell.stack.push(.journal(.plan(id: plan.id))) }
            .contextMenu { delete { model.askToDelete(plan: plan.id) } }
        }
    }

    private func notes(_ notes: [Note]) -> some View {
        ForEach(notes, id: \.id) { note in
            if note.id != notes.first?.id { Divider() }
            ListRow(
                title: excerpt(note.text), detail: note.written.wall.day.dateInWords, sign: .icon(.journal, .lake)
            ) { shell.stack.push(.journal(.note(id: note.id))) }
            .contextMenu { delete { model.askToDelete(note: note.id) } }
        }
    }

    private func delete(_ act: @escaping @MainActor () -> Void) -> some View {
        Button(words("delete", in: .journal), role: .destructive, action: act)
    }

    /// What a plan is known by: the first thing that was written.
    private func firstWords(_ fields: PlanFields) -> String {
        [fields.time, fields.place, fields.opening, fields.offer, fields.exit].first { !$0.isEmpty } ?? ""
    }

    /// The first letters of the first line stand for a text in a list.
    private func excerpt(_ text: String) -> String {
        let line = text.prefix { !$0.isNewline }.prefix(50)
        guard line.count < text.count else { return text }
        return line.trimmingCharacters(in: .whitespaces) + " …"
    }
}
