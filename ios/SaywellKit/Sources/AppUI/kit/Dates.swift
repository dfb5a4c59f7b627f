import AppModel
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
        return date.formatted(style)
    }
}
