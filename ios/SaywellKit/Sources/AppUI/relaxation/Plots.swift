import AppModel
import Charts
import Saywell
import SwiftUI

/// Minutes of each of the last days.
struct DaysPlot: View {
    let days: [LogModel.DayMinutes]

    var body: some View {
        PlotCard(words("minutes_a_day", in: .relaxation), values: values) {
            Chart(days, id: \.day) { day in
                BarMark(
                    x: .value("", Weekday(of: day.day).short),
                    y: .value("", day.minutes)
                )
                .foregroundStyle(Color.accent)
            }
        }
    }

    private var values: [String] {
        days.map { words("spoken_day", in: .relaxation, $0.day.dayInWords, words("minutes", $0.minutes)) }
    }
}

/// Tension before (a ring) and after (a disc) each session, on a scale of 0 to 10, and the engine's running middles of both as lines,
/// the one before broken.
struct TensionPlot: View {
    let pairs: [TensionPair]

    var body: some View {
        PlotCard(words("tension_last", in: .relaxation), values: values) {
            Chart {
                ForEach(Array(pairs.enumerated()), id: \.offset) { index, pair in
                    stem(index, pair)
                    middle("before", index, pair.middleBefore)
                        .foregroundStyle(Color.ink2)
                        .lineStyle(StrokeStyle(lineWidth: Size.edgeControl, dash: [4, 4]))
                    middle("after", index, pair.middleAfter)
                        .foregroundStyle(Color.accent)
                        .lineStyle(StrokeStyle(lineWidth: Size.edgeControl))
                    // The ring lies around the disc where both are the same.
                    point(index, pair.after).symbol { Circle().fill(Color.accent).frame(width: 10, height: 10) }
                    point(index, pair.before).symbol {
                        Circle().strokeBorder(Color.ink, lineWidth: Size.edgeChosen).frame(width: 16, height: 16)
                    }
                }
            }
            .chartYScale(domain: 0...10)
            .chartXAxis(.hidden)
            .chartLegend(.hidden)
        } key: {
            HStack(spacing: 12) {
                Key(words("before", in: .relaxation), .clear, .ink)
                Key(words("after", in: .relaxation), .accent, .accent)
            }
            Text(words("middle_line", in: .relaxation)).style(.caption)
        }
    }

    private func stem(_ index: Int, _ pair: TensionPair) -> some ChartContent {
        RuleMark(
            x: .value("", index), yStart: .value("", Int(pair.before)), yEnd: .value("", Int(pair.after))
        )
        .foregroundStyle(Color.control)
    }

    private func point(_ index: Int, _ value: Tension) -> PointMark {
        PointMark(x: .value("", index), y: .value("", Int(value)))
    }

    private func middle(_ series: String, _ index: Int, _ value: Tension) -> LineMark {
        LineMark(x: .value("", index), y: .value("", Int(value)), series: .value("", series))
    }

    private var values: [String] {
        let each = pairs.map { pair in
            words("spoken_pair", in: .relaxation, pair.started.wall.day.dayInWords, Int(pair.before), Int(pair.after))
        }
        return each + pairs.suffix(1).map { words("spoken_middle", in: .relaxation, Int($0.middleBefore), Int($0.middleAfter)) }
    }
}

/// At which hours of the day practice began: from the first hour with practice to the last, so that the bars have room.
struct HoursPlot: View {
    let hours: [HourPractice]

    var body: some View {
        PlotCard(words("hours_of_day", in: .relaxation), values: values) {
            Chart(all, id: \.self) { hour in
                BarMark(x: .value("", name(hour)), y: .value("", times(hour))).foregroundStyle(Color.accent)
            }
        }
    }

    private var all: [UInt8] {
        let known = hours.map(\.hour)
        return Array((known.min() ?? 0)...(known.max() ?? 0))
    }

    private func name(_ hour: UInt8) -> String { ClockTime(hour: hour, minute: 0).inWords }
    private func times(_ hour: UInt8) -> Int { hours.first { $0.hour == hour }.map { Int($0.sessions) } ?? 0 }

    private var values: [String] {
        hours.map { words("hour_count", in: .relaxation, name($0.hour), Int($0.sessions)) }
    }
}
