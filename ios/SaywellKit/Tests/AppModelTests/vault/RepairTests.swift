import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// What can be done about a vault that cannot be opened, or that is to go. On the real engine.
@MainActor @Suite struct RepairTests {
    private let phone = TestPhone()
    private var database: URL { phone.folder.appendingPathComponent("vault.db") }

    private func damage() throws { try Data(repeating: 7, count: 8_192).write(to: database) }

    @Test func theNewestCopyComesBack() async throws {
        // The check of the day keeps one.
        await phone.opened().vault.lock()
        try damage()
        let shell = await phone.opened()
        let model = RepairModel(shell)
        await model.begin()
        guard case .done(let repaired) = model.step, case .copy(_?) = repaired.from else { throw NotAllowed() }
        #expect(repaired.setAside)
        await model.goOn()
        #expect(shell.door == .open(hasPin: false))
    }

    @Test func withoutACopyItAsksBeforeItBeginsAnew() async throws {
        try await phone.before { _, _ in }
        try damage()
        let shell = await phone.opened()
        let model = RepairModel(shell)
        await model.begin()
        guard case .nothing = model.step else { throw NotAllowed() }
        #expect(shell.door == .stuck(.Damaged))
        await model.repair(elseEmpty: true)
        guard case .done(let repaired) = model.step else { throw NotAllowed() }
        #expect(repaired.from == .empty && repaired.setAside)
        #expect(!shell.door.isPassed)
        await model.goOn()
        #expect(shell.door == .open(hasPin: false))
    }

    @Test func aRepairTakesThePin() async throws {
        try await phone.setPin("258014")
        try damage()
        let shell = await phone.opened()
        await shell.unlock(pin: Data("258014".utf8))
        #expect(shell.door == .stuck(.Damaged))
        let model = RepairModel(shell)
        await model.begin()
        guard case .asks = model.step else { throw NotAllowed() }
        for _ in 0..<6 { await model.entry.type(1) }
        guard case .asks = model.step else { throw NotAllowed() }
        #expect(model.entry.didNotFit)
        for digit: UInt8 in [2, 5, 8, 0, 1, 4] { await model.entry.type(digit) }
        guard case .nothing = model.step else { throw NotAllowed() }
        await model.repair(elseEmpty: true)
        guard case .done = model.step else { throw NotAllowed() }
        await model.goOn()
        #expect(shell.door == .open(hasPin: true))
    }

    @Test func whatCannotBeOpenedLiesAsideForSevenDays() async throws {
        await phone.opened().vault.lock()
        phone.secret.lose()
        var shell = await phone.opened()
        #expect(shell.door == .stuck(.KeyLost))
        await shell.beginAnew()
        #expect(shell.door == .open(hasPin: false))
        #expect(phone.secret.count == 2)
        let old = phone.aside.appendingPathComponent("vault.db")
        #expect(FileManager.default.fileExists(atPath: old.path))
        phone.time.pass(seconds: 7 * 86_400 - 60)
        shell = await phone.reborn(shell)
        #expect(FileManager.default.fileExists(atPath: old.path))
        phone.time.pass(seconds: 120)
        shell = await phone.reborn(shell)
        #expect(shell.door == .open(hasPin: false))
        #expect(!FileManager.default.fileExists(atPath: phone.aside.path))
    }

