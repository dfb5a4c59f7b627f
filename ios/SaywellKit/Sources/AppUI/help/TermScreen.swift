import AppModel
import Saywell
import SwiftUI

/// The word list.
struct TermsScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: TermsModel

    init(_ model: TermsModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("word_list")) {
            Shown(model.terms) { terms in
                ListCard {
                    ForEach(terms, id: \.id) { term in
                        if term.id != terms.first?.id { Divider() }
                        ListRow(title: term.name) { shell.stack.push(.help(.term(id: term.id))) }
                    }
                }
                .padding(.top, 4)
            }
        }
    }
}

/// One word, and what it means.
struct TermScreen: View {
    @State private var model: TermModel

    init(_ model: TermModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("word_list")) {
            Shown(model.term) { view in
                Text(view.term.name).style(.title).heading().padding(.top, 4)
                Prose(blocks: view.term.body).padding(.top, 12)
                if !view.term.aliases.isEmpty {
                    Text(words("also", in: .help, view.term.aliases.joined(separator: ", "))).style(.small).padding(.top, 16)
                }
                FactsRow(facts: view.facts).padding(.top, 20)
            }
        }
    }
}
