import Observation
import Saywell

/// The quizzes, with how the person stands.
@MainActor @Observable
public final class QuizzesModel {
    public let quizzes: Asked<[QuizRow]>

    public init(_ shell: Shell) {
        quizzes = Asked(shell) { saywell, _ in try saywell.quiz().quizzes() }
    }
}

/// One quiz: where it is begun, gone on with, or looked back at.
@MainActor @Observable
public final class QuizModel {
    public struct Stand: Sendable {
        /// None where the course was exchanged.
        public let quiz: QuizRow?
        /// The newest attempts that were finished, newest first.
        public let history: [Attempt]
        /// Where a begin leads.
        fileprivate let begun: QuizStep?
    }

    public let stand: Asked<Stand>

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let quiz: String

    public init(_ shell: Shell, quiz: String) {
        self.shell = shell
        self.quiz = quiz
        stand = Asked(shell) { saywell, _ in try standing(of: quiz, saywell) }
        stand.onAnswer = { stand in
            if stand.quiz == nil { return shell.stack.pop() }
            switch stand.begun {
            case .question(let question): shell.stack.push(.quiz(.question(attempt: question.attempt)))
            case .finished(let result): shell.stack.push(.quiz(.result(attempt: result.attempt.id)))
            case nil: break
            }
        }
    }

    /// Goes on with the attempt that is open, or begins one.
    public func begin() async {
        let (quiz, fresh, seed) = (quiz, shell.ports.chance.freshId(), shell.ports.chance.seed())
        await stand.ask { saywell, now in
            let step = try saywell.quiz().openQuiz(quiz: quiz, fresh: fresh, seed: seed, now: now)
            return try standing(of: quiz, saywell, begun: step)
        }
    }

    /// Leaves the attempt that is open, and begins another one.
    public func beginAnew() async {
        let (quiz, fresh, seed) = (quiz, shell.ports.chance.freshId(), shell.ports.chance.seed())
        await stand.ask { saywell, now in
            let step = try saywell.quiz().beginQuizAnew(quiz: quiz, fresh: fresh, seed: seed, now: now)
            return try standing(of: quiz, saywell, begun: step)
        }
    }
}

/// Ten earlier attempts are shown.
private func standing(of id: String, _ saywell: Saywell, begun: QuizStep? = nil) throws -> QuizModel.Stand {
    let quiz = try saywell.quiz().quizzes().first { $0.id == id }
    return try QuizModel.Stand(quiz: quiz, history: saywell.quiz().quizHistory(quiz: id, limit: 10), begun: begun)
}
