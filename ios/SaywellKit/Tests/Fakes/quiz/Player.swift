import AppModel
import Foundation
import Saywell

public let firstQuiz = "quiz/talk-it-through"

extension TestPhone {
    /// What someone answered before: the first option each time, until an item is wanted.
    public func play(to wanted: @escaping @Sendable (Question) -> Bool) async throws -> Question {
        let fresh = UUID().uuidString
        return try await before { saywell, now in
            let quizzes = saywell.quiz()
            var step = try quizzes.openQuiz(quiz: firstQuiz, fresh: fresh, seed: 1, now: now)
            while case .question(let question) = step {
                if wanted(question) { return question }
                step = try quizzes.past(question, [question.options[0].id], now)
            }
            throw NotAllowed()
        }
    }

    /// A whole attempt; with `well` all goes well, else the first option is picked each time.
    public func playAll(well: Bool = false) async throws -> QuizResult {
        let fresh = UUID().uuidString
        let fits = well ? try await whatFits() : [:]
        return try await before { saywell, now in
            try saywell.quiz().all(fresh, now) { fits[$0.item] ?? [$0.options[0].id] }
        }
    }

    /// What someone did ten days ago: a unit, and some of a quiz. Its items and its techniques are due by now.
    public func learnSome() async throws {
        _ = try await play { $0.number == 5 }
        _ = try await readAll("lesson/education")
        time.pass(seconds: 10 * 86_400)
    }

    /// The reasons of an attempt say what fits.
    private func whatFits() async throws -> [String: [String]] {
        let fresh = UUID().uuidString
        return try await before { saywell, now in
            var fits: [String: [String]] = [:]
            var step = try saywell.quiz().beginQuizAnew(quiz: firstQuiz, fresh: fresh, seed: 1, now: now)
            while case .question(let question) = step {
                let said = try saywell.quiz().answerItem(
                    attempt: question.attempt, item: question.item, options: [question.options[0].id], now: now)
                fits[said.item] = said.options.filter(\.right).map(\.id)
                step = try saywell.quiz().quizStep(attempt: question.attempt)
            }
            return fits
        }
    }
}

extension QuizVerbs {
    fileprivate func past(_ question: Question, _ options: [String], _ now: Moment) throws -> QuizStep {
        _ = try answerItem(attempt: question.attempt, item: question.item, options: options, now: now)
        return try quizStep(attempt: question.attempt)
    }

    fileprivate func all(_ fresh: String, _ now: Moment, _ answer: (Question) -> [String]) throws -> QuizResult {
        var step = try beginQuizAnew(quiz: firstQuiz, fresh: fresh, seed: 1, now: now)
        while case .question(let question) = step { step = try past(question, answer(question), now) }
        guard case .finished(let result) = step else { throw NotAllowed() }
        return result
    }
}
