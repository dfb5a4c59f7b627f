import Observation
import Saywell

/// One session of the log, and what may be done with it.
@MainActor @Observable
public final class SessionModel {
    public struct Answer: Sendable {
        public let session: Session
        /// Of its script, where the course still has it.
        public let title: String?
    }

    /// What is to be deleted.
    public enum Part: String, Sendable { case one, day }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let id: String
    @ObservationIgnored private var isGone = false

    public init(_ shell: Shell, id: String) {
        self.shell = shell
        self.id = id
        asked = Asked(shell) { saywell, _ in
            guard let session = try saywell.relaxation().relaxationLog(limit: .max).first(where: { $0.id == id }) else {
                throw SaywellError.NotFound(kind: "session")
            }
            return Answer(session: session, title: try titles(of: [session.script], saywell)[session.script])
        }
    }

    /// What the person was asked about, and has not said.
    public var part: Part? {
        get { shell.stack[kept: .relaxation(.session(id: id)), "part"].flatMap(Part.init) }
        set { shell.stack[kept: .relaxation(.session(id: id)), "part"] = newValue?.rawValue }
    }

    public func delete() async {
        guard let part, let session = asked.record?.session, !isGone else { return }
        await asked.tell { saywell, _ in
            switch part {
            case .one: try saywell.relaxation().deleteRelaxation(id: session.id)
            case .day: _ = try saywell.relaxation().deleteRelaxationDay(day: session.day)
            }
        }
        guard asked.problem == nil else { return }
        isGone = true
        shell.layPlan()
        shell.stack.pop()
    }
}
