import AppModel
import Saywell
import SwiftUI

/// Help now: the cards to pick from, and the lists beside them.
struct HelpScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: HelpModel

    init(_ model: HelpModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("help_now")) {
            Text(words("in_danger", in: .help)).style(.body).padding(.top, 4)
            Shown(model.here) { here in
                ListCard { cards(here.cards) }.padding(.top, 16)
                ListCard {
                    if here.hasPlaces {
                        PlacesRow(tone: .sand)
                        Divider()
                    }
                    ListRow(title: words("word_list"), detail: words("word_list_more", in: .help), sign: .icon(.learn, .sand)) {
                        shell.stack.push(.help(.terms))
                    }
                    Divider()
                    ListRow(
                        title: words("all_claims", in: .help), detail: words("all_claims_more", in: .help),
                        sign: .icon(.source, .sand)
                    ) { shell.stack.push(.help(.claims)) }
                }
                .padding(.top, Size.gap)
            }
        }
    }

    private func cards(_ cards: [HelpCard]) -> some View {
        ForEach(cards, id: \.id) { card in
            if card.id != cards.first?.id { Divider() }
            ListRow(title: card.title, sign: .icon(.help, .lake)) { shell.stack.push(.help(.card(id: card.id))) }
        }
    }
}

/// The way to the places and lines that a programme has added.
struct PlacesRow: View {
    @Environment(Shell.self) private var shell
    let tone: Tone

    var body: some View {
        ListRow(title: words("places", in: .help), detail: words("places_more", in: .help), sign: .icon(.pin, tone)) {
            shell.stack.push(.help(.resources))
        }
    }
}
