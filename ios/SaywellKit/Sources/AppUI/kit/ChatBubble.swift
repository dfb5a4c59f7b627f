import SwiftUI

/// Who speaks: sand for the other person at the start, lake for the person themselves at the end.
enum Speaker {
    case other, you
}

/// A line of a talk, with the name of who says it above.
struct ChatBubble: View {
    let speaker: Speaker
    let name: String
    let said: String

    var body: some View {
        VStack(alignment: speaker == .you ? .trailing : .leading, spacing: 4) {
            Text(name).inline(.caption).padding(.horizontal, 4)
            Text(said)
                .inline(.reading, speaker == .you ? .onAccentSoft : .onSand)
                .padding(.horizontal, Size.side)
                .padding(.vertical, 12)
                .background(speaker == .you ? Color.accentSoft : .sand, in: shape)
                .frame(maxWidth: Size.bubble, alignment: speaker == .you ? .trailing : .leading)
        }
        .frame(maxWidth: .infinity, alignment: speaker == .you ? .trailing : .leading)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(words("says", name, said))
    }

    private var shape: UnevenRoundedRectangle {
        let round = Size.roundCard, tail: CGFloat = 4
        return UnevenRoundedRectangle(
            topLeadingRadius: round, bottomLeadingRadius: speaker == .other ? tail : round,
            bottomTrailingRadius: speaker == .you ? tail : round, topTrailingRadius: round)
    }
}
