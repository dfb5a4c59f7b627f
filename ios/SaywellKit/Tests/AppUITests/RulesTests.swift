import Fakes
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// The rules themselves: each finds what breaks it.
@MainActor @Suite struct RulesTests {
    @Test func aRuleThatIsBrokenIsFound() {
        #expect(
            faults(
                render(
                    Button {
                    } label: {
                        IconView(.back)
                    })
            ).first?.hasPrefix("no label") == true)
        #expect(faults(render(TextField("", text: .constant("")))).first?.hasPrefix("no label") == true)
        #expect(faults(render(Text("a").accessibilityElement(children: .ignore))).first?.hasPrefix("read as nothing") == true)
        let two = VStack {
            Button("a") {}
            Button("b") {}
        }
        #expect(faults(render(two.accessibilityElement(children: .combine))).first?.hasPrefix("two buttons in one") == true)
        #expect(faults(render(Image("mark"))).first?.hasPrefix("a picture") == true)
        #expect(faults(render(Text(verbatim: "%1$lld of 3"))).first?.hasPrefix("parts left out") == true)
        let page = Text("a").toolbar { ToolbarItem { Button("Search") {} } }
        #expect(faults(render(page)).first?.hasPrefix("Exit is not last") == true)
        #expect(faults(render(Text("a").navigationTitle(""))) == ["no heading", "no way out: Exit is missing"])
    }

    @Test func thePrivacyCoverHidesEverythingAtInactive() async {
        let hand = await Hand()
        await hand.phase(.inactive)
        #expect(hand.shell.isCovered)
        await hand.phase(.active)
        #expect(!hand.shell.isCovered)
    }

    @Test func everyPlaceIsReachedAndKeepsItsPages() async {
        let hand = await Hand()
        for name in ["Learn", "Rehearse", "Relax", "Home"] {
            await hand.tap(name)
            #expect(faults(hand.tree) == [])
        }
        #expect(hand.shell.stack.place == .home)
    }

    @Test func exitLeavesNothingBehind() async {
        let hand = await Hand(at: .learn, .lesson(.unit(id: "lesson/start-here")))
        await hand.tap("Exit")
        #expect(hand.buttons == ["Pause"])
        #expect(!hand.sees("Saywell") && !hand.sees("Learn"))
        await hand.tap("Pause")
        #expect(hand.buttons == ["Go on"])
        await hand.leaveAndReturn()
        #expect(hand.sees("What would help now?"))
        #expect(hand.routes == [])
    }

    /// Twice in a hurry, with half a note: the breathing page at once, the words kept, the lock on coming back.
    @Test func exitPressedTwiceIsExit() async throws {
        let phone = TestPhone()
        try await phone.setPin("258014")
        let hand = await Hand(phone, .journal(.note(id: "one")))
        for digit in "258014" { await hand.tap(String(digit)) }
        await hand.type("Half a sent")
        let exit = try #require(hand.tree.first("Button", "Exit")?.actions["tap"])
        exit()
        exit()
        await hand.wait(.milliseconds(50))
        #expect(hand.buttons == ["Pause"])
        #expect(!hand.shell.door.isPassed && hand.routes == [])
        await hand.leaveAndReturn()
        #expect(hand.sees("Enter your PIN"))
        for digit in "258014" { await hand.tap(String(digit)) }
        #expect(hand.sees("What would help now?"))
        let notes = try await hand.shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9) }
        #expect(notes.map(\.text) == ["Half a sent"])
    }

    @Test func pagesComeBackAfterTheDeathOfTheProcess() async {
        let hand = await Hand()
        await hand.tap("Learn")
        await hand.tapRow("Talk it through")
        await hand.die()
        #expect(hand.shell.stack.place == .learn)
        #expect(hand.routes == [.lesson(.chapter(id: "chapter/talk-it-through"))])
        #expect(hand.sees("Chapter 1"))
    }
}
