import Observation
import Saywell

/// A plan as the text that would leave the app.
@MainActor @Observable
public final class ShareModel {
    public let text: Asked<String>

    public init(_ shell: Shell, plan: String) {
        text = Asked(shell) { saywell, _ in try saywell.journal().planAsText(id: plan) }
    }
}
