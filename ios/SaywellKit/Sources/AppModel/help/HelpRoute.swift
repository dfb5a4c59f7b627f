public enum HelpRoute: Codable, Hashable, Sendable {
    /// All help cards, and the lists beside them.
    case help
    case card(id: String)
    /// The questions of the PEP helper, and what it says.
    case pep
    case terms
    case term(id: String)
    /// Places and lines, as a programme has added them.
    case resources
    /// Every fact of the course, with its sources and how far its review has come.
    case claims
}
