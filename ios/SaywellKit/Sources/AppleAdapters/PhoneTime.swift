import AppModel
import Foundation
import Saywell

/// The phone's clocks.
public struct PhoneTime: Time {
    public init() {}

    public func now() -> Moment {
        let now = Date()
        return Moment(instant: now, offsetMinutes: Int32(zone().secondsFromGMT(for: now) / 60))
    }

    /// `CLOCK_MONOTONIC_RAW` is `mach_continuous_time`, which goes on while the phone sleeps.
    public func uptimeMs() -> UInt64 {
        var at = timespec()
        clock_gettime(CLOCK_MONOTONIC_RAW, &at)
        return UInt64(at.tv_sec) * 1_000 + UInt64(at.tv_nsec) / 1_000_000
    }

    public func zone() -> TimeZone { .current }
}

/// Where what is fresh comes from.
public struct SystemChance: Chance {
    public init() {}
    public func freshId() -> String { UUID().uuidString.lowercased() }
    public func seed() -> UInt64 { .random(in: .min ... .max) }
}
