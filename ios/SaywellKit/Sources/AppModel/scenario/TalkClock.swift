import Observation

/// For how long two people have talked. It runs forward only, past the end too. It counts by the clock that goes on while the phone
/// sleeps, so that a screen that went off takes no time away.
@MainActor @Observable
public final class TalkClock {
    /// Milliseconds that they have talked, as of the last look.
    public private(set) var elapsedMs: Int64

    public private(set) var isRunning: Bool

    public let minutes: Int

    @ObservationIgnored private let time: any Time
    @ObservationIgnored private var before: Int64
    @ObservationIgnored private var since: UInt64
    @ObservationIgnored private var stored: Int64

    init(_ time: any Time, elapsedMs: Int64, minutes: Int, isRunning: Bool) {
        self.time = time
        self.minutes = minutes
        self.isRunning = isRunning
        self.elapsedMs = elapsedMs
        before = elapsedMs
        stored = elapsedMs
        since = time.uptimeMs()
    }

    /// The minutes are over. It goes on.
    public var isOver: Bool { elapsedMs >= fullMs }

    /// How much of the minutes is over, 0 to 1.
    public var share: Double { min(Double(elapsedMs) / Double(max(fullMs, 1)), 1) }

    private var fullMs: Int64 { Int64(minutes) * 60_000 }

    /// Looks at the phone's clock.
    func look() {
        guard isRunning else { return }
        let now = time.uptimeMs()
        elapsedMs = before + Int64(clamping: now - min(since, now))
    }

    func toggle() {
        look()
        before = elapsedMs
        since = time.uptimeMs()
        isRunning.toggle()
    }

    /// A quarter of a minute has gone by since it was stored.
    var isDue: Bool { elapsedMs - stored >= 15_000 }

    func wasStored() { stored = elapsedMs }
}
