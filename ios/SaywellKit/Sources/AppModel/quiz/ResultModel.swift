import Observation
import Saywell

/// The end of a quiz: what went well, and what is worth another look.
@MainActor @Observable
public final class ResultModel {
    public let step: Asked<QuizStep>

    public init(_ shell: Shell, attempt: String) {
        step = Asked(shell) { saywell, _ in try saywell.quiz().quizStep(attempt: attempt) }
        // The course was exchanged, and asks more.
        step.onAnswer = { step in
            if case .question = step { shell.stack.replace(.quiz(.question(attempt: attempt))) }
        }
    }
}
