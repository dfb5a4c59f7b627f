import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Notes and plans by touches, on the real engine and course.
@MainActor @Suite struct JournalScreenTests {
    private let phone = TestPhone()

    private func writePlan(_ id: String = "one") async throws {
        try await phone.before { saywell, now in
            let fields = PlanFields(time: "Sunday", place: "", opening: "I like us", offer: "", exit: "")
            _ = try saywell.journal().writePlan(id: id, fields: fields, now: now)
        }
    }

    private func notes(_ hand: Hand) async throws -> [String] {
        try await hand.shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 99).map(\.text) }
    }

    private func plans(_ hand: Hand) async throws -> [PlanFields] {
        try await hand.shell.ask { saywell, _ in try saywell.journal().plans(limit: 99).map(\.fields) }
    }

    @Test func writesChangesAndDeletesANote() async throws {
        let hand = await Hand(phone)
        await hand.tapRow("My notes and plans")
        #expect(hand.sees("Nothing here yet. That is fine."))
        #expect(faults(hand.tree) == [])
        await hand.tap("New note")
        #expect(faults(hand.tree) == [])
        #expect(!hand.buttons.contains("Delete"))
        await hand.type("Ask on Sunday")
        await hand.back()
        #expect(try await notes(hand) == ["Ask on Sunday"])
        await hand.tapRow("Ask on Sunday")
        await hand.type("Ask on Sunday, early")
        await hand.wait(.milliseconds(400))
        await hand.die()
        #expect(hand.tree.all.contains { $0.attributes["value"] == "Ask on Sunday, early" })
        await hand.tap("Delete")
        #expect(hand.sees("Delete this for good?"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        await hand.tap("Keep it")
        #expect(!hand.buttons.contains("Delete it"))
        await hand.tap("Delete")
        await hand.tap("Delete it")
        #expect(hand.routes == [.journal(.notes)])
        #expect(hand.sees("Nothing here yet. That is fine."))
        #expect(try await notes(hand) == [])
    }

    /// The page was empty and said that it is saved: the words do not come back, and the page that is seen next knows.
    @Test func whatWasErasedIsGone() async throws {
        try await writePlan()
        try await phone.before { saywell, now in _ = try saywell.journal().writeNote(id: "n", written: "Ask on Sunday", now: now)
        }
        let hand = await Hand(phone, .journal(.notes))
        await hand.tapRow("Ask on Sunday")
        await hand.type("")
        await hand.wait(.milliseconds(400))
        #expect(try await notes(hand) == ["Ask on Sunday"])
        await hand.back()
        #expect(try await notes(hand) == [])
        #expect(!hand.sees("Ask on Sunday") && hand.sees("Nothing here yet. That is fine."))
        // One that was never there, and one that was there for a moment.
        for words in ["", "Monday"] {
            await hand.tap("New note")
            await hand.type(words)
            await hand.wait(.milliseconds(400))
            await hand.type(" ")
            await hand.back()
            #expect(try await notes(hand) == [])
        }
        await hand.tapRow("Sunday")
        let prompts = try await hand.shell.ask { saywell, now in try saywell.journal().planQuestions(now: now).prompts }
        await hand.type("", into: prompts.when.label)
        await hand.wait(.milliseconds(400))
        #expect(try await plans(hand).map(\.time) == [""])
        await hand.type("", into: prompts.opening.label)
        await hand.wait(.milliseconds(400))
        #expect(try await plans(hand).count == 1)
        await hand.back()
        #expect(try await plans(hand) == [])
        #expect(!hand.sees("I like us"))
    }

    /// The page on which it was written may be left by then; every page says it, and coming back shows the words.
    @Test func whatAFullPhoneCouldNotTakeIsToldWhereverThePersonIs() async throws {
        let hand = await Hand(phone, .journal(.notes))
        let room = Room()
        let full = "This phone is full. The last thing was not saved."
        let draft = hand.shell.draft(of: "note one", [""]) { fields in
            { saywell, now in
                if !room.isThere { throw SaywellError.NoSpace }
                _ = try saywell.journal().writeNote(id: "one", written: fields[0], now: now)
            }
        } erase: { _, _ in
        }
        draft.words = "Ask on Sunday"
        await hand.wait(.milliseconds(900))
        #expect(hand.sees(full))
        #expect(faults(hand.tree) == [])
        await hand.back()
        #expect(hand.sees(full) && hand.sees("What would help now?"))
        hand.shell.stack.push(.journal(.note(id: "one")))
        await hand.wait(.zero)
        #expect(hand.sees(full) && hand.tree.all.contains { $0.attributes["value"] == "Ask on Sunday" })
        await hand.tap("Try again")
        #expect(hand.sees(full))
        await hand.type("Ask on Sunday, early")
        await hand.back()
        #expect(hand.sees(full))
        room.isThere = true
        await hand.tap("Try again")
        #expect(!hand.sees(full))
        #expect(try await notes(hand) == ["Ask on Sunday, early"])
        await hand.tap("Exit")
        #expect(hand.buttons == ["Pause"])
    }

    @Test func aLongPressOffersToDelete() async throws {
        try await writePlan()
        let hand = await Hand(phone, .journal(.notes))
        #expect(faults(hand.tree) == [])
        await hand.tap("Delete")
        #expect(hand.routes.last == .journal(.plan(id: "one")))
        #expect(hand.sees("Delete this for good?"))
        await hand.tap("Delete it")
        #expect(try await plans(hand) == [])
        #expect(hand.routes == [.journal(.notes)])
    }

    @Test func aNoteSaysOnWhichPartItWasWritten() async throws {
        let card = try await phone.read("lesson/talk-early", to: .reflect)
        try await phone.before { saywell, now in
            _ = try saywell.journal().writeCardNote(id: "one", card: card.card.id, written: "In the park", now: now)
        }
        let hand = await Hand(phone, .journal(.notes))
        await hand.tapRow("In the park")
        #expect(hand.sees("Written on a card of “\(card.title)”"))
    }

    @Test func longAndOlderNotes() async throws {
        try await phone.before { saywell, now in
            for index in 1...25 {
                let words = "Note \(index): " + String(repeating: "long ", count: 20) + "\nsecond line"
                _ = try saywell.journal().writeNote(id: "note-\(index)", written: words, now: now)
            }
        }
        let hand = await Hand(phone, .journal(.notes))
        #expect(hand.buttons.filter { $0.hasPrefix("Note ") }.count == 20)
        #expect(!hand.sees("second line"))
        #expect(hand.sees(" …"))
        await hand.tap("Older notes")
        #expect(hand.buttons.filter { $0.hasPrefix("Note ") }.count == 25)
        #expect(!hand.buttons.contains("Older notes"))
    }

    @Test func aPlanBeginsWithTheSafetyQuestion() async throws {
        let hand = await Hand(phone, .journal(.notes))
        await hand.tapRow("Plan a real talk")
        #expect(faults(hand.tree) == [])
        for answer in ["Not sure", "Yes"] {
            await hand.tap(answer)
            #expect(hand.routes.last == .help(.card(id: "help/safe-to-talk")))
            await hand.back()
        }
        await hand.tap("No")
        guard case .journal(.plan) = hand.routes.last else { throw NotAllowed() }
        #expect(faults(hand.tree) == [])
        #expect(!hand.buttons.contains("Share this plan"))
        await hand.back()
        #expect(hand.routes == [.journal(.notes)])
        #expect(try await plans(hand) == [])
    }

    @Test func fillsInAPlanThroughDeaths() async throws {
        let prompts = try await phone.before { saywell, now in try saywell.journal().planQuestions(now: now).prompts }
        let hand = await Hand(phone, .journal(.plan(id: "one")))
        let words = ["Sunday", "By the river", "I like us", "Tea", "I need a break"]
        for (prompt, said) in zip([prompts.when, prompts.place, prompts.opening, prompts.offer, prompts.exit], words) {
            await hand.type(said, into: prompt.label)
            await hand.wait(.milliseconds(400))
            await hand.die()
            #expect(hand.tree.all.contains { $0.attributes["value"] == said })
        }
        #expect(faults(hand.tree) == [])
        await hand.tap("Practise these words")
        #expect(hand.shell.stack.place == .rehearse)
        #expect(
            try await plans(hand)
                == [PlanFields(time: "Sunday", place: "By the river", opening: "I like us", offer: "Tea", exit: "I need a break")]
        )
    }

    /// What leaves is what was seen, and only when the person says so.
    @Test func sharesAsPlainText() async throws {
        try await writePlan()
        let hand = await Hand(phone, .journal(.notes), .journal(.plan(id: "one")))
        await hand.tap("Share this plan")
        await hand.die()
        #expect(faults(hand.tree) == [])
        let text = try await hand.shell.ask { saywell, _ in try saywell.journal().planAsText(id: "one") }
        #expect(hand.sees(text.trimmingCharacters(in: .newlines)))
        let link = hand.tree.first("ShareLink", "Share it")
        #expect(link?.attributes["item"] == text)
        #expect(link?.attributes["head"] == words("plan"))
        await hand.tap("Keep it here")
        #expect(hand.routes.last == .journal(.plan(id: "one")))
    }
}

/// Of the phone.
private final class Room: @unchecked Sendable { var isThere = false }
