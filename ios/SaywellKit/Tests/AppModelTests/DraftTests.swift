import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Words that are being typed: no letter is lost, none comes back that was deleted, and older ones never come last.
@MainActor @Suite struct DraftTests {
    private let phone = TestPhone()
    private let disk = Disk()

    /// The one note, on a disk that may be full.
    private func draft(_ shell: Shell, _ words: String = "") -> Draft {
        let disk = disk
        return shell.draft(of: "note one", [words]) { fields in
            { saywell, now in
                if disk.isFull { throw SaywellError.NoSpace }
                _ = try saywell.journal().writeNote(id: "one", written: fields[0], now: now)
            }
        } erase: { saywell, _ in
            if disk.isFull { throw SaywellError.NoSpace }
            try saywell.journal().deleteNote(id: "one")
        }
    }

    private func notes(_ shell: Shell) async throws -> [String] {
        try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9).map(\.text) }
    }

    /// After a third of a second, on a phone that has time for it.
    private func savedByItself(_ shell: Shell) async {
        for _ in 0..<600 where !shell.unsaved.isEmpty { try? await Task.sleep(for: .milliseconds(50)) }
    }

    @Test func itIsSavedAfterTheLastKey() async throws {
        let shell = await phone.opened()
        let draft = draft(shell)
        draft.words = "I"
        draft.words = "I want"
        #expect(try await notes(shell) == [])
        await savedByItself(shell)
        #expect(try await notes(shell) == ["I want"])
        #expect(shell.unsaved.isEmpty)
        draft.words = "gone"
        draft.drop()
        await draft.send()
        #expect(try await notes(shell) == ["I want"])
    }

    /// As long as the page is seen it may be typed anew. Who goes away has left it.
    @Test func whatIsErasedIsDeletedOnceItIsLeft() async throws {
        let shell = await phone.opened()
        let draft = draft(shell)
        draft.words = "I want"
        await draft.send()
        draft.words = "  "
        try await Task.sleep(for: .milliseconds(400))
        await draft.send()
        #expect(try await notes(shell) == ["I want"])
        draft.words = "I need"
        await draft.send()
        #expect(try await notes(shell) == ["I need"])
        draft.words = ""
        await shell.went()
        #expect(try await notes(shell) == [])
        #expect(shell.unsaved.isEmpty)
        await shell.came()
        draft.words = "I want"
        await draft.leave()
        disk.isFull = true
        draft.words = ""
        await draft.leave()
        #expect(shell.notSaved == .full)
        disk.isFull = false
        await shell.saveAgain()
        #expect(shell.notSaved == nil)
        #expect(try await notes(shell) == [])
    }

    @Test func itIsSavedBeforeTheVaultIsLocked() async throws {
        try await phone.setPin("258014")
        let pin = Data("258014".utf8)
        let shell = await phone.opened()
        await shell.unlock(pin: pin)
        draft(shell).words = "I want to"
        await shell.went()
        #expect(!shell.door.isPassed)
        let kept = try await phone.before(pin: pin) { saywell, _ in try saywell.journal().notes(before: nil, limit: 9) }
        #expect(kept.map(\.text) == ["I want to"])
    }

    @Test func aFullPhoneLosesNothingOfAPageThatIsLeft() async throws {
        let shell = await phone.opened()
        disk.isFull = true
        draft(shell).words = "I want to"
        await shell.saveAgain()
        #expect(shell.notSaved == .full)
        // The page comes back with the words that nobody has, whatever the engine says.
        let again = draft(shell, "older words")
        #expect(again.words == "I want to")
        await shell.saveAgain()
        #expect(shell.notSaved == .full)
        again.words = "I want to say it"
        disk.isFull = false
        await shell.saveAgain()
        #expect(shell.notSaved == nil && shell.unsaved.isEmpty)
        #expect(try await notes(shell) == ["I want to say it"])
    }

    /// What is typed on after a refusal is what is saved, by itself, and the problem ends with it.
    @Test func theNextKeyEndsTheProblem() async throws {
        let shell = await phone.opened()
        let draft = draft(shell)
        disk.isFull = true
        draft.words = "One"
        await draft.send()
        #expect(shell.notSaved == .full)
        disk.isFull = false
        draft.words = "One two"
        await savedByItself(shell)
        #expect(shell.notSaved == nil)
        #expect(try await notes(shell) == ["One two"])
    }

    @Test func whatWasDeletedStaysDeleted() async throws {
        let shell = await phone.opened()
        disk.isFull = true
        draft(shell).words = "I want to"
        await shell.saveAgain()
        let note = NoteModel(shell, id: "one")
        await note.found.open()
        #expect(note.draft?.words == "I want to")
        disk.isFull = false
        await note.delete()
        #expect(shell.notSaved == nil)
        await shell.saveAgain()
        #expect(try await notes(shell) == [])
    }

    private func opened(_ pin: String) async -> Shell {
        let shell = await phone.opened()
        await shell.unlock(pin: Data(pin.utf8))
        return shell
    }

    /// Who goes to make room comes back to their words, and they are saved before a page asks.
    @Test func afullPhoneLosesNothingToTheLock() async throws {
        try await phone.setPin("258014")
        let shell = await opened("258014")
        disk.isFull = true
        draft(shell).words = "I want to"
        await shell.went()
        #expect(shell.unsaved.count == 1)
        await shell.came()
        await shell.unlock(pin: Data("258014".utf8))
        #expect(shell.notSaved == .full)
        #expect(draft(shell, "older words").words == "I want to")
        await shell.went()
        disk.isFull = false
        await shell.came()
        #expect(!shell.door.isPassed)
        await shell.unlock(pin: Data("258014".utf8))
        let note = NoteModel(shell, id: "one")
        await note.found.open()
        #expect(note.draft?.words == "I want to")
        #expect(shell.notSaved == nil && shell.unsaved.isEmpty)
        #expect(try await notes(shell) == ["I want to"])
    }

    /// Whoever comes next opens another space, or goes on without one.
    @Test func nothingIsWrittenWhereSomebodyElseIs() async throws {
        try await phone.setPin("258014")
        try await phone.addSpace("937261", by: "258014")
        let shell = await opened("258014")
        disk.isFull = true
        let first = draft(shell)
        first.words = "locked away"
        await shell.went()
        disk.isFull = false
        await shell.came()
        // Their PIN has opened the vault, and nobody has been told yet: what is sent now finds it open.
        let (phone, theirs) = (phone, Data("937261".utf8))
        var sent: Task<Void, Never>?
        phone.secret.meanwhile { sent = Task { await shell.saveAgain() } }
        await shell.unlock(pin: theirs)
        await sent?.value
        #expect(shell.door == .open(hasPin: true))
        #expect(shell.unsaved.isEmpty && shell.notSaved == nil)
        await first.send()
        #expect(try await notes(shell) == [])
        // Nor after the lock, by what was on its way then.
        disk.isFull = true
        first.words = "typed on"
        await shell.went()
        disk.isFull = false
        await shell.came()
        await shell.goWithout()
        #expect(shell.unsaved.isEmpty)
        draft(shell).words = "anybody's"
        await shell.tryAgain()
        await shell.unlock(pin: Data("258014".utf8))
        #expect(shell.unsaved.isEmpty)
        await shell.saveAgain()
        #expect(try await notes(shell) == [])
    }

    @Test func nothingOutlivesTheWipe() async throws {
        let shell = await phone.opened()
        let draft = draft(shell)
        draft.words = "wiped"
        try await shell.wipe()
        await draft.send()
        #expect(shell.unsaved.isEmpty)
        #expect(try await notes(shell) == [])
    }

    /// Of a vault that turned out to be damaged while the phone was full: whoever opens it next may be another person.
    @Test(arguments: [false, true]) func itIsOnlySavedWhereItWasTyped(_ isOther: Bool) async throws {
        try await phone.setPin("258014")
        try await phone.addSpace("937261", by: "258014")
        let shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        disk.isFull = true
        draft(shell).words = "I want to"
        await shell.saveAgain()
        await #expect(throws: SaywellError.Damaged) { try await shell.ask { _, _ in throw SaywellError.Damaged } }
        #expect(shell.door == .stuck(.Damaged) && shell.unsaved.count == 1)
        await shell.tryAgain()
        await shell.unlock(pin: Data((isOther ? "937261" : "258014").utf8))
        #expect(shell.unsaved.isEmpty == isOther)
        disk.isFull = false
        await shell.saveAgain()
        #expect(try await notes(shell) == (isOther ? [] : ["I want to"]))
    }

    @Test func whatIsDeletedTodayIsDeletedHereToo() async throws {
        let shell = await phone.opened()
        disk.isFull = true
        draft(shell).words = "of today"
        await shell.saveAgain()
        let today = DeleteTodayModel(shell)
        await today.asked.open()
        await today.delete()
        disk.isFull = false
        await shell.saveAgain()
        #expect(shell.notSaved == nil)
        #expect(try await notes(shell) == [])
    }

    /// Many sends at once: the last words are those that were typed last.
    @Test func olderWordsNeverComeLast() async throws {
        let shell = await phone.opened()
        let draft = draft(shell)
        var sends: [Task<Void, Never>] = []
        for count in 1...20 {
            draft.words = "Words \(count)"
            sends.append(Task { await draft.send() })
            await Task.yield()
        }
        for send in sends { await send.value }
        #expect(try await notes(shell) == ["Words 20"])
        #expect(shell.unsaved.isEmpty)
    }

    @Test func itIsCutWhereTheEngineTakesNoMore() async throws {
        let shell = await phone.opened()
        let draft = draft(shell)
        draft.words = String(repeating: "👍", count: Draft.most + 5)
        #expect(draft.words.unicodeScalars.count == Draft.most)
        await draft.send()
        #expect(shell.notSaved == nil)
        #expect(try await notes(shell).first?.unicodeScalars.count == Draft.most)
    }
}

/// Of the phone.
private final class Disk: @unchecked Sendable { var isFull = false }
