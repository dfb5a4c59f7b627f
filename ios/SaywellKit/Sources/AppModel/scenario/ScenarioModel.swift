import Observation
import Saywell

/// What is read and asked before a talk: the safety note, the gate where there is one, the situation, and who plays whom.
@MainActor @Observable
public final class ScenarioModel {
    /// What is read, and the talks of this story that are going on: of one person, and of two.
    public struct Opened: Sendable {
        public let intro: ScenarioIntro
        public let alone: String?
        public let together: String?
        fileprivate let lead: Lead?
    }

    /// Where a verb led.
    fileprivate enum Lead: Sendable {
        case on(gate: String)
        case help(card: String)
        case talk(run: String)
        case pair(id: String)
    }

    public let opened: Asked<Opened>

    /// The answer that leads on. It is nowhere but here: neither the engine nor the stack ever holds it, so that it is asked again
    /// after the death of the process.
    public private(set) var gate: String?

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let route: Route
    @ObservationIgnored private let id: String
    @ObservationIgnored private let isForTwo: Bool

    public init(_ shell: Shell, id: String, together: Bool) {
        self.shell = shell
        self.id = id
        isForTwo = together
        route = .scenario(.scenario(id: id, together: together))
        opened = Asked(shell, opening(id) { _, _ in nil })
        opened.onAnswer = { [weak self] in self?.follow($0.lead) }
    }

    /// With someone, not on one's own.
    public var together: Bool {
        get { shell.stack[kept: route, "together"].map { $0 == "yes" } ?? isForTwo }
        set { shell.stack[kept: route, "together"] = newValue ? "yes" : "no" }
    }

    /// Which way the story can be, where it can be more than one.
    public var setup: String? {
        get { shell.stack[kept: route, "setup"] }
        set { shell.stack[kept: route, "setup"] = newValue }
    }

    /// The gate has led on, or there is none.
    public var isPastGate: Bool { gate != nil || opened.record?.intro.gate == nil }

    /// What has to be picked first is picked.
    public var isReady: Bool { setup != nil || opened.record?.intro.setup == nil }

    /// The talk that is going on.
    public var openTalk: String? { together ? opened.record?.together : opened.record?.alone }

    public func answerGate(_ door: String) async {
        let id = id
        await opened.ask(
            opening(id) { saywell, _ in
                let card = try saywell.scenario().answerScenarioGate(scenario: id, option: door)
                return if let card { .help(card: card) } else { .on(gate: door) }
            })
    }

    public func goOn() {
        guard let openTalk else { return }
        shell.stack.replace(.scenario(together ? .together(id: openTalk) : .talk(run: openTalk)))
    }

    public func beginAlone(_ side: Side) async {
        let begin = Begin(id: fresh("run \(side)"), scenario: id, side: side, setup: setup, gate: gate)
        let seed = shell.ports.chance.seed()
        await opened.ask(
            opening(id) { saywell, now in
                .talk(run: try saywell.scenario().beginTalk(begin: begin, seed: seed, now: now).run)
            })
    }

    public func beginTogether() async {
        let begin = BeginTogether(id: fresh("pair"), scenario: id, setup: setup, gate: gate)
        await opened.ask(
            opening(id) { saywell, now in .pair(id: try saywell.scenario().beginTogether(begin: begin, now: now).id) })
    }

    /// The id of what is about to begin, made once: a second ask begins the same.
    private func fresh(_ what: String) -> String {
        if let id = shell.stack[kept: route, what] { return id }
        let id = shell.ports.chance.freshId()
        shell.stack[kept: route, what] = id
        return id
    }

    private func follow(_ lead: Lead?) {
        switch lead {
        case .on(let door): gate = door
        case .help(let card): shell.stack.push(.help(.card(id: card)))
        case .talk(let run):
            shell.stack.replace(.scenario(.talk(run: run)))
            shell.stack.push(.scenario(.card(run: run)))
        case .pair(let id): shell.stack.replace(.scenario(.together(id: id)))
        case nil: break
        }
    }
}

/// What the page shows after a verb, and where that led.
private func opening(_ id: String, _ verb: @escaping Verb<ScenarioModel.Lead?>) -> Verb<ScenarioModel.Opened> {
    { saywell, now in
        let scenarios = saywell.scenario()
        let lead = try verb(saywell, now)
        return ScenarioModel.Opened(
            intro: try scenarios.scenario(id: id, now: now),
            alone: try scenarios.scenarios().first { $0.id == id }?.openRun,
            together: try scenarios.currentTogether(now: now).flatMap { $0.scenario == id ? $0.id : nil }, lead: lead)
    }
}
