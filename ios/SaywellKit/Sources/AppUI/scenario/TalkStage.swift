import AppModel
import Saywell
import SwiftUI

/// Two people talk, and the phone lies between them: for how long, in a ring that fills. Nothing ticks.
struct TalkStage: View {
    let view: TogetherView
    let clock: TalkClock

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Text(words("now_talk", in: .scenario)).style(.title).heading().padding(.top, 16)
            Text(words("talk_as", in: .scenario, view.first, view.second)).style(.body).padding(.top, 8)
            ring.frame(maxWidth: .infinity).padding(.top, 24)
            Text(hurry).style(.body).padding(.top, 24).announced(hurry, atFirst: false)
        }
        .sensoryFeedback(.success, trigger: clock.isOver)
    }

    private var hurry: String {
        clock.isOver ? words("time_over", in: .scenario, clock.minutes) : words("no_hurry", in: .scenario)
    }

    private var ring: some View {
        ZStack {
            Circle().strokeBorder(Color.line, lineWidth: 8)
            Circle().trim(from: 0, to: clock.share).rotation(.degrees(-90))
                .stroke(Color.accent, style: StrokeStyle(lineWidth: 8, lineCap: .round))
                .padding(4)
            VStack(spacing: 4) {
                Text(words("clock_time", in: .scenario, minutes, seconds)).inline(.display).monospacedDigit()
                Text(of).inline(.small)
            }
            .dynamicTypeSize(...DynamicTypeSize.accessibility2)
        }
        .frame(width: 232, height: 232)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(words("timer_spoken", in: .scenario, minutes, seconds, of))
        .accessibilityAddTraits(.updatesFrequently)
    }

    private var minutes: Int { Int(clock.elapsedMs / 60_000) }
    private var seconds: Int { Int(clock.elapsedMs / 1_000 % 60) }
    private var of: String { words("of_minutes", in: .scenario, clock.minutes) }
}
