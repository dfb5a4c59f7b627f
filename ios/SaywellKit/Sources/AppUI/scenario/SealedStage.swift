import AppModel
import SwiftUI

/// A card that is sealed, until the one it belongs to opens it.
struct SealedStage: View {
    @Environment(\.accessibilityReduceMotion) private var isStill
    let sealed: SealedCard
    let name: String
    let other: String

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            if sealed.isOpen {
                RoleCardView(card: sealed.card).padding(.top, 12)
                Text(words("play_your_way", in: .scenario)).style(.small).padding(.top, 12)
            } else {
                closed
            }
        }
        // It fades in, and closes at once.
        .animation(isStill || !sealed.isOpen ? nil : .easeInOut(duration: 0.12), value: sealed.isOpen)
        .onChange(of: sealed.isOpen) { _, isOpen in
            if !isOpen { announce(words("card_closed", in: .scenario)) }
        }
    }

    @ViewBuilder private var closed: some View {
        Text(words("hand_phone_to", in: .scenario, name)).style(.title).heading().padding(.top, 16)
        Text(words("look_away", in: .scenario, other)).style(.body).padding(.top, 8)
        HeroCard {
            IconView(.lock).foregroundStyle(Color.onHero).padding(.bottom, 12)
            Text(words("card_for", in: .scenario, name)).style(.title2, .onHero)
            Text(words("sealed_for", in: .scenario, name)).style(.small, .onHero2)
        }
        .padding(.top, 20)
    }
}

/// What opens a card: a button to hold, and its twin for who cannot. A screen reader holds nothing: it gets the twin alone.
struct HoldToRead: View {
    @Environment(\.accessibilityVoiceOverEnabled) private var speaks
    let sealed: SealedCard

    private var isHeld: Bool { sealed.isOpen && !sealed.isTapped }

    var body: some View {
        VStack(spacing: 4) {
            if !speaks && !sealed.isTapped {
                HoldButton(isHeld: isHeld, hold: sealed.hold)
                Text(words(isHeld ? "let_go" : "hold_to_read", in: .scenario)).inline(.heading)
            }
            if !isHeld {
                Text(words(more, in: .scenario)).inline(.small)
                Button(words(twin, in: .scenario)) { sealed.tap() }.buttonStyle(QuietButton())
            }
        }
        .frame(maxWidth: .infinity)
    }

    private var more: String {
        if sealed.isOpen { return "closes_itself" }
        return speaks ? "headphones" : "let_go_closes"
    }

    private var twin: String {
        if sealed.isOpen { return "close_card" }
        return speaks ? "open_for" : "open_with_tap"
    }
}

/// A round button that is held. `hold` hears of the finger, and of its end: when it is lifted, and when something takes it away.
private struct HoldButton: View {
    let isHeld: Bool
    let hold: @MainActor (Bool) -> Void

    var body: some View {
        ZStack {
            Circle().strokeBorder(isHeld ? Color.accent : .line, lineWidth: 6)
            Circle().fill(Color.accent).frame(width: 80, height: 80)
            IconView(.eye, size: 32).foregroundStyle(Color.onAccent)
        }
        .frame(width: 104, height: 104)
        .contentShape(Circle())
        .onLongPressGesture(minimumDuration: .infinity, maximumDistance: .infinity) {
        } onPressingChanged: {
            hold($0)
        }
        // The twin below it does the same.
        .accessibilityHidden(true)
        .onDisappear { hold(false) }
    }
}
