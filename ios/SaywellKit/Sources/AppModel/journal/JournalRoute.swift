public enum JournalRoute: Codable, Hashable, Sendable {
    /// All notes and plans.
    case notes
    /// One note; a new one where there is none with this id.
    case note(id: String)
    /// A new plan, which begins with the safety question.
    case newPlan
    /// One plan; a new one where there is none with this id.
    case plan(id: String)
    /// What leaves the app, before it does.
    case share(plan: String)
}
