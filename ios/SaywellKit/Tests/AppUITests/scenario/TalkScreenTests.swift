import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// A talk alone by touches, on the real engine and course. Motion is reduced, but where the wait is what is tested.
@MainActor @Suite struct TalkScreenTests {
    private let phone = TestPhone()

    private func hand(at routes: ScenarioRoute...) async -> Hand {
        let hand = await Hand(phone, at: .rehearse)
        await hand.set(\._accessibilityReduceMotion, true)
        for route in routes { await hand.go(.scenario(route)) }
        return hand
    }

    @Test func fromTheListToTheLookBackThroughDeaths() async throws {
        let hand = await hand()
        #expect(faults(hand.tree) == [])
        await hand.tapRow("A new start")
        #expect(faults(hand.tree) == [])
        await hand.die()
        await hand.tap("Play Ari")
        guard case .scenario(.card(let run)) = hand.routes.last else { throw NotAllowed() }
        #expect(hand.sees("Your card: Ari"))
        #expect(hand.sees("What worries you"))
        #expect(faults(hand.tree) == [])
        await hand.tap("To the talk")
        #expect(hand.routes == [.scenario(.talk(run: run))])
        var steps = 0
        while try await hand.shell.talk(run).ending == nil, steps < 60 {
            await hand.die()
            if hand.routes.count > 1 { await hand.back() }
            let line = try await hand.shell.talk(run).choices[0].say.plain
            await hand.tapRow(line)
            steps += 1
        }
        if hand.routes.count > 1 { await hand.back() }
        #expect(faults(hand.tree) == [])
        await hand.tap("See how it ended")
        #expect(hand.routes == [.scenario(.debrief(run: run))])
        await hand.die()
        #expect(hand.sees("How it ended"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Finish")
        #expect(hand.routes == [])
    }

    @Test func theListKnowsWhatGoesOn() async throws {
        try await phone.rehearsed("run", pick: first(1))
        try await phone.together("pair", at: .talk)
        let hand = await hand()
        #expect(hand.sees("Go on where you were"))
        #expect(hand.sees("Begun · "))
        await hand.tap("With someone")
        #expect(hand.sees("Go on together"))
        #expect(hand.sees("About "))
        #expect(faults(hand.tree) == [])
        await hand.die()
        await hand.tap("Go on")
        #expect(hand.routes == [.scenario(.together(id: "pair"))])
        await hand.tap("Back")
        await hand.tap("Stop for now")
        await hand.tapRow("Feeling low today?")
        #expect(hand.routes == [.help(.help)])
        await hand.back()
        await hand.tapRow("Plan")
        #expect(hand.routes == [.journal(.newPlan)])
    }

    @Test func backTakesAChoiceBackAndAtTheFirstLineCloses() async throws {
        let said = try await phone.rehearsed("run", pick: first(2)).said
        let hand = await hand(at: .talk(run: "run"))
        let own = said.filter(\.own).map { "You, as \($0.name): \($0.say.plain)" }
        #expect(hand.sees(own[1]))
        await hand.tap("Back")
        #expect(!hand.sees(own[1]))
        #expect(hand.sees(own[0]))
        await hand.die()
        await hand.tap("Back")
        #expect(!hand.sees(own[0]))
        #expect(hand.sees("Tap the line you would say."))
        await hand.tap("Back")
        #expect(hand.routes == [])
    }

    @Test func theWayOutIsLastAndLeavingIsAGoodEnding() async throws {
        try await phone.rehearsed("run", pick: first(1))
        let hand = await hand(at: .talk(run: "run"))
        #expect(hand.lastOfPage == "Pause or leave this talk")
        await hand.tap("Pause or leave this talk")
        #expect(faults(hand.tree) == [])
        await hand.die()
        await hand.tap("Back")
        await hand.tap("Pause or leave this talk")
        await hand.tap("Go on with the talk")
        await hand.tap("Pause or leave this talk")
        await hand.tapRow("Stop for now")
        #expect(hand.routes == [])
        await hand.tap("Go on")
        await hand.tap("Pause or leave this talk")
        await hand.tapRow("Say it, and leave the story")
        if hand.routes.count > 1 { await hand.back() }
        await hand.tap("See how it ended")
        #expect(hand.sees("The talk was left safely"))
    }

    @Test func theOtherSideWaitsBeforeItSpeaks() async throws {
        let view = try await phone.rehearsed("run", pick: first(1))
        let hand = await hand(at: .talk(run: "run"))
        await hand.set(\._accessibilityReduceMotion, false)
        let line = try #require(view.choices.first)
        await hand.tapRow(line.say.plain)
        #expect(hand.sees("You, as \(view.card.name): \(line.say.plain)"))
        for _ in 0..<40 where !hand.buttons.contains("Pause or leave this talk") { await hand.wait(.milliseconds(100)) }
        let now = try await hand.shell.talk("run").said
        #expect(now.count > view.said.count + 1)
        #expect(hand.sees(now.last?.say.plain ?? "?"))
        let answer = now.dropFirst(view.said.count).filter { !$0.own }.map { "\($0.name): \($0.say.plain)" }
        #expect(AccessibilityNotification.Announcement._posted.contains(answer.joined(separator: " ")))
    }

