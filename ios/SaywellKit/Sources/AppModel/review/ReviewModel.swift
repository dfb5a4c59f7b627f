import Observation
import Saywell

/// Looking back: what comes up again today, one thing at a time.
@MainActor @Observable
public final class ReviewModel {
    public enum Turn: Sendable {
        case ask(ReviewStep)
        case said(QuizFeedback)
    }

    @ObservationIgnored public private(set) lazy var turn = makeTurn()
    public let pick: Pick

    /// How much is left today, what is seen counted.
    public private(set) var due = 0

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        pick = Pick(shell, on: .review)
    }

    /// The technique whose answer is seen.
    public private(set) var seen: String? {
        get { shell.stack[kept: .review, "seen"] }
        set { shell.stack[kept: .review, "seen"] = newValue }
    }

    public func choose(_ option: String, of kind: ItemKind) { pick.pick(option, of: kind) }

    public func check() async {
        guard let item = pick.item, !pick.options.isEmpty else { return }
        let options = pick.options
        await turn.ask { saywell, now in
            .said(try saywell.review().answerReview(item: item, options: options, now: now))
        }
    }

    public func next() async {
        pick.forget()
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

    /// The reasons stay while their sources are read: what was answered is not due any more.
    private var opening: Verb<Turn> {
        guard case .said(let said) = turn.record else { return step }
        return { _, _ in .said(said) }
    }

    private func follow(_ turn: Turn) {
        guard case .ask(let step) = turn else { return }
        due = Int(step.due)
        switch step.ask {
        case .item(let item, _, _, _): pick.begin(item)
        case .technique(let technique, _, _, _, _): if technique != seen { seen = nil }
        case nil: break
        }
    }
}

private let step: Verb<ReviewModel.Turn> = { saywell, now in .ask(try saywell.review().reviewStep(now: now)) }
