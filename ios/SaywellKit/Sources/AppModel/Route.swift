/// Where a person can be: a page, and the id of what it shows. Never what the engine said about it, so that a stack of routes is all
/// that has to survive the death of the process. Each feature declares its own, in its folder.
public enum Route: Codable, Hashable, Sendable {
    case lesson(LessonRoute)
    case quiz(QuizRoute)
    case review
    case scenario(ScenarioRoute)
    case relaxation(RelaxationRoute)
    case reminder(ReminderRoute)
    case journal(JournalRoute)
    case help(HelpRoute)
    case settings(SettingsRoute)
    case pack(PackRoute)

    /// The page that an id of the course leads to: ids begin with the noun of their feature. Nothing where no page shows it.
    public init?(to id: String) {
        switch id.prefix(while: { $0 != "/" }) {
        case "lesson": self = .lesson(.unit(id: id))
        case "help": self = .help(.card(id: id))
        case "term": self = .help(.term(id: id))
        case "quiz": self = .quiz(.quiz(id: id))
        case "scenario": self = .scenario(.scenario(id: id, together: false))
        case "relaxation": self = .relaxation(.relaxation(id: id))
        case "journal": self = .journal(.newPlan)
        default: return nil
        }
    }
}

/// The four places of the bottom bar, each with pages that lie over its own.
public enum Place: String, Codable, CaseIterable, Sendable {
    case home, learn, rehearse, relax
}
