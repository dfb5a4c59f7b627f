import Observation
import Saywell

/// Where a page's facts come from, and how far each is reviewed.
@MainActor @Observable
public final class SourcesModel {
    public let claims: Asked<[ClaimView]>

    public init(_ shell: Shell, claims ids: [String]) {
        claims = Asked(shell) { saywell, now in try ids.map { try saywell.help().claim(id: $0, now: now) } }
    }
}
