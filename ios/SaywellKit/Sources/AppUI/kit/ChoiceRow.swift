import Saywell
import SwiftUI

/// How a choice stands. The words and icons say it too, never the colour alone.
enum Standing {
    case idle, picked, pickedWell, worksWell, notQuite, other, wayOut

    /// It can be pressed.
    var isOpen: Bool { self == .idle || self == .picked || self == .wayOut }

    fileprivate var ground: Color {
        switch self {
        case .idle, .other: .surface
        case .picked, .pickedWell, .worksWell: .accentSoft
        case .notQuite: .againSoft
        case .wayOut: .clear
        }
    }

    fileprivate var edge: (Color, CGFloat) {
        switch self {
        case .idle, .wayOut: (.control, Size.edgeControl)
        case .picked, .pickedWell, .worksWell: (.accent, Size.edgeChosen)
        case .notQuite: (.again, Size.edgeChosen)
        case .other: (.line, Size.edge)
        }
    }

    fileprivate var sign: (Icon, Color)? {
        switch self {
        case .picked, .pickedWell, .worksWell: (.check, .onAccentSoft)
        case .notQuite: (.turn, .again)
        case .idle, .other, .wayOut: nil
        }
    }

    fileprivate var tag: (String, Color)? {
        switch self {
        case .pickedWell: ("picked_well", .onAccentSoft)
        case .worksWell: ("works_well", .onAccentSoft)
        case .notQuite: ("not_quite", .again)
        case .idle, .picked, .other, .wayOut: nil
        }
    }
}

/// One answer among several: to pick, or after picking with what it came to and why.
struct ChoiceRow: View {
    let text: String
    var standing = Standing.idle
    var reason: String?
    /// As `reason`, in words of the course, which may lead somewhere.
    var why: [TextSpan]?
    let act: @MainActor () -> Void

    var body: some View {
        if standing.isOpen {
            Button(action: act) { box }
                .buttonStyle(.plain)
                .accessibilityAddTraits(standing == .picked ? .isSelected : [])
        } else {
            // A word that leads somewhere is reached by itself.
            box.accessibilityElement(children: leads ? .contain : .combine)
        }
    }

    private var reasonInk: Color? { standing == .notQuite ? .ink : nil }

    private var leads: Bool { why?.contains { if case .link = $0 { true } else { false } } ?? false }

    private var box: some View {
        HStack(spacing: 12) {
            if standing == .wayOut { IconView(.pause, size: 20).foregroundStyle(Color.ink) }
            VStack(alignment: .leading, spacing: 2) {
                if let (tag, ink) = standing.tag { Text(words(tag)).style(.caption, ink) }
                Text(text).style(standing.tag == nil ? .body : .section, standing == .picked ? .onAccentSoft : nil)
                if let reason { Text(reason).style(.small, reasonInk) }
                if let why { ProseLine(why, .small, reasonInk) }
            }
            if let (icon, ink) = standing.sign { IconView(icon).foregroundStyle(ink) }
        }
        .padding(.horizontal, Size.side)
        .padding(.vertical, 12)
        .frame(minHeight: Size.row)
        .background(standing.ground, in: .rect(cornerRadius: Size.roundChoice))
        .overlay { RoundedRectangle(cornerRadius: Size.roundChoice).strokeBorder(standing.edge.0, style: stroke) }
        .contentShape(Rectangle())
    }

    private var stroke: StrokeStyle {
        StrokeStyle(lineWidth: standing.edge.1, dash: standing == .wayOut ? [6, 4] : [])
    }
}
