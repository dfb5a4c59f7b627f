// What tests have in place of a phone: a folder, and small ports in memory that refuse whatever a test has not allowed.

import AppModel
import Foundation
import Saywell

/// A phone that was never used. Its clock stands still at an evening in November, an hour east of Greenwich.
@MainActor public final class TestPhone {
    public let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString, isDirectory: true)
    public let secret = MemorySecret()
    public let time = StillTime()
    public let chance = CountedChance()
    public let voice = SilentVoice()
    public let sound = RefusedSound()
    public let notices = RefusedNotices()
    public let look = MemoryLook()
    public let documents = RefusedDocuments()
    /// What the person reads.
    public var languages = ["en"]
    /// Opens the space of whoever did something before.
    public var pin: Data?

    public init() {}

    deinit { for old in [folder, folder.appendingPathExtension("aside")] { try? FileManager.default.removeItem(at: old) } }

    /// Where a vault lies that nobody can read any more.
    public var aside: URL { folder.appendingPathExtension("aside") }

    /// The process begins, with the vault shut.
    public func shell() -> Shell {
        let ports = Ports(
            time: time, chance: chance, voice: voice, sound: sound, notices: notices, look: look, documents: documents)
        return Shell(vault: Vault(folder: folder, secret: secret, time: time, languages: languages), ports: ports)
    }

    /// The process begins, and the person is in.
    public func opened() async -> Shell {
        let shell = shell()
        await shell.came()
        return shell
    }

    /// The process dies and begins again, where the person was.
    public func reborn(_ shell: Shell) async -> Shell {
        await shell.vault.lock()
        let next = self.shell()
        next.stack = Stack(saved: shell.stackInClear?.saved ?? "")
        await next.came()
        return next
    }

    /// What somebody did before: verbs on the vault, which is shut again after them.
    public func before<Answer: Sendable>(pin: Data? = nil, _ verb: @escaping Verb<Answer>) async throws -> Answer {
        let vault = Vault(folder: folder, secret: secret, time: time, languages: languages)
        _ = await vault.enter(pin: pin ?? self.pin)
        let now = time.now()
        let answer = try await vault.ask { try verb($0, now) }
        await vault.lock()
        return answer
    }

    /// Somebody has set this PIN.
    public func setPin(_ pin: String) async throws {
        let vault = Vault(folder: folder, secret: secret, time: time, languages: languages)
        _ = await vault.enter(pin: nil)
        let digits = Data(pin.utf8)
        try await vault.prove(pin: nil) { saywell, now in
            try saywell.vault().setPin(now: now, pin: digits, rehearsedMs: 250)
        }
        await vault.lock()
    }

    /// Who has the one PIN made a space for another person, which the other PIN opens.
    public func addSpace(_ theirs: String, by ours: String) async throws {
        let vault = Vault(folder: folder, secret: secret, time: time, languages: languages)
        let (ours, theirs) = (Data(ours.utf8), Data(theirs.utf8))
        _ = await vault.enter(pin: ours)
        try await vault.prove(pin: ours) { saywell, now in try saywell.vault().addSpace(now: now, pin: theirs) }
        await vault.lock()
    }
}

/// A fake was asked for what the test did not allow.
public struct NotAllowed: Error { public init() {} }

public final class MemorySecret: Secret, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: Data?
    private var made: UInt8 = 0
    private var broken = false
    private var erased = false
    private var onRead: (@Sendable () -> Void)?

    /// Once, while the vault waits to be opened, this is done, as far as it comes without the vault.
    public func meanwhile(_ act: @escaping @MainActor @Sendable () async -> Void) {
        let done: @Sendable () -> Void = {
            DispatchQueue.main.sync { _ = Task { @MainActor in await act() } }
            // After it: the main queue does one thing after the other.
            DispatchQueue.main.sync {}
        }
        lock.withLock { onRead = done }
    }

    /// It was erased, whatever came after.
    public var wasErased: Bool { lock.withLock { erased } }

    /// How many were made.
    public var count: Int { lock.withLock { Int(made) } }
    /// It cannot be told whether there is one.
    public var isBroken: Bool {
        get { lock.withLock { broken } }
        set { lock.withLock { broken = newValue } }
    }

    /// As after the phone has lost it.
    public func lose() { lock.withLock { kept = nil } }

    public func read() throws -> Data? {
        let act = lock.withLock {
            defer { onRead = nil }
            return onRead
        }
        act?()
        return try lock.withLock {
            if broken { throw NotAllowed() }
            return kept.map { Data($0) }
        }
    }

    public func make() throws -> Data {
        lock.withLock {
            made += 1
            let key = Data(repeating: made, count: 32)
            kept = key
            return Data(key)
        }
    }

    public func erase() throws {
        try lock.withLock {
            if broken { throw NotAllowed() }
            kept = nil
            erased = true
        }
    }
}

/// It lets no file be read until a test allows it.
public final class RefusedDocuments: Documents, @unchecked Sendable {
    private let lock = NSLock()
    private var allowed = false
    private var tidied = 0

