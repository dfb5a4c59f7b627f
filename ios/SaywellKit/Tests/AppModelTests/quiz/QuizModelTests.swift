import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// A quiz on the real engine and course; the process dies between every two steps.
@MainActor @Suite struct QuizModelTests {
    private let phone = TestPhone()

    private func open(_ attempt: String, _ shell: Shell) async -> QuestionModel {
        let model = QuestionModel(shell, attempt: attempt)
        await model.turn.open()
        return model
    }

    private func shell(at attempt: String) async -> Shell {
        let shell = await phone.opened()
        shell.stack.push(.quiz(.question(attempt: attempt)))
        return shell
    }

    @Test func goesThroughAQuizThroughDeaths() async throws {
        var shell = await phone.opened()
        let quiz = QuizModel(shell, quiz: firstQuiz)
        await quiz.stand.open()
        #expect(quiz.stand.record?.quiz?.answered == nil)
        await quiz.begin()
        guard case .quiz(.question(let attempt)) = shell.stack.path.last else { throw NotAllowed() }
        var right = 0, of = 0
        while case .quiz(.question) = shell.stack.path.last {
            var model = await open(attempt, shell)
            guard case .question(let question) = model.turn.record else { break }
            of += 1
            #expect(model.number == of && model.of == Int(question.of))
            #expect(model.pick.options.isEmpty)
            await model.check()
            model.choose(try #require(question.options.last).id, of: question)
            shell = await phone.reborn(shell)
            model = await open(attempt, shell)
            #expect(model.pick.options == question.options.last.map { [$0.id] })
            await model.check()
            shell = await phone.reborn(shell)
            model = await open(attempt, shell)
            guard case .said(let said) = model.turn.record else { throw NotAllowed() }
            #expect(said.item == question.item)
            if said.right { right += 1 }
            await model.next()
        }
        #expect(shell.stack.path == [.quiz(.result(attempt: attempt))])
        let result = ResultModel(shell, attempt: attempt)
        await result.step.open()
        guard case .finished(let end) = result.step.record else { throw NotAllowed() }
        #expect((Int(end.attempt.right), Int(end.attempt.of)) == (right, of))
        #expect(of > 1)
    }

    @Test func manyArePickedAndLetGo() async throws {
        let question = try await phone.play { $0.kind == .many }
        let model = await open(question.attempt, await shell(at: question.attempt))
        let (one, two) = (question.options[0].id, question.options[1].id)
        for id in [one, two, one] { model.choose(id, of: question) }
        #expect(model.pick.options == [two])
    }

    @Test func ofOneTheLastOneIsPicked() async throws {
        let question = try await phone.play { $0.kind == .one }
        let model = await open(question.attempt, await shell(at: question.attempt))
        for option in question.options { model.choose(option.id, of: question) }
        #expect(model.pick.options == question.options.last.map { [$0.id] })
    }

    @Test func whatWasAnsweredOtherwiseIsShownWhereItStands() async throws {
        let question = try await phone.play { $0.number == 2 }
        var shell = await shell(at: question.attempt)
        var model = await open(question.attempt, shell)
        model.choose(question.options[1].id, of: question)
        _ = try await shell.ask { saywell, now in
            try saywell.quiz().answerItem(
                attempt: question.attempt, item: question.item, options: [question.options[0].id], now: now)
        }
        await model.check()
        guard case .question(let next) = model.turn.record else { throw NotAllowed() }
        #expect(next.number == 3 && model.pick.options.isEmpty && model.turn.problem == nil)
        _ = try await shell.ask { saywell, now in
            try saywell.quiz().beginQuizAnew(quiz: firstQuiz, fresh: "anew", seed: 1, now: now)
        }
        shell = await phone.reborn(shell)
        model = await open(question.attempt, shell)
        #expect(shell.stack.path.isEmpty)
    }

    @Test func goesOnOrBeginsAnew() async throws {
        let question = try await phone.play { $0.number == 3 }
        let shell = await phone.opened()
        let model = QuizModel(shell, quiz: firstQuiz)
        await model.stand.open()
        #expect(model.stand.record?.quiz?.answered == 2)
        await model.begin()
        #expect(shell.stack.path == [.quiz(.question(attempt: question.attempt))])
        await model.beginAnew()
        #expect(shell.stack.path.count == 2 && shell.stack.path.last != shell.stack.path.first)
        #expect(model.stand.record?.quiz?.answered == 0)
    }

    @Test func aQuizThatIsGoneIsLeft() async {
        let shell = await phone.opened()
        shell.stack.push(.quiz(.quiz(id: "quiz/none")))
        await QuizModel(shell, quiz: "quiz/none").stand.open()
        #expect(shell.stack.path.isEmpty)
        let quizzes = QuizzesModel(shell)
        await quizzes.quizzes.open()
        #expect(quizzes.quizzes.record?.contains { $0.id == firstQuiz } == true)
    }
}
