import AppModel
import Saywell
import SwiftUI

/// A person's card: who they are, what they want, what worries them, where they stop, and ways to try.
struct RoleCardView: View {
    let card: RoleCard

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            SideBySide {
                Text(words("card_of", in: .scenario, card.role.name)).style(.heading).heading()
                Text(words("only_for_you", in: .scenario))
                    .inline(.smallMedium)
                    .padding(.horizontal, 12)
                    .frame(minHeight: 32)
                    .overlay { Capsule().strokeBorder(Color.control, lineWidth: Size.edge) }
            }
            ProseLine(card.role.you, .body).padding(.top, 4)
            part("what_you_want", card.role.hope)
            part("what_worries", card.role.worry)
            part("where_you_stop", card.role.limit)
            if !card.ways.isEmpty {
                over("ways_to_try")
                Flow { ForEach(card.ways, id: \.self) { Chip(name: $0) } }.padding(.top, 4)
            }
        }
        // A screen reader reads a card as a whole.
        .accessibilityElement(children: .combine)
        .padding(20)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(Color.surface, in: .rect(cornerRadius: Size.roundCard))
        .overlay { RoundedRectangle(cornerRadius: Size.roundCard).strokeBorder(Color.accent, lineWidth: Size.edgeChosen) }
    }

    private func over(_ key: String) -> some View {
        Text(words(key, in: .scenario)).style(.caption, .accent).padding(.top, 12)
    }

    @ViewBuilder private func part(_ key: String, _ line: [TextSpan]) -> some View {
        over(key)
        ProseLine(line, .body)
    }
}

/// The person's own card in a talk that they play alone.
struct CardScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: CardModel

    init(_ model: CardModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.opened.record?.title ?? "") {
            Shown(model.opened) { opened in
                RoleCardView(card: opened.card).padding(.top, 8)
                Text(words("play_your_way", in: .scenario)).style(.small).padding(.top, 12)
            }
        } footer: {
            FooterBar {
                Button(words("to_the_talk", in: .scenario)) { shell.stack.pop() }.buttonStyle(PrimaryButton())
            }
        }
    }
}