    @Test func aForgottenPinGoesWithEverything() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        let model = WipeModel(shell)
        #expect(model.isForAll)
        await model.wipe()
        #expect(model.problem == nil)
        #expect(shell.door == .open(hasPin: false))
        #expect(phone.secret.count == 2)
    }

    @Test func theSecretGoesBeforeTheFiles() async throws {
        try await phone.setPin("258014")
        let shell = await phone.opened()
        phone.secret.isBroken = true
        let before = try Data(contentsOf: database)
        let model = WipeModel(shell)
        await model.wipe()
        #expect(model.problem == .ours)
        #expect(try Data(contentsOf: database) == before)
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        #expect(phone.secret.wasErased == false)
    }

    @Test func whoDeletesTheirsLeavesTheOthers() async throws {
        try await phone.setPin("258014")
        let theirs = Data("937261".utf8)
        let ours = Data("258014".utf8)
        let shell = await phone.opened()
        await shell.unlock(pin: ours)
        try await shell.vault.prove(pin: ours) { saywell, now in try saywell.vault().addSpace(now: now, pin: theirs) }
        let model = WipeModel(shell)
        #expect(!model.isForAll)
        await model.wipe()
        #expect(model.problem == nil)
        #expect(!phone.secret.wasErased)
        #expect(shell.door == .asks(until: phone.time.uptimeMs(), tried: false))
        await shell.unlock(pin: theirs)
        #expect(shell.door == .open(hasPin: true))
        await model.wipe()
        #expect(phone.secret.wasErased)
        #expect(shell.door == .open(hasPin: false))
    }

    /// The process is killed in the middle, at each of the places where that tells: the next one finishes it, and asks nobody.
    @Test(arguments: Killed.allCases)
    func aWipeThatWasInterruptedIsFinished(_ killed: Killed) async throws {
        try await phone.before { saywell, now in _ = try saywell.journal().writeNote(id: "one", written: "gone", now: now) }
        try FileManager.default.createDirectory(at: phone.aside, withIntermediateDirectories: true)
        try killed.leave(phone)
        var shell = await phone.opened()
        #expect(shell.door == .open(hasPin: false))
        #expect(try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9) } == [])
        let left = try FileManager.default.contentsOfDirectory(atPath: phone.folder.path)
        #expect(!left.contains("vault.wiping") && !left.contains("copy") && !left.contains("pack"))
        #expect(!FileManager.default.fileExists(atPath: phone.aside.path))
        let made = phone.secret.count
        #expect(made > 1)
        // And only once.
        try await shell.ask { saywell, now in _ = try saywell.journal().writeNote(id: "two", written: "new", now: now) }
        shell = await phone.reborn(shell)
        #expect(try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9).count } == 1)
        #expect(phone.secret.count == made)
    }

    enum Killed: CaseIterable {
        /// The engine has left its mark, and erased nothing yet.
        case afterTheMark
        /// The keys are gone, and the files are there.
        case afterTheKeys
        /// Nothing was open: the secret is gone, and the engine has not begun.
        case afterTheSecret

        @MainActor func leave(_ phone: TestPhone) throws {
            let files = FileManager.default
            for name in ["copy", "pack"] { try Data("half".utf8).write(to: phone.folder.appendingPathComponent(name)) }
            let mark = phone.folder.appendingPathComponent("vault.wiping")
            switch self {
            case .afterTheMark: try Data("whole\ncopy\npack\n".utf8).write(to: mark)
            case .afterTheKeys:
                try Data("whole\ncopy\npack\n".utf8).write(to: mark)
                let headers = try files.contentsOfDirectory(atPath: phone.folder.path).filter { $0.hasPrefix("vault.hdr") }
                #expect(headers.count == 2)
                for name in headers { try files.removeItem(at: phone.folder.appendingPathComponent(name)) }
            case .afterTheSecret:
                try Data().write(to: phone.folder.appendingPathExtension("going"))
                try phone.secret.erase()
            }
        }
    }

    /// Where the secret cannot be erased all is as before, also at the next opening.
    @Test func aWipeThatCouldNotBeginIsNotFinishedLater() async throws {
        try await phone.before { saywell, now in _ = try saywell.journal().writeNote(id: "one", written: "kept", now: now) }
        try await phone.setPin("258014")
        var shell = await phone.opened()
        phone.secret.isBroken = true
        await WipeModel(shell).wipe()
        phone.secret.isBroken = false
        shell = await phone.reborn(shell)
        await shell.unlock(pin: Data("258014".utf8))
        #expect(try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9).count } == 1)
    }
}
