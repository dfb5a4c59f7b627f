import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// A talk of two people with one phone by touches, on the real engine and course.
@MainActor @Suite struct TogetherScreenTests {
    private let phone = TestPhone()
    private let worry = "What worries you"

    private func hand(at stage: Stage) async throws -> Hand {
        try await phone.together("pair", at: stage)
        return await Hand(phone, at: .rehearse, .scenario(.together(id: "pair")))
    }

    @Test func fromTheListToTheEndThroughDeaths() async throws {
        let hand = await Hand(phone, at: .rehearse)
        await hand.tap("With someone")
        await hand.tapRow("A new start")
        await hand.tap("Begin together")
        #expect(hand.sees("Step 1 of 6"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        await hand.tap("We are ready")
        await read("Ari", hand)
        await hand.die()
        await read("Jo", hand)
        #expect(faults(hand.tree) == [])
        await hand.tap("We are done")
        #expect(faults(hand.tree) == [])
        let marks = try #require(try await hand.shell.pair()?.toMark.map(\.name))
        await hand.tap(marks[0])
        await hand.die()
        #expect(hand.ticked == [marks[0]])
        await hand.tap("Hand the phone to Jo")
        #expect(hand.ticked == [])
        await hand.tap("Look back together")
        #expect(hand.sees(marks[0]))
        #expect(hand.sees("Nothing marked. That is fine."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Swap sides")
        await read("Jo", hand)
        await read("Ari", hand)
        await hand.tap("We are done")
        #expect(hand.ticked == [])
        await hand.tap("Hand the phone to Ari")
        await hand.tap("Look back together")
        await hand.tap("Finish")
        #expect(hand.sees("That is the end of this talk"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Done")
        #expect(hand.routes == [])
        #expect(try await hand.shell.pair() == nil)
    }

    /// The phone is handed over, the card is held open and let go, and the talk goes on.
    private func read(_ name: String, _ hand: Hand) async {
        #expect(hand.sees("Hand the phone to \(name)"))
        #expect(!hand.sees(worry))
        #expect(!hand.buttons.contains("I have read my card"))
        #expect(faults(hand.tree) == [])
        await hand.finger("press")
        #expect(hand.sees(worry))
        #expect(hand.sees("Your card: \(name)"))
        #expect(hand.sees("Let go to close"))
        #expect(faults(hand.tree) == [])
        await hand.finger("lift")
        #expect(!hand.sees(worry))
        await hand.tap("I have read my card")
    }

    @Test func anOpenCardNeverComesBack() async throws {
        let hand = try await hand(at: .firstCard)
        let twin = "I cannot hold. Open with a tap"
        await hand.tap(twin)
        #expect(hand.sees("It closes by itself after 20 seconds."))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(!hand.sees(worry))
        await hand.tap(twin)
        await hand.phase(.inactive)
        await hand.phase(.active)
        #expect(!hand.sees(worry))
        await hand.finger("press")
        await hand.leaveAndReturn()
        #expect(!hand.sees(worry))
        await hand.tap(twin)
        await hand.tap("Back")
        #expect(!hand.sees(worry))
        #expect(!hand.sees("Stop for now?"))
        await hand.tap(twin)
        await hand.tap("Close the card")
        #expect(!hand.sees(worry))
        #expect(try await hand.shell.pair()?.stage == .firstCard)
    }

    @Test func aScreenReaderGetsTheTapAlone() async throws {
        let hand = try await hand(at: .firstCard)
        await hand.set(\._accessibilityVoiceOverEnabled, true)
        #expect(!hand.sees("Hold to read"))
        #expect(hand.sees("Best with headphones"))
        await hand.tap("Open your card for 20 seconds")
        #expect(hand.sees(worry))
        await hand.tap("Close the card")
        #expect(!hand.sees(worry))
        #expect(AccessibilityNotification.Announcement._posted.contains("The card is closed."))
    }

    @Test func theTimeIsSeenAndRests() async throws {
        let hand = try await hand(at: .talk)
        let minutes = try #require(try await hand.shell.pair()?.minutes)
        #expect(hand.sees("0 minutes and 0 seconds of \(minutes) minutes"))
        phone.time.pass(seconds: 61)
        await hand.tap("Pause")
        #expect(hand.sees("1 minutes and 1 seconds of \(minutes) minutes"))
        #expect(hand.sees("1:01"))
        phone.time.pass(seconds: 30)
        await hand.die()
        #expect(hand.sees("1:01"))
        await hand.tap("Go on")
        phone.time.pass(seconds: UInt64(minutes) * 60)
        await hand.wait(.milliseconds(1_200))
        #expect(hand.sees("That was \(minutes) minutes. No hurry"))
        #expect(faults(hand.tree) == [])
    }

    @Test func theyCanStopForNowOrEndIt() async throws {
        let hand = try await hand(at: .secondCard)
        await hand.tap("Back")
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("Stop for now?"))
        await hand.tap("Go on with the talk")
        await hand.tap("Back")
        await hand.tap("Stop for now")
        #expect(hand.routes == [])
        await hand.tap("With someone")
        await hand.tap("Go on")
        #expect(hand.sees("Hand the phone to Jo"))
        await hand.tap("Back")
        await hand.tap("End this talk here")
        #expect(hand.sees("That is the end of this talk"))
        await hand.die()
        #expect(hand.routes == [])
    }

    @Test(arguments: [Stage.situation, .firstCard, .talk, .firstMarks, .debrief])
    func everyStageKeepsTheRulesWithLargeText(_ stage: Stage) async throws {
        let hand = try await hand(at: stage)
        await hand.set(\.dynamicTypeSize, .accessibility5)
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("of 6"))
    }
}

extension Hand {
    /// A finger goes down on what is held, or is lifted.
    fileprivate func finger(_ how: String) async {
        tree.all.lazy.compactMap { $0.actions[how] }.first?()
        await wait(.milliseconds(1))
    }

    /// What is ticked.
    fileprivate var ticked: [String] {
        tree.all.filter { $0.attributes["traits"] == "\(AccessibilityTraits.isSelected.rawValue)" && $0.kind == "Button" }.map(
            \.label)
    }
}
