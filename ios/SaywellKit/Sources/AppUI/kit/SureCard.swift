import SwiftUI

/// Asks before what cannot be undone. Keeping comes first.
struct SureCard: View {
    let question: String
    let keep: @MainActor () -> Void
    let delete: @MainActor () -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(question).style(.section)
            Button(words("keep_it"), action: keep).buttonStyle(SecondaryButton())
            Button(words("delete_it"), role: .destructive, action: delete).buttonStyle(UrgentButton())
        }
        .card()
    }
}
