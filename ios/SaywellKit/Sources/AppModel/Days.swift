import Foundation
import Saywell

// Days of the calendar, which have no zone: they are reckoned in the one in which they are made dates.

extension Calendar {
    /// Gregorian, without a zone's changes of the clock.
    public static let ofDays: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}

extension Day {
    /// Its midnight in `Calendar.ofDays`.
    public var date: Date {
        Calendar.ofDays.date(from: DateComponents(year: Int(year), month: Int(month), day: Int(day))) ?? .distantPast
    }

    public init(_ date: Date) {
        let parts = Calendar.ofDays.dateComponents([.year, .month, .day], from: date)
        self.init(year: Int32(parts.year ?? 1), month: UInt8(parts.month ?? 1), day: UInt8(parts.day ?? 1))
    }

    public func adding(days: Int) -> Day { Day(Calendar.ofDays.date(byAdding: .day, value: days, to: date) ?? date) }

    public func adding(months: Int) -> Day { Day(Calendar.ofDays.date(byAdding: .month, value: months, to: date) ?? date) }

    public var firstOfMonth: Day { Day(year: year, month: month, day: 1) }

    /// 1 for a Sunday to 7 for a Saturday, as `Calendar` counts.
    public var weekday: Int { Calendar.ofDays.component(.weekday, from: date) }

    /// Such as `2026-11-23`.
    public var iso: String { String(format: "%04d-%02d-%02d", year, Int(month), Int(day)) }

    init?(iso: String) {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let month = UInt8(exactly: parts[1]), let day = UInt8(exactly: parts[2]) else { return nil }
        self.init(year: Int32(parts[0]), month: month, day: day)
    }
}

extension Day: Comparable {
    public static func < (one: Day, other: Day) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension Moment {
    /// The day and time on the person's wall clock then.
    public var wall: WallTime {
        let there = instant.addingTimeInterval(TimeInterval(offsetMinutes) * 60)
        let parts = Calendar.ofDays.dateComponents([.hour, .minute], from: there)
        return WallTime(day: Day(there), time: ClockTime(hour: UInt8(parts.hour ?? 0), minute: UInt8(parts.minute ?? 0)))
    }

    /// As a page keeps it, to the last bit: seconds since 2001, and minutes east of Greenwich.
    var kept: String { "\(instant.timeIntervalSinceReferenceDate) \(offsetMinutes)" }

    init?(kept: String) {
        let parts = kept.split(separator: " ")
        guard parts.count == 2, let seconds = Double(parts[0]), seconds.isFinite, let offset = Int32(parts[1]) else { return nil }
        self.init(instant: Date(timeIntervalSinceReferenceDate: seconds), offsetMinutes: offset)
    }
}
