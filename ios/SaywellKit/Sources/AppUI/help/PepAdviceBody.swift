import AppModel
import Saywell
import SwiftUI

/// What the PEP helper says, in the engine's order. The part about the time stands in the outlined card, with the hours if they are known.
struct PepAdviceBody: View {
    let advice: PepAdvice
    /// Whole hours after which a first dose is not usually given.
    let limit: Int
    /// When it happened, in the person's words.
    let said: String?
    let change: @MainActor () -> Void

    var body: some View {
        ForEach(Array(advice.parts.enumerated()), id: \.offset) { index, part in
            if index == 0 { Text(part.part.title).style(.title).heading().padding(.top, 4) }
            Group {
                if part.state.isAboutTime {
                    time(part.part, isTitled: index > 0)
                } else {
                    HelpPartBody(part: part.part, isTitled: index > 0).card()
                }
            }
            .padding(.top, 12)
        }
        FactsRow(facts: advice.facts).padding(.top, 16)
    }

    private func time(_ part: HelpPart, isTitled: Bool) -> some View {
        VStack(alignment: .leading, spacing: 12) {
            if let left = advice.hoursLeft.map({ Int($0) }) {
                UrgentTitle(left == 0 ? words("less_than_an_hour", in: .help) : words("hours_left", in: .help, left))
                TimeBar(left: left, limit: limit)
            }
            HelpPartBody(part: part, isTitled: isTitled)
            Divider()
            Text(words("when_it_was", in: .help)).style(.small)
            HStack(spacing: 12) {
                Text(said ?? "").style(.section)
                Button(words("change", in: .help), action: change).buttonStyle(QuietButton())
            }
            Text(words("counted_from", in: .help)).style(.small)
        }
        .urgentCard()
    }
}

extension PepState {
    fileprivate var isAboutTime: Bool {
        switch self {
        case .firstDay, .stillTime, .notSure, .windowOver: true
        case .forced, .hasHiv, .noContact, .works, .partnerUndetectable, .onPrep, .pregnant: false
        }
    }
}

/// The hours that are over and those that are left, a bar for each day. Decoration: the words above it say the same.
private struct TimeBar: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    let left: Int
    let limit: Int

    var body: some View {
        HStack(alignment: .top, spacing: 3) {
            ForEach(Array(stride(from: 0, to: limit, by: 24)), id: \.self) { from in
                VStack(spacing: 4) {
                    bar(over: min(max(limit - left - from, 0), 24))
                    // Large text: words before decoration.
                    if !typeSize.isAccessibilitySize { label(from) }
                }
            }
        }
        .accessibilityHidden(true)
    }

    private func bar(over hours: Int) -> some View {
        Capsule().fill(Color.line)
            .overlay { Capsule().fill(Color.urgent).scaleEffect(x: CGFloat(hours) / 24, anchor: .leading) }
            .clipShape(Capsule())
            .frame(height: 12)
    }

    /// The begin of a day; at the last one, the end.
    private func label(_ from: Int) -> some View {
        let isLast = from + 24 >= limit
        return Text(isLast ? words("hours_limit", in: .help, limit) : words("hours_mark", in: .help, from))
            .inline(.caption)
            .frame(maxWidth: .infinity, alignment: isLast ? .trailing : .leading)
    }
}
