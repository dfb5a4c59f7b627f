import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// A session by touches, on the real engine and course; the phone's clock is moved.
@MainActor @Suite struct RelaxationScreenTests {
    private let phone = TestPhone()
    private let chosen = ChosenRelaxation(id: "s", script: slowBreath, length: .ten, before: 6)

    private func running(_ chosen: ChosenRelaxation? = nil) async -> Hand {
        await Hand(phone, at: .relax, .relaxation(.running(chosen ?? self.chosen)))
    }

    /// The clock is so much later, and the page has seen it.
    private func pass(_ seconds: UInt64, _ hand: Hand) async {
        phone.time.pass(seconds: seconds)
        await hand.wait(.milliseconds(1_100))
    }

    @Test func fromTheTabToTheLine() async throws {
        let hand = await Hand(phone, at: .relax)
        #expect(faults(hand.tree) == [])
        #expect(!hand.buttons.contains("Skip this"))
        await hand.type("6", into: "How tense are you?")
        #expect(hand.buttons.contains("Skip this"))
        await hand.tap("5 min")
        await hand.die()
        #expect(hand.sees("6"))
        await hand.tap("10 min")
        await hand.tap("Start")
        guard case .relaxation(.running(let chosen)) = hand.routes.last else { throw NotAllowed() }
        #expect((chosen.length, chosen.before) == (.ten, 6))
        #expect(hand.sees("10:00 left"))
        #expect(faults(hand.tree) == [])
        await pass(90, hand)
        #expect(hand.sees("8:30 left"))
        #expect(hand.sees("Breathe in."))
        await pass(510, hand)
        #expect(hand.sees("How is it now?"))
        #expect(faults(hand.tree) == [])
        #expect(!hand.buttons.contains("Done"))
        await hand.type("3", into: "How tense are you?")
        await hand.tap("Done")
        #expect(hand.sees("That was 10:00 for you."))
        #expect(hand.sees("Tension: 6 before, 3 after."))
        #expect(hand.sees("I can pause before I choose."))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("That was 10:00 for you."))
        await hand.tap("Done")
        #expect(hand.routes == [])
    }

    @Test func aRatingCanBeTakenBack() async throws {
        let hand = await Hand(phone, at: .relax)
        await hand.type("6")
        await hand.tap("Skip this")
        await hand.tap("Soft muscles")
        await hand.tap("Start")
        guard case .relaxation(.running(let chosen)) = hand.routes.last else { throw NotAllowed() }
        #expect(chosen.before == nil)
        #expect(chosen.script == "relaxation/soft-muscles")
    }

    @Test func pausedAndEndedByTheWayBack() async throws {
        let hand = await running()
        await pass(60, hand)
        await hand.tap("Close")
        #expect(hand.sees("Paused"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Go on")
        #expect(!hand.sees("Paused"))
        await hand.gesture("magicTap")
        #expect(hand.sees("Paused"))
        await hand.gesture("magicTap")
        #expect(!hand.sees("Paused"))
        await hand.tap("Close")
        await hand.gesture("escape")
        #expect(hand.sees("How is it now?"))
        await hand.tap("Close")
        #expect(hand.routes == [])
        let session = try await phone.session(hand.shell)
        #expect(session?.outcome == .finished)
        #expect(session?.after == nil)
        #expect((60_000...62_000).contains(session?.elapsedMs ?? 0))
    }

    @Test func afterADeathItIsOffered() async throws {
        let hand = await running()
        await hand.tap("Pause")
        await hand.die()
        #expect(hand.sees("You had 10:00 left. Go on?"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Exit")
        let again = await Hand(phone, at: .relax)
        #expect(again.sees("You had 10:00 left. Go on?"))
        #expect(faults(again.tree) == [])
        await again.tap("Go on")
        #expect(again.routes == [.relaxation(.running(chosen))])
        #expect(again.sees("Pause"))
    }

