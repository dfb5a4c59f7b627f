import Foundation
import Observation
import Saywell

/// Your practice: a month, the last days, tension before and after, the hours of the day, and each session.
@MainActor @Observable
public final class LogModel {
    public struct Answer: Sendable {
        public let today: Day
        /// A day of the month that is shown.
        public let shown: Day
        public let month: PracticeMonth
        /// Each of the last seven days, the newest last.
        public let days: [DayMinutes]
        public let pairs: [TensionPair]
        public let hours: [HourPractice]
        /// The newest sessions.
        public let log: [Session]
        /// Of the scripts that the course still has.
        public let titles: [String: String]
        public let dayBegins: UInt8
    }

    public struct DayMinutes: Sendable {
        public let day: Day
        /// Whole minutes, rounded down.
        public let minutes: Int
    }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        asked = Asked(shell, log(showing: shell.stack[kept: .relaxation(.log), "month"].flatMap { Day(iso: $0) }))
    }

    /// The month before or after the one that is shown.
    public func turn(by months: Int) async {
        guard let answer = asked.record else { return }
        let day = answer.shown.firstOfMonth.adding(months: months)
        guard day <= answer.today else { return }
        shell.stack[kept: .relaxation(.log), "month"] = day.iso
        await asked.ask(log(showing: day))
    }

    /// A month later than the one that is shown has begun.
    public var canGoOn: Bool { asked.record.map { $0.shown.firstOfMonth < $0.today.firstOfMonth } ?? false }
}

/// `day` lies in the month to show; today's if there is none.
private func log(showing day: Day?) -> Verb<LogModel.Answer> {
    { saywell, now in
        let today = try saywell.progress().home(now: now).today
        let relaxation = saywell.relaxation()
        let week = try relaxation.practiceDays(from: today.adding(days: -6), to: today)
        let practised = Dictionary(week.map { ($0.day, $0.practisedMs) }) { $1 }
        let log = try relaxation.relaxationLog(limit: 20)
        return LogModel.Answer(
            today: today, shown: day ?? today, month: try relaxation.practiceMonth(day: day ?? today),
            days: (-6...0).map { back in
                let day = today.adding(days: back)
                return LogModel.DayMinutes(day: day, minutes: Int((practised[day] ?? 0) / 60_000))
            },
            pairs: try relaxation.tensionSeries(limit: 7),
            hours: try relaxation.practiceHours(from: today.adding(days: -89), to: today), log: log,
            titles: try titles(of: log.map(\.script), saywell), dayBegins: try saywell.progress().dayStartsAt())
    }
}

func titles(of scripts: [String], _ saywell: Saywell) throws -> [String: String] {
    try Set(scripts).reduce(into: [:]) { all, id in all[id] = try saywell.lesson().title(id: id) }
}

/// At which hour a day begins.
@MainActor @Observable
public final class DayBeginsModel {
    public let hour: Asked<UInt8>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        hour = Asked(shell) { saywell, _ in try saywell.progress().dayStartsAt() }
    }

    public func pick(_ picked: UInt8) async {
        await hour.ask { saywell, _ in
            try saywell.progress().setDayStartsAt(hour: picked)
            return picked
        }
        guard hour.problem == nil else { return }
        shell.layPlan()
        shell.stack.pop()
    }
}
