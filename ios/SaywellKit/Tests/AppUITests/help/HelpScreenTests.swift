import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Help by touches, on the real engine and course.
@MainActor @Suite struct HelpScreenTests {
    private let phone = TestPhone()

    private func ask() async throws -> PepQuestions {
        let cards = try await phone.before { saywell, _ in try saywell.help().helpCards() }
        return try #require(cards.compactMap(\.pep).first).ask
    }

    @Test func everyCardSaysAllItHas() async throws {
        let cards = try await phone.before { saywell, _ in try saywell.help().helpCards() }
        let hand = await Hand(phone)
        await hand.tapRow("Help now")
        #expect(faults(hand.tree) == [])
        #expect(!hand.sees("Places and lines to turn to"))
        for card in cards {
            await hand.tap(card.title)
            #expect(hand.routes.last == .help(.card(id: card.id)))
            #expect(faults(hand.tree) == [])
            for part in card.parts {
                #expect(hand.sees(part.title))
                for line in part.body.plain { #expect(hand.sees(line)) }
            }
            let checks = hand.tree.words.filter { $0 == "A clinician still has to check these words." }.count
            #expect(checks == card.parts.filter(\.needsClinician).count)
            #expect(hand.buttons.contains("Answer a few questions") == (card.pep != nil))
            await hand.back()
        }
    }

    /// 32 hours ago, counted by the engine as up to 33, leaves 39 of 72.
    @Test func askedOneByOneAndTheHoursAreTheEngines() async throws {
        let ask = try await ask()
        let hand = await Hand(phone, .help(.card(id: "help/pep")))
        await hand.tap("Answer a few questions")
        for (question, answer) in [
            (ask.status, "No"), (ask.contact, ask.contactSex.plain), (ask.when, "I can say how many hours ago"),
        ] {
            #expect(hand.sees(question.plain))
            #expect(faults(hand.tree) == [])
            await hand.tap(answer)
        }
        #expect(faults(hand.tree) == [])
        #expect(!hand.buttons.contains("Go on"))
        await hand.type("many")
        #expect(!hand.buttons.contains("Go on"))
        await hand.type("32")
        await hand.tap("Go on")
        for (question, answer) in [(ask.forced, "No"), (ask.undetectable, "No"), (ask.prep, "Yes")] {
            #expect(hand.sees(question.plain))
            await hand.tap(answer)
        }
        await hand.tap("Go on without an answer")
        #expect(hand.sees("39 hours left. It may be less."))
        #expect(hand.sees("About 32 hours ago"))
        #expect(faults(hand.tree) == [])
        await hand.tapRow("Not yet approved by a clinician")
        await hand.back()
        #expect(hand.sees("39 hours left. It may be less."))
        await hand.tap("Change")
        #expect(hand.sees(ask.when.plain))
        await hand.tap("Back")
        #expect(hand.sees(ask.contact.plain))
        await hand.tap("Back")
        #expect(!hand.buttons.contains("Back"))
        await hand.back()
        #expect(hand.routes == [.help(.card(id: "help/pep"))])
    }

    /// A numeral may stand for more than a digit does.
    @Test func onlyDigitsAreHours() async throws {
        let ask = try await ask()
        let hand = await Hand(phone, .help(.pep))
        for answer in ["No", ask.contactSex.plain, "I can say how many hours ago"] { await hand.tap(answer) }
        for numeral in ["億", "万万", "1億", "3½", "1234"] {
            await hand.type(numeral)
            #expect(!hand.buttons.contains("Go on"))
        }
        await hand.type("३٢")
        await hand.tap("Go on")
        #expect(!hand.sees(words("how_many_hours", in: .help)))
    }

    @Test func noHoursWhereTheyAreNotKnownOrOver() async throws {
        let ask = try await ask()
        let hand = await Hand(phone, .help(.pep))
        await hand.tap("Not sure")
        await hand.tap(ask.contactWorks.plain)
        for _ in 0..<4 { await hand.tap("Go on without an answer") }
        #expect(!hand.sees("hours left"))
        #expect(hand.sees("Not sure"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Change")
        await hand.tap("I can say which day")
        await hand.tap("Longer ago")
        for _ in 0..<3 { await hand.tap("Go on without an answer") }
        #expect(!hand.sees("hours left"))
        #expect(hand.sees("Longer ago"))
    }

    @Test func aDayAndItsPart() async throws {
        let hand = await Hand(phone, .help(.pep))
        await hand.tap("No")
        await hand.tap(try await ask().contactSex.plain)
        await hand.tap("I can say which day")
        #expect(faults(hand.tree) == [])
        await hand.tapRow("Yesterday, ")
        await hand.tap("In the afternoon, 12 to 6")
        for _ in 0..<4 { await hand.tap("No") }
        #expect(hand.sees("hours left"))
        #expect(hand.tree.words.contains { $0.hasPrefix("Yesterday, ") && $0.hasSuffix("In the afternoon, 12 to 6") })
        await hand.set(\.dynamicTypeSize, .accessibility5)
        #expect(hand.sees("hours left") && !hand.sees("72 h limit"))
    }

    @Test func nothingThatIsPickedIsKept() async throws {
        let ask = try await ask()
        let hand = await Hand(phone, .help(.pep))
        await hand.tap("Yes")
        #expect(!hand.sees(ask.status.plain))
        await hand.die()
        #expect(hand.sees(ask.status.plain))
    }

    @Test func aWordAndItsSources() async throws {
        let term = try await phone.before { saywell, now in try saywell.help().term(id: "term/viral-load", now: now) }
        let hand = await Hand(phone, .help(.help))
        await hand.tapRow("Word list")
        #expect(faults(hand.tree) == [])
        await hand.tap(term.term.name)
        #expect(faults(hand.tree) == [])
        for line in term.term.body.plain { #expect(hand.sees(line)) }
        #expect(hand.sees("Also: \(term.term.aliases.joined(separator: ", "))"))
        #expect(!term.facts.claims.isEmpty)
        await hand.tapRow("Not yet approved by a clinician")
        #expect(hand.routes.last == .lesson(.sources(claims: term.facts.claims)))
    }

    @Test func everyFactIsListed() async throws {
        let claims = try await phone.before { saywell, now in try saywell.help().claims(now: now) }
        let hand = await Hand(phone, .help(.help))
        await hand.tapRow("All facts and their sources")
        let words = Set(hand.tree.words)
        #expect(claims.allSatisfy { words.contains($0.claim.text) })
        #expect(faults(hand.tree) == [])
    }

    @Test func aPlaceOpensThePhoneAndNoMore() throws {
        var environment = EnvironmentValues()
        let opened = Opened()
        environment.openURL = OpenURLAction { url in
            opened.urls.append(url.absoluteString)
            return .handled
        }
        let tree = render(ResourceCard(view: place(.phone, mayHaveChanged: true)), environment)
        #expect(faults(tree) == [])
        for words in [
            "Night line", "Call: +00 (0) 12-34", "Where: any country. Languages: en, de.", "It may have changed since.",
        ] {
            #expect(tree.words.contains(words))
        }
        let call = try #require(tree.all.compactMap { $0.actions["tap"] }.first)
        call()
        #expect(opened.urls == ["tel:+0001234"])
        let door = render(ResourceCard(view: place(.place, mayHaveChanged: false)), environment)
        #expect(door.words.contains("Go to: +00 (0) 12-34") && !door.words.contains("It may have changed since."))
        #expect(!door.all.contains { $0.actions["tap"] != nil })
    }

    private func place(_ channel: Channel, mayHaveChanged: Bool) -> ResourceView {
        let day = Day(year: 2026, month: 11, day: 4)
        let resource = Resource(
            id: "resource/night-line", name: "Night line", country: "any", languages: ["en", "de"], whoFor: "Anyone",
            channel: channel, contact: "+00 (0) 12-34", hours: "day and night", verifiedOn: day, verifiedBy: "A. Tester",
            verifyBy: day, sourceUrl: nil)
        return ResourceView(resource: resource, mayHaveChanged: mayHaveChanged)
    }

    @Test func aCardThatIsGoneSaysSo() async {
        let hand = await Hand(phone, .help(.card(id: "help/none")))
        #expect(hand.sees("This is not here any more."))
    }
}

@MainActor private final class Opened { var urls: [String] = [] }
