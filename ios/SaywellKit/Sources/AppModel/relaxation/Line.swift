import Saywell

/// What stands below the disc at one time.
public struct Line: Equatable, Sendable {
    /// A breath that the script leaves to the disc.
    public let breath: CueKind?
    /// What the person does, in the script's own words.
    public let act: String
    /// What is said besides.
    public let said: String
    /// When the newest words began, in milliseconds.
    let since: Int64
    public let isFirstBlock: Bool
}

/// How far the disc has grown, and what is left of the breath.
public struct DiscSize: Equatable, Sendable {
    /// 0 to 1.
    public let share: Double
    /// Seconds of this breath that are left; nothing where none is paced.
    public let seconds: Int?
}

extension Timeline {
    /// What is shown `ms` milliseconds into it.
    public func line(at ms: Int64) -> Line {
        let words = cues.last { $0.atMs <= ms && !$0.say.isEmpty }
        let doing = cues.last { $0.atMs <= ms && ms < $0.atMs + $0.lengthMs && $0.kind.isDone }
        return Line(
            breath: doing.flatMap { $0.say.isEmpty && $0.kind.isBreath ? $0.kind : nil }, act: doing?.say ?? "",
            said: words.map { $0.kind.isDone ? "" : $0.say } ?? "", since: words?.atMs ?? 0,
            isFirstBlock: words?.block == cues.first?.block)
    }

    /// The disc `ms` milliseconds into it: it grows while the person breathes in, and rests where no breath is paced.
    public func disc(at ms: Int64) -> DiscSize {
        let breaths = cues.filter { $0.atMs <= ms && $0.kind.isBreath }
        guard let breath = breaths.last else { return DiscSize(share: 0, seconds: nil) }
        let after = breaths.last { $0.kind.size != nil }?.kind.size ?? 0
        let end = breath.atMs + breath.lengthMs
        guard ms < end else { return DiscSize(share: after, seconds: nil) }
        let seconds = Int((end - ms + 999) / 1_000)
        guard let to = breath.kind.size else { return DiscSize(share: after, seconds: seconds) }
        let from = breaths.dropLast().last { $0.kind.size != nil }?.kind.size ?? 0
        let done = Double(ms - breath.atMs) / Double(breath.lengthMs)
        return DiscSize(share: from + (to - from) * done.eased, seconds: seconds)
    }
}

extension Double {
    /// Slow at both ends, 0 to 1.
    fileprivate var eased: Double { self * self * (3 - 2 * self) }
}

extension CueKind {
    fileprivate var isBreath: Bool {
        switch self {
        case .in, .hold, .out, .rest: true
        case .say, .tense, .release, .bell: false
        }
    }

    fileprivate var isDone: Bool { isBreath || self == .tense || self == .release }

    /// The disc once the breath is over; a hold keeps what came before.
    fileprivate var size: Double? {
        switch self {
        case .in: 1
        case .out: 0
        default: nil
        }
    }
}
