import Observation
import Saywell

/// Rehearse: hard conversations to go on with or to begin, on one's own or with someone.
@MainActor @Observable
public final class RehearseModel {
    /// A talk in the list, and for how many minutes two people talk in it.
    public struct Row: Sendable {
        public let talk: ScenarioRow
        public let minutes: Int
    }

    /// All talks, and the ones that are going on: of one person, and of two.
    public struct Listed: Sendable {
        public let rows: [Row]
        public let alone: OpenTalk?
        public let together: OpenTalk?
    }

    public let listed: Asked<Listed>

    public init(_ shell: Shell) {
        listed = Asked(shell) { saywell, now in
            let scenarios = saywell.scenario()
            let rows = try scenarios.scenarios().map { talk in
                Row(talk: talk, minutes: Int(try scenarios.scenario(id: talk.id, now: now).minutes))
            }
            let both = try scenarios.currentTogether(now: now).map { pair in
                OpenTalk(run: pair.id, title: try saywell.lesson().title(id: pair.scenario) ?? "")
            }
            return Listed(rows: rows, alone: try saywell.progress().home(now: now).openTalk, together: both)
        }
    }
}
