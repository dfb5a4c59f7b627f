import AppModel
import Foundation
import Saywell

// Times and lengths as a person reads them.

extension ClockTime {
    /// Such as `19:30`, or `7:30 PM` where the phone is set so.
    var inWords: String { date.formatted(Date.FormatStyle(timeZone: .gmt).hour().minute()) }

    /// On a day that has every time.
    var date: Date {
        Calendar.ofDays.date(from: DateComponents(year: 2001, month: 1, day: 1, hour: Int(hour), minute: Int(minute)))
            ?? .distantPast
    }

    init(_ date: Date) {
        let parts = Calendar.ofDays.dateComponents([.hour, .minute], from: date)
        self.init(hour: UInt8(parts.hour ?? 0), minute: UInt8(parts.minute ?? 0))
    }
}

extension Weekday {
    /// The days in the order in which the reader's week has them.
    static var week: [Weekday] { (0..<7).map { all[(Calendar.current.firstWeekday - 1 + $0) % 7] } }

    init(of day: Day) { self = Weekday.all[day.weekday - 1] }

    /// Such as `Monday`.
    var full: String { name(in: Calendar.current.standaloneWeekdaySymbols) }
    /// Such as `Mon`.
    var short: String { name(in: Calendar.current.shortStandaloneWeekdaySymbols) }
    /// One letter, where there is no room.
    var letter: String { name(in: Calendar.current.veryShortStandaloneWeekdaySymbols) }

    private func name(in symbols: [String]) -> String { Weekday.all.firstIndex(of: self).map { symbols[$0] } ?? "" }
}

/// Minutes and seconds of so many milliseconds, such as `6:20`.
func span(_ ms: Int64) -> String { String(format: "%lld:%02lld", ms / 60_000, ms / 1_000 % 60) }

/// The same of time that is left: a second that has begun counts.
func spanLeft(_ ms: Int64) -> String { span(ms + 999) }
