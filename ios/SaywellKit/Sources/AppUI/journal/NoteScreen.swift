import AppModel
import SwiftUI

/// One note: read, written, deleted.
struct NoteScreen: View {
    @State private var model: NoteModel

    init(_ model: NoteModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("my_note", in: .journal)) {
            Shown(model.found) { found in
                if let unit = found.unit { Text(words("note_on", in: .journal, unit)).style(.small).padding(.vertical, 8) }
                if let draft = model.draft {
                    NoteField(label: words("your_note", in: .lesson), draft: draft).padding(.top, 4)
                    Text(words("note_kept", in: .lesson)).style(.caption).padding(.top, 8)
                }
                if found.note != nil { DeletePart(isAsked: $model.isSure) { Task { await model.delete() } } }
            }
        }
        .onDisappear { Task { await model.leave() } }
    }
}

/// *Delete*, and the question before it. It stands on the page, so that *Exit* stays in reach.
struct DeletePart: View {
    @Binding var isAsked: Bool
    let delete: @MainActor () -> Void

    var body: some View {
        Group {
            if isAsked {
                SureCard(question: words("delete_sure", in: .journal), keep: { isAsked = false }, delete: delete)
            } else {
                Button(words("delete", in: .journal)) { isAsked = true }
                    .buttonStyle(QuietButton())
                    .frame(maxWidth: .infinity)
            }
        }
        .padding(.top, 16)
    }
}
