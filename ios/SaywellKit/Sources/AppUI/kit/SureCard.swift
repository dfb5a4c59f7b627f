import SwiftUI

/// Asks before what cannot be undone. Keeping comes first.
struct SureCard: View {
    let question: String
    var act = words("delete_it")
    let keep: @MainActor () -> Void
    let delete: @MainActor () -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(question).style(.section).announced(question)
            Button(words("keep_it"), action: keep).buttonStyle(SecondaryButton())
            Button(act, role: .destructive, action: delete).buttonStyle(UrgentButton())
        }
        .card()
    }
}
