import Observation
import Saywell

/// Reminders: which there are, what holds for all of them, and whether this phone lets them through.
@MainActor @Observable
public final class RemindersModel {
    public struct Answer: Sendable {
        public let all: Reminders
        /// One to turn on or to change where there is none; it is nobody's before that.
        public let suggested: ReminderRow
        /// The ids that the phone is to have planned.
        fileprivate let planned: Set<String>

        /// What the phone would show now.
        var text: String { all.rules.first?.text ?? suggested.text }
    }

    public let asked: Asked<Answer>
    /// What holds reminders back. Nothing of it is told before one is turned on.
    public private(set) var holds: [Hold] = []
    /// The phone did not take all of what was planned.
    public private(set) var isPlanShort = false
    /// The test was shown.
    public private(set) var isTested = false

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let suggested: String

    public init(_ shell: Shell) {
        self.shell = shell
        let kept = shell.stack[kept: .reminder(.reminders), "suggested"]
        suggested = kept ?? shell.ports.chance.freshId()
        asked = Asked(shell, answering(suggested) { saywell, now in try saywell.reminder().reminders(now: now) })
    }

    /// Asks the phone what it lets through.
    public func look() async {
        guard let answer = asked.record, answer.all.rules.contains(where: \.rule.on) else {
            holds = []
            isPlanShort = false
            return
        }
        await shell.laying?.value
        holds = await shell.ports.notices.holds()
        isPlanShort = !answer.planned.isSubset(of: await shell.ports.notices.planned())
    }

    public func open(_ row: ReminderRow) {
        shell.stack[kept: .reminder(.reminders), "suggested"] = suggested
        shell.stack.push(.reminder(.reminder(id: row.rule.id)))
    }

    public func add() { shell.stack.push(.reminder(.reminder(id: shell.ports.chance.freshId()))) }

    /// The system asks when somebody wants to be reminded, and not before.
    public func turn(_ row: ReminderRow, on: Bool) async {
        if on { await shell.askToRemind() }
        let isNew = row.rule.id == asked.record?.suggested.rule.id
        let rule = ReminderRule(
            id: row.rule.id, weekdays: row.rule.weekdays, time: row.rule.time, on: on, wording: row.rule.wording)
        await change { saywell, now in
            isNew
                ? try saywell.reminder().saveReminder(rule: rule, now: now)
                : try saywell.reminder().switchReminder(id: rule.id, on: on, now: now)
        }
    }

    public func delete(_ row: ReminderRow) async {
        let id = row.rule.id
        await change { saywell, now in try saywell.reminder().deleteReminder(id: id, now: now) }
    }

    public func skipPractised(_ skip: Bool) async {
        guard let settings = asked.record?.all.settings else { return }
        let new = ReminderSettings(quiet: settings.quiet, skipPractised: skip, mostADay: settings.mostADay)
        await change { saywell, now in try saywell.reminder().setReminders(settings: new, now: now) }
    }

    public func test() async {
        guard let answer = asked.record else { return }
        await shell.askToRemind()
        isTested = (try? await shell.ports.notices.show(answer.text)) != nil
        await look()
    }

    /// The engine's answer to each change is the page; the plan follows it.
    private func change(_ verb: @escaping Verb<Reminders>) async {
        await asked.ask(answering(suggested, verb))
        guard asked.problem == nil else { return }
        shell.layPlan()
        await look()
    }
}

extension Shell {
    /// Asks the person once for all whether they let us; the system does not ask twice.
    func askToRemind() async { _ = try? await ports.notices.askLeave() }
}

private func answering(_ suggested: String, _ verb: @escaping Verb<Reminders>) -> Verb<RemindersModel.Answer> {
    { saywell, now in
        let all = try verb(saywell, now)
        let text = try saywell.reminder().reminderTexts().first
        let rule = firstRule(suggested, text?.id ?? "", on: false)
        return RemindersModel.Answer(
            all: all, suggested: ReminderRow(rule: rule, text: text?.text ?? "", tells: nil, silent: false),
            planned: Set(try plannedNotices(saywell, now).map(\.id)))
    }
}

/// When a first reminder comes, unless the person says otherwise: in the evening, every day.
func firstRule(_ id: String, _ text: String, on: Bool) -> ReminderRule {
    ReminderRule(
        id: id, weekdays: [.mon, .tue, .wed, .thu, .fri, .sat, .sun], time: ClockTime(hour: 19, minute: 30), on: on,
        wording: .listed(id: text))
}
