public enum LessonRoute: Codable, Hashable, Sendable {
    case chapter(id: String)
    case unit(id: String)
    /// The end of a unit, by its last card.
    case unitEnd(unit: String, card: String)
    /// Where facts come from, by the ids of the claims, in the order of the text.
    case sources(claims: [String])
    case search
}
