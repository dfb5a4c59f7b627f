import Observation
import Saywell

/// Looking back: what comes up again today, one thing at a time.
@MainActor @Observable
public final class ReviewModel {
    public enum Turn: Sendable {
        case ask(ReviewStep)
        /// What an answer came to, and when it was given.
        case said(QuizFeedback, at: Moment)
    }

    @ObservationIgnored public private(set) lazy var turn = makeTurn()
    public let pick: Pick

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        pick = Pick(shell, on: .review)
    }

    /// How much is left today, what is seen counted.
    public private(set) var due: Int {
        get { shell.stack[kept: .review, "due"].flatMap { Int($0) } ?? 0 }
        set { shell.stack[kept: .review, "due"] = "\(newValue)" }
    }

    /// The technique whose answer is seen.
    public private(set) var seen: String? {
        get { shell.stack[kept: .review, "seen"] }
        set { shell.stack[kept: .review, "seen"] = newValue }
    }

    public func choose(_ option: String, of kind: ItemKind) { pick.pick(option, of: kind) }

    public func check() async {
        guard let item = pick.item, !pick.options.isEmpty else { return }
        await turn.ask(answer(item, pick.options, at: shell.ports.time.now()))
    }

    public func next() async {
        forget()
        await turn.ask(step)
    }

    public func seeAnswer(of technique: String) { seen = technique }

    /// Whether the technique came to mind.
    public func rate(_ technique: String, recalled: Bool) async {
        await turn.ask { saywell, now in
            .ask(try saywell.review().rateTechnique(technique: technique, recalled: recalled, now: now))
        }
    }

    public func leave() { shell.stack.pop() }

    private func makeTurn() -> Asked<Turn> {
        let turn = Asked(shell, asking: { [weak self] in self?.opening ?? step })
        turn.onAnswer = { [weak self] in self?.follow($0) }
        return turn
    }

    /// The same answer at the same moment has the same reasons: so they come back after a look at their sources, and after a death.
    /// Where the course was exchanged, or the item was answered otherwise, what is due now is shown.
    private var opening: Verb<Turn> {
        guard let moment = shell.stack.reviewed, let item = pick.item else { return step }
        let again = answer(item, pick.options, at: moment)
        return { saywell, now in
            do {
                return try again(saywell, now)
            } catch SaywellError.OutOfDate, SaywellError.NotFound {
                return try step(saywell, now)
            }
        }
    }

    private func forget() {
        shell.stack.reviewed = nil
        pick.forget()
    }

    private func follow(_ turn: Turn) {
        switch turn {
        case .ask(let step): begin(step)
        case .said(_, let moment): shell.stack.reviewed = moment
        }
    }

    private func begin(_ step: ReviewStep) {
        if shell.stack.reviewed != nil { forget() }
        due = Int(step.due)
        switch step.ask {
        case .item(let item, _, _, _): pick.begin(item)
        case .technique(let technique, _, _, _, _): if technique != seen { seen = nil }
        case nil: break
        }
    }
}

private let step: Verb<ReviewModel.Turn> = { saywell, now in .ask(try saywell.review().reviewStep(now: now)) }

private func answer(_ item: String, _ options: [String], at moment: Moment) -> Verb<ReviewModel.Turn> {
    { saywell, _ in
        .said(try saywell.review().answerReview(item: item, options: options, now: moment), at: moment)
    }
}

extension Stack {
    /// When the item on the page of looking back was answered; nothing while it is not.
    var reviewed: Moment? {
        get { self[kept: .review, "answered"].flatMap(Moment.init(kept:)) }
        set { self[kept: .review, "answered"] = newValue?.kept }
    }
}
