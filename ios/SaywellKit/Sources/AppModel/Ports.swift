import Foundation
import Saywell

/// What the app needs of the phone, each behind a protocol: Apple's side is in AppleAdapters, the tests' in Fakes.
public struct Ports: Sendable {
    public let time: any Time
    public let chance: any Chance
    public let voice: any Voice
    public let sound: any Sound
    public let notices: any Notices
    public let look: any Look
    public let documents: any Documents

    public init(
        time: any Time, chance: any Chance, voice: any Voice, sound: any Sound, notices: any Notices, look: any Look,
        documents: any Documents
    ) {
        self.time = time
        self.chance = chance
        self.voice = voice
        self.sound = sound
        self.notices = notices
        self.look = look
        self.documents = documents
    }
}

/// The phone's clocks. The engine reads none.
public protocol Time: Sendable {
    /// The instant, and how far the person's wall clock is ahead of UTC.
    func now() -> Moment
    /// Milliseconds since the phone was switched on, sleep included. No setting of a clock changes it.
    func uptimeMs() -> UInt64
    /// The zone of the person, for reminders.
    func zone() -> TimeZone
}

extension Time {
    /// What `uptimeMs` will be so many seconds from now.
    func uptimeMs(in seconds: UInt32) -> UInt64 { uptimeMs() + UInt64(seconds) * 1_000 }
}

/// Where what is fresh comes from.
public protocol Chance: Sendable {
    /// An id that was never used.
    func freshId() -> String
    /// What an order is shuffled by.
    func seed() -> UInt64
}

/// The secret of this phone and this app, 32 bytes. Without it what is saved cannot be read.
public protocol Secret: Sendable {
    /// What is kept; nothing if there is none.
    ///
    /// - Throws: if it cannot be told whether there is one. That is no reason to make another.
    func read() throws -> Data?
    /// Makes a new one in place of what was there. Only for a folder without a vault.
    func make() throws -> Data
    /// Erases it. What it has locked nobody can read from then on.
    func erase() throws
}

/// The system's voice.
@MainActor public protocol Voice: Sendable {
    var isSpeaking: Bool { get }
    /// Reads these aloud, one after the other, in place of what it was reading.
    func say(_ words: [String])
    func stop()
}

/// A rendered relaxation. It goes on while the screen is off.
@MainActor public protocol Sound: AnyObject, Sendable {
    /// Where the engine is to write it.
    var file: URL { get }
    /// The phone took the sound away: a call came, or the earphones were pulled.
    var onTakenAway: (@MainActor () -> Void)? { get set }
    /// Takes in what the engine wrote; nothing of it stays in the file.
    func load() throws
    /// From so many milliseconds in on.
    func play(fromMs: Int64) throws
    func pause()
    /// Lets go of what was taken in.
    func stop()
}

/// A notice that comes once, when the wall clock shows a date and a time, wherever the person is. The text does not name the topic.
public struct Notice: Hashable, Sendable {
    public let id: String
    public let text: String
    public let at: DateComponents

    public init(id: String, text: String, at: DateComponents) {
        self.id = id
        self.text = text
        self.at = at
    }
}

/// What may hold notices back, as far as the phone tells.
public enum Hold: String, CaseIterable, Sendable {
    /// Notices are off.
    case notices
    /// They come, and are not seen on their own: no banner, nothing on the lock screen.
    case hidden
    /// They wait for the phone's summary of the day.
    case summary
}

/// Local notifications. The system keeps the soonest 64 and drops the rest without a word; we plan 60.
public protocol Notices: Sendable {
    /// What holds them back now, without asking the person.
    func holds() async -> [Hold]
    /// Asks the person, where they were not asked yet.
    func askLeave() async throws -> Bool
    /// These in place of all that were planned.
    func replaceAll(with notices: [Notice]) async throws
    /// The ids that the system has planned.
    func planned() async -> Set<String>
    /// The ids of those that came and still lie in the list of notices; they are taken away.
    func takeShown() async -> [String]
    /// Shows this at once, to see what others would see.
    func show(_ text: String) async throws
}

/// Files that the person picked, in some other app's keeping: on this phone, or far away.
public protocol Documents: Sendable {
    /// Lets the work read this file, where the system allows it. Slow.
    func reach<Answer>(_ file: URL, _ work: (URL) throws -> Answer) throws -> Answer
    /// Erases what another app has laid into a folder of ours, to be opened.
    func tidy()
}

/// What the app must know before the vault is open. It tells nothing about the person.
public protocol Look: Sendable {
    /// Dark or light, whatever the phone has; nothing for as the phone has it.
    var isDark: Bool? { get }
    /// The first pages were seen.
    var isWelcomed: Bool { get }
    func keep(isDark: Bool?)
    func keep(isWelcomed: Bool)
}
