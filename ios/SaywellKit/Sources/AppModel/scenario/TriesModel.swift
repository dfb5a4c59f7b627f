import Observation
import Saywell

/// The ways through a talk that were tried: to go to one, to go back to a line, or to hold two side by side. Nothing is erased.
@MainActor @Observable
public final class TriesModel {
    /// All tries, and the one that is seen, or the two.
    public struct Tried: Sendable {
        public let all: [Try]
        public let one: Try?
        public let other: Try?
        /// Lines that both begin with.
        public let together: Int
        /// The talk stands elsewhere now: the page is left for it.
        fileprivate let isLeft: Bool

        /// Which try it is, from 1.
        public func number(_ way: Try) -> Int { (all.firstIndex { $0.tip == way.tip } ?? 0) + 1 }
    }

    public let tried: Asked<Tried>

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let run: String

    public init(_ shell: Shell, run: String) {
        self.shell = shell
        self.run = run
        // What was picked before the death of the process is seen again.
        let picked = shell.stack[kept: .scenario(.tries(run: run)), "picked"].map(tips)
        tried = Asked(shell) { saywell, _ in try look(saywell, run, picked) }
        tried.onAnswer = { tried in
            guard tried.isLeft else { return }
            // The talk lies below this page, or its look back does: either way it goes on from there.
            shell.stack.pop()
            shell.stack.replace(.scenario(.talk(run: run)))
        }
    }

    /// Sees this try too. The one that was picked first gives way.
    public func pick(_ way: Try) async {
        guard let seen = tried.record, ![seen.one?.tip, seen.other?.tip].contains(way.tip) else { return }
        let (run, both) = (run, [picked?.last ?? seen.other?.tip ?? way.tip, way.tip])
        picked = both
        row = nil
        await tried.ask { saywell, _ in try look(saywell, run, both) }
    }

    /// The row of the tree that is picked.
    public var row: Int? {
        get { shell.stack[kept: route, "row"].flatMap { Int($0) } }
        set { shell.stack[kept: route, "row"] = newValue.map { "\($0)" } }
    }

    /// To the end of a try, or back to where one of its lines is said.
    public func go(from row: TryRow) async {
        let (run, picked, tip, after) = (run, picked, row.way.tip, row.after)
        await tried.ask { saywell, now in
            _ = try saywell.scenario().goToTry(run: run, tip: tip, now: now)
            if let after { _ = try saywell.scenario().rewind(run: run, after: UInt16(clamping: after), now: now) }
            return try look(saywell, run, picked, isLeft: true)
        }
    }

    private var route: Route { .scenario(.tries(run: run)) }

    private var picked: [Int64]? {
        get { shell.stack[kept: route, "picked"].map(tips) }
        set { shell.stack[kept: route, "picked"] = newValue?.map { "\($0)" }.joined(separator: " ") }
    }
}

private func tips(_ kept: String) -> [Int64] { kept.split(separator: " ").compactMap { Int64($0) } }

private func look(_ saywell: Saywell, _ run: String, _ picked: [Int64]?, isLeft: Bool = false) throws -> TriesModel.Tried {
    let seen = try saywell.scenario().compareTries(run: run, picked: picked ?? [])
    return TriesModel.Tried(
        all: try saywell.scenario().tries(run: run), one: seen?.one, other: seen?.other, together: Int(seen?.together ?? 0),
        isLeft: isLeft)
}
