import AppModel
import Saywell
import SwiftUI

/// Looks at all that is kept, and mends what is not as it must be.
struct CheckScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: CheckModel

    init(_ model: CheckModel) { _model = State(initialValue: model) }

    var body: some View {
        Page("") {
            Shown(model.asked) { answer in
                let title = words(answer.mended.isEmpty ? "all_well" : "all_well_now", in: .settings)
                WordsColumn(title, said(answer)) {}.announced(title)
            }
        } footer: {
            if model.asked.record != nil { WordsFooter(act: words("done")) { shell.stack.pop() } }
        }
    }

    private func said(_ answer: CheckModel.Answer) -> String {
        let kept = answer.contents.isEmpty ? words("kept_nothing", in: .settings) : answer.contents.said
        return (answer.mended.map(said) + [words("kept_here", in: .settings, kept)]).joined(separator: "\n\n")
    }

    private func said(_ mended: Mended) -> String {
        let rows = Int(mended.rows)
        switch mended.rule {
        case .indexes: return words("mended_indexes", in: .settings)
        case .links: return words("mended_links", in: .settings, rows)
        case .talks: return words("mended_talks", in: .settings, rows)
        case .times: return words("mended_times", in: .settings, rows)
        case .reviews: return words("mended_reviews", in: .settings, rows)
        case .settings: return words("mended_settings", in: .settings, rows)
        }
    }
}
