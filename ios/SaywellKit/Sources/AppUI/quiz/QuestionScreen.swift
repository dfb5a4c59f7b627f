import AppModel
import Saywell
import SwiftUI

/// A quiz on its way: an item, what its answers came to, and the next one.
struct QuestionScreen: View {
    @State private var model: QuestionModel

    init(_ model: QuestionModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.of > 0 ? words("question_of", in: .quiz, model.number, model.of) : words("quiz")) {
            Shown(model.turn) { turn in
                Segments(done: model.number, of: model.of).padding(.bottom, 20)
                switch turn {
                case .question(let question): ask(question)
                case .said(let said): ReasonsBody(said: said).id("reasons \(said.item)")
                case .over, .left: EmptyView()
                }
            }
        } footer: {
            if let turn = model.turn.record { FooterBar { next(turn).disabled(model.turn.isAsking) } }
        }
        .fromTheTop(of: model.pick.item)
        .toolbar(.hidden, for: .tabBar)
    }

    private func ask(_ question: Question) -> some View {
        ItemBody(ask: question.ask, kind: question.kind, options: question.options, picked: model.pick.options) {
            model.choose($0, of: question)
        }
        .id(question.item)
    }

    @ViewBuilder private func next(_ turn: QuestionModel.Turn) -> some View {
        switch turn {
        case .question:
            Button(words("check", in: .quiz)) { Task { await model.check() } }
                .buttonStyle(PrimaryButton())
                .disabled(model.pick.options.isEmpty)
        case .said:
            Button(words(model.number < model.of ? "next_question" : "see_result", in: .quiz)) { Task { await model.next() } }
                .buttonStyle(PrimaryButton())
        case .over, .left: EmptyView()
        }
    }
}
