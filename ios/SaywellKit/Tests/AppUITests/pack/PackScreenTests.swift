import Fakes
import Foundation
import Saywell
import SwiftUI
import Testing

@testable import AppModel
@testable import AppUI

/// Courses that come as a file, by touches, on the real engine with real packs.
@MainActor @Suite(.enabled(if: Packs.areThere)) struct PackScreenTests {
    private let phone = TestPhone()

    init() { phone.documents.isAllowed = true }

    @Test func aFileIsOpenedLookedAtAndAdded() async throws {
        let hand = await Hand(phone, .review)
        await hand.open(Packs.file("edition-2"))
        #expect(hand.routes == [.review, .pack(.add)])
        #expect(hand.sees("This is edition 2. You have edition 1.") && hand.sees("Nothing was added yet."))
        #expect(hand.sees("Signed with the key: placeholder, the current key"))
        #expect(hand.sees("Dr. Sam Field, physician, \(Day(year: 2026, month: 11, day: 20).dateInWords): All of chapter 2"))
        #expect(hand.sees("facts about health. No clinician has approved any of them yet."))
        #expect(hand.sees("New words about rest.") && hand.sees("Slow breath today"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Use the new edition")
        #expect(hand.sees("It is added") && hand.sees("All that you did is still there."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Done")
        #expect(hand.routes == [.review])
        await hand.tap("Relax")
        #expect(hand.sees("Slow breath today"))
        // And once more: it is here already.
        await hand.open(Packs.file("edition-2"))
        #expect(hand.sees("It is here already, so there is nothing to add."))
        #expect(!hand.buttons.contains("Use the new edition"))
        #expect(faults(hand.tree) == [])
    }

    @Test func oneIsPickedHandedOnAndRemoved() async throws {
        let hand = await Hand(phone, .settings(.settings))
        await hand.tapRow("Courses")
        #expect(hand.sees("No course was added yet."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Add a course file")
        #expect(faults(hand.tree) == [])
        await hand.tap("Choose the file")
        await hand.place(URL(fileURLWithPath: "/nowhere"))
        #expect(hand.sees("Saywell cannot read this file now."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Choose another file")
        await hand.place(Packs.file("beside"))
        #expect(hand.sees("This is another course, edition 3. It will stand beside what is here."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Add this course")
        await hand.tap("Done")
        #expect(hand.sees("Edition 3 · in use"))
        #expect(faults(hand.tree) == [])
        await hand.die()
        await hand.tapRow("A small course")
        #expect(faults(hand.tree) == [])
        await hand.tap("Hand it on")
        let item = try #require(hand.tree.first("ShareLink", "Send the file")?.attributes["item"])
        #expect(item.hasSuffix("Course%203.calm"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Remove it")
        #expect(hand.sees("Remove this course? What you did with it stays, and is there again if it comes back."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Keep it")
        await hand.tap("Remove it")
        await hand.die()
        await hand.tap("Remove it")
        #expect(hand.sees("It is removed"))
        #expect(faults(hand.tree) == [])
        await hand.tap("Done")
        #expect(hand.sees("No course was added yet."))
    }

    /// It waits while the vault is shut, and the quick exit forgets it.
    @Test func theLockComesBeforeIt() async throws {
        try await phone.setPin("258014")
        let hand = await Hand(phone)
        await hand.open(Packs.file("beside"))
        #expect(hand.sees("Enter your PIN") && !hand.sees("A small course"))
        for digit in "258014" { await hand.tap(String(digit)) }
        #expect(hand.sees("A small course"))
        await hand.leaveAndReturn()
        for digit in "258014" { await hand.tap(String(digit)) }
        // The page is there, and the file was forgotten with the lock.
        #expect(hand.sees("Choose the file that someone gave you."))
        await hand.open(Packs.file("beside"))
        #expect(hand.sees("A small course"))
        await hand.tap("Exit")
        await hand.leaveAndReturn()
        for digit in "258014" { await hand.tap(String(digit)) }
        #expect(hand.routes == [] && !hand.sees("A small course"))
    }

    /// It is theirs who open the vault after it, in place of the pages of the person before.
    @Test func itWaitsForWhoeverOpens() async throws {
        try await phone.setPin("258014")
        try await phone.addSpace("937261", by: "258014")
        let hand = await Hand(phone, .review)
        for digit in "258014" { await hand.tap(String(digit)) }
        await hand.leaveAndReturn()
        await hand.open(Packs.file("beside"))
        for digit in "937261" { await hand.tap(String(digit)) }
        #expect(hand.routes == [.pack(.add)] && hand.sees("A small course"))
    }

    @Test func oneThatIsLostIsToldBelowLearn() async throws {
        let hand = await Hand(phone, .settings(.settings))
        await hand.open(Packs.file("edition-2"))
        await hand.tap("Use the new edition")
        await hand.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: phone.folder.path) where name.contains(".added-") {
            try FileManager.default.removeItem(at: phone.folder.appendingPathComponent(name))
        }
        let next = await Hand(phone, at: .learn)
        #expect(faults(next.tree) == [])
        await next.tapRow("A course that you added cannot be shown now")
        #expect(next.sees("Edition 2 · not here"))
        await next.tapRow("A course without a name")
        #expect(next.sees("Its file is not here. To have it back, add it again."))
        #expect(!next.buttons.contains("Hand it on"))
        #expect(faults(next.tree) == [])
    }

    @Test func withoutAVaultThereIsNoPlaceForIt() async throws {
        await phone.opened().vault.lock()
        phone.secret.lose()
        let hand = await Hand(phone)
        await hand.tap("Go on without my things")
        await hand.open(Packs.file("beside"))
        #expect(hand.sees("So there is no place to put a course."))
        #expect(faults(hand.tree) == [])
        await hand.tap("Back")
        #expect(hand.routes == [])
    }
}
