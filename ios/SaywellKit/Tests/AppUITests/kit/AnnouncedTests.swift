import Fakes
import Foundation
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// What a screen reader says by itself, where a page changes under somebody who has not moved.
@MainActor @Suite struct AnnouncedTests {
    private let phone = TestPhone()

    /// Said while this was done, by this page or by another test's.
    private func heard(_ act: () async throws -> Void) async rethrows -> [String] {
        let before = AccessibilityNotification.Announcement._posted.count
        try await act()
        return Array(AccessibilityNotification.Announcement._posted.dropFirst(before))
    }

    private func type(_ pin: String, _ hand: Hand) async { for digit in pin { await hand.tap(String(digit)) } }

    @Test func eachPinThatDoesNotFit() async throws {
        try await phone.setPin("258014")
        let hand = await Hand(phone)
        let wrong = "Enter your PIN That PIN did not fit. Wrong tries never delete anything."
        for _ in 0..<2 {
            let heard = await heard { await type("111111", hand) }
            #expect(heard.contains(wrong))
        }
    }

    @Test func theNextPinThatIsAskedFor() async {
        let hand = await Hand(phone, .settings(.pinPad(.set)))
        #expect(await heard { await type("258014", hand) }.contains { $0.hasPrefix("Once more") })
        #expect(
            await heard { await type("258015", hand) }.contains {
                $0.hasSuffix("These were not the same. Please begin again.")
            })
    }

    /// Not each second of it.
    @Test func aWaitAtItsLastSeconds() async {
        let entry = PinEntry(phone.time, PinEntry.Refusal(until: phone.time.uptimeMs() + 31_000, tried: true)) { _ in nil }
        let title = "Wait \(UUID())"
        let host = Host(PinField(title: title, entry: entry))
        host.look()
        let heard = await heard {
            for _ in 0..<31 {
                phone.time.pass(seconds: 1)
                entry.look()
                host.look()
            }
        }.filter { $0.hasPrefix(title) }
        #expect(heard.count == 3)
        #expect(heard[0].contains("30 seconds") && heard[1].contains("10 seconds") && heard[2].contains("did not fit"))
        host.die()
    }

    @Test func aProblemAndAQuestionThatCannotBeUndone() async {
        var heard = await heard { Host(ProblemCard(problem: .full) {}).look() }
        #expect(heard.contains(words("problem_full") + " " + words("problem_full_safe")))
        let question = "Sure? \(UUID())"
        heard = await self.heard { Host(SureCard(question: question, keep: {}, delete: {})).look() }
        #expect(heard.contains(question))
    }

    @Test func whatAnAnswerCameTo() async throws {
        let card = try await phone.read("lesson/education", to: .check)
        guard case .check(_, let options, _) = card.card.kind else { throw NotAllowed() }
        let hand = await Hand(phone, .lesson(.unit(id: "lesson/education")))
        let heard = await heard { await hand.tap(options[0].text.plain) }
        #expect(heard.contains { $0.contains(options[0].why.plain) })
    }

    @Test func theNextQuestionOfTheHelper() async throws {
        let texts = try await phone.before { saywell, _ in try saywell.help().helpCards().lazy.compactMap(\.pep).first }
        let ask = try #require(texts?.ask)
        let hand = await Hand(phone, .help(.pep))
        let heard = await heard {
            await hand.tap("Not sure")
            await hand.tap(ask.contactWorks.plain)
        }
        #expect(heard.contains(ask.contact.plain) && heard.contains(ask.when.plain))
    }
}