    @Test func aGateIsAnsweredFirst() async {
        let hand = await hand(at: .scenario(id: "scenario/telling-someone", together: false))
        #expect(!hand.buttons.contains("Play Noor"))
        #expect(faults(hand.tree) == [])
        await hand.tap("No")
        #expect(hand.buttons.contains("Play Noor"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(!hand.buttons.contains("Play Noor"))
        await hand.tapRow("Not sure")
        #expect(hand.routes.count == 2)
    }

    @Test func whatTheStoryCanBeIsPickedFirst() async throws {
        let hand = await hand(at: .scenario(id: "scenario/long-time-couple", together: true))
        #expect(hand.sees("Pick an answer above first."))
        #expect(!hand.buttons.contains("Begin together"))
        await hand.tap("On my own")
        #expect(!hand.buttons.contains("Play Max"))
        await hand.tap("Both of them")
        await hand.die()
        await hand.tap("Play Max")
        #expect(hand.sees("Your card: Max"))
    }

    @Test func afterAPushNoPagePraises() async throws {
        let end = try await phone.rehearsed("run", friend, .b, pick: saying("If you cared"))
        #expect(end.ending != nil)
        let hand = await hand(at: .debrief(run: "run"))
        for praise in ["You talked it through.", "A pause is a good ending.", "Leaving is always a good", "You listened."] {
            #expect(!hand.sees(praise))
        }
        #expect(hand.sees("This line was a push. It went past a no or a limit."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Play it again")
        #expect(hand.routes == [.scenario(.scenario(id: friend, together: false))])
    }

    @Test func anotherWayFromTheLookBack() async throws {
        try await phone.rehearsed("run", friend, .b, pick: saying("If you cared"))
        let hand = await hand(at: .debrief(run: "run"))
        let debrief = try await hand.shell.ask { saywell, now in try saywell.scenario().debrief(run: "run", now: now) }
        let way = try #require(debrief.otherWays.first)
        #expect(hand.sees(way.instead.plain))
        await hand.tap("Try another way from here")
        #expect(hand.routes == [.scenario(.talk(run: "run"))])
        #expect(try await hand.shell.talk("run").said.count == way.after)
    }

    @Test func twoTriesSideBySide() async throws {
        try await phone.twoTries("run")
        let hand = await hand(at: .talk(run: "run"))
        await hand.tap("Your tries")
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("Side by side"))
        #expect(hand.sees("Both tries · a new way starts here"))
        let rows = hand.buttons.filter { $0.hasPrefix("Line ") }
        await hand.tap(try #require(rows.last))
        await hand.die()
        await hand.tap("Go to try 1")
        #expect(hand.routes == [.scenario(.talk(run: "run"))])
        #expect(try await hand.shell.talk("run").ending != nil)
        await hand.tap("Your tries")
        await hand.tapRow("Line 1 of")
        await hand.tap("Try another way from line 1")
        #expect(try await hand.shell.talk("run").said.contains { $0.own } == false)
    }

    @Test func ofThreeTriesTwoArePicked() async throws {
        let said = try await phone.rehearsed("run", pick: first(60)).said
        try await phone.another("run", after: said, own: 1)
        try await phone.another("run", after: said, own: 0)
        let hand = await hand(at: .tries(run: "run"))
        #expect(hand.sees("Which two do you want to see?"))
        #expect(hand.picked.count == 2)
        let other = try #require(hand.buttons.first { $0.hasPrefix("Try ") && !hand.picked.contains($0) })
        await hand.tap(other)
        await hand.die()
        #expect(hand.picked.contains(other))
        #expect(hand.picked.count == 2)
        #expect(faults(hand.tree) == [])
    }

    @Test func withLargeTextRepliesScrollAndTheWayOutStays() async throws {
        try await phone.rehearsed("run", pick: first(1))
        let hand = await hand(at: .talk(run: "run"))
        await hand.set(\.dynamicTypeSize, .accessibility5)
        #expect(hand.lastOfPage == "Pause or leave this talk")
        #expect(faults(hand.tree) == [])
        let line = try await hand.shell.talk("run").choices[0].say.plain
        await hand.tapRow(line)
        #expect(try await hand.shell.talk("run").said.count { $0.own } == 2)
    }
}

extension Hand {
    fileprivate func go(_ route: Route) async {
        shell.stack.push(route)
        await wait(.milliseconds(1))
    }

    /// What can be pressed last, but for the bars.
    fileprivate var lastOfPage: String? {
        let bars = tree.all.filter { $0.kind == "toolbar" || $0.kind == "tabItem" }.flatMap(\.all)
        return tree.all.last { node in node.actions["tap"] != nil && !bars.contains { $0 === node } }?.label
    }

    /// The tries that are seen.
    fileprivate var picked: [String] {
        tree.all.filter { $0.attributes["traits"] == "\(AccessibilityTraits.isSelected.rawValue)" && $0.kind == "Button" }
            .map(\.label).filter { $0.hasPrefix("Try ") }
    }
}
