import Observation
import Saywell

/// A plan for a talk: five fields that save themselves, a way to practise, and a way to share.
@MainActor @Observable
public final class PlanModel {
    public struct Found: Sendable {
        public let questions: PlanQuestions
        /// None while nothing is written.
        public let plan: Plan?
        fileprivate var isDeleted = false
    }

    public let found: Asked<Found>
    /// When, where, the first words, the offer, the way out, each a field; nothing before the first answer.
    public private(set) var draft: Draft?

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let id: String

    public init(_ shell: Shell, id: String) {
        self.shell = shell
        self.id = id
        found = Asked(shell) { saywell, now in
            let plan = try saywell.journal().plans(limit: allPlans).first { $0.id == id }
            return Found(questions: try saywell.journal().planQuestions(now: now), plan: plan)
        }
        found.onAnswer = { [weak self] in self?.show($0) }
    }

    /// A plan without a word is none.
    public var hasWords: Bool { draft?.fields.contains { !$0.isBlank } ?? false }

    /// The question before it is deleted is open.
    public var isSure: Bool {
        get { deletion.isAsked }
        set { deletion.isAsked = newValue }
    }

    /// The page is left.
    public func leave() async { await draft?.leave() }

    public func share() async {
        await leave()
        shell.stack.push(.journal(.share(plan: id)))
    }

    public func practise() async {
        await leave()
        shell.stack.go(.rehearse)
    }

    /// What was typed since is let go of as well.
    public func delete() async {
        draft?.drop()
        let id = id
        await found.ask { saywell, now in
            try saywell.journal().erasePlan(id)
            return Found(questions: try saywell.journal().planQuestions(now: now), plan: nil, isDeleted: true)
        }
    }

    private var deletion: Deletion { Deletion(shell: shell, route: .journal(.plan(id: id))) }

    private func show(_ answer: Found) {
        if answer.isDeleted { return shell.stack.pop() }
        guard draft == nil else { return }
        let id = id
        draft = shell.draft(of: "plan \(id)", answer.plan?.fields.inOrder ?? Array(repeating: "", count: 5)) { fields in
            { saywell, now in _ = try saywell.journal().writePlan(id: id, fields: PlanFields(inOrder: fields), now: now) }
        } erase: { saywell, _ in
            try saywell.journal().erasePlan(id)
        }
    }
}

/// More plans than a person has.
private let allPlans: UInt32 = 10_000

extension JournalVerbs {
    /// Deletes a plan. One that was never saved is not there.
    fileprivate func erasePlan(_ id: String) throws { do { try deletePlan(id: id) } catch SaywellError.NotFound {} }
}

extension PlanFields {
    fileprivate var inOrder: [String] { [time, place, opening, offer, exit] }

    fileprivate init(inOrder words: [String]) {
        self.init(time: words[0], place: words[1], opening: words[2], offer: words[3], exit: words[4])
    }
}
