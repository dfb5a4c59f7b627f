import SwiftUI

/// What stands at the start of a row.
enum RowSign {
    case icon(Icon, Tone)
    /// How far something is.
    case ring(done: Int, of: Int)
    case none
}

/// A row that opens something: a sign, a title, a second line and an icon at the end.
struct ListRow: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    let title: String
    var detail: String?
    var sign = RowSign.none
    var end = Icon.next
    /// The person is at what this row opens; its second line says so in words too.
    var isHere = false
    let act: @MainActor () -> Void

    var body: some View {
        Button(action: act) {
            HStack(spacing: 12) {
                // With large text the sign gives way first.
                if !typeSize.isAccessibilitySize { signView }
                VStack(alignment: .leading, spacing: 0) {
                    Text(title).style(.row)
                    if let detail { Text(detail).style(.small, isHere ? .onAccentSoft : nil) }
                }
                IconView(end, size: 20).foregroundStyle(Color.ink2)
            }
            .padding(.horizontal, Size.side)
            .padding(.vertical, 8)
            .frame(minHeight: Size.row)
            .background(isHere ? Color.accentSoft : .clear)
            .contentShape(Rectangle())
        }
        .buttonStyle(PressedButton())
        .accessibilityElement(children: .combine)
    }

    @ViewBuilder private var signView: some View {
        switch sign {
        case .icon(let icon, let tone): RoundIcon(icon: icon, tone: tone)
        case .ring(let done, let of): ProgressRing(done: done, of: of)
        case .none: EmptyView()
        }
    }
}

/// How far something is: a ring that fills. The words beside it say the same.
struct ProgressRing: View {
    let done: Int
    let of: Int

    var body: some View {
        ZStack {
            Circle().stroke(Color.line, lineWidth: 3)
            Circle().trim(from: 0, to: of == 0 ? 0 : CGFloat(done) / CGFloat(of)).rotation(.degrees(-90))
                .stroke(Color.accent, lineWidth: 3)
        }
        .frame(width: 28, height: 28)
        .frame(width: 40, height: 40)
        .accessibilityHidden(true)
    }
}

/// How far something is, on a line. The words beside it say the same.
struct ProgressLine: View {
    let done: Int
    let of: Int
    var on = Color.accent
    var off = Color.line

    var body: some View {
        Capsule().fill(off)
            .overlay {
                Capsule().fill(on)
                    .scaleEffect(x: of == 0 ? 0 : CGFloat(done) / CGFloat(of), anchor: .leading)
            }
            .clipShape(Capsule())
            .frame(height: 6)
            .accessibilityHidden(true)
    }
}

/// Progress through the cards of a unit: a short bar a card, and one long bar where there are more than 12.
struct Segments: View {
    let done: Int
    let of: Int

    var body: some View {
        Group {
            if of > 12 {
                ProgressLine(done: done, of: of)
            } else {
                HStack(spacing: 4) {
                    ForEach(0..<of, id: \.self) { Capsule().fill($0 < done ? Color.accent : .line).frame(height: 4) }
                }
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(words("step_of", done, of))
    }
}
