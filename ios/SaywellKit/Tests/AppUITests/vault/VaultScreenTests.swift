import Fakes
import Foundation
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// The pages in front of a vault that is shut.
@MainActor @Suite struct VaultScreenTests {
    private let phone = TestPhone()

    private func type(_ pin: String, _ hand: Hand) async { for digit in pin { await hand.tap(String(digit)) } }

    @Test func sixDigitsOpenWhereThePersonWas() async throws {
        try await phone.setPin("258014")
        let hand = await Hand(phone, at: .learn, .lesson(.chapter(id: "chapter/talk-it-through")))
        #expect(faults(hand.tree) == [])
        #expect(hand.sees("Enter your PIN"))
        #expect(!hand.sees("Learn"))
        await type("25801", hand)
        #expect(hand.sees("5 of 6 entered"))
        await hand.tap("Delete a digit")
        #expect(hand.sees("4 of 6 entered"))
        await type("14", hand)
        #expect(hand.sees("Chapter 1"))
        await hand.leaveAndReturn()
        #expect(hand.sees("Enter your PIN"))
    }

    /// A session of the person before is begun nowhere else, though its page was the last that was seen.
    @Test(arguments: [false, true]) func whoOpensAnotherSpaceIsAtHome(_ dies: Bool) async throws {
        try await phone.setPin("258014")
        try await phone.addSpace("937261", by: "258014")
        let chosen = ChosenRelaxation(id: "s", script: slowBreath, length: .ten)
        let hand = await Hand(phone, at: .relax, .relaxation(.running(chosen)))
        await type("258014", hand)
        #expect(hand.sees("10:00 left"))
        if dies { await hand.die() } else { await hand.leaveAndReturn() }
        await type("937261", hand)
        #expect(hand.sees("What would help now?") && hand.routes == [])
        #expect(try await phone.session(hand.shell) == nil)
        await hand.tap("Relax")
        #expect(!hand.sees("10:00 left"))
        if dies { await hand.die() } else { await hand.leaveAndReturn() }
        await type("258014", hand)
        #expect(hand.sees("What would help now?"))
        #expect(try await phone.session(hand.shell)?.outcome == .running)
    }

    /// The system writes it down in clear: with a PIN there is nothing of it, from when it is set.
    @Test func withAPinNoPageIsWrittenDown() async throws {
        let hand = await Hand(phone, at: .learn)
        await hand.tapRow("Talk it through")
        #expect(hand.written.contains("talk-it-through"))
        try await hand.shell.prove(pin: nil) { saywell, now in
            try saywell.vault().setPin(now: now, pin: Data("258014".utf8), rehearsedMs: 250)
        }
        await hand.wait(.zero)
        #expect(hand.written == "")
        await hand.tap("Home")
        await hand.tapRow("My notes and plans")
        #expect(hand.written == "")
        await hand.leaveAndReturn()
        #expect(hand.sees("Enter your PIN") && hand.written == "")
        await type("258014", hand)
        #expect(hand.routes == [.journal(.notes)] && hand.written == "")
        await hand.die()
        await type("258014", hand)
        #expect(hand.sees("What would help now?") && hand.routes == [])
        try await hand.shell.prove(pin: Data("258014".utf8)) { saywell, now in try saywell.vault().removePin(now: now) }
        await hand.tapRow("My notes and plans")
        #expect(hand.written.contains("notes"))
    }

    /// As an app before this one has left it.
    @Test func whatWasWrittenDownGoesWhereThereIsAPin() async throws {
        try await phone.setPin("258014")
        let hand = await Hand(phone, at: .learn, .lesson(.chapter(id: "chapter/talk-it-through")))
        #expect(hand.sees("Enter your PIN") && hand.written == "")
    }

