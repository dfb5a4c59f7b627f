import Foundation
import Saywell

extension Day {
    /// As the reader's language writes it, such as `Nov 2026`.
    var monthInWords: String { written(.dateTime.year().month()) }

    /// Such as `23 Nov 2026`.
    var dateInWords: String { written(.dateTime.year().month().day()) }

    /// Such as `Mon, 23 Nov`.
    var dayInWords: String { written(.dateTime.weekday().month().day()) }

    /// A day of the calendar has no zone: it is written in the one in which it was made a date.
    private func written(_ style: Date.FormatStyle) -> String {
        var style = style
        style.timeZone = .gmt
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(year: Int(year), month: Int(month), day: Int(day))
        return calendar.date(from: parts).map { $0.formatted(style) } ?? ""
    }
}
