import SwiftUI

/// The breathing disc: from 40 % of its ring to 96 % of it. With less motion it stands still, and the words alone change.
struct BreathingDisc: View {
    @Environment(\.accessibilityReduceMotion) private var isStill
    /// How far it has grown, 0 to 1.
    let share: Double
    /// What stands in it, such as the seconds of a breath that are left.
    var count: String?

    var body: some View {
        ZStack {
            Circle().strokeBorder(Color.line, lineWidth: 2)
            Circle().fill(Color.accentSoft).overlay { Circle().strokeBorder(Color.accent, lineWidth: 3) }
                .scaleEffect(isStill ? 0.7 : 0.4 + 0.56 * share)
            if let count { Text(count).font(.system(.largeTitle)).monospacedDigit().foregroundStyle(Color.onAccentSoft) }
        }
        .frame(width: 272, height: 272)
        .accessibilityHidden(true)
    }
}
