import AppModel
import Saywell
import SwiftUI

/// A month of practice: one disc a day, soft under ten minutes, full from ten on, a ring around today. A screen reader reads the days
/// with practice.
struct MonthCalendar: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    let month: PracticeMonth
    let today: Day

    var body: some View {
        VStack(spacing: 12) {
            LazyVGrid(columns: Array(repeating: GridItem(.flexible(), spacing: 0), count: 7), spacing: 4) {
                ForEach(Weekday.week, id: \.self) { day in
                    Text(typeSize.isAccessibilitySize ? day.letter : day.short).inline(.caption).lineLimit(1)
                }
                ForEach(0..<gap, id: \.self) { _ in Color.clear.frame(height: 1) }
                ForEach(month.days, id: \.day) { DayDisc(day: $0, isToday: $0.day == today) }
            }
            // More does not fit side by side; the sum above and the list below say the same, as large as one likes.
            .dynamicTypeSize(...DynamicTypeSize.accessibility1)
            .readByValue(sum, practised)
            key
        }
    }

    /// Cells before the first day.
    private var gap: Int {
        month.days.first.flatMap { first in Weekday.week.firstIndex(of: Weekday(of: first.day)) } ?? 0
    }

    private var sum: String {
        words(
            "spoken_month", in: .relaxation, month.days.first?.day.monthInWords ?? "",
            words("days", in: .relaxation, Int(month.practisedDays)), inMinutes(month.practisedMs))
    }

    private var practised: [String] {
        month.days.filter { $0.practisedMs > 0 }.map { day in
            words("spoken_day", in: .relaxation, day.day.dayInWords, inMinutes(day.practisedMs))
        }
    }

    @ViewBuilder private var key: some View {
        if typeSize.isAccessibilitySize {
            some
            enough
        } else {
            HStack(spacing: 16) {
                some
                enough
            }
        }
    }

    private var some: some View { Key(words("under_ten", in: .relaxation), .accentSoft, .accent) }
    private var enough: some View { Key(words("ten_or_more", in: .relaxation), .accent, .accent) }
}

/// What a disc of a plot means.
struct Key: View {
    private let text: String
    private let ground: Color
    private let edge: Color

    init(_ text: String, _ ground: Color, _ edge: Color) {
        self.text = text
        self.ground = ground
        self.edge = edge
    }

    var body: some View {
        HStack(spacing: 6) {
            Circle().fill(ground).overlay { Circle().strokeBorder(edge, lineWidth: Size.edgeChosen) }
                .frame(width: 14, height: 14)
            Text(text).inline(.caption)
        }
    }
}

private struct DayDisc: View {
    let day: CalendarDay
    let isToday: Bool

    private static let tenMinutes: Int64 = 600_000

    var body: some View {
        Text(Int(day.day.day), format: .number)
            .font(.system(.footnote, weight: day.practisedMs > 0 || isToday ? .medium : .regular))
            .foregroundStyle(ink)
            .frame(width: 38, height: 38)
            .background(ground, in: .circle)
            .overlay { Circle().strokeBorder(edge, lineWidth: Size.edgeControl) }
            .padding(3)
            .overlay { Circle().strokeBorder(isToday ? Color.ink : .clear, lineWidth: Size.edgeChosen) }
            .frame(minHeight: Size.touch)
    }

    private var isEnough: Bool { day.practisedMs >= Self.tenMinutes }
    private var ground: Color { day.practisedMs == 0 ? .clear : isEnough ? .accent : .accentSoft }
    private var edge: Color { day.practisedMs == 0 ? .clear : .accent }
    private var ink: Color {
        if day.practisedMs == 0 { return isToday ? .ink : .ink2 }
        return isEnough ? .onAccent : .onAccentSoft
    }
}
