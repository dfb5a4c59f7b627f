import Fakes
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

@MainActor @Suite struct HomeScreenTests {
    private let phone = TestPhone()

    @Test func begins() async {
        let hand = await Hand(phone)
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("Begin with this"))
        #expect(!hand.sees("Look back"))
        await hand.tap("Start")
        #expect(hand.routes.count == 1)
    }

    @Test func goesOn() async throws {
        let card = try await phone.read("lesson/education", to: .check)
        let hand = await Hand(phone)
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("Go on where you were"))
        #expect(hand.sees("\(card.position) of \(card.of) cards seen"))
        await hand.tap("Go on")
        #expect(hand.routes == [.lesson(.unit(id: "lesson/education"))])
        await hand.gesture("escape")
        #expect(hand.sees("What would help now?"))
    }

    @Test func everyWayIn() async {
        let calm = ChosenRelaxation(id: "fresh-1", script: slowBreath, length: .calm)
        let ways: [(String, [Route])] = [
            ("Settings", [.settings(.settings)]), ("Quick calm", [.relaxation(.running(calm))]),
            ("My notes and plans", [.journal(.notes)]), ("Help now", [.help(.help)]), ("Try a talk", []),
        ]
        for (row, routes) in ways {
            let hand = await Hand(TestPhone())
            await hand.tapRow(row)
            #expect(hand.routes == routes)
            #expect(hand.shell.stack.place == (routes.isEmpty ? .rehearse : .home))
            #expect(faults(hand.tree) == [])
        }
    }

    @Test func largeTextLeavesDecorationOut() async {
        let hand = await Hand(phone)
        await hand.set(\.dynamicTypeSize, .accessibility5)
        #expect(!hand.sees("Begin with this"))
        #expect(hand.buttons.contains("Start"))
    }
}
