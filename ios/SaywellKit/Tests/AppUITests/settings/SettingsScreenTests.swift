import Fakes
import Foundation
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Settings and the first pages by touches, on the real engine.
@MainActor @Suite struct SettingsScreenTests {
    private let phone = TestPhone()

    private func hand(_ route: SettingsRoute...) async -> Hand {
        let hand = await Hand(phone, at: .home, .settings(.settings))
        for route in route { hand.shell.stack.push(.settings(route)) }
        await hand.wait(.zero)
        return hand
    }

    private func type(_ pin: String, _ hand: Hand) async { for digit in pin { await hand.tap(String(digit)) } }

    /// A relaxation of today.
    private func doSomething() async throws {
        _ = try await phone.before { saywell, now in
            let start = Start(id: "a", script: "relaxation/soft-muscles", form: .five, before: nil)
            _ = try saywell.relaxation().startRelaxation(start: start, now: now)
        }
    }

    @Test func eachRowLeadsSomewhereAndBack() async {
        let hand = await hand()
        #expect(faults(hand.tree) == [])
        for row in [
            "Reminders", "PIN", "Keep my entries", "Delete today", "Delete everything", "Light or dark", "Courses",
            "Save a locked copy",
            "Bring back a copy", "Check my data", "About and sources",
        ] {
            await hand.tapRow(row)
            #expect(hand.routes.count == 2, "\(row)")
            #expect(faults(hand.tree) == [], "\(row)")
            await hand.die()
            #expect(hand.routes.count == 2, "\(row)")
            await hand.back()
        }
    }

    @Test func aPinIsSetChangedAndRemoved() async throws {
        let hand = await hand(.pin)
        await hand.tapRow("Set a PIN")
        #expect(faults(hand.tree) == [])
        await hand.tap("Choose a PIN")
        #expect(faults(hand.tree) == [])
        await type("258014", hand)
        #expect(hand.sees("Once more"))
        await type("258015", hand)
        #expect(hand.sees("These were not the same. Please begin again."))
        await type("258014", hand)
        await type("258014", hand)
        #expect(hand.sees("The PIN is set"))
        #expect(faults(hand.tree) == [])
        #expect(hand.shell.door == .open(hasPin: true))
        await hand.tap("Done")
        await hand.leaveAndReturn()
        #expect(hand.sees("Enter your PIN"))
        await type("258014", hand)
        #expect(faults(hand.tree) == [])

        await hand.tapRow("Change the PIN")
        await type("111111", hand)
        await type("937261", hand)
        await type("937261", hand)
        #expect(hand.sees("That PIN did not fit. Wrong tries never delete anything."))
        await type("258014", hand)
        await type("937261", hand)
        await type("937261", hand)
        #expect(hand.sees("The PIN is changed"))
        await hand.tap("Done")

        await hand.tapRow("Remove the PIN")
        #expect(faults(hand.tree) == [])
        await hand.tap("Remove it")
        await type("937261", hand)
        #expect(hand.sees("The PIN is removed"))
        #expect(hand.shell.door == .open(hasPin: false))
    }

    @Test func aSpaceAndAFreshKey() async throws {
        try await phone.setPin("258014")
        let hand = await hand(.pin)
        await type("258014", hand)
        await hand.tapRow("A space for another person")
        await hand.tap("Go on")
        await type("258014", hand)
        #expect(hand.sees("The PIN of the other person"))
        await type("258014", hand)
        await type("258014", hand)
        #expect(hand.sees("This PIN cannot be used here. Please take another one."))
        await type("937261", hand)
        await type("937261", hand)
        #expect(hand.sees("The space is made"))
        await hand.tap("Done")
        await hand.tapRow("Lock with a fresh key")
        await hand.tap("Make a fresh key")
        await type("258014", hand)
        #expect(hand.sees("All that you keep here is locked with a fresh key now."))
        await hand.leaveAndReturn()
        await type("937261", hand)
        #expect(hand.shell.door == .open(hasPin: true))
    }

    @Test func aFreshKeyNeedsNoPinWhereThereIsNone() async {
        let hand = await hand(.pin)
        await hand.tapRow("Lock with a fresh key")
        await hand.tap("Make a fresh key")
        #expect(hand.sees("All that you keep here is locked with a fresh key now."))
    }

    @Test func howLongEntriesAreKept() async throws {
        let hand = await hand(.keep)
        await hand.tap("For 90 days")
        #expect(hand.sees("Delete what is older than 90 days?"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("Delete what is older than 90 days?"))
        await hand.tap("Keep it")
        #expect(!hand.sees("Delete what is older than 90 days?"))
        await hand.tap("For 90 days")
        await hand.tap("Delete it")
        #expect(hand.routes == [.settings(.settings)])
        #expect(hand.sees("For 90 days"))
        #expect(try await hand.shell.ask { saywell, _ in try saywell.vault().retention() } == 90)
    }

