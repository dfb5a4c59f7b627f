import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Reminders by touches, on the real engine; the phone's notices are in memory.
@MainActor @Suite struct ReminderScreenTests {
    private let phone = TestPhone()

    private func hand(_ routes: ReminderRoute...) async -> Hand {
        let hand = await Hand(phone, at: .home, .reminder(.reminders))
        for route in routes { hand.shell.stack.push(.reminder(route)) }
        await hand.wait(.zero)
        return hand
    }

    private func reminders(_ hand: Hand) async throws -> Reminders {
        try await hand.shell.ask { saywell, now in try saywell.reminder().reminders(now: now) }
    }

    private var evening: String { ClockTime(hour: 19, minute: 30).inWords }
    private var suggested: String { "Remind me at \(evening), Every day" }

    @Test func theFirstOneIsSuggestedAndTurnedOn() async throws {
        phone.notices.isGranted = true
        let hand = await hand()
        #expect(faults(hand.tree) == [])
        #expect(phone.notices.asked == 0)
        await hand.tap(suggested)
        #expect(phone.notices.asked == 1)
        #expect(try await reminders(hand).rules.map(\.rule.on) == [true])
        #expect(hand.sees("Next: "))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.tree.all.contains { $0.kind == "Toggle" && $0.label == suggested && $0.attributes["value"] == "true" })
        await hand.shell.laying?.value
        #expect(!phone.notices.notices.isEmpty)
    }

    @Test func whoSaysNoSeesIt() async {
        let hand = await hand()
        #expect(!hand.sees("This phone does not let Saywell remind you."))
        await hand.tap(suggested)
        #expect(hand.sees("This phone does not let Saywell remind you."))
        #expect(faults(hand.tree) == [])
        phone.notices.isGranted = true
        await hand.leaveAndReturn()
        #expect(!hand.sees("This phone does not let Saywell remind you."))
    }

    @Test func madeChangedAndDeleted() async throws {
        phone.notices.isGranted = true
        let hand = await hand()
        await hand.tap("Add a reminder")
        #expect(faults(hand.tree) == [])
        await hand.type("2001-01-01T08:15:00Z", into: "Time: \(evening). Tap to change it.")
        let days = Weekday.week.map(\.full)
        for (index, day) in days.enumerated() where index != 2 { await hand.tap(day) }
        await hand.die()
        await hand.tap("My own words")
        #expect(!hand.buttons.contains("Save"))
        await hand.type("Ask about HIV", into: "Your words, one line")
        for _ in 0..<20 where !hand.sees("may tell others") { await hand.wait(.milliseconds(100)) }
        #expect(hand.sees("“HIV” may tell others what this is about."))
        #expect(faults(hand.tree) == [])
        await hand.type("Water the plants", into: "Your words, one line")
        await hand.tap("Save")
        let rule = try #require(try await reminders(hand).rules.first?.rule)
        #expect(rule.time == ClockTime(hour: 8, minute: 15))
        #expect(rule.weekdays.map(\.full) == [days[2]])
        #expect(rule.wording == .own(text: "Water the plants"))
        await hand.tapRow(rule.time.inWords)
        await hand.tap("Delete this reminder")
        #expect(faults(hand.tree) == [])
        await hand.tap("Keep it")
        #expect(try await reminders(hand).rules.count == 1)
        await hand.tap("Delete this reminder")
        await hand.tap("Delete it")
        #expect(try await reminders(hand).rules.isEmpty)
    }

    @Test func withoutADayNothingIsSaved() async {
        let hand = await hand(.reminder(id: "a"))
        for day in Weekday.week { await hand.tap(day.full) }
        #expect(!hand.buttons.contains("Save"))
        await hand.tap(Weekday.week[0].full)
        #expect(hand.buttons.contains("Save"))
        await hand.tap("Cancel")
        #expect(hand.routes == [.reminder(.reminders)])
    }

    @Test func whatHoldsForAll() async throws {
        let hand = await hand()
        let skips = try await reminders(hand).settings.skipPractised
        await hand.tap("Skip the day once I have relaxed")
        #expect(try await reminders(hand).settings.skipPractised != skips)
        await hand.tapRow("How many a day")
        #expect(faults(hand.tree) == [])
        await hand.tap("2")
        #expect(try await reminders(hand).settings.mostADay == 2)
        await hand.tapRow("Quiet hours")
        #expect(faults(hand.tree) == [])
        let hasHours = try await reminders(hand).settings.quiet != nil
        if !hasHours { await hand.tap("Quiet hours") }
        let quiet = try #require(try await reminders(hand).settings.quiet)
        #expect(faults(hand.tree) == [])
        let end = String(format: "2001-01-01T%02d:%02d:00Z", Int(quiet.to.hour), Int(quiet.to.minute))
        await hand.type(end, into: "From \(quiet.from.inWords). Tap to change it.")
        #expect(hand.sees("Please give two different times."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Quiet hours")
        #expect(try await reminders(hand).settings.quiet == nil)
    }

    @Test func testedNow() async {
        phone.notices.isGranted = true
        let hand = await hand()
        await hand.tapRow("Test it now")
        #expect(hand.sees("Look at the top of your screen."))
        #expect(phone.notices.tested.count == 1)
    }

    @Test func whatMayHoldThemBack() async {
        phone.notices.isGranted = true
        phone.notices.holding = [.summary]
        let hand = await hand()
        await hand.tap(suggested)
        #expect(hand.sees("This phone may hold reminders back."))
        #expect(faults(hand.tree) == [])
        await hand.tap("See how to fix it")
        #expect(hand.sees("Take Saywell out of the scheduled summary."))
        #expect(faults(hand.tree) == [])
        phone.notices.holding = []
        await hand.leaveAndReturn()
        #expect(hand.sees("Nothing that we can see holds them back."))
    }

    @Test func theLargestTextKeepsEverything() async {
        let hand = await hand()
        let buttons = hand.buttons
        await hand.set(\.dynamicTypeSize, .accessibility5)
        #expect(hand.buttons == buttons)
        #expect(faults(hand.tree) == [])
    }
}
