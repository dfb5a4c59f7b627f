import Observation
import Saywell

/// Learn: the chapters of the course, and the units of one.
@MainActor @Observable
public final class ChaptersModel {
    public let outline: Asked<Outline>

    public init(_ shell: Shell) {
        outline = Asked(shell) { saywell, _ in try saywell.lesson().outline() }
    }
}
