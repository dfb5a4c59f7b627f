import AppModel
import Saywell
import SwiftUI

/// How tense, 0 to 10: a slider with a word for each end. It waits in the middle until the person has chosen.
struct TensionSlider: View {
    @Binding var value: Tension?

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack(alignment: .firstTextBaseline, spacing: 12) {
                Text(words("how_tense")).style(.heading)
                Text(value.map { "\($0)" } ?? "").inline(.display, .accent)
            }
            .accessibilityHidden(true)
            Slider(value: shown, in: 0...10, step: 1) {
                Text(words("how_tense"))
            } onEditingChanged: { isMoving in
                // A touch on the middle moves nothing, and is a choice all the same.
                if !isMoving, value == nil { value = middle }
            }
            .tint(value == nil ? Color.line : .accent)
            .frame(minHeight: Size.touch)
            .accessibilityValue(value.map { "\($0)" } ?? words("not_set"))
            ends
        }
    }

    private let middle: Tension = 5

    private var shown: Binding<Double> {
        Binding(get: { Double(value ?? middle) }, set: { value = Tension(min(max($0.rounded(), 0), 10)) })
    }

    private var ends: some View {
        HStack(alignment: .top, spacing: 12) {
            Text(words("calm_end")).style(.caption)
            Text(words("tense_end")).inline(.caption).multilineTextAlignment(.trailing)
        }
    }
}
