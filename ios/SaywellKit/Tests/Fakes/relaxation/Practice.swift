import AppModel
import Foundation
import Saywell

public let slowBreath = "relaxation/slow-breath"

extension TestPhone {
    /// What somebody practised before: so many days ago at this time of day, so many minutes.
    public func practise(
        _ id: String, daysAgo: Int, minutes: Int64, before: Tension? = nil, after: Tension? = nil,
        form: RelaxationForm = .full, hoursEarlier: Int = 0
    ) async throws {
        try await self.before { saywell, now in
            let began = now.instant.addingTimeInterval(TimeInterval(-(daysAgo * 24 + hoursEarlier) * 3_600))
            let start = Start(id: id, script: slowBreath, form: form, before: before)
            _ = try saywell.relaxation().startRelaxation(
                start: start, now: Moment(instant: began, offsetMinutes: now.offsetMinutes))
            _ = try saywell.relaxation().finishRelaxation(id: id, elapsedMs: minutes * 60_000, after: after)
        }
    }

    /// A month of it, with one quick calm.
    public func practiseForAWhile() async throws {
        let times: [(ago: Int, minutes: Int64)] = [(21, 5), (20, 10), (17, 4), (14, 12), (6, 3), (4, 10), (1, 6)]
        for (index, time) in times.enumerated() {
            try await practise(
                "p\(index)", daysAgo: time.ago, minutes: time.minutes, before: Tension(9 - index % 4),
                after: Tension(6 - index % 5), hoursEarlier: index % 4)
        }
        try await practise("calm", daysAgo: 2, minutes: 3, form: .short)
    }

    /// The newest session, over or not.
    public func session(_ shell: Shell) async throws -> Session? {
        try await shell.ask { saywell, now in
            try saywell.relaxation().currentRelaxation(now: now)?.session
                ?? saywell.relaxation().relaxationLog(limit: 1).first
        }
    }
}
