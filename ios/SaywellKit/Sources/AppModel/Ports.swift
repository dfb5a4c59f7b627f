import Foundation
import Saywell

/// What the app needs of the phone, each behind a protocol: Apple's side is in AppleAdapters, the tests' in Fakes.
public struct Ports: Sendable {
    public let time: any Time
    public let chance: any Chance
    public let voice: any Voice
    public let sound: any Sound
    public let notices: any Notices

    public init(time: any Time, chance: any Chance, voice: any Voice, sound: any Sound, notices: any Notices) {
        self.time = time
        self.chance = chance
        self.voice = voice
        self.sound = sound
        self.notices = notices
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
}

/// The system's voice.
@MainActor public protocol Voice: Sendable {
    var isSpeaking: Bool { get }
    /// Reads these aloud, one after the other, in place of what it was reading.
    func say(_ words: [String])
    func stop()
}

/// A rendered relaxation. It goes on while the screen is off.
@MainActor public protocol Sound: Sendable {
    /// How far into the file it is, in milliseconds; nothing if none is loaded.
    var positionMs: Int64? { get }
    func play(_ file: URL, fromMs: Int64) throws
    func pause()
    func stop()
}

/// A notice that comes at a time of day, every week on a day or on one date. Neither title nor text names the topic.
public struct Notice: Hashable, Sendable {
    public let id: String
    public let text: String
    /// What of the wall clock has to match: hour and minute with a weekday (every week) or with a date (once).
    public let at: DateComponents
    public let repeats: Bool

    public init(id: String, text: String, at: DateComponents, repeats: Bool) {
        self.id = id
        self.text = text
        self.at = at
        self.repeats = repeats
    }
}

/// Local notifications. The system keeps 64 at most; we plan 60.
public protocol Notices: Sendable {
    /// Whether the person lets us, without asking them.
    func isAllowed() async -> Bool
    /// Asks them, where they were not asked yet.
    func askLeave() async throws -> Bool
    /// These in place of all that were planned.
    func replaceAll(with notices: [Notice]) async throws
    /// The ids that the system has planned.
    func planned() async -> Set<String>
}
