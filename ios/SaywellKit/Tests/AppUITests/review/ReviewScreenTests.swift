import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Looking back by touches, on the real engine and course.
@MainActor @Suite struct ReviewScreenTests {
    private let phone = TestPhone()

    private func step(_ hand: Hand) async throws -> ReviewStep {
        try await hand.shell.ask { saywell, now in try saywell.review().reviewStep(now: now) }
    }

    @Test func everythingThatIsDueUntilNothingIs() async throws {
        try await phone.learnSome()
        let hand = await Hand(phone)
        await hand.tapRow("Look back")
        var times = 0
        while let ask = try await step(hand).ask {
            times += 1
            #expect(faults(hand.tree) == [])
            #expect(hand.sees("\(try await step(hand).due) left today"))
            await hand.die()
            switch ask {
            case .item(_, _, let ask, let options):
                #expect(hand.sees(ask.plain))
                await hand.tap(options[0].text.plain)
                await hand.tap("See the reasons")
                #expect(faults(hand.tree) == [])
                #expect(hand.sees("Your pick · "))
                // The reasons are seen again, word for word, and what is left today.
                let before = hand.tree.words
                await hand.die()
                #expect(hand.tree.words == before)
                await hand.tap("Go on")
            case .technique(_, let name, let ask, let answer, _):
                #expect(hand.sees(name) && hand.sees(ask.plain) && !hand.sees(answer.plain))
                await hand.tap("See the answer")
                await hand.die()
                #expect(hand.sees(answer.plain))
                #expect(faults(hand.tree) == [])
                await hand.tap(times % 2 == 0 ? "Yes" : "Not this time")
            }
        }
        #expect(times > 3)
        #expect(hand.sees("Nothing to look back at now"))
        let day = try #require(try await step(hand).nextDay)
        #expect(hand.sees("The next comes up on \(day.dayInWords)."))
        await hand.tap("Done")
        #expect(hand.routes == [])
    }

    @Test func nothingIsDueOnANewPhone() async {
        let hand = await Hand(phone, .review)
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("What you learn comes up here again, a few days later."))
    }
}
