import Observation
import Saywell

/// Search: what holds all of the words, in the engine's order.
@MainActor @Observable
public final class SearchModel {
    /// What was searched for, and what was found.
    public struct Found: Sendable {
        public let words: String
        public let hits: [Hit]
    }

    public let found: Asked<Found>
    public var words = ""

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let opening: Asked<CardPlace?>

    public init(_ shell: Shell) {
        self.shell = shell
        found = Asked(shell) { _, _ in Found(words: "", hits: []) }
        opening = Asked(shell) { _, _ in nil }
        opening.onAnswer = { place in
            if let place { shell.stack.push(.lesson(.unit(id: place.unit))) }
        }
    }

    public func search() async {
        let words = words
        await found.ask { saywell, _ in Found(words: words, hits: try saywell.lesson().search(words: words)) }
    }

    /// A card lies in a unit, which opens where the reader is, so that no question on the way is passed unseen.
    public func open(_ hit: Hit) async {
        guard hit.kind == .card else {
            if let route = Route(to: hit.id) { shell.stack.push(route) }
            return
        }
        await opening.ask { saywell, _ in try saywell.lesson().cardPlace(card: hit.id) }
    }
}
