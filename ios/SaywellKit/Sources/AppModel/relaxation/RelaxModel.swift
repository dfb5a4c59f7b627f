import Observation
import Saywell

/// Relax: how tense, which script, how long; and a session that was cut short, to go on with.
@MainActor @Observable
public final class RelaxModel {
    /// All scripts, the one that was played last, and a session to go on with.
    public struct Answer: Sendable {
        public let cards: [RelaxationCard]
        public let cutShort: Session?
        fileprivate let last: String?
    }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let picked: String?

    /// `picked` is the script that the page was come to for; nothing at the place of the bottom bar.
    public init(_ shell: Shell, picked: String? = nil) {
        self.shell = shell
        self.picked = picked
        asked = Asked(shell) { saywell, now in
            let relaxation = saywell.relaxation()
            return Answer(
                cards: try relaxation.relaxations(now: now), cutShort: try relaxation.currentRelaxation(now: now)?.session,
                last: try relaxation.relaxationLog(limit: 1).first?.script)
        }
    }

    /// How tense the person is, 0 to 10; nothing until they said so.
    public var tension: Tension? {
        get { self["tension"].flatMap { Tension($0) } }
        set { self["tension"] = newValue.map { "\($0)" } }
    }

    public var length: RelaxationLength {
        get { self["minutes"].flatMap { Int($0) }.flatMap(RelaxationLength.init) ?? .ten }
        set { self["minutes"] = "\(newValue.rawValue)" }
    }

    /// The script that is picked: by hand, by the way here, or as the last time.
    public var script: RelaxationCard? {
        let cards = asked.record?.cards ?? []
        let wished = [self["script"], picked, asked.record?.last]
        return wished.lazy.compactMap { id in cards.first { $0.id == id } }.first ?? cards.first
    }

    public func pick(_ script: String) { self["script"] = script }

    public func start() {
        guard let script else { return }
        let chosen = ChosenRelaxation(
            id: shell.ports.chance.freshId(), script: script.id, length: length, before: tension)
        tension = nil
        shell.stack.push(.relaxation(.running(chosen)))
    }

    /// On with the session that was cut short.
    public func goOn() {
        guard let session = asked.record?.cutShort else { return }
        shell.stack.push(.relaxation(.running(ChosenRelaxation(session))))
    }

    /// What is being chosen outlives the process.
    private subscript(name: String) -> String? {
        get {
            if let picked { return shell.stack[kept: .relaxation(.relaxation(id: picked)), name] }
            return shell.stack[kept: .relax, name]
        }
        set {
            if let picked {
                shell.stack[kept: .relaxation(.relaxation(id: picked)), name] = newValue
            } else {
                shell.stack[kept: .relax, name] = newValue
            }
        }
    }
}

extension ChosenRelaxation {
    init(_ session: Session) {
        let length = RelaxationLength.allCases.first { $0.form == session.form } ?? .ten
        self.init(id: session.id, script: session.script, length: length, before: session.before)
    }
}

/// The three minutes for a hard moment: nothing is asked. The course's first script has them.
@MainActor @Observable
public final class QuickCalmModel {
    public let script: Asked<String>

    public init(_ shell: Shell) {
        script = Asked(shell) { saywell, now in
            guard let first = try saywell.relaxation().relaxations(now: now).first else {
                throw SaywellError.NotFound(kind: "relaxation")
            }
            return first.id
        }
        script.onAnswer = { script in
            let chosen = ChosenRelaxation(id: shell.ports.chance.freshId(), script: script, length: .calm)
            shell.stack.replace(.relaxation(.running(chosen)))
        }
    }
}
