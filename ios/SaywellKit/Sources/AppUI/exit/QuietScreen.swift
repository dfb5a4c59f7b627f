import SwiftUI

/// The page of the quick exit: a breathing disc, and nothing that tells what the app is. It asks the engine nothing.
struct QuietScreen: View {
    @State private var begun = Date.now
    @State private var isResting = false

    var body: some View {
        VStack(spacing: 0) {
            Spacer()
            TimelineView(.animation(minimumInterval: nil, paused: isResting)) { time in
                let breath = Breath(at: time.date.timeIntervalSince(begun))
                VStack(spacing: 32) {
                    BreathingDisc(share: breath.share)
                    Text(words(breath.isIn ? "breathe_in" : "breathe_out")).inline(.title)
                }
            }
            Spacer()
            Text(words("two_minutes")).inline(.small)
            Button {
                isResting.toggle()
            } label: {
                HStack(spacing: 8) {
                    IconView(isResting ? .play : .pause, size: 20)
                    Text(words(isResting ? "go_on" : "pause"))
                }
            }
            .buttonStyle(SecondaryButton())
            .frame(maxWidth: 200)
            .padding(.vertical, 12)
        }
        .frame(maxWidth: .infinity)
        .background(Color.page)
    }
}

/// In for 4 seconds, out for 6.
struct Breath: Equatable {
    let isIn: Bool
    /// How far the disc has grown, 0 to 1.
    let share: Double

    /// `seconds` since the first breath began.
    init(at seconds: TimeInterval) {
        let within = max(0, seconds).truncatingRemainder(dividingBy: 10)
        isIn = within < 4
        let linear = isIn ? within / 4 : 1 - (within - 4) / 6
        share = (1 - cos(.pi * linear)) / 2
    }
}
