import Observation
import Saywell

/// Home: one thing to go on with, and the ways into the app.
@MainActor @Observable
public final class HomeModel {
    public let home: Asked<Home>

    public init(_ shell: Shell) {
        home = Asked(shell) { saywell, now in try saywell.progress().home(now: now) }
    }
}
