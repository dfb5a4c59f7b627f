import Observation
import Saywell

/// Help now: the cards to pick from.
@MainActor @Observable
public final class HelpModel {
    public struct Here: Sendable {
        public let cards: [HelpCard]
        /// A programme has added places or lines.
        public let hasPlaces: Bool
    }

    public let here: Asked<Here>

    public init(_ shell: Shell) {
        here = Asked(shell) { saywell, now in
            let help = saywell.help()
            return Here(cards: try help.helpCards(), hasPlaces: try !help.resources(now: now).isEmpty)
        }
    }
}

/// One help card.
@MainActor @Observable
public final class HelpCardModel {
    public struct Here: Sendable {
        public let view: HelpView
        public let hasPlaces: Bool
    }

    public let here: Asked<Here>

    public init(_ shell: Shell, id: String) {
        here = Asked(shell) { saywell, now in
            let help = saywell.help()
            return Here(view: try help.helpCard(id: id, now: now), hasPlaces: try !help.resources(now: now).isEmpty)
        }
    }
}

/// Places and lines to turn to, as a programme has added them.
@MainActor @Observable
public final class ResourcesModel {
    public let resources: Asked<[ResourceView]>

    public init(_ shell: Shell) {
        resources = Asked(shell) { saywell, now in try saywell.help().resources(now: now) }
    }
}

/// Every fact of the course.
@MainActor @Observable
public final class ClaimsModel {
    public let claims: Asked<[ClaimView]>

    public init(_ shell: Shell) {
        claims = Asked(shell) { saywell, now in try saywell.help().claims(now: now) }
    }
}
