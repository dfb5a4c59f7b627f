import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Courses that come as a file, on the real engine, with real packs; the process dies between every two steps.
@MainActor @Suite(.enabled(if: Packs.areThere)) final class PackModelTests {
    private let phone = TestPhone()
    private let there = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    init() { phone.documents.isAllowed = true }

    deinit { try? FileManager.default.removeItem(at: there) }

    private func picked(_ name: String, _ shell: Shell) async -> AddPackModel {
        let model = AddPackModel(shell)
        await model.picked(.success(Packs.file(name)))
        return model
    }

    private func picked(_ bytes: Data, _ shell: Shell) async throws -> AddPackModel {
        try bytes.write(to: there)
        let model = AddPackModel(shell)
        await model.picked(.success(there))
        return model
    }

    @discardableResult private func add(_ name: String) async throws -> Shell {
        let shell = await phone.opened()
        let model = await picked(name, shell)
        await model.add()
        guard case .added = model.step else { throw NotAllowed() }
        return await phone.reborn(shell)
    }

    private func packs(_ shell: Shell) async throws -> [PackRow] {
        let model = PacksModel(shell)
        await model.packs.open()
        return try #require(model.packs.record)
    }

    private func title(_ id: String, _ shell: Shell) async throws -> String? {
        try await shell.ask { saywell, _ in try saywell.lesson().title(id: id) }
    }

    private func isThere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    @Test func aNewerEditionIsLookedAtAndThenAdded() async throws {
        var shell = await phone.opened()
        var model = await picked("edition-2", shell)
        guard case .look(let preview) = model.step else { throw NotAllowed() }
        #expect(preview.step == .newer(than: 1) && preview.page.version == 2)
        #expect(preview.page.reviews.map(\.by) == ["Dr. Sam Field, physician"])
        #expect(preview.changes.changed.contains("Slow breath today") && preview.changes.gone.isEmpty)
        #expect(preview.approval.approved == 0 && preview.approval.of > 100)
        // Looking changes nothing, and what it was looked at by goes.
        #expect(try await title(slowBreath, shell) == "Slow breath")
        #expect(isThere(shell.vault.pack))
        shell = await phone.reborn(shell)
        #expect(!isThere(shell.vault.pack))
        #expect(try await packs(shell) == [])

        model = await picked("edition-2", shell)
        await model.add()
        guard case .added = model.step else { throw NotAllowed() }
        #expect(!isThere(shell.vault.pack))
        #expect(phone.documents.timesTidied == 2)
        shell = await phone.reborn(shell)
        #expect(try await title(slowBreath, shell) == "Slow breath today")
        #expect(try await packs(shell).map(\.state) == [.shown])
        await model.leave()
        guard case .added = model.step else { throw NotAllowed() }
    }

    @Test func theSameChangesNothingAndAnOlderOneIsRefused() async throws {
        let shell = try await add("edition-3")
        guard case .look(let same) = await picked("edition-3", shell).step else { throw NotAllowed() }
        #expect(same.step == .same)
        #expect(await picked("edition-2", shell).fault == .refused(.older(newest: 3)))
        #expect(try await packs(shell).map(\.version) == [3])
    }

    @Test func anotherCourseStandsBesideAndOneWithItsIdsIsRefused() async throws {
        let shell = try await add("beside")
        #expect(try await packs(shell).map(\.id) == ["pack/walks"])
        #expect(try await title("lesson/walks", shell) != nil)
        #expect(try await title("lesson/start-here", shell) != nil)
        guard case .refused(.taken) = await picked("taken", shell).fault else { throw NotAllowed() }
    }

    /// Whatever comes is refused in words of its own, and nothing is changed.
    @Test func whatIsNoPackOfOursIsRefused() async throws {
        let shell = await phone.opened()
        let good = try Packs.bytes("edition-2")
        func changed(_ at: Int, _ bytes: [UInt8]) -> Data { good.replacing(at, with: bytes) }
        let cases: [(Data, PackFault)] = [
            (Data("hello".utf8), .refused(.notAPack)), (Data(), .refused(.notAPack)),
            (good.prefix(good.count / 2), .refused(.cutOff)),
            (changed(good.count - 1, [0]), .refused(.changed)), (changed(8, [1, 2, 3, 4, 5, 6, 7, 8]), .refused(.unknownSigner)),
            (changed(144, [255, 255, 255, 255]), .refused(.tooLarge)),
        ]
        for (bytes, fault) in cases {
            let model = try await picked(bytes, shell)
            #expect(model.fault == fault)
            guard case .first = model.step else { throw NotAllowed() }
            #expect(!isThere(shell.vault.pack))
        }
        #expect(try await packs(shell) == [])
        #expect(try await title(slowBreath, shell) == "Slow breath")
    }

    /// It is not fetched whole, and what cannot be read is said.
    @Test func whatIsTooLargeOrCannotBeReadIsNotFetched() async throws {
        let shell = await phone.opened()
        try Data().write(to: there)
        let file = try FileHandle(forWritingTo: there)
        try file.truncate(atOffset: 500_000_000)
        try file.close()
        let model = AddPackModel(shell)
        await model.picked(.success(there))
        #expect(model.fault == .refused(.tooLarge))
        #expect(!isThere(shell.vault.pack))
        await model.picked(.success(there.appendingPathExtension("gone")))
        #expect(model.fault == .unread)
        await model.picked(.failure(NotAllowed()))
        #expect(model.fault == .unread)
        phone.documents.isAllowed = false
        await model.picked(.success(Packs.file("beside")))
        #expect(model.fault == .unread)
        await model.add()
        #expect(try await packs(shell) == [])
        #expect(PackFault(SaywellError.NoSpace) == .full && PackFault(DocumentFault.full) == .full)
        #expect(PackFault(SaywellError.Storage(code: 10)) == .failed)
    }

    @Test func aPageThatIsLeftForgetsTheFile() async throws {
        let shell = await phone.opened()
        let model = await picked("beside", shell)
        model.isPicking = true
        await model.leave()
        #expect(isThere(shell.vault.pack))
        model.isPicking = false
        await model.leave()
        #expect(!isThere(shell.vault.pack))
        guard case .first = model.step else { throw NotAllowed() }
        let again = await picked("beside", shell)
        await shell.vault.lock()
        await again.add()
        guard case .first = again.step else { throw NotAllowed() }
        #expect(again.fault == nil)
    }

    /// As it came, byte for byte, under a name that says nothing; the next phone takes it.
    @Test func itIsHandedOn() async throws {
        let shell = try await add("edition-2")
        let model = PackModel(shell, id: "pack/saywell")
        await model.seen.open()
        await model.handOn()
        let file = try #require(model.seen.record?.file)
        #expect(file.lastPathComponent == "Course 2.calm")
        #expect(try Data(contentsOf: file) == Packs.bytes("edition-2"))
        let other = TestPhone()
        other.documents.isAllowed = true
        let next = AddPackModel(await other.opened())
        await next.picked(.success(file))
        guard case .look = next.step else { throw NotAllowed() }
        await model.leave()
        #expect(!isThere(file))
        await model.handOn()
        _ = await phone.reborn(shell)
        #expect(!isThere(file))
    }

    @Test func itIsRemovedAndWhatWasDoneStays() async throws {
        var shell = try await add("beside")
        _ = try await shell.ask { saywell, now in try saywell.lesson().openUnit(unit: "lesson/walks", now: now) }
        shell.stack.push(.pack(.pack(id: "pack/walks")))
        var model = PackModel(shell, id: "pack/walks")
        model.isSure = true
        shell = await phone.reborn(shell)
        model = PackModel(shell, id: "pack/walks")
        #expect(model.isSure)
        await model.seen.open()
        await model.remove()
        #expect(model.seen.record?.isRemoved == true && !model.isSure)
        #expect(try await packs(shell) == [])
        #expect(try await title("lesson/walks", shell) == nil)
        await model.remove()
        #expect(model.seen.problem == .gone)
        shell = try await add("beside")
        let units = try await shell.ask { saywell, _ in try saywell.lesson().outline().chapters.flatMap(\.units) }
        #expect(units.first { $0.id == "lesson/walks" }?.seen == 1)
    }

    /// Its file is gone, as after a copy was brought back: that is told, also below Learn.
    @Test func oneThatCannotBeShownIsTold() async throws {
        var shell = try await add("edition-2")
        await shell.vault.lock()
        for name in try FileManager.default.contentsOfDirectory(atPath: phone.folder.path) where name.contains(".added-") {
            try FileManager.default.removeItem(at: phone.folder.appendingPathComponent(name))
        }
        shell = await phone.opened()
        #expect(try await packs(shell).map(\.state) == [.missing])
        let learn = ChaptersModel(shell)
        await learn.learn.open()
        #expect(learn.learn.record?.hasLost == true)
        #expect(try await title(slowBreath, shell) == "Slow breath")
        let model = PackModel(shell, id: "pack/saywell")
        await model.seen.open()
        await model.handOn()
        #expect(model.seen.problem == .gone)
    }

    // MARK: From another app

    @Test func aFileThatWasOpenedWaitsForThePin() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        shell.handIn(Packs.file("beside"))
        #expect(shell.handedIn != nil && shell.stack.path == [])
        await shell.unlock(pin: Data("258014".utf8))
        shell.goToHandedIn()
        shell.goToHandedIn()
        #expect(shell.stack.path == [.pack(.add)])
        let model = AddPackModel(shell)
        await model.takeHandedIn()
        guard case .look = model.step else { throw NotAllowed() }
        #expect(shell.handedIn == nil && phone.documents.timesTidied == 1)
        await model.takeHandedIn()
        guard case .look = model.step else { throw NotAllowed() }
    }

    @Test func theQuickExitForgetsIt() async throws {
        let shell = await phone.opened()
        shell.handIn(Packs.file("beside"))
        shell.exit()
        #expect(shell.handedIn == nil && phone.documents.timesTidied == 1)
        shell.goToHandedIn()
        #expect(shell.stack.path == [])
    }

    @Test func withoutAVaultThereIsNoPlaceForIt() async throws {
        await phone.opened().vault.lock()
        phone.secret.lose()
        let shell = await phone.opened()
        await shell.goWithout()
        shell.handIn(Packs.file("beside"))
        let model = AddPackModel(shell)
        #expect(!model.keeps)
        await model.takeHandedIn()
        guard case .first = model.step else { throw NotAllowed() }
        #expect(shell.handedIn == nil)
    }
}

extension Data {
    fileprivate func replacing(_ at: Int, with bytes: [UInt8]) -> Data {
        var changed = self
        changed.replaceSubrange(at..<at + bytes.count, with: bytes)
        return changed
    }
}
