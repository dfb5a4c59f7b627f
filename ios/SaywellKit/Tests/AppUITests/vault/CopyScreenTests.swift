import Fakes
import Foundation
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Saving a locked copy and bringing one back, by touches, on the real engine.
@MainActor @Suite final class CopyScreenTests {
    private let phone = TestPhone()
    private let there = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private let password = "four green birds"
    private let today = Day(year: 2026, month: 11, day: 23).dateInWords

    deinit { try? FileManager.default.removeItem(at: there) }

    init() { phone.documents.isAllowed = true }

    private func write(_ id: Int, _ words: String) async throws {
        let id = "11111111-1111-4111-8111-11111111111\(id)"
        _ = try await phone.before { saywell, now in try saywell.journal().writeNote(id: id, written: words, now: now) }
    }

    private func hand(_ row: String) async -> Hand {
        let hand = await Hand(phone, at: .home, .settings(.settings))
        await hand.tapRow(row)
        #expect(faults(hand.tree) == [])
        return hand
    }

    private func type(_ hand: Hand, _ again: String? = nil) async {
        await hand.type(password, into: "Password")
        await hand.type(again ?? password, into: "The same password again")
        await hand.tap("Save the copy")
    }

    private func save() async {
        let hand = await hand("Save a locked copy")
        await type(hand)
        await hand.place(there)
        #expect(hand.sees("It was read back. All of it is there."))
        await hand.tap("Done")
        #expect(hand.routes == [.settings(.settings)])
        await hand.close()
    }

    @Test func aCopyIsSavedAndEachStateIsTold() async throws {
        try await write(1, "kept")
        let hand = await hand("Save a locked copy")
        await type(hand, "four green bird")
        #expect(hand.sees("These two are not the same."))
        #expect(faults(hand.tree) == [])
        await hand.type(password, into: "The same password again")
        await hand.tap("Save the copy")
        #expect(hand.sees("1 note\nOf \(today)"))
        #expect(hand.tree.all.first { $0.kind == "fileExporter" }?.attributes["name"] == "Copy 2026-11-23")
        await hand.place(nil)
        #expect(faults(hand.tree) == [])
        await hand.tap("Choose where")
        await hand.place(URL(fileURLWithPath: "/dev/null/no"))
        #expect(hand.sees("The copy could not be saved there."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Choose another place")
        await hand.place(there)
        #expect(hand.sees("The copy is saved") && hand.sees("1 note"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("Save the copy"))
    }

    /// It is hidden until the person shows it, and goes with the page.
    @Test func aPasswordIsNobodysBusiness() async {
        let hand = await hand("Save a locked copy")
        await hand.type(password, into: "Password")
        #expect(!hand.tree.dump.contains(password))
        await hand.tap("Show the password")
        #expect(hand.tree.dump.contains(password))
        await hand.tap("Hide the password")
        #expect(!hand.tree.dump.contains(password))
        await hand.die()
        await hand.tap("Show the password")
        #expect(!hand.tree.dump.contains(password))
    }

    @Test func aCopyIsBroughtBackAndUndone() async throws {
        try await write(1, "kept")
        await save()
        try await write(2, "later")
        let hand = await hand("Bring back a copy")
        await hand.tap("Choose the copy")
        await hand.place(there)
        #expect(faults(hand.tree) == [])
        await hand.type("not its password")
        await hand.tap("Look inside")
        #expect(hand.sees("That is not its password."))
        await hand.type(password)
        await hand.tap("Look inside")
        #expect(hand.sees("In the copy of \(today)") && hand.sees("1 note") && hand.sees("2 notes"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Bring the copy back")
        #expect(hand.sees("What was in the copy is here now."))
        #expect(faults(hand.tree) == [])
        await hand.die()
        #expect(hand.sees("A copy was brought back."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Undo")
        #expect(hand.sees("What was here before the copy is back."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Done")
        #expect(hand.routes == [.settings(.settings)])
    }

    @Test func keepingWhatIsHereComesFirstAndChangesNothing() async throws {
        await save()
        try await write(1, "later")
        let hand = await hand("Bring back a copy")
        await hand.tap("Choose the copy")
        await hand.place(there)
        await hand.tap("Choose another copy")
        await hand.place(there)
        await hand.type(password)
        await hand.tap("Look inside")
        #expect(hand.sees("Nothing yet"))
        await hand.tap("Keep what is here")
        #expect(hand.routes == [.settings(.settings)])
        #expect(try await hand.shell.ask { saywell, _ in try saywell.vault().contents().notes } == 1)
    }

    /// With a PIN the lock comes between; the password goes with the page, and what was on its way with the next opening.
    @Test func withAPinTheLockComesBetween() async throws {
        await save()
        try await phone.setPin("258014")
        let hand = await Hand(phone, at: .home, .settings(.settings), .settings(.bringBack))
        for digit in "258014" { await hand.tap(String(digit)) }
        await hand.tap("Choose the copy")
        await hand.place(there)
        await hand.type(password)
        await hand.leaveAndReturn()
        for digit in "258014" { await hand.tap(String(digit)) }
        #expect(hand.sees("You need the file and its password."))
        #expect(!FileManager.default.fileExists(atPath: hand.shell.vault.copy.path))
    }

    @Test func withoutAVaultThereIsNothingToSave() async {
        await phone.opened().vault.lock()
        phone.secret.lose()
        for route in [SettingsRoute.backUp, .bringBack] {
            let hand = await Hand(phone, at: .home)
            await hand.tap("Go on without my things")
            hand.shell.stack.push(.settings(route))
            await hand.wait(.zero)
            #expect(hand.sees("So there is nothing to save, and no place to bring a copy back to."))
            #expect(faults(hand.tree) == [])
            await hand.tap("Back")
            #expect(hand.routes == [])
        }
    }

    @Test(arguments: CopyFault.allCases)
    func everyFaultIsTold(_ fault: CopyFault) {
        let tree = render(CopyNotice(fault))
        #expect(tree.words.count == 2)
        #expect(faults(tree) == [])
    }
}
