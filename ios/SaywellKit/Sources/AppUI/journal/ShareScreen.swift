import AppModel
import SwiftUI

/// A plan as the text that would leave the app, and who could read it then. It leaves by the system's sheet, if the person says so.
struct ShareScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: ShareModel

    init(_ model: ShareModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("plan")) {
            Text(words("share_title", in: .journal)).style(.title).heading().padding(.top, 4)
            Text(words("share_first", in: .journal)).style(.body).padding(.top, 8)
            Shown(model.text) { text in
                Text(text.trimmingCharacters(in: .newlines)).style(.body).card().padding(.top, 16)
            }
        } footer: {
            FooterBar {
                if let text = model.text.record { share(text) }
                Button(words("keep_here", in: .journal)) { shell.stack.pop() }.buttonStyle(QuietButton())
            }
        }
        .toolbar(.hidden, for: .tabBar)
    }

    private func share(_ text: String) -> some View {
        // No cover lies over the system's sheet: its head has the title, and none of the words.
        ShareLink(item: text, preview: SharePreview(words("plan"))) {
            HStack(spacing: 8) {
                IconView(.share, size: 20)
                Text(words("share_it", in: .journal))
            }
        }
        .buttonStyle(PrimaryButton())
    }
}
