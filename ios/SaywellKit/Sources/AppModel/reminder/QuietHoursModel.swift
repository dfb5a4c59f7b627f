import Observation
import Saywell

/// Hours in which nothing reminds.
@MainActor @Observable
public final class QuietHoursModel {
    public struct Answer: Sendable {
        public let settings: ReminderSettings
        /// The two times were the same; nothing was changed.
        public var isRefused = false
    }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        asked = Asked(shell) { saywell, now in Answer(settings: try saywell.reminder().reminders(now: now).settings) }
    }

    public var hours: QuietHours? { asked.record?.settings.quiet }

    /// On from ten in the evening to seven in the morning, or off.
    public func turn(on: Bool) async {
        await set(on ? QuietHours(from: ClockTime(hour: 22, minute: 0), to: ClockTime(hour: 7, minute: 0)) : nil)
    }

    public func set(from: ClockTime) async { if let hours { await set(QuietHours(from: from, to: hours.to)) } }

    public func set(to: ClockTime) async { if let hours { await set(QuietHours(from: hours.from, to: to)) } }

    private func set(_ quiet: QuietHours?) async {
        guard let old = asked.record?.settings else { return }
        let new = ReminderSettings(quiet: quiet, skipPractised: old.skipPractised, mostADay: old.mostADay)
        await asked.ask { saywell, now in
            do {
                return Answer(settings: try saywell.reminder().setReminders(settings: new, now: now).settings)
            } catch SaywellError.Invalid {
                return Answer(settings: old, isRefused: true)
            }
        }
        shell.layPlan()
    }
}

/// How many reminders a day, at most.
@MainActor @Observable
public final class MostADayModel {
    public let settings: Asked<ReminderSettings>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        settings = Asked(shell) { saywell, now in try saywell.reminder().reminders(now: now).settings }
    }

    public func pick(_ most: UInt8) async {
        guard let old = settings.record else { return }
        let new = ReminderSettings(quiet: old.quiet, skipPractised: old.skipPractised, mostADay: most)
        await settings.ask { saywell, now in try saywell.reminder().setReminders(settings: new, now: now).settings }
        guard settings.problem == nil else { return }
        shell.layPlan()
        shell.stack.pop()
    }
}

/// What may hold reminders back on this phone. It asks the engine nothing.
@MainActor @Observable
public final class HeldBackModel {
    /// Nothing until the phone has said.
    public private(set) var holds: [Hold]?

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) { self.shell = shell }

    public func look() async { holds = await shell.ports.notices.holds() }
}
