// What the phone is to show, laid by the engine and handed to the system. The vault is not needed when a notice comes.

import Foundation
import Saywell

extension Shell {
    /// Replaces all that the system has planned: after the app was opened, after every change of the reminders, after a relaxation.
    ///
    /// Each notice is on a date, none repeats: the engine skips days, asks less of who does not come back, and keeps to so many a
    /// day. `personCame`: the app was opened just now. A vault that keeps nothing, or cannot be asked, leaves the plan as it is.
    public func layPlan(personCame: Bool = false) {
        let before = laying
        laying = Task {
            await before?.value
            await lay(personCame)
        }
    }

    /// Nothing is shown any more: what was to be remembered is deleted.
    public func forgetPlan() {
        let (before, notices) = (laying, ports.notices)
        laying = Task {
            await before?.value
            _ = await notices.takeShown()
            try? await notices.replaceAll(with: [])
        }
    }

    private func lay(_ personCame: Bool) async {
        guard case .open = door else { return }
        let shown = await ports.notices.takeShown()
        let plan = try? await ask { saywell, now in
            try tell(shown, saywell, now)
            if personCame { _ = try saywell.reminder().answerReminders(now: now) }
            return try plannedNotices(saywell, now)
        }
        guard let plan else { return }
        try? await ports.notices.replaceAll(with: plan)
    }
}

/// So many days, and so many notices, lie ahead at most: for somebody who does not come back, it ends.
func plannedNotices(_ saywell: Saywell, _ now: Moment) throws -> [Notice] {
    try saywell.reminder().planReminders(now: now, days: 60, cap: 60).entries.map { entry in
        let (day, time) = (entry.at.day, entry.at.time)
        let at = DateComponents(
            year: Int(day.year), month: Int(day.month), day: Int(day.day), hour: Int(time.hour), minute: Int(time.minute))
        return Notice(id: entry.id, text: entry.text, at: at)
    }
}

/// The engine is told what was shown before it is asked for anything else. What it does not know any more is nobody's business.
private func tell(_ shown: [String], _ saywell: Saywell, _ now: Moment) throws {
    for id in shown {
        do { _ = try saywell.reminder().remindersShown(ids: [id], now: now) } catch SaywellError.NotFound { continue }
    }
}
