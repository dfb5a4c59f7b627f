import Observation
import Saywell

/// After a session: how tense now, how long it was, and the line to take along.
///
/// As long as the engine has the session running the question is open; leaving the page in any way answers it with nothing.
@MainActor @Observable
public final class AfterModel {
    public struct Answer: Sendable {
        public let playing: Playing
        /// The title of the help card to open.
        public let help: String?

        /// The person is asked.
        public var isOpen: Bool { playing.session.outcome == .running }

        /// What a script gives to take along.
        public var line: [String] {
            guard playing.session.outcome == .finished else { return [] }
            return playing.timeline.cues.filter { $0.block == "link" && !$0.say.isEmpty }.map(\.say)
        }
    }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let chosen: ChosenRelaxation
    @ObservationIgnored private let elapsedMs: Int64

    public init(_ shell: Shell, _ chosen: ChosenRelaxation, elapsedMs: Int64) {
        self.shell = shell
        self.chosen = chosen
        self.elapsedMs = elapsedMs
        asked = Asked(shell) { saywell, now in
            let answer = try known(chosen, saywell, now)
            guard answer.isOpen, chosen.length == .calm else { return answer }
            // Nothing is asked after the three minutes.
            _ = try saywell.relaxation().finishRelaxation(id: chosen.id, elapsedMs: elapsedMs, after: nil)
            return try known(chosen, saywell, now)
        }
    }

    /// What the person is about to answer, 0 to 10.
    public var tension: Tension? {
        get { shell.stack[kept: route, "tension"].flatMap { Tension($0) } }
        set { shell.stack[kept: route, "tension"] = newValue.map { "\($0)" } }
    }

    private var route: Route { .relaxation(.after(chosen, elapsedMs: elapsedMs)) }

    /// Answers the question, with nothing if the person skips it.
    public func finish(_ tension: Tension?) async {
        let (chosen, elapsedMs) = (chosen, elapsedMs)
        await asked.ask { saywell, now in
            _ = try saywell.relaxation().finishRelaxation(id: chosen.id, elapsedMs: elapsedMs, after: tension)
            return try known(chosen, saywell, now)
        }
        shell.layPlan()
    }

    /// The page is left.
    public func leave() async {
        guard asked.record?.isOpen == true else { return }
        let (chosen, elapsedMs) = (chosen, elapsedMs)
        await asked.tell { saywell, _ in
            _ = try saywell.relaxation().finishRelaxation(id: chosen.id, elapsedMs: elapsedMs, after: nil)
        }
        shell.layPlan()
    }
}

/// The session that is there: the same id starts it no second time.
private func known(_ chosen: ChosenRelaxation, _ saywell: Saywell, _ now: Moment) throws -> AfterModel.Answer {
    let playing = try saywell.relaxation().startRelaxation(start: chosen.start, now: now)
    return AfterModel.Answer(playing: playing, help: try playing.door.flatMap { try saywell.lesson().title(id: $0) })
}
