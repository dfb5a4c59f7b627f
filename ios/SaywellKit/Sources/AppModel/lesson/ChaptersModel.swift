import Observation
import Saywell

/// Learn: the chapters of the course, and the units of one.
@MainActor @Observable
public final class ChaptersModel {
    public struct Learn: Sendable {
        public let outline: Outline
        /// A course that was added cannot be shown.
        public let hasLost: Bool
    }

    public let learn: Asked<Learn>

    public init(_ shell: Shell) {
        learn = Asked(shell) { saywell, _ in
            Learn(outline: try saywell.lesson().outline(), hasLost: try saywell.pack().packs().contains(where: \.isLost))
        }
    }
}

extension PackRow {
    /// It is not at rest: the person, or who gave it to them, can do something about it.
    fileprivate var isLost: Bool {
        switch state {
        case .untrusted, .missing, .unreadable: true
        case .shown, .outdated, .otherLanguage, .clashes: false
        }
    }
}
