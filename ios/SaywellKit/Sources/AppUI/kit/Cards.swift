import SwiftUI

extension View {
    /// A white card with a thin line.
    func card(padding: CGFloat = Size.side) -> some View {
        self.padding(padding)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(Color.surface, in: .rect(cornerRadius: Size.roundCard))
            .overlay { RoundedRectangle(cornerRadius: Size.roundCard).strokeBorder(Color.line, lineWidth: Size.edge) }
    }

    /// A calm note on sand.
    func banner() -> some View {
        padding(.horizontal, Size.side)
            .padding(.vertical, 12)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(Color.sand, in: .rect(cornerRadius: Size.roundChoice))
    }
}

/// The one strong block of a page, with the quiet mark in its corner. It has at most one button: a screen reader comes to all of it at
/// once, and presses that.
struct HeroCard<Content: View>: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    private let content: Content
    init(@ViewBuilder content: () -> Content) { self.content = content() }

    var body: some View {
        VStack(alignment: .leading, spacing: 4) { content }
            .padding(20)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(alignment: .topTrailing) {
                // Large text: words before decoration.
                if !typeSize.isAccessibilitySize {
                    Image(decorative: "mark-quiet", bundle: .module).resizable().scaledToFit()
                        .frame(width: 190).foregroundStyle(Color.heroShape).padding(.trailing, -36)
                }
            }
            .background(Color.hero)
            .clipShape(RoundedRectangle(cornerRadius: Size.roundHero))
            .accessibilityElement(children: .combine)
    }
}

/// Rows in one card, with a line between them.
struct ListCard<Content: View>: View {
    private let content: Content
    init(@ViewBuilder content: () -> Content) { self.content = content() }

    var body: some View {
        VStack(spacing: 0) { content }
            .background(Color.surface)
            .clipShape(RoundedRectangle(cornerRadius: Size.roundCard))
            .overlay { RoundedRectangle(cornerRadius: Size.roundCard).strokeBorder(Color.line, lineWidth: Size.edge) }
    }
}

/// A part of the course that a clinician still has to check.
struct NeedsClinician: View {
    var body: some View {
        HStack(alignment: .top, spacing: 12) {
            IconView(.source).foregroundStyle(Color.accent)
            Text(words("needs_clinician")).style(.body, .onSand)
        }
        .banner()
    }
}
