import Saywell

/// The first try is a solid line, the second a dotted one beside it.
public enum Lane: CaseIterable, Sendable { case one, two }

/// A row of the tree of tries: a line of the person's own that can be gone back to, or how a try stands at its end.
public struct TryRow: Sendable {
    public enum Words: Sendable {
        case said([TextSpan])
        case ended(EndingKind)
        case goesOn
    }

    /// Of which try it is.
    public enum Part: Equatable, Sendable {
        case only
        case both
        case number(Int)
    }

    public let words: Words
    public let part: Part
    public let way: Try
    /// How many lines were said before it; none at the end of a try.
    public let after: Int?

    public let lane: Lane
    /// Lanes that come from above, and that go on below.
    public let above: Set<Lane>
    public let below: Set<Lane>
    /// The second lane begins here.
    public let branches: Bool

    public var isEnding: Bool { if case .ended = words { true } else { false } }
}

extension TriesModel.Tried {
    /// What both begin with, then how the second goes on, then the first, as their lanes lie side by side.
    public var rows: [TryRow] {
        guard let one else { return [] }
        guard let other else { return rows(of: one, from: 0, .only, .one, passes: [], isJoined: false) }
        let shared = own(one, 0..<together)
        let start = shared.enumerated().map { index, line in
            TryRow(
                words: .said(line.said.say), part: .both, way: one, after: line.after, lane: .one,
                above: index == 0 ? [] : [.one], below: [.one], branches: index == shared.count - 1)
        }
        let isJoined = !start.isEmpty
        return start
            + rows(
                of: other, from: together, .number(number(other)), .two, passes: isJoined ? [.one] : [], isJoined: isJoined)
            + rows(of: one, from: together, .number(number(one)), .one, passes: [], isJoined: isJoined)
    }

    /// The lines of one way after so many lines, and its end. `passes` are lanes that run by.
    private func rows(
        of way: Try, from start: Int, _ part: TryRow.Part, _ lane: Lane, passes: Set<Lane>, isJoined: Bool
    ) -> [TryRow] {
        let joined = passes.union([lane])
        let lines = own(way, start..<way.said.count).enumerated().map { index, line in
            TryRow(
                words: .said(line.said.say), part: part, way: way, after: line.after, lane: lane,
                above: index > 0 || isJoined ? joined : passes, below: joined, branches: false)
        }
        let end = TryRow(
            words: way.ending.map { .ended($0.kind) } ?? .goesOn, part: part, way: way, after: nil, lane: lane,
            above: lines.isEmpty && !isJoined ? passes : joined, below: passes, branches: false)
        return lines + [end]
    }

    /// The person's own lines, each with how many were said before it.
    private func own(_ way: Try, _ range: Range<Int>) -> [(after: Int, said: Said)] {
        way.said.enumerated().filter { range.contains($0.offset) && $0.element.own }.map { ($0.offset, $0.element) }
    }
}
