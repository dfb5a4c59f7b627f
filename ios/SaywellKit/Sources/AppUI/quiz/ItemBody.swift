import AppModel
import Saywell
import SwiftUI

/// An item of a quiz before its answer. A quiz and the looking back share it.
struct ItemBody: View {
    let ask: [TextSpan]
    let kind: ItemKind
    let options: [Offered]
    let picked: [String]
    let choose: @MainActor (String) -> Void

    var body: some View {
        Text(ask.plain).style(.title2).heading()
        if let how { Text(words(how, in: .quiz)).style(.small).padding(.top, 8) }
        VStack(spacing: 8) {
            ForEach(options, id: \.id) { option in
                ChoiceRow(text: option.text.plain, standing: picked.contains(option.id) ? .picked : .idle) { choose(option.id) }
            }
        }
        .padding(.top, 16)
    }

    private var how: String? {
        switch kind {
        case .one: nil
        case .many: "more_may_fit"
        case .trueFalse: "true_or_false"
        }
    }
}

/// An item after its answer: how each option stands and why. A screen reader goes on at what the person picked.
struct ReasonsBody: View {
    let said: QuizFeedback
    @AccessibilityFocusState private var focus: String?

    var body: some View {
        Text(said.ask.plain).style(.title2).heading()
        VStack(spacing: 8) {
            ForEach(said.options, id: \.id) { option in
                ChoiceRow(text: option.text.plain, standing: standing(option), why: option.why) {}
                    .accessibilityFocused($focus, equals: option.id)
            }
        }
        .padding(.top, 16)
        .onAppear { focus = said.options.first(where: \.chosen)?.id }
        FactsRow(facts: said.facts).padding(.top, 16)
    }

    private func standing(_ option: Judged) -> Standing {
        if option.chosen { return option.right ? .pickedWell : .notQuite }
        return option.right ? .worksWell : .other
    }
}
