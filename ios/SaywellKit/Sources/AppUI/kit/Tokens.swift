import SwiftUI

/// The palette: a colour set of the same name in `Colors.xcassets`, light and dark.
extension Color {
    /// The page; `bg` in the palette.
    static let page = token("bg")
    /// Card, row, sheet.
    static let surface = token("surface")
    /// The other voice; banner; two-way switch.
    static let sand = token("sand")
    static let onSand = token("on-sand")
    /// Outline of a card, divider, empty track: decoration only.
    static let line = token("line")
    /// Outline of anything that can be pressed or filled in.
    static let control = token("control")
    static let ink = token("text")
    static let ink2 = token("text2")
    /// The one accent: primary button, link, what is on.
    static let accent = token("accent")
    static let onAccent = token("on-accent")
    /// The person's own voice; chip; what is picked.
    static let accentSoft = token("accent-soft")
    static let onAccentSoft = token("on-accent-soft")
    /// The one strong block of a screen.
    static let hero = token("hero")
    static let onHero = token("on-hero")
    static let onHero2 = token("on-hero2")
    static let heroShape = token("hero-shape")
    static let heroButton = token("hero-btn")
    static let onHeroButton = token("on-hero-btn")
    static let heroTrack = token("hero-track")
    /// Not quite, look again.
    static let again = token("again")
    static let againSoft = token("again-soft")
    /// Time matters, and delete; nowhere else.
    static let urgent = token("urgent")
    static let onUrgent = token("on-urgent")
    static let urgentSoft = token("urgent-soft")
    /// The second try in the tree, always dotted as well.
    static let lane2 = token("lane2")

    private static func token(_ name: String) -> Color { Color(name, bundle: .module) }
}

/// Space and shape, in points.
enum Size {
    static let side: CGFloat = 16
    static let gap: CGFloat = 12
    static let touch: CGFloat = 48
    static let row: CGFloat = 56
    static let button: CGFloat = 52
    /// A column is never wider.
    static let column: CGFloat = 560
    static let bubble: CGFloat = 284

    static let roundField: CGFloat = 12
    static let roundChoice: CGFloat = 16
    static let roundCard: CGFloat = 20
    static let roundHero: CGFloat = 24

    static let edge: CGFloat = 1
    static let edgeControl: CGFloat = 1.5
    static let edgeChosen: CGFloat = 2
}

/// Type: the system's own styles, so that they follow Dynamic Type to its end.
enum TextLook {
    case display, title, title2, heading, section, reading, body, row, small, smallMedium, caption

    var font: Font {
        switch self {
        case .display: .system(.largeTitle, weight: .medium)
        case .title: .system(.title, weight: .medium)
        case .title2: .system(.title2, weight: .medium)
        case .heading: .system(.title3, weight: .medium)
        case .section, .row: .system(.callout, weight: .medium)
        case .reading: .system(.body)
        case .body: .system(.callout)
        case .small: .system(.subheadline)
        case .smallMedium: .system(.subheadline, weight: .medium)
        case .caption: .system(.footnote, weight: .medium)
        }
    }

    var ink: Color { self == .small || self == .caption ? .ink2 : .ink }
}

extension View {
    /// The look of a text, in its own ink unless another is given.
    func style(_ look: TextLook, _ ink: Color? = nil) -> some View {
        font(look.font).foregroundStyle(ink ?? look.ink).frame(maxWidth: .infinity, alignment: .leading)
    }

    /// As `style`, only as wide as its words.
    func inline(_ look: TextLook, _ ink: Color? = nil) -> some View {
        font(look.font).foregroundStyle(ink ?? look.ink)
    }

    /// A title that a screen reader can jump to.
    func heading() -> some View { accessibilityAddTraits(.isHeader) }
}
