import AppModel
import SwiftUI

/// The lanes beside a row of the tries: lines from above and on below, and what the row is, in its lane. The words say the same.
struct LaneTrack: View {
    static let width: CGFloat = 60

    let row: TryRow

    var body: some View {
        ZStack {
            ForEach(Lane.allCases, id: \.self) { lane in
                if row.above.contains(lane) { line(lane, .top) }
                if row.below.contains(lane) { line(lane, .bottom) }
            }
            if row.branches { LaneLine(from: .one, to: .two, half: .bottom).stroke(Lane.two.ink, style: Lane.two.stroke) }
            node
        }
        .frame(width: LaneTrack.width)
        .flipsForRightToLeftLayoutDirection(true)
        .accessibilityHidden(true)
    }

    private func line(_ lane: Lane, _ half: LaneLine.Half) -> some View {
        LaneLine(from: lane, to: lane, half: half).stroke(lane.ink, style: lane.stroke)
    }

    @ViewBuilder private var node: some View {
        if row.isEnding {
            RoundedRectangle(cornerRadius: 4).fill(row.lane.ink).frame(width: 16, height: 16).offset(
                x: row.lane.at - LaneTrack.width / 2)
        } else {
            Circle().fill(Color.surface).overlay { Circle().strokeBorder(row.lane.ink, lineWidth: 4) }
                .frame(width: 18, height: 18)
                .offset(x: row.lane.at - LaneTrack.width / 2)
        }
    }
}

/// How a try is drawn in the tree, before its name.
struct LaneKey: View {
    let lane: Lane

    var body: some View {
        Rule().stroke(lane.ink, style: lane.stroke).frame(width: 24, height: 4).accessibilityHidden(true)
    }

    private struct Rule: Shape {
        nonisolated func path(in rect: CGRect) -> Path {
            var path = Path()
            path.move(to: CGPoint(x: rect.minX, y: rect.midY))
            path.addLine(to: CGPoint(x: rect.maxX, y: rect.midY))
            return path
        }
    }
}

/// From the middle of a row to its edge, along a lane or over to another.
private struct LaneLine: Shape {
    enum Half: Sendable { case top, bottom }

    let from: Lane
    let to: Lane
    let half: Half

    nonisolated func path(in rect: CGRect) -> Path {
        let end = half == .top ? rect.minY : rect.maxY
        let between = (rect.midY + end) / 2
        var path = Path()
        path.move(to: CGPoint(x: rect.minX + from.at, y: rect.midY))
        path.addCurve(
            to: CGPoint(x: rect.minX + to.at, y: end), control1: CGPoint(x: rect.minX + from.at, y: between),
            control2: CGPoint(x: rect.minX + to.at, y: between))
        return path
    }
}

extension Lane {
    fileprivate var ink: Color { self == .one ? .accent : .lane2 }

    fileprivate var stroke: StrokeStyle { StrokeStyle(lineWidth: 4, lineCap: .round, dash: self == .one ? [] : [1, 8]) }

    /// Points from the start of the row.
    fileprivate var at: CGFloat { self == .one ? 20 : 44 }
}
