import Saywell

/// Why the engine refused, as a page tells it: what happened, what is safe, and one thing to do. The words are in AppUI.
public enum Problem: Equatable, Sendable {
    /// What the page is about is not there any more.
    case gone
    /// The phone is full; the last thing was not saved.
    case full
    /// A newer app wrote what is saved.
    case newer
    /// This phone has not the key of what is saved.
    case keyLost
    /// What is saved cannot be read.
    case unreadable
    /// The last thing was not saved.
    case notSaved
    /// A fault of ours.
    case ours

    public init(_ why: any Error) {
        self =
            switch why as? SaywellError {
            case .NotFound: .gone
            case .NoSpace: .full
            case .NewerVersion: .newer
            case .KeyLost: .keyLost
            case .Damaged: .unreadable
            case .Storage: .notSaved
            case .OutOfDate, .Invalid, .WrongPin, .PackRefused, .Unexpected, nil: .ours
            }
    }

    /// The one thing to do is to leave the page, as there is nothing to try again.
    public var leaves: Bool { self == .gone }
}
