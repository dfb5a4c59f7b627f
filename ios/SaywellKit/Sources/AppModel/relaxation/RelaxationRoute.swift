public enum RelaxationRoute: Codable, Hashable, Sendable {
    /// Starts the three minutes at once.
    case quickCalm
    /// Choosing, with this one picked.
    case relaxation(id: String)
    case running(id: String)
    /// How tense the person is after it.
    case after(id: String)
    /// A session of the log.
    case session(id: String)
    case log
}
