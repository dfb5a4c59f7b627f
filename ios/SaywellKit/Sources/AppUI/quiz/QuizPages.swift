import AppModel
import SwiftUI

extension WordTable { static let quiz = WordTable("Quiz") }

/// The page of each route of quizzes.
struct QuizPages: View {
    @Environment(Shell.self) private var shell
    let route: QuizRoute

    var body: some View {
        switch route {
        case .quizzes: QuizzesScreen(QuizzesModel(shell))
        case .quiz(let id): QuizScreen(QuizModel(shell, quiz: id))
        case .question(let attempt): QuestionScreen(QuestionModel(shell, attempt: attempt))
        case .result(let attempt): ResultScreen(ResultModel(shell, attempt: attempt))
        }
    }
}
