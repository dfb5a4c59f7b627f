public enum QuizRoute: Codable, Hashable, Sendable {
    case quizzes
    /// One quiz: how the person stands, and where they begin.
    case quiz(id: String)
    /// The attempt, at the item that is next.
    case question(attempt: String)
    /// A finished attempt.
    case result(attempt: String)
}
