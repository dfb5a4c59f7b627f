import Observation
import Saywell

/// The end of a unit: what the person can do now, and what comes next.
@MainActor @Observable
public final class UnitEndModel {
    public let step: Asked<LessonStep>

    public init(_ shell: Shell, unit: String, card: String) {
        step = Asked(shell) { saywell, now in try saywell.lesson().nextCard(unit: unit, card: card, now: now) }
        // The course may have been exchanged since, with another card at its end.
        step.onAnswer = { step in
            if case .end = step { return }
            shell.stack.replace(.lesson(.unit(id: unit)))
        }
    }

    public var end: UnitEnd? { if case .end(let end) = step.record { end } else { nil } }
}
