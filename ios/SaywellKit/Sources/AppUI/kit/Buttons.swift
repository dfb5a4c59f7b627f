import SwiftUI

/// The one thing to do on a page.
struct PrimaryButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View { Pill(configuration, ink: .onAccent, ground: .accent) }
}

struct SecondaryButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        Pill(configuration, ink: .accent, ground: .clear, outline: .accent)
    }
}

/// Help and what cannot be undone, nowhere else.
struct UrgentButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View { Pill(configuration, ink: .onUrgent, ground: .urgent) }
}

/// On the strong block of a page; as wide as its words.
struct HeroButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        Pill(configuration, ink: .onHeroButton, ground: .heroButton, isWide: false)
    }
}

/// Words alone.
struct QuietButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .inline(.section, .accent)
            .frame(minHeight: Size.touch)
            .contentShape(Rectangle())
            .opacity(configuration.isPressed ? 0.6 : 1)
    }
}

/// An icon in a ring, such as the one that goes back a card.
struct RoundButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        configuration.label
            .foregroundStyle(Color.accent)
            .frame(width: Size.button, height: Size.button)
            .overlay { Circle().strokeBorder(Color.control, lineWidth: Size.edgeControl) }
            .contentShape(Circle())
            .opacity(configuration.isPressed ? 0.6 : 1)
    }
}

/// A row or a card that is one target.
struct PressedButton: ButtonStyle {
    func makeBody(configuration: Configuration) -> some View {
        configuration.label.overlay { if configuration.isPressed { Color.ink.opacity(0.12) } }
    }
}

private struct Pill: View {
    @Environment(\.isEnabled) private var isEnabled
    let configuration: ButtonStyleConfiguration
    let ink: Color
    let ground: Color
    let outline: Color?
    let isWide: Bool

    init(
        _ configuration: ButtonStyleConfiguration, ink: Color, ground: Color, outline: Color? = nil, isWide: Bool = true
    ) {
        self.configuration = configuration
        self.ink = ink
        self.ground = ground
        self.outline = outline
        self.isWide = isWide
    }

    var body: some View {
        configuration.label
            .font(.system(.body, weight: .medium))
            .multilineTextAlignment(.center)
            .foregroundStyle(isEnabled ? ink : .ink2)
            .padding(.horizontal, 24)
            .padding(.vertical, 8)
            .frame(maxWidth: isWide ? .infinity : nil, minHeight: Size.button)
            .background(isEnabled ? ground : .line, in: .capsule)
            .overlay { if let outline { Capsule().strokeBorder(outline, lineWidth: Size.edgeControl) } }
            .contentShape(Capsule())
            .opacity(configuration.isPressed ? 0.88 : 1)
    }
}
