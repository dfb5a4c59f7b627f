import Saywell

/// How the vault stands to the person.
public enum VaultDoor: Equatable, Sendable {
    /// Nobody has looked, or it was locked.
    case unseen
    /// It asks for a PIN, and takes no try before `until`, on the clock of `Time.uptimeMs`. `tried`: one did not fit just now.
    case asks(until: UInt64, tried: Bool)
    /// It cannot be opened, and nothing in it was changed.
    case stuck(SaywellError)
    /// What the person does is kept. `hasPin`: it asks for one the next time.
    case open(hasPin: Bool)
    /// The person went on without it: lessons, quizzes and talks work, and nothing is kept.
    case without

    /// The pages of the app can be seen.
    public var isPassed: Bool {
        switch self {
        case .open, .without: true
        case .unseen, .asks, .stuck: false
        }
    }
}
