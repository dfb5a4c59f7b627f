import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Lessons by touches, on the real engine and course.
@MainActor @Suite struct LessonScreenTests {
    private let phone = TestPhone()

    private func hand(at unit: String) async -> Hand { await Hand(phone, at: .learn, .lesson(.unit(id: unit))) }

    @Test func fromTheChaptersToACard() async {
        let hand = await Hand(phone, at: .learn)
        #expect(faults(hand.tree) == [])
        await hand.tapRow("Talk it through")
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("0 of"))
        let units = try? await phone.before { saywell, _ in try saywell.lesson().outline().chapters[0].units }
        await hand.tapRow(units?.first?.title ?? "")
        #expect(hand.routes.last == units.map { .lesson(.unit(id: $0[0].id)) })
    }

    @Test func theChapterSaysWhereTheReaderIs() async throws {
        _ = try await phone.readAll("lesson/start-here")
        _ = try await phone.read("lesson/education", to: .check)
        let hand = await Hand(phone, at: .learn, .lesson(.chapter(id: "chapter/talk-it-through")))
        #expect(hand.sees("You are here"))
        #expect(hand.sees("Seen · "))
        #expect(faults(hand.tree) == [])
    }

    @Test(arguments: KindOfCard.allCases)
    func everyKindOfCardKeepsTheRules(_ kind: KindOfCard) async throws {
        let card = try await phone.read(kind.unit, to: kind)
        let hand = await hand(at: kind.unit)
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("\(card.position) of \(card.of)"))
        #expect(hand.sees(card.title))
        #expect(hand.buttons.contains(card.position == card.of ? "Done" : "Next") != (kind == .gate))
    }

    @Test func readsAUnitToItsEnd() async throws {
        let hand = await hand(at: "lesson/start-here")
        var cards = 0
        while case .lesson(.unit) = hand.routes.last, cards < 30 {
            await hand.die()
            await hand.tap(hand.buttons.contains("Done") ? "Done" : "Next")
            cards += 1
        }
        #expect(hand.sees("You have seen it all"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Go on")
        #expect(hand.routes.last != .lesson(.unit(id: "lesson/start-here")))
        #expect(hand.routes.count == 1)
    }

    @Test func aGateLeadsToHelpAndBack() async throws {
        let card = try await phone.read("lesson/talk-early", to: .gate)
        guard case .gate(let question, _, let doors) = card.card.kind else { throw NotAllowed() }
        let away = try #require(doors.first { $0.to != nil })
        let hand = await hand(at: "lesson/talk-early")
        #expect(!hand.buttons.contains("Next"))
        await hand.tap(away.text.plain)
        #expect(hand.routes.last == away.to.map { .help(.card(id: $0)) })
        await hand.back()
        #expect(hand.sees(question.plain))
    }

    @Test func aCheckIsAnsweredTwice() async throws {
        let card = try await phone.read("lesson/education", to: .check)
        guard case .check(_, let options, let again) = card.card.kind else { throw NotAllowed() }
        let hand = await hand(at: "lesson/education")
        await hand.tap(try #require(options.first { !$0.right }).text.plain)
        #expect(hand.sees("Your pick · not quite"))
        #expect(hand.sees(again.plain))
        await hand.tap(try #require(options.first { $0.right }).text.plain)
        #expect(hand.sees("Works well"))
        for option in options {
            #expect(hand.sees(option.why.plain))
            #expect(!hand.buttons.contains(option.text.plain))
        }
    }

    @Test func aNoteIsSavedAsItIsTyped() async throws {
        _ = try await phone.read("lesson/start-here", to: .reflect)
        let hand = await hand(at: "lesson/start-here")
        await hand.type("I want to say it")
        await hand.wait(.milliseconds(400))
        await hand.die()
        #expect(hand.tree.all.contains { $0.attributes["value"] == "I want to say it" })
        await hand.type("I want to say it well")
        await hand.back()
        let notes = try await hand.shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9) }
        #expect(notes.map(\.text) == ["I want to say it well"])
    }

    @Test func aWordLeadsToTheWordListAndAFactToItsSources() async throws {
        let card = try await phone.read("lesson/undetectable", to: .read)
        let hand = await hand(at: "lesson/undetectable")
        await hand.follow("viral load")
        #expect(hand.routes.last == .help(.term(id: "term/viral-load")))
        await hand.back()
        await hand.tapRow("Not yet approved by a clinician")
        #expect(hand.routes.last == .lesson(.sources(claims: card.facts.claims)))
        #expect(hand.sees("Checked on"))
        #expect(faults(hand.tree) == [])
    }

    @Test func searchFindsAsItIsTyped() async throws {
        let hand = await Hand(phone, at: .learn)
        await hand.tap("Search")
        #expect(hand.sees("Type a word to find parts, words, talks and help."))
        await hand.type("zzzz")
        await hand.wait(.milliseconds(400))
        #expect(hand.sees("Nothing found. Fewer or shorter words find more."))
        await hand.type("pep")
        await hand.wait(.milliseconds(400))
        #expect(faults(hand.tree) == [])
        await hand.tapRow("PEP")
        #expect(hand.routes.count == 2)
    }

    @Test func readsAloud() async {
        let hand = await hand(at: "lesson/start-here")
        await hand.tap("Read aloud")
        #expect(phone.voice.isSpeaking)
        await hand.tap("Next")
        #expect(!phone.voice.isSpeaking)
        await hand.tap("Read aloud")
        #expect(phone.voice.isSpeaking)
        await hand.leaveAndReturn()
        #expect(!phone.voice.isSpeaking)
    }
}
