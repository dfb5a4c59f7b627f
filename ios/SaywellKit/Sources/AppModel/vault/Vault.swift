// Where the engine is opened and called, what keeps its key, and the pages in front of it. No other feature opens or calls it.

import Foundation
import Saywell

/// What is asked of a vault that is locked gets no answer: the door is shown by then.
public struct VaultIsShut: Error {}

/// The vault in a folder. Verbs run on this actor, one after the other.
public actor Vault {
    private let folder: URL
    private let secret: any Secret
    private let time: any Time
    private let languages: [String]
    private let guardFolder: @Sendable (URL) throws -> Void
    private var saywell: Saywell?

    /// Where a locked copy lies on its way out or in, as the engine needs a file of the app's own. Gone once its page is left; what the death of the
    /// process leaves goes at the next opening, and with a wipe.
    public nonisolated let copy: URL

    /// Where a pack lies while it is looked at; as `copy`.
    public nonisolated let pack: URL

    /// `folder` need not exist yet. `guardFolder` is told when it does, and before anything is put in it. `languages` are those that the
    /// person reads, the one they like most first; where they pick others, the system begins the app anew.
    public init(
        folder: URL, secret: any Secret, time: any Time, languages: [String],
        guardFolder: @escaping @Sendable (URL) throws -> Void = { _ in }
    ) {
        self.languages = languages
        self.guardFolder = guardFolder
        self.folder = folder
        copy = folder.appendingPathComponent(Self.copyName)
        pack = folder.appendingPathComponent(Self.packName)
        self.secret = secret
        self.time = time
    }

    /// Runs a verb.
    ///
    /// - Throws: `VaultIsShut`, or what the verb throws.
    public func ask<Answer: Sendable>(_ verb: @Sendable (Saywell) throws -> Answer) throws -> Answer {
        guard let saywell else { throw VaultIsShut() }
        return try verb(saywell)
    }

    /// As `ask`, for what asks for the PIN once more, or sets one.
    public func prove<Answer: Sendable>(
        pin: Data?, _ verb: @Sendable (Saywell, Unlock) throws -> Answer
    ) throws -> Answer {
        guard let saywell else { throw VaultIsShut() }
        return try unlock(pin) { try verb(saywell, $0) }
    }

    /// One try at opening: how the door stands after it, and the mark of the space that is open then.
    public func enter(pin: Data?) -> (door: VaultDoor, space: UInt64?) {
        do {
            let lock = try prepare()
            if case .pin(let waitSeconds) = lock, pin == nil { return (asks(waitSeconds, tried: false), nil) }
            let opened = try unlock(pin) { try Saywell.open(folder: folder.path, unlock: $0, languages: languages) }
            let space = try opened.vault().spaceMark()
            saywell = opened
            return (.open(hasPin: pin != nil), space)
        } catch SaywellError.WrongPin(let waitSeconds) {
            return (asks(waitSeconds, tried: true), nil)
        } catch {
            return (.stuck(error as? SaywellError ?? .Unexpected(what: "the secret or the folder")), nil)
        }
    }

    private func asks(_ waitSeconds: UInt32, tried: Bool) -> VaultDoor {
        .asks(until: time.uptimeMs(in: waitSeconds), tried: tried)
    }

    /// Whether the vault asks for a PIN the next time.
    public func asksForPin() throws -> Bool {
        if case .pin = try look() { true } else { false }
    }

    /// Opens an engine that keeps nothing.
    public func goWithout() throws -> VaultDoor {
        saywell = try Saywell.withoutVault(languages: languages)
        return .without
    }

    /// Repairs what cannot be read; with `elseEmpty` it begins anew where nothing can be recovered. It is not open after it.
    ///
    /// - Throws: `WrongPin`, and `Damaged` if nothing can be recovered: all files are as before then.
    public func repair(pin: Data?, elseEmpty: Bool) throws -> Repaired {
        lock()
        return try unlock(pin) {
            try repairVault(folder: folder.path, unlock: $0, now: time.now(), elseEmpty: elseEmpty)
        }
    }

    /// Erases the space that is open, or all of them where none is. Whatever goes wrong, the rest goes at the next opening.
    ///
    /// The secret goes before anything else. Only where others may have a space, which it opens too, the engine comes first: it
    /// erases the key of this one, and when no other is left the secret follows.
    public func wipe() throws {
        if let saywell, try saywell.vault().keeps() {
            self.saywell = nil
            try saywell.vault().wipe(also: [Self.copyName, Self.packName])
            let lock = try look()
            guard lock == .new || lock == .wiping else { return }
            try secret.erase()
        } else {
            saywell = nil
            try wipeAll()
        }
        removeBeside()
    }

    /// A mark goes before all else, and away last: whoever opens the vault meanwhile finishes this.
    private func wipeAll() throws {
        try? Data().write(to: going)
        do {
            try secret.erase()
        } catch {
            // All is as before.
            try? FileManager.default.removeItem(at: going)
            throw error
        }
        try wipeVault(folder: folder.path, also: [Self.copyName, Self.packName])
        removeBeside()
        try? FileManager.default.removeItem(at: going)
    }

    private func removeBeside() {
        try? FileManager.default.removeItem(at: aside)
        removeOut()
    }

    private var going: URL { folder.appendingPathExtension("going") }

    /// Makes way for a new vault, where the key of the old one is lost. What nobody can read any more lies aside for seven days: if
    /// the phone should find its key again, somebody may know what to do.
    public func beginAnew() throws {
        saywell = nil
        let files = FileManager.default
        try? files.removeItem(at: aside)
        try files.moveItem(at: folder, to: aside)
        try files.setAttributes([.modificationDate: time.now().instant], ofItemAtPath: aside.path)
    }

    /// What lies on its way out or in goes.
    public func removeCopy() { try? FileManager.default.removeItem(at: copy) }

    public func removePack() { try? FileManager.default.removeItem(at: pack) }

    private static let copyName = "copy"
    private static let packName = "pack"

    /// Where a file of this name can be written that is to leave the app, in place of one before it.
    public func makeWay(for name: String) throws -> URL {
        removeOut()
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        try guardFolder(out)
        return out.appendingPathComponent(name)
    }

    public func removeOut() { try? FileManager.default.removeItem(at: out) }

    private var out: URL { folder.appendingPathExtension("out") }

    /// Closes the file and forgets the key. What was asked before is done before.
    public func lock() {
        try? saywell?.vault().lock()
        saywell = nil
    }

    /// A secret is made only where there is no vault yet: a second one would open nothing.
    private func prepare() throws -> Lock {
        tidy()
        if FileManager.default.fileExists(atPath: going.path) { try wipeAll() }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try guardFolder(folder)
        removeCopy()
        removePack()
        removeOut()
        let lock = try look()
        switch lock {
        case .new: erase(try secret.make())
        case .wiping:
            try wipeVault(folder: folder.path, also: [Self.copyName, Self.packName])
            removeBeside()
            erase(try secret.make())
        case .open, .pin: break
        }
        return lock
    }

    private var aside: URL { folder.appendingPathExtension("aside") }

    /// What has lain aside long enough goes.
    private func tidy() {
        let laid = try? FileManager.default.attributesOfItem(atPath: aside.path)[.modificationDate] as? Date
        guard let laid, laid < time.now().instant - Self.daysAside * 86_400 else { return }
        try? FileManager.default.removeItem(at: aside)
    }

    private static let daysAside: TimeInterval = 7

    private func look() throws -> Lock {
        let key = try secret.read()
        defer { key.map(erase) }
        return try lookAtVault(folder: folder.path, secret: key, uptimeMs: time.uptimeMs())
    }

    private func unlock<Answer>(_ pin: Data?, _ call: (Unlock) throws -> Answer) throws -> Answer {
        guard let key = try secret.read() else { throw SaywellError.KeyLost }
        defer { erase(key) }
        return try call(Unlock(secret: key, pin: pin, uptimeMs: time.uptimeMs()))
    }

    /// Fills the bytes with zeros, where nobody else holds them.
    private func erase(_ key: consuming Data) { key.resetBytes(in: 0..<key.count) }
}
