import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Quizzes by touches, on the real engine and course.
@MainActor @Suite struct QuizScreenTests {
    private let phone = TestPhone()

    @Test func fromTheListToAnAnswer() async throws {
        let hand = await Hand(phone, at: .learn)
        await hand.tapRow("Quiz")
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("No score is kept against you."))
        let quiz = try await hand.shell.ask { saywell, _ in try saywell.quiz().quizzes()[0] }
        await hand.tapRow(quiz.title)
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("\(quiz.items) questions"))
        await hand.tap("Begin")
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("Question 1 of \(quiz.items)"))
        #expect(!hand.buttons.contains("See the reasons"))
    }

    @Test func anItemIsAnsweredThroughDeaths() async throws {
        let question = try await phone.play { $0.kind == .one }
        let hand = await Hand(phone, .quiz(.question(attempt: question.attempt)))
        await hand.tap(question.options[0].text.plain)
        await hand.die()
        await hand.tap("See the reasons")
        await hand.die()
        #expect(faults(hand.tree) == [])
        let said = try await hand.shell.ask { saywell, now in
            try saywell.quiz().answerItem(
                attempt: question.attempt, item: question.item, options: [question.options[0].id], now: now)
        }
        for option in said.options {
            #expect(hand.sees(option.why.plain))
            #expect(!hand.buttons.contains(option.text.plain))
        }
        #expect(hand.sees("Your pick · "))
        await hand.tapRow("Not yet approved by a clinician")
        await hand.back()
        #expect(hand.sees("Your pick · "))
        await hand.tap("Next question")
        #expect(hand.sees("Question \(question.number + 1) of \(question.of)"))
        #expect(!hand.sees("Your pick · "))
    }

    /// The reasons that speak of safety lead to its card.
    @Test func aReasonLeadsOn() async throws {
        let question = try await phone.play { question in question.options.contains { $0.id.hasSuffix("better-words") } }
        let hand = await Hand(phone, .quiz(.question(attempt: question.attempt)))
        await hand.tap(question.options[0].text.plain)
        await hand.tap("See the reasons")
        await hand.follow("the safety card")
        #expect(hand.routes.last == .help(.card(id: "help/safe-to-talk")))
    }

    @Test func eachKindSaysHowItIsAnswered() async throws {
        for (kind, how) in [(ItemKind.many, "More than one may fit. Pick all that do."), (.trueFalse, "True or false?")] {
            let phone = TestPhone()
            let question = try await phone.play { $0.kind == kind }
            let hand = await Hand(phone, .quiz(.question(attempt: question.attempt)))
            #expect(hand.sees(how))
            #expect(faults(hand.tree) == [])
            await hand.tap(question.options[0].text.plain)
            await hand.tap(question.options[1].text.plain)
            let picked = hand.tree.all.filter { $0.attributes["traits"] == "\(AccessibilityTraits.isSelected.rawValue)" }
            #expect(picked.count == (kind == .many ? 2 : 1))
        }
    }

    @Test func theResultAndWhatCameBefore() async throws {
        let result = try await phone.playAll()
        let hand = await Hand(phone, .quiz(.quiz(id: firstQuiz)), .quiz(.result(attempt: result.attempt.id)))
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("You went through all \(result.attempt.of)"))
        #expect(hand.sees("\(result.attempt.right) went well."))
        for ask in result.anotherLook { #expect(hand.sees(ask.plain)) }
        #expect(!result.anotherLook.isEmpty && hand.sees("These come back in the next days"))
        await hand.tap("Done for now")
        #expect(hand.sees("How it went before"))
        let day = Day(year: 2026, month: 11, day: 23).dateInWords
        #expect(hand.sees("\(day): \(result.attempt.right) of \(result.attempt.of) went well"))
        #expect(!hand.sees("No score is kept against you."))
        await hand.back()
        let again = await Hand(phone, .quiz(.quizzes))
        #expect(again.sees("Last time \(result.attempt.right) of"))
    }

    @Test func nothingIsWorthAnotherLookWhereAllWentWell() async throws {
        let result = try await phone.playAll(well: true)
        #expect(result.attempt.right == result.attempt.of)
        let hand = await Hand(phone, .quiz(.result(attempt: result.attempt.id)))
        #expect(!hand.sees("Worth another look"))
        #expect(faults(hand.tree) == [])
    }

    @Test func goesOnOrBeginsAnew() async throws {
        let question = try await phone.play { $0.number == 3 }
        let hand = await Hand(phone, .quiz(.quiz(id: firstQuiz)))
        #expect(hand.sees("2 of \(question.of) answered"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Begin anew")
        #expect(hand.sees("Question 1 of"))
        await hand.back()
        #expect(hand.sees("0 of \(question.of) answered"))
        await hand.tap("Go on")
        #expect(hand.sees("Question 1 of"))
    }
}