    @Test func wrongPinsWait() async throws {
        try await phone.setPin("258014")
        let hand = await Hand(phone)
        await type("111111", hand)
        #expect(hand.sees("That PIN did not fit. Wrong tries never delete anything."))
        for _ in 0..<4 { await type("111111", hand) }
        #expect(hand.sees("You can try again in 30 seconds."))
        #expect(hand.buttons == ["Forgot PIN?", "Just breathe"])
        #expect(faults(hand.tree) == [])
        await hand.tap("Just breathe")
        #expect(hand.buttons == ["Pause"])
        phone.time.pass(seconds: 10)
        await hand.leaveAndReturn()
        #expect(hand.sees("You can try again in 20 seconds."))
        phone.time.pass(seconds: 10)
        await hand.tap("Forgot PIN?")
        await hand.tap("Try again")
        #expect(hand.sees("You can try again in 10 seconds."))
        phone.time.pass(seconds: 10)
        await hand.wait(.milliseconds(1_100))
        await type("258014", hand)
        #expect(hand.sees("What would help now?"))
    }

    @Test func eachCaseHasItsPageAndTheLessonsStayOpen() async throws {
        await phone.opened().vault.lock()
        phone.secret.lose()
        let hand = await Hand(phone)
        #expect(hand.sees("This phone cannot open what you saved"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Go on without my things")
        #expect(hand.sees("What would help now?"))
        #expect(hand.sees("Your things are not open. Nothing you do now is kept. Tap to try again."))
        await hand.tap("Learn")
        #expect(hand.sees("Learn at your pace"))
    }

    @Test func aForgottenPinIsTriedAgainOrEverythingGoes() async throws {
        try await phone.setPin("258014")
        let hand = await Hand(phone)
        await hand.tap("Forgot PIN?")
        #expect(faults(hand.tree) == [])
        await hand.tap("Try again")
        #expect(hand.sees("Enter your PIN"))
        await hand.tap("Forgot PIN?")
        await hand.tap("Delete everything")
        #expect(faults(hand.tree) == [])
        await hand.tap("Keep it")
        await hand.tap("Delete everything")
        await hand.tap("Delete it")
        #expect(hand.shell.door == .open(hasPin: false))
        await hand.die()
        #expect(hand.shell.door == .open(hasPin: false))
    }

    @Test func aLostKeyBeginsAgain() async throws {
        await phone.opened().vault.lock()
        phone.secret.lose()
        let hand = await Hand(phone)
        await hand.tap("Begin again")
        #expect(faults(hand.tree) == [])
        await hand.tap("Keep it")
        await hand.tap("Begin again")
        await hand.tap("Delete it")
        #expect(hand.shell.door == .open(hasPin: false))
    }

    @Test func aDamagedVaultIsRepaired() async throws {
        try await phone.setPin("258014")
        try Data(repeating: 7, count: 8_192).write(to: phone.folder.appendingPathComponent("vault.db"))
        let hand = await Hand(phone)
        await type("258014", hand)
        #expect(hand.sees("Part of what you saved cannot be read"))
        await hand.tap("Repair it")
        #expect(hand.sees("It is needed for the repair."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Back")
        await hand.tap("Repair it")
        await type("258014", hand)
        #expect(hand.sees("Nothing of it can be read"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Begin again")
        #expect(hand.sees("It is open again"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Go on")
        #expect(hand.shell.door == .open(hasPin: true))
    }

    @Test(arguments: [
        ("stuck_damaged", StuckCase.damaged), ("stuck_newer", .newer), ("stuck_full", .full), ("stuck_other", .other),
    ])
    func everyCaseIsTold(_ key: String, _ why: StuckCase) {
        let tree = render(StuckScreen(why.error).environment(phone.shell()))
        #expect(tree.words.contains(words(key, in: .vault)))
        #expect(faults(tree) == [])
        #expect(tree.words.contains("Try again") == (why == .full || why == .other))
    }
}

enum StuckCase {
    case damaged, newer, full, other

    var error: SaywellError {
        switch self {
        case .damaged: .Damaged
        case .newer: .NewerVersion
        case .full: .NoSpace
        case .other: .Storage(code: 10)
        }
    }
}
