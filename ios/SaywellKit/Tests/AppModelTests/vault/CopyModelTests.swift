import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// A locked copy goes out and comes back; whatever goes wrong on the way, what is kept stays as it was. On the real engine.
@MainActor @Suite final class CopyModelTests {
    private let phone = TestPhone()
    private let there = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private let password = "four green birds"

    deinit { try? FileManager.default.removeItem(at: there) }

    init() { phone.documents.isAllowed = true }

    private func write(_ id: Int, _ words: String) async throws {
        let id = "11111111-1111-4111-8111-11111111111\(id)"
        _ = try await phone.before { saywell, now in try saywell.journal().writeNote(id: id, written: words, now: now) }
    }

    private func notes(_ shell: Shell) async throws -> [String] {
        try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9).map(\.text).sorted() }
    }

    private func isThere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// As the system does it.
    private func put(_ model: BackUpModel) async throws {
        try Data(contentsOf: model.copy).write(to: there)
        await model.placed(.success(there))
    }

    private func save(_ password: String? = nil) async throws {
        let model = BackUpModel(await phone.opened())
        await model.seal(password ?? self.password, again: password ?? self.password)
        try await put(model)
        guard case .saved(_, isChecked: true) = model.step else { throw NotAllowed() }
    }

    private func picked(_ shell: Shell, _ bytes: Data? = nil) async throws -> BringBackModel {
        if let bytes { try bytes.write(to: there) }
        let model = BringBackModel(shell)
        await model.picked(.success(there))
        return model
    }

    @Test func aCopyGoesOutAndComesBackAndCanBeUndone() async throws {
        try await write(1, "kept")
        var shell = await phone.opened()
        let out = BackUpModel(shell)
        #expect(out.keeps && out.day == "2026-11-23")
        await out.seal(password, again: password)
        guard case .sealed(let contents) = out.step else { throw NotAllowed() }
        #expect(contents.notes == 1 && out.isPicking && isThere(out.copy))
        try await put(out)
        #expect(out.step == .saved(contents, isChecked: true))
        #expect(!isThere(out.copy))

        shell = await phone.reborn(shell)
        try await write(2, "later")
        shell = await phone.reborn(shell)
        var back = try await picked(shell)
        await back.look(password)
        guard case .look(let inCopy, let here) = back.step else { throw NotAllowed() }
        #expect(inCopy.contents == contents && here.notes == 2)
        await back.bringBack()
        guard case .back(canUndo: true) = back.step else { throw NotAllowed() }
        #expect(!isThere(shell.vault.copy))
        #expect(try await notes(shell) == ["kept"])

        shell = await phone.reborn(shell)
        back = BringBackModel(shell)
        await back.canUndo.open()
        #expect(back.canUndo.record == true)
        await back.undo()
        guard case .undone = back.step else { throw NotAllowed() }
        #expect(try await notes(shell) == ["kept", "later"])
        await back.undo()
        #expect(back.fault == .undoGone)
    }

    @Test func whatIsNoCopyIsToldApartAndIsNoDamageOfWhatIsKept() async throws {
        try await write(1, "kept")
        try await save()
        let copy = try Data(contentsOf: there)
        var flipped = copy
        flipped[copy.count / 2] ^= 1
        let shell = await phone.opened()
        for bytes in [copy.dropLast(), flipped, Data(), Data("a letter to a friend".utf8)] {
            let model = try await picked(shell, Data(bytes))
            await model.look(password)
            #expect(model.fault == .damaged)
            #expect(shell.door == .open(hasPin: false))
        }
        let model = try await picked(shell, copy)
        await model.look("not its password")
        #expect(model.fault == .wrongPassword)
        await model.look(password)
        #expect(model.fault == nil)
        guard case .look = model.step else { throw NotAllowed() }
        // It is cut between the look and the yes.
        try Data(copy.dropLast()).write(to: shell.vault.copy)
        await model.bringBack()
        #expect(model.fault == .damaged)
        #expect(try await notes(shell) == ["kept"])
    }

    @Test func aFileThatCannotBeReadIsSaid() async throws {
        let shell = await phone.opened()
        var model = try await picked(shell)
        #expect(model.fault == .unread)
        await model.picked(.failure(NotAllowed()))
        #expect(model.fault == .unread)
        phone.documents.isAllowed = false
        model = try await picked(shell, Data(count: 9))
        #expect(model.fault == .unread)
        #expect(!isThere(shell.vault.copy))
    }

    @Test func aFileThatIsTooBigIsNotFetchedWhole() async throws {
        try Data().write(to: there)
        let file = try FileHandle(forWritingTo: there)
        try file.truncate(atOffset: 300 * 1_024 * 1_024)
        try file.close()
        let model = try await picked(await phone.opened())
        #expect(model.fault == .tooBig)
    }

    @Test func aDiskThatIsFullIsSaid() throws {
        try Data(count: 200_000).write(to: there)
        #expect(throws: DocumentFault.full) {
            try Document.fetch(there, into: URL(fileURLWithPath: "/dev/full"), atMost: 300_000)
        }
        #expect(
            CopyFault(fetching: DocumentFault.full) == .bringFull && CopyFault(fetching: DocumentFault.notWritten) == .bringNot)
    }

    @Test func passwordsHaveToBeTheSameAndLongEnough() async throws {
        let model = BackUpModel(await phone.opened())
        await model.seal(password, again: "four green bird")
        #expect(model.fault == .passwordsDiffer)
        await model.seal("seven77", again: "seven77")
        #expect(model.fault == .passwordShort && model.step == .typing)
        await model.seal(password, again: password)
        #expect(model.fault == nil)
    }

    /// One keyboard sends a letter with its accent, another one the two after each other.
    @Test func keyboardsMayWriteTheSameLetterInTwoWays() async throws {
        try await save("cafe\u{301} cre\u{300}me")
        let model = try await picked(await phone.opened())
        await model.look("caf\u{e9} cr\u{e8}me")
        guard case .look = model.step else { throw NotAllowed() }
    }

    @Test func aPlaceThatFailsIsSaidAndAnotherOneIsATouchAway() async throws {
        let model = BackUpModel(await phone.opened())
        await model.seal(password, again: password)
        await model.placed(.failure(CocoaError(.fileWriteOutOfSpace)))
        #expect(model.fault == .noRoom)
        await model.placed(.failure(POSIXError(.ENOSPC)))
        #expect(model.fault == .noRoom)
        await model.placed(.failure(NotAllowed()))
        #expect(model.fault == .notThere)
        let half = try Data(contentsOf: model.copy)
        try half.prefix(half.count / 2).write(to: there)
        await model.placed(.success(there))
        #expect(model.fault == .notWhole)
        try (half + Data(count: 1)).write(to: there)
        await model.placed(.success(there))
        #expect(model.fault == .notWhole)
        try await put(model)
        guard case .saved(_, isChecked: true) = model.step else { throw NotAllowed() }
    }

    /// Some places only take: then nobody knows.
    @Test func aPlaceThatCannotBeReadIsSaid() async throws {
        let model = BackUpModel(await phone.opened())
        await model.seal(password, again: password)
        phone.documents.isAllowed = false
        try await put(model)
        guard case .saved(_, isChecked: false) = model.step else { throw NotAllowed() }
    }

    @Test func aPageThatIsLeftLeavesNothingOnTheWay() async throws {
        let shell = await phone.opened()
        let out = BackUpModel(shell)
        await out.seal(password, again: password)
        await out.leave()
        #expect(isThere(out.copy))
        out.isPicking = false
        await out.leave()
        #expect(!isThere(out.copy) && out.step == .typing)
        try await save()
        let back = try await picked(shell)
        #expect(isThere(shell.vault.copy))
        await back.leave()
        #expect(!isThere(shell.vault.copy))
    }

    /// What the death of the process leaves on its way goes at the next opening, and with a wipe.
    @Test func aCopyOnItsWayDoesNotStay() async throws {
        var shell = await phone.opened()
        try Data("half".utf8).write(to: shell.vault.copy)
        shell = await phone.reborn(shell)
        #expect(!isThere(shell.vault.copy))
        await shell.vault.lock()
        phone.secret.lose()
        shell = await phone.opened()
        try Data("half".utf8).write(to: shell.vault.copy)
        try await shell.wipe()
        #expect(!isThere(shell.vault.copy))
    }

    @Test func theNextPracticeDayThereIsNothingToUndo() async throws {
        try await save()
        let shell = await phone.opened()
        let model = try await picked(shell)
        await model.look(password)
        await model.bringBack()
        phone.time.pass(seconds: 86_400)
        await shell.came()
        await model.undo()
        #expect(model.fault == .undoGone)
    }

    /// The vault was lost: the app begins again, and the copy fills it, under the key of now.
    @Test func aCopyComesBackWhereTheVaultWasLost() async throws {
        try await write(1, "kept")
        try await save()
        phone.secret.lose()
        var shell = await phone.opened()
        await shell.beginAnew()
        #expect(try await notes(shell) == [])
        let model = try await picked(shell)
        await model.look(password)
        await model.bringBack()
        shell = await phone.reborn(shell)
        #expect(try await notes(shell) == ["kept"])
    }
}
