import Observation
import Saywell

/// A person's private card, with the names of the ways it says to try.
public struct RoleCard: Sendable {
    public let role: Role
    public let ways: [String]
}

extension Saywell {
    func card(_ role: Role) throws -> RoleCard {
        RoleCard(role: role, ways: try role.techniques.compactMap { try lesson().title(id: $0) })
    }
}

/// The person's own card in a talk that they play alone.
@MainActor @Observable
public final class CardModel {
    public struct Opened: Sendable {
        public let title: String
        public let card: RoleCard
    }

    public let opened: Asked<Opened>

    public init(_ shell: Shell, run: String) {
        opened = Asked(shell) { saywell, now in
            let talk = try saywell.scenario().talk(run: run, now: now)
            return Opened(title: talk.title, card: try saywell.card(talk.card))
        }
    }
}
