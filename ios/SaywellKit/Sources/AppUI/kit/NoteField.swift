import AppModel
import SwiftUI

/// A field for more than a line. What is typed is saved by its draft; no keyboard learns it where the system lets us say so.
struct NoteField: View {
    let label: String
    @Bindable var draft: Draft

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(label).style(.caption).accessibilityHidden(true)
            TextField(label, text: $draft.words, axis: .vertical)
                .lineLimit(5...)
                .font(TextLook.body.font)
                .autocorrectionDisabled()
                .padding(.horizontal, Size.side)
                .padding(.vertical, 12)
                .background(Color.surface, in: .rect(cornerRadius: Size.roundField))
                .overlay {
                    RoundedRectangle(cornerRadius: Size.roundField).strokeBorder(Color.control, lineWidth: Size.edgeControl)
                }
        }
    }
}