    @Test func groundingIsAlwaysInReach() async throws {
        let hand = await running()
        await hand.tap("Is it too much?")
        #expect(hand.sees("Come back to the room"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("Come back to the room"))
        await hand.tap("Go on")
        #expect(!hand.sees("Come back to the room"))
        await hand.tap("Is it too much?")
        await hand.tap("End here")
        #expect(hand.sees("You stopped when it suited you. That counts."))
        #expect(try await phone.session(hand.shell)?.outcome == .left)
    }

    @Test func quickCalmSaysWhereNotToDoIt() async throws {
        let hand = await Hand(phone, at: .relax)
        await hand.tapRow("Quick calm")
        let before = try await hand.shell.ask { saywell, now in
            try saywell.relaxation().relaxations(now: now)[0].before.plain
        }
        #expect(hand.sees(before[0]))
        #expect(hand.sees("3:00 left"))
        await hand.tap("End now")
        #expect(hand.sees("That was 0:00 for you."))
    }

    @Test func veryTenseTwiceOpensADoor() async throws {
        try await phone.practise("p", daysAgo: 1, minutes: 10, before: 9, after: 9)
        let hand = await running(ChosenRelaxation(id: "s", script: slowBreath, length: .ten, before: 10))
        #expect(hand.sees("That is a lot of tension, twice in a row."))
        #expect(faults(hand.tree) == [])
        let title = try await hand.shell.ask { saywell, _ in try saywell.lesson().title(id: "help/low-mood") }
        await hand.tap(title ?? "")
        #expect(hand.routes.last == .help(.card(id: "help/low-mood")))
        await hand.back()
        await hand.tap("Go on")
        #expect(hand.sees("10:00 left"))
    }

    @Test func theScreenGoesOff() async {
        let hand = await running()
        phone.time.pass(seconds: 250)
        await hand.leaveAndReturn()
        await hand.wait(.milliseconds(1_100))
        #expect(hand.sees("5:50 left"))
        #expect(hand.sees("Pause"))
    }

    @Test func whatIsNotThereCanBeLeft() async {
        let hand = await running(ChosenRelaxation(id: "s", script: "relaxation/gone", length: .ten))
        #expect(hand.sees("This is not here any more."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Close")
        #expect(hand.routes == [])
    }

    @Test func theLogIsReadAndAsLargeAsOneLikes() async throws {
        let first = await Hand(phone, at: .relax, .relaxation(.log))
        #expect(first.sees("Nothing here yet. That is fine."))
        #expect(faults(first.tree) == [])
        await first.shell.vault.lock()
        try await phone.practiseForAWhile()
        let hand = await Hand(phone, at: .relax)
        await hand.tap("Your practice")
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("7 days · 48 minutes"))
        #expect(hand.sees("Quick calm: once. It stands apart."))
        let read = hand.tree.all.filter { $0.kind == "children" }
        #expect(read.count == 4 && read.allSatisfy { !$0.words.isEmpty })
        #expect(read.first?.label.contains("Practice: 7 days, 48 minutes.") == true && read.first?.words.count == 7)
        #expect(hand.sees("In the middle of the last seven: "))
        await hand.set(\.dynamicTypeSize, .accessibility5)
        #expect(faults(hand.tree) == [])
        await hand.tap("One month back")
        #expect(hand.sees("0 days"))
        await hand.tap("One month on")
        await hand.tapRow("A day begins at")
        #expect(faults(hand.tree) == [])
        await hand.tap(ClockTime(hour: 5, minute: 0).inWords)
        #expect(hand.sees("A day begins at \(ClockTime(hour: 5, minute: 0).inWords)"))
    }

    @Test func oneSessionIsDeletedWhenThePersonIsSure() async throws {
        try await phone.practise("a", daysAgo: 1, minutes: 5, before: 7, after: 4)
        let hand = await Hand(phone, at: .relax, .relaxation(.log), .relaxation(.session(id: "a")))
        #expect(hand.sees("5:00 of 10:00 · ended early"))
        #expect(hand.sees("Tension: 7 to 4"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Delete this one")
        #expect(faults(hand.tree) == [])
        await hand.tap("Keep it")
        await hand.tap("Delete this one")
        await hand.die()
        await hand.tap("Delete it")
        #expect(hand.routes == [.relaxation(.log)])
        #expect(hand.sees("Nothing here yet."))
    }
}
