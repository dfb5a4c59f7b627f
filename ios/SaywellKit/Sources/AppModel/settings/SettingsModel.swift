import Observation
import Saywell

/// What the app keeps, who can see it, and how it looks.
@MainActor @Observable
public final class SettingsModel {
    public struct Answer: Sendable {
        public let reminders: Reminders
        /// Entries that are older go; nothing for never.
        public let keptDays: UInt16?
        /// The hour at which a practice day begins.
        public let dayBegins: UInt8
        /// What the course and the pages speak. It is picked in the phone's settings.
        public let language: Language
    }

    public let asked: Asked<Answer>

    public init(_ shell: Shell) {
        asked = Asked(shell) { saywell, now in
            Answer(
                reminders: try saywell.reminder().reminders(now: now), keptDays: try saywell.vault().retention(),
                dayBegins: try saywell.progress().dayStartsAt(), language: try saywell.language().spoken())
        }
    }
}

/// How long entries are kept. What is older goes at once, so it is asked first.
@MainActor @Observable
public final class KeepModel {
    public struct Answer: Sendable {
        public let days: UInt16?
        public let contents: Contents
        /// What went just now.
        public var went: Contents?
    }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        asked = Asked(shell) { saywell, _ in try answer(saywell) }
    }

    /// What can be picked.
    public var all: [UInt16?] {
        let spans: [UInt16?] = [nil, 30, 90, 365]
        guard let days = asked.record?.days, !spans.contains(days) else { return spans }
        return spans + [days]
    }

    /// Picked, and not said yes to.
    public var toConfirm: UInt16? {
        get { shell.stack[kept: .settings(.keep), "asked"].flatMap { UInt16($0) } }
        set { shell.stack[kept: .settings(.keep), "asked"] = newValue.map { "\($0)" } }
    }

    public func pick(_ days: UInt16?) async {
        toConfirm = days == asked.record?.days ? nil : days
        if toConfirm == nil { await keep(days) }
    }

    /// Sure: it is done.
    public func confirm() async { if let toConfirm { await keep(toConfirm) } }

    private func keep(_ days: UInt16?) async {
        await asked.ask { saywell, now in
            let went = try saywell.vault().setRetention(days: days, now: now)
            var next = try answer(saywell)
            next.went = went
            return next
        }
        guard asked.problem == nil else { return }
        toConfirm = nil
        if asked.record?.went?.isEmpty ?? true { shell.stack.pop() }
    }
}

private func answer(_ saywell: Saywell) throws -> KeepModel.Answer {
    KeepModel.Answer(days: try saywell.vault().retention(), contents: try saywell.vault().contents())
}

extension Contents {
    public var isEmpty: Bool {
        [units, quizAttempts, talks, relaxations, notes, plans, reminders].allSatisfy { $0 == 0 }
    }
}

/// What was done today is deleted for good: the practice day that it is now, as the engine counts it.
@MainActor @Observable
public final class DeleteTodayModel {
    public struct Answer: Sendable {
        public let today: Day
        public let there: Contents
        public var isDeleted = false
    }

    public let asked: Asked<Answer>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        asked = Asked(shell) { saywell, now in
            let today = try saywell.progress().home(now: now).today
            return Answer(today: today, there: try saywell.vault().contentsOfDay(day: today))
        }
    }

    public func delete() async {
        guard let answer = asked.record else { return }
        // Before: what is on its way to the engine is deleted with the rest then.
        shell.dropUnsaved()
        await asked.ask { saywell, _ in
            Answer(today: answer.today, there: try saywell.vault().deleteDay(day: answer.today), isDeleted: true)
        }
        if asked.problem == nil { shell.layPlan() }
    }
}

/// Looks at all that is kept, and mends what is not as it must be. A file that is damaged leads in front of the vault.
@MainActor @Observable
public final class CheckModel {
    public struct Answer: Sendable {
        public let mended: [Mended]
        public let contents: Contents
    }

    public let asked: Asked<Answer>

    public init(_ shell: Shell) {
        asked = Asked(shell) { saywell, _ in
            Answer(mended: try saywell.vault().checkData().mended, contents: try saywell.vault().contents())
        }
    }
}
