import AppModel
import Saywell
import SwiftUI

/// Search: what holds all of the words, in the engine's order.
struct SearchScreen: View {
    @State private var model: SearchModel

    init(_ model: SearchModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("search")) {
            TextField(words("search_label", in: .search), text: $model.words)
                .autocorrectionDisabled()
                .textInputAutocapitalization(.never)
                .submitLabel(.search)
                .padding(.horizontal, Size.side)
                .frame(minHeight: Size.touch)
                .background(Color.surface, in: .rect(cornerRadius: Size.roundField))
                .overlay {
                    RoundedRectangle(cornerRadius: Size.roundField).strokeBorder(Color.control, lineWidth: Size.edgeControl)
                }
                .padding(.vertical, 8)
            Shown(model.found) { found in
                if found.hits.isEmpty {
                    let said = words(found.words.isEmpty ? "search_hint" : "nothing_found", in: .search)
                    Text(said).style(.body).announced(said, atFirst: !found.words.isEmpty)
                } else {
                    list(found.hits)
                }
            }
        }
        .task(id: model.words) {
            do { try await Task.sleep(for: .milliseconds(300)) } catch { return }
            await model.search()
        }
    }

    private func list(_ hits: [Hit]) -> some View {
        ListCard {
            ForEach(hits, id: \.id) { hit in
                if hit.id != hits.first?.id { Divider() }
                ListRow(title: hit.title, detail: [name(hit.kind), hit.excerpt].compactMap { $0 }.joined(separator: " · ")) {
                    Task { await model.open(hit) }
                }
            }
        }
    }

    private func name(_ kind: HitKind) -> String {
        switch kind {
        case .term: words("hit_word", in: .search)
        case .help: words("hit_help", in: .search)
        case .unit: words("hit_part", in: .search)
        case .card: words("hit_card", in: .search)
        case .quiz: words("quiz")
        case .relaxation: words("relax")
        case .scenario: words("rehearse")
        }
    }
}
