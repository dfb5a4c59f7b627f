import AppModel
import Saywell
import SwiftUI

/// The quizzes.
struct QuizzesScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: QuizzesModel

    init(_ model: QuizzesModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("quizzes", in: .quiz)) {
            Text(words("no_score", in: .quiz)).style(.small).padding(.top, 4)
            Shown(model.quizzes) { quizzes in
                ListCard {
                    ForEach(quizzes, id: \.id) { quiz in
                        if quiz.id != quizzes.first?.id { Divider() }
                        ListRow(title: quiz.title, detail: standing(quiz), sign: .icon(.learn, .lake)) {
                            shell.stack.push(.quiz(.quiz(id: quiz.id)))
                        }
                    }
                }
                .padding(.top, 16)
            }
        }
    }

    private func standing(_ quiz: QuizRow) -> String {
        if let answered = quiz.answered { return words("answered_of", in: .quiz, Int(answered), Int(quiz.items)) }
        if let last = quiz.last { return words("last_time", in: .quiz, last.inWords) }
        return words("questions", in: .quiz, Int(quiz.items))
    }
}

/// One quiz: where it is begun, gone on with, or looked back at.
struct QuizScreen: View {
    @State private var model: QuizModel

    init(_ model: QuizModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("quiz")) {
            Shown(model.stand) { stand in
                if let quiz = stand.quiz { show(quiz, stand.history) }
            }
        } footer: {
            if let quiz = model.stand.record?.quiz { footer(quiz).disabled(model.stand.isAsking) }
        }
    }

    @ViewBuilder private func show(_ quiz: QuizRow, _ history: [Attempt]) -> some View {
        Text(quiz.title).style(.title).heading().padding(.top, 4)
        Text(standing(quiz)).style(.small).padding(.top, 8)
        if quiz.answered == nil && quiz.last == nil {
            Text(words("no_score", in: .quiz)).style(.body).padding(.top, 16)
        }
        if !history.isEmpty {
            Text(words("before_this", in: .quiz)).style(.section).heading().padding(.top, 24)
            VStack(alignment: .leading, spacing: 8) {
                ForEach(history, id: \.id) { attempt in
                    Text(words("on_day", in: .quiz, attempt.started.wall.day.dateInWords, attempt.inWords)).style(.body)
                }
            }
            .card()
            .padding(.top, 8)
        }
    }

    private func standing(_ quiz: QuizRow) -> String {
        guard let answered = quiz.answered else { return words("questions", in: .quiz, Int(quiz.items)) }
        return words("answered_of", in: .quiz, Int(answered), Int(quiz.items))
    }

    private func footer(_ quiz: QuizRow) -> some View {
        FooterBar {
            Button(quiz.answered == nil ? words("begin", in: .quiz) : words("go_on")) { Task { await model.begin() } }
                .buttonStyle(PrimaryButton())
            if quiz.answered != nil {
                Button(words("begin_anew", in: .quiz)) { Task { await model.beginAnew() } }.buttonStyle(QuietButton())
            }
        }
    }
}

extension Attempt {
    fileprivate var inWords: String { words("went_well_of", in: .quiz, Int(right), Int(of)) }
}
