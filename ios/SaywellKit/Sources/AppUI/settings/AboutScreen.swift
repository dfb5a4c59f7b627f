import AppModel
import SwiftUI

/// What is kept, what cannot be hidden, and which Saywell this is. It asks the engine nothing.
struct AboutScreen: View {
    @Environment(Shell.self) private var shell

    var body: some View {
        Page(words("about", in: .settings)) {
            VStack(alignment: .leading, spacing: 8) {
                part("about_keeps", "about_keeps_more")
                part("about_never", "about_never_more")
                part("welcome_hide", "about_hides")
                part("pin", "about_pin")
                part("about_deleting", "about_deleting_more")
                ListCard {
                    ListRow(title: words("all_claims", in: WordTable("Help"))) { shell.stack.push(.help(.claims)) }
                    Divider()
                    ListRow(title: words("word_list")) { shell.stack.push(.help(.terms)) }
                }
                .padding(.top, 8)
                Text(words("version", in: .settings, version)).style(.small)
            }
        }
    }

    @ViewBuilder private func part(_ title: String, _ more: String) -> some View {
        Text(words(title, in: .settings)).style(.section).heading().padding(.top, 8)
        Text(words(more, in: .settings)).style(.body)
    }

    private var version: String { Bundle.main.object(forInfoDictionaryKey: "CFBundleShortVersionString") as? String ?? "" }
}
