import AppModel
import Saywell
import SwiftUI

/// Between a talk on one's own and a talk with someone.
struct CompanySwitch: View {
    @Binding var together: Bool

    var body: some View {
        SideBySide(spacing: 0) {
            side(false, .user, words("on_my_own", in: .scenario), number: 1)
            side(true, .users, words("with_someone", in: .scenario), number: 2)
        }
        .padding(4)
        .background(Color.sand, in: .rect(cornerRadius: Size.roundHero))
    }

    private func side(_ isTogether: Bool, _ icon: Icon, _ name: String, number: Int) -> some View {
        let isPicked = together == isTogether
        return Button {
            together = isTogether
        } label: {
            HStack(spacing: 8) {
                IconView(icon, size: 20)
                Text(name).font(TextLook.row.font)
            }
            .foregroundStyle(isPicked ? Color.accent : .onSand)
            .padding(.horizontal, 12)
            .frame(maxWidth: .infinity, minHeight: Size.touch)
            .background(isPicked ? Color.surface : .clear, in: .rect(cornerRadius: Size.roundCard))
            .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .accessibilityLabel(name)
        .accessibilityValue(words("step_of", number, 2))
        .accessibilityAddTraits(isPicked ? .isSelected : [])
    }
}

/// Two that stand beside each other; one below the other where text is large.
struct SideBySide<Content: View>: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    private let spacing: CGFloat
    private let content: Content

    init(spacing: CGFloat = Size.gap, @ViewBuilder content: () -> Content) {
        self.spacing = spacing
        self.content = content()
    }

    var body: some View {
        if typeSize.isAccessibilitySize {
            VStack(spacing: spacing) { content }
        } else {
            HStack(alignment: .top, spacing: spacing) { content }
        }
    }
}

/// A question and the way to help behind it. The whole line is pressed.
struct HelpLine: View {
    private let question: String
    private let help: String
    private let open: @MainActor () -> Void

    init(_ question: String, _ help: String, _ open: @escaping @MainActor () -> Void) {
        self.question = question
        self.help = help
        self.open = open
    }

    var body: some View {
        Button(action: open) {
            (Text(question + (question.isEmpty ? "" : " ")) + Text(help).underline().foregroundStyle(Color.accent))
                .style(.small)
                .frame(minHeight: Size.touch)
                .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
    }
}

/// A way of talking, by its name. It is read, not pressed.
struct Chip: View {
    let name: String
    var icon: Icon?
    /// Only its outline is seen: it is still to come.
    var isOpen = false

    var body: some View {
        HStack(spacing: 8) {
            if let icon { IconView(icon, size: 20) }
            Text(name).font(TextLook.smallMedium.font)
        }
        .foregroundStyle(isOpen ? Color.ink2 : .onAccentSoft)
        .padding(.horizontal, 12)
        .frame(minHeight: 36)
        .background(isOpen ? Color.clear : .accentSoft, in: .capsule)
        .overlay { if isOpen { Capsule().strokeBorder(Color.control, lineWidth: Size.edge) } }
    }
}

/// As many in a line as there is room for.
struct Flow: Layout {
    private let gap: CGFloat = 8

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) -> CGSize {
        let width = proposal.width ?? .infinity
        let places = places(of: subviews, in: width)
        let bottom = places.map(\.maxY).max() ?? 0
        return CGSize(width: min(width, places.map(\.maxX).max() ?? 0), height: bottom)
    }

    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout ()) {
        for (view, place) in zip(subviews, places(of: subviews, in: bounds.width)) {
            view.place(
                at: CGPoint(x: bounds.minX + place.minX, y: bounds.minY + place.minY), proposal: ProposedViewSize(place.size))
        }
    }

    private func places(of subviews: Subviews, in width: CGFloat) -> [CGRect] {
        var at = CGPoint.zero
        var line: CGFloat = 0
        return subviews.map { view in
            let size = view.sizeThatFits(ProposedViewSize(width: width, height: nil))
            if at.x > 0, at.x + size.width > width {
                at = CGPoint(x: 0, y: at.y + line + gap)
                line = 0
            }
            defer { at.x += size.width + gap }
            line = max(line, size.height)
            return CGRect(origin: at, size: size)
        }
    }
}

/// The heading of a part of a page.
struct PartHeading: View {
    private let title: String
    init(_ title: String) { self.title = title }

    var body: some View { Text(title).style(.section).heading().padding(.top, 20) }
}

/// The ways on from a talk.
struct OnwardList: View {
    @Environment(Shell.self) private var shell
    let ways: [Onward]

    var body: some View {
        if !ways.isEmpty {
            PartHeading(words("for_you_now", in: .scenario))
            ListCard {
                ForEach(Array(ways.enumerated()), id: \.offset) { index, way in
                    if index > 0 { Divider() }
                    ListRow(title: way.title, detail: why(way), sign: .icon(.help, .sand)) {
                        if let route = Route(to: way.to) { shell.stack.push(route) }
                    }
                }
            }
            .padding(.top, 8)
        }
    }

    private func why(_ way: Onward) -> String? {
        let parts = [way.why?.plain, way.needsClinician ? words("needs_clinician") : nil].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

/// What somebody said: the person's own lines say so in words too.
struct LineBubble: View {
    let isOwn: Bool
    let name: String
    let say: [TextSpan]

    var body: some View {
        ChatBubble(
            speaker: isOwn ? .you : .other, name: isOwn ? words("own_line", in: .scenario, name) : name, said: say.plain)
    }
}

extension EndingKind {
    /// A kind of ending, in words. None is better than another.
    var title: String {
        switch self {
        case .agreed: words("ended_agreed", in: .scenario)
        case .paused: words("ended_paused", in: .scenario)
        case .leftSafely: words("ended_left", in: .scenario)
        }
    }
}
