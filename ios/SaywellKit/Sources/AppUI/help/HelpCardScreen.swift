import AppModel
import Saywell
import SwiftUI

/// One help card: what to do, before anything is explained.
struct HelpCardScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: HelpCardModel

    init(_ model: HelpCardModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("help_now")) {
            Shown(model.here) { here in show(here.view, hasPlaces: here.hasPlaces) }
        }
    }

    @ViewBuilder private func show(_ view: HelpView, hasPlaces: Bool) -> some View {
        let card = view.card
        Text(card.title).style(.title).heading().padding(.top, 4)
        Prose(blocks: card.lead).padding(.top, 8)
        if card.pep != nil { pep.padding(.top, 16) }
        ForEach(Array(card.parts.enumerated()), id: \.offset) { _, part in HelpPartBody(part: part).padding(.top, 24) }
        if hasPlaces { ListCard { PlacesRow(tone: .lake) }.padding(.top, 20) }
        FactsRow(facts: view.facts).padding(.top, 16)
    }

    private var pep: some View {
        VStack(alignment: .leading, spacing: 8) {
            UrgentTitle(words("when_was_it", in: .help))
            Text(words("when_was_it_more", in: .help)).style(.body)
            Button(words("answer_questions", in: .help)) { shell.stack.push(.help(.pep)) }
                .buttonStyle(UrgentButton())
                .padding(.top, 8)
        }
        .urgentCard()
    }
}

/// A part under its heading; one that awaits a clinician says so.
struct HelpPartBody: View {
    let part: HelpPart
    var isTitled = true

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            if isTitled { Text(part.title).style(.heading).heading() }
            Prose(blocks: part.body)
            if part.needsClinician { NeedsClinician().padding(.top, 4) }
        }
    }
}

/// What time has to do with: a clock, and words in the colour of what is urgent.
struct UrgentTitle: View {
    private let title: String
    init(_ title: String) { self.title = title }

    var body: some View {
        HStack(alignment: .top, spacing: 8) {
            IconView(.reminders).foregroundStyle(Color.urgent)
            Text(title).style(.heading, .urgent).heading()
        }
    }
}

extension View {
    /// A card with the outline of what is urgent.
    func urgentCard() -> some View {
        padding(Size.side)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(Color.surface, in: .rect(cornerRadius: Size.roundCard))
            .overlay {
                RoundedRectangle(cornerRadius: Size.roundCard).strokeBorder(Color.urgent, lineWidth: Size.edgeChosen)
            }
    }
}
