import Observation
import Saywell

/// The end of a talk alone: how it ended, what was used, where another way was open, and doors to help. No points.
@MainActor @Observable
public final class DebriefModel {
    /// Without a debrief the talk goes on: it may have been taken back on another page, or end elsewhere since the course was edited.
    public struct Ended: Sendable {
        public let talk: TalkView
        public let debrief: Debrief?
        /// The names of the ways of talking, by their ids.
        public let names: [String: String]
    }

    public let ended: Asked<Ended>

    public let run: String

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell, run: String) {
        self.shell = shell
        self.run = run
        ended = Asked(shell, ending { saywell, now in try saywell.scenario().talk(run: run, now: now) })
        ended.onAnswer = { if $0.debrief == nil { shell.stack.replace(.scenario(.talk(run: run))) } }
    }

    /// Back to where so many lines had been said, to try another way.
    public func tryAnotherWay(after: UInt16) async {
        let run = run
        await ended.ask(
            ending { saywell, now in try saywell.scenario().rewind(run: run, after: after, now: now) })
    }

    public func playAgain() {
        guard let scenario = ended.record?.talk.scenario else { return }
        shell.stack.replace(.scenario(.scenario(id: scenario, together: false)))
    }
}

/// The talk after a verb, and what to look at if it has ended.
private func ending(_ verb: @escaping Verb<TalkView>) -> Verb<DebriefModel.Ended> {
    { saywell, now in
        let talk = try verb(saywell, now)
        guard talk.ending != nil else { return DebriefModel.Ended(talk: talk, debrief: nil, names: [:]) }
        let debrief = try saywell.scenario().debrief(run: talk.run, now: now)
        let ways = debrief.used.map(\.technique) + debrief.otherWays.map(\.technique) + [debrief.suggestion].compactMap { $0 }
        var names: [String: String] = [:]
        for way in Set(ways) { names[way] = try saywell.lesson().title(id: way) }
        return DebriefModel.Ended(talk: talk, debrief: debrief, names: names)
    }
}
