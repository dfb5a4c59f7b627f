import SwiftUI

/// The icons of `Icons.xcassets`: one colour, from the text beside them. Those that show a direction are mirrored with it.
enum Icon: String, CaseIterable {
    case back, bell, branch, calendar, call, check, close, delete, down, edit, exit, eye, globe, handover, help, home, journal
    case learn, lock, moon, more, next, pack, pause, pin, play, plus, quote, rehearse, relax, reminders, safety, save, search
    case settings, share, source, speak, swap, theme, trash, turn, user, users

    /// A screen reader does not read it: the words beside it, or a label, say what it is.
    var image: Image { Image(decorative: rawValue, bundle: .module) }
}

/// An icon of 24 points, or of 20 inside buttons and at the end of rows.
struct IconView: View {
    private let icon: Icon
    private let size: CGFloat

    init(_ icon: Icon, size: CGFloat = 24) {
        self.icon = icon
        self.size = size
    }

    var body: some View { icon.image.resizable().scaledToFit().frame(width: size, height: size) }
}

/// The ground of a round icon: lake for what is the person's own, sand for what involves someone else.
enum Tone {
    case lake, sand

    var ground: Color { self == .lake ? .accentSoft : .sand }
    var ink: Color { self == .lake ? .onAccentSoft : .onSand }
}

/// An icon on a disc of 40 points.
struct RoundIcon: View {
    let icon: Icon
    let tone: Tone
    var size: CGFloat = 40

    var body: some View {
        IconView(icon).foregroundStyle(tone.ink).frame(width: size, height: size).background(tone.ground, in: .circle)
    }
}
