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
    /// When, where, the first words, the offer, the way out; none before the first answer.
    public private(set) var drafts: [Draft] = []

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
    public var hasWords: Bool { drafts.contains { !$0.words.isBlank } }

    /// The question before it is deleted is open.
    public var isSure: Bool {
        get { deletion.isAsked }
        set { deletion.isAsked = newValue }
    }

    /// The page is left.
    public func leave() async {
        for draft in drafts { await draft.send() }
    }

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
        for draft in drafts { draft.drop() }
        let id = id
        await found.ask { saywell, now in
            try saywell.journal().deletePlan(id: id)
            return Found(questions: try saywell.journal().planQuestions(now: now), plan: nil, isDeleted: true)
        }
    }

    private var deletion: Deletion { Deletion(shell: shell, route: .journal(.plan(id: id))) }

    private func show(_ answer: Found) {
        if answer.isDeleted { return shell.stack.pop() }
        guard drafts.isEmpty else { return }
        let page = PlanPage(answer.plan?.fields)
        drafts = page.words.indices.map { draft($0, of: page) }
    }

    /// One field changed is the whole plan written: what is typed in the others follows with their own drafts.
    private func draft(_ index: Int, of page: PlanPage) -> Draft {
        let (id, found) = (id, found)
        return Draft(shell, page.words[index], savesBlank: true) { words in
            page.words[index] = words
            guard let fields = page.fields else { return }
            await found.tell { saywell, now in _ = try saywell.journal().writePlan(id: id, fields: fields, now: now) }
        }
    }
}

/// More plans than a person has.
private let allPlans: UInt32 = 10_000

/// The five fields as they were saved last.
@MainActor private final class PlanPage {
    var words: [String]

    init(_ fields: PlanFields?) {
        words = fields.map { [$0.time, $0.place, $0.opening, $0.offer, $0.exit] } ?? Array(repeating: "", count: 5)
    }

    /// Nothing where there is no word.
    var fields: PlanFields? {
        guard words.contains(where: { !$0.isBlank }) else { return nil }
        return PlanFields(time: words[0], place: words[1], opening: words[2], offer: words[3], exit: words[4])
    }
}
