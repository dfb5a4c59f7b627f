import Observation
import Saywell

/// All notes and plans.
@MainActor @Observable
public final class NotesModel {
    public struct Written: Sendable {
        public let plans: [Plan]
        public let notes: [Note]
        /// There may be older notes than these.
        public let hasOlder: Bool
    }

    public let written: Asked<Written>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        written = Asked(
            shell,
            asking: {
                let limit = UInt32(shell.stack.notesShown)
                return { saywell, _ in
                    let notes = try saywell.journal().notes(before: nil, limit: limit)
                    return Written(plans: try saywell.journal().plans(limit: 50), notes: notes, hasOlder: notes.count == limit)
                }
            })
    }

    /// Twenty more notes.
    public func showOlder() async {
        shell.stack.notesShown += Stack.someNotes
        await written.open()
    }

    public func write() { shell.stack.push(.journal(.note(id: shell.ports.chance.freshId()))) }

    /// To the question before a note is deleted.
    public func askToDelete(note id: String) {
        shell.stack.push(.journal(.note(id: id)))
        shell.stack[kept: .journal(.note(id: id)), Deletion.asked] = "1"
    }

    /// As for a note.
    public func askToDelete(plan id: String) {
        shell.stack.push(.journal(.plan(id: id)))
        shell.stack[kept: .journal(.plan(id: id)), Deletion.asked] = "1"
    }
}

extension Stack {
    fileprivate static var someNotes: Int { 20 }

    /// How many notes are shown; more when older ones were asked for.
    fileprivate var notesShown: Int {
        get { self[kept: .journal(.notes), "shown"].flatMap { Int($0) } ?? Self.someNotes }
        set { self[kept: .journal(.notes), "shown"] = "\(newValue)" }
    }
}