    @Test func todayIsDeleted() async throws {
        try await doSomething()
        let hand = await hand(.deleteToday)
        #expect(hand.sees("1 relaxation."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Delete it")
        #expect(hand.sees("It is in no copy that Saywell uses."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Done")
        await hand.tapRow("Delete today")
        #expect(hand.sees("There is nothing of today."))
    }

    @Test func everythingIsDeletedAndItBeginsAsNew() async throws {
        try await doSomething()
        let hand = await hand(.deleteAll)
        await hand.tap("Keep it")
        await hand.tapRow("Delete everything")
        await hand.tap("Delete it")
        #expect(hand.sees("Practise hard talks in private."))
        #expect(phone.secret.wasErased && phone.secret.count == 2)
        let contents = try await hand.shell.ask { saywell, _ in try saywell.vault().contents() }
        #expect(contents.isEmpty)
    }

    @Test func theDataIsChecked() async throws {
        try await doSomething()
        let hand = await hand(.check)
        #expect(hand.sees("All is well"))
        #expect(hand.sees("Kept here: 1 relaxation"))
    }

    @Test func lightStaysAsPicked() async {
        let hand = await hand()
        await hand.tapRow("Light or dark")
        await hand.tap("Dark")
        #expect(phone.look.isDark == true)
        await hand.die()
        #expect(hand.shell.isDark == true)
        await hand.tapRow("Light or dark")
        await hand.tap("Same as the phone")
        #expect(phone.look.isDark == nil)
    }

    @Test func withoutAVaultThereIsNothingToLock() async {
        await phone.opened().vault.lock()
        phone.secret.lose()
        let hand = await hand()
        await hand.tap("Go on without my things")
        #expect(!hand.buttons.contains { $0.hasPrefix("PIN") || $0.hasPrefix("Check my data") })
        #expect(faults(hand.tree) == [])
    }

    /// The system picks it for the pages; the course follows, and what was begun goes on.
    @Test func itSpeaksWhatTheSystemHasPicked() async throws {
        try await doSomething()
        let english = try await phone.before { saywell, _ in try saywell.help().glossary() }
        #expect(await hand().buttons.contains { $0.hasPrefix("Language") && $0.contains("English") })
        phone.languages = ["es"]
        let hand = await hand()
        #expect(hand.buttons.contains { $0.hasPrefix("Language") && $0.contains("Español") })
        #expect(faults(hand.tree) == [])
        let spanish = try await hand.shell.ask { saywell, now in
            (try saywell.help().glossary(), try saywell.relaxation().currentRelaxation(now: now))
        }
        #expect(Set(spanish.0.map(\.id)) == Set(english.map(\.id)))
        #expect(spanish.0 != english)
        #expect(spanish.1?.session.id == "a")
        await hand.shell.vault.lock()
        #expect(try await hand.shell.vault.goWithout() == .without)
        #expect(try await hand.shell.ask { saywell, _ in try saywell.language().spoken().tag } == "es")
    }

    /// The row leaves the app, so it says where to. A phone that opens nothing leaves the person where they are, with the way in words.
    @Test(arguments: [true, false])
    func theLanguageIsPickedInThePhonesSettings(_ opens: Bool) async throws {
        let hand = await hand()
        let opened = Opened()
        await hand.set(
            \.openURL,
            OpenURLAction { url in
                opened.urls.append(url.absoluteString)
                return opens ? .handled : .discarded
            })
        #expect(hand.buttons.contains("Language English\nYou can pick another in the phone’s settings, under Saywell."))
        await hand.tapRow("Language")
        #expect(opened.urls == ["app-settings:"])
        if opens { await hand.leaveAndReturn() }
        #expect(hand.routes == [.settings(.settings)])
        #expect(hand.sees("You can pick another in the phone’s settings, under Saywell."))
        #expect(faults(hand.tree) == [])
    }

    @Test func theFirstPages() async {
        phone.look.keep(isWelcomed: false)
        let hand = await Hand(phone)
        #expect(hand.buttons.contains("Language: English"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Next")
        #expect(hand.sees("Page 2 of 3"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("Page 2 of 3"))
        await hand.tap("Back")
        await hand.tap("Next")
        await hand.tap("Next")
        #expect(faults(hand.tree) == [])
        await hand.tapRow("Set a PIN")
        await hand.tap("Choose a PIN")
        await type("258014", hand)
        await type("258014", hand)
        await hand.tap("Done")
        #expect(hand.sees("On · locks at once"))
        await hand.tapRow("A first reminder")
        await hand.tap("Save")
        #expect(hand.sees("Two things, if you like"))
        await hand.tap("Go to the app")
        #expect(phone.look.isWelcomed)
        #expect(hand.sees("What would help now?"))
    }

    @Test func theFirstPagesAreSkipped() async {
        phone.look.keep(isWelcomed: false)
        let hand = await Hand(phone)
        await hand.tap("Skip to the app")
        #expect(hand.sees("What would help now?"))
        await hand.die()
        #expect(hand.sees("What would help now?"))
    }
}

@MainActor private final class Opened { var urls: [String] = [] }
