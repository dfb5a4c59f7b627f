import Observation
import Saywell

/// The word list.
@MainActor @Observable
public final class TermsModel {
    public let terms: Asked<[Term]>

    public init(_ shell: Shell) {
        terms = Asked(shell) { saywell, _ in try saywell.help().glossary() }
    }
}

/// One word.
@MainActor @Observable
public final class TermModel {
    public let term: Asked<TermView>

    public init(_ shell: Shell, id: String) {
        term = Asked(shell) { saywell, now in try saywell.help().term(id: id, now: now) }
    }
}