    public var isAllowed: Bool {
        get { lock.withLock { allowed } }
        set { lock.withLock { allowed = newValue } }
    }

    /// How often what others had laid here was erased.
    public var timesTidied: Int { lock.withLock { tidied } }

    public func tidy() { lock.withLock { tidied += 1 } }

    public func reach<Answer>(_ file: URL, _ work: (URL) throws -> Answer) throws -> Answer {
        guard isAllowed else { throw NotAllowed() }
        return try work(file)
    }
}

/// The first pages were seen, until a test says otherwise.
public final class MemoryLook: Look, @unchecked Sendable {
    private let lock = NSLock()
    private var dark: Bool?
    private var welcomed = true

    public var isDark: Bool? { lock.withLock { dark } }
    public var isWelcomed: Bool { lock.withLock { welcomed } }
    public func keep(isDark: Bool?) { lock.withLock { dark = isDark } }
    public func keep(isWelcomed: Bool) { lock.withLock { welcomed = isWelcomed } }
}

public final class StillTime: Time, @unchecked Sendable {
    private let lock = NSLock()
    // 2026-11-23T19:00:00Z
    private var instant = Date(timeIntervalSince1970: 1_795_460_400)
    private var uptime: UInt64 = 60_000

    public func now() -> Moment { lock.withLock { Moment(instant: instant, offsetMinutes: 60) } }
    public func uptimeMs() -> UInt64 { lock.withLock { uptime } }
    public func zone() -> TimeZone { TimeZone(secondsFromGMT: 3_600) ?? .current }

    /// So much time goes by, on both clocks.
    public func pass(seconds: UInt64) {
        lock.withLock {
            instant += TimeInterval(seconds)
            uptime += seconds * 1_000
        }
    }
}

public final class CountedChance: Chance, @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    /// `fresh-1`, `fresh-2` and so on.
    public func freshId() -> String {
        lock.withLock {
            count += 1
            return "fresh-\(count)"
        }
    }

    public func seed() -> UInt64 { 11 }
}

/// It says nothing, and remembers what it was to say.
public final class SilentVoice: Voice {
    public private(set) var said: [[String]] = []
    public private(set) var isSpeaking = false

    public func say(_ words: [String]) {
        said.append(words)
        isSpeaking = true
    }

    public func stop() { isSpeaking = false }
}

/// It takes in what is written and plays nothing, once a test allows it.
public final class RefusedSound: Sound {
    public let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).wav")
    public var onTakenAway: (@MainActor () -> Void)?
    public var isAllowed = false
    /// How many bytes were taken in; nothing if none is.
    public private(set) var loaded: Int?
    public private(set) var isPlaying = false
    /// Where it was told to play from last.
    public private(set) var fromMs: Int64?

    public func load() throws {
        defer { try? FileManager.default.removeItem(at: file) }
        guard isAllowed else { throw NotAllowed() }
        loaded = try Data(contentsOf: file).count
    }

    public func play(fromMs: Int64) throws {
        guard loaded != nil else { throw NotAllowed() }
        self.fromMs = fromMs
        isPlaying = true
    }

    public func pause() { isPlaying = false }

    public func stop() {
        isPlaying = false
        loaded = nil
    }
}

public final class RefusedNotices: Notices, @unchecked Sendable {
    private let lock = NSLock()
    private var allowed = false
    private var asks = 0
    private var held: [Hold] = []
    private var room = 64
    private var all: [Notice] = []
    private var seen: [String] = []
    private var tests: [String] = []

    /// What the person answers.
    public var isGranted: Bool {
        get { lock.withLock { allowed } }
        set { lock.withLock { allowed = newValue } }
    }

    /// What holds them back, besides the person.
    public var holding: [Hold] {
        get { lock.withLock { held } }
        set { lock.withLock { held = newValue } }
    }

    /// The system keeps so many.
    public var most: Int {
        get { lock.withLock { room } }
        set { lock.withLock { room = newValue } }
    }

    /// How often the person was asked.
    public var asked: Int { lock.withLock { asks } }
    public var notices: [Notice] { lock.withLock { all } }
    /// What was shown to test it.
    public var tested: [String] { lock.withLock { tests } }

    /// The first that is planned comes, and lies in the list.
    public func comeFirst() { lock.withLock { if !all.isEmpty { seen.append(all.removeFirst().id) } } }

    public func holds() async -> [Hold] { isGranted ? holding : [.notices] }

    public func askLeave() async throws -> Bool {
        lock.withLock { asks += 1 }
        return isGranted
    }

    public func replaceAll(with notices: [Notice]) async throws {
        guard isGranted else { throw NotAllowed() }
        lock.withLock { all = Array(notices.prefix(room)) }
    }

    public func planned() async -> Set<String> { Set(notices.map(\.id)) }

    public func takeShown() async -> [String] {
        lock.withLock {
            defer { seen = [] }
            return seen
        }
    }

    public func show(_ text: String) async throws {
        guard isGranted else { throw NotAllowed() }
        lock.withLock { tests.append(text) }
    }
}
