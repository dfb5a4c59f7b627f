public enum PackRoute: Codable, Hashable, Sendable {
    /// The courses that were added.
    case packs
    /// One of them.
    case pack(id: String)
    /// A file that may become one, before it does.
    case add
}
