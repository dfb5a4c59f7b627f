public enum ScenarioRoute: Codable, Hashable, Sendable {
    case scenario(id: String, together: Bool)
    /// A talk with the app, by its run.
    case talk(run: String)
    case card(run: String)
    case debrief(run: String)
    case tries(run: String)
    /// A talk of two people with one phone.
    case together(id: String)
}
