import Observation
import Saywell

/// A quiz on its way: an item, what its answers came to, and the next one.
@MainActor @Observable
public final class QuestionModel {
    public enum Turn: Sendable {
        case question(Question)
        case said(QuizFeedback)
        /// Every item is answered.
        case over
        /// The person began anew instead.
        case left
    }

    public let turn: Asked<Turn>
    public let pick: Pick

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let attempt: String

    public init(_ shell: Shell, attempt: String) {
        let route = Route.quiz(.question(attempt: attempt))
        let pick = Pick(shell, on: route)
        self.shell = shell
        self.attempt = attempt
        self.pick = pick
        // The same answer again has the same feedback: so it comes back after a death.
        turn = Asked(
            shell,
            asking: {
                guard shell.stack[kept: route, "answered"] != nil, let item = pick.item else { return step(attempt) }
                return answer(attempt, item, pick.options)
            })
        turn.onAnswer = { [weak self] in self?.follow($0) }
    }

    /// From 1.
    public var number: Int { kept("number") }
    public var of: Int { kept("of") }

    public func choose(_ option: String, of question: Question) { pick.pick(option, of: question.kind) }

    public func check() async {
        guard let item = pick.item, !pick.options.isEmpty else { return }
        await turn.ask(answer(attempt, item, pick.options))
    }

    public func next() async {
        shell.stack[kept: route, "answered"] = nil
        pick.forget()
        await turn.open()
    }

    private func follow(_ turn: Turn) {
        switch turn {
        case .question(let question):
            pick.begin(question.item)
            shell.stack[kept: route, "answered"] = nil
            shell.stack[kept: route, "number"] = "\(question.number)"
            shell.stack[kept: route, "of"] = "\(question.of)"
        case .said: shell.stack[kept: route, "answered"] = "1"
        case .over: shell.stack.replace(.quiz(.result(attempt: attempt)))
        case .left: shell.stack.pop()
        }
    }

    private var route: Route { .quiz(.question(attempt: attempt)) }
    private func kept(_ name: String) -> Int { shell.stack[kept: route, name].flatMap { Int($0) } ?? 0 }
}

private func step(_ attempt: String) -> Verb<QuestionModel.Turn> {
    { saywell, _ in
        do {
            switch try saywell.quiz().quizStep(attempt: attempt) {
            case .question(let question): return .question(question)
            case .finished: return .over
            }
        } catch SaywellError.OutOfDate {
            return .left
        }
    }
}

/// Where the item was answered otherwise meanwhile, the attempt is shown where it stands now.
private func answer(_ attempt: String, _ item: String, _ options: [String]) -> Verb<QuestionModel.Turn> {
    { saywell, now in
        do {
            return .said(try saywell.quiz().answerItem(attempt: attempt, item: item, options: options, now: now))
        } catch SaywellError.OutOfDate {
            return try step(attempt)(saywell, now)
        }
    }
}
