import AppModel
import Foundation
import Saywell

extension TestPhone {
    /// What someone read before: on from where they left the unit until a card of this kind.
    public func read(_ unit: String, to wanted: KindOfCard) async throws -> LessonCard {
        try await before { saywell, now in
            var step = try saywell.lesson().openUnit(unit: unit, now: now)
            while case .card(let card) = step {
                if wanted.holds(card.card.kind) { return card }
                step = try saywell.lesson().past(card, now)
            }
            throw NotAllowed()
        }
    }

    /// The last card of a unit, with all of it seen.
    public func readAll(_ unit: String) async throws -> LessonCard {
        try await before { saywell, now in
            var step = try saywell.lesson().openUnit(unit: unit, now: now)
            var last: LessonCard?
            while case .card(let card) = step {
                last = card
                step = try saywell.lesson().past(card, now)
            }
            guard let last else { throw NotAllowed() }
            return last
        }
    }
}

extension LessonVerbs {
    /// On, through the door of a gate that leads on.
    fileprivate func past(_ card: LessonCard, _ now: Moment) throws -> LessonStep {
        guard case .gate(_, _, let doors) = card.card.kind, let door = doors.first(where: { $0.to == nil }) else {
            return try nextCard(unit: card.unit, card: card.card.id, now: now)
        }
        return try answerGate(unit: card.unit, card: card.card.id, option: door.id, now: now)
    }
}

/// Each kind of card, and a unit that has one.
public enum KindOfCard: CaseIterable, Sendable {
    case any, gate, read, exchange, check, steps, table, reflect, practise

    public var unit: String {
        switch self {
        case .any: "lesson/start-here"
        case .gate, .reflect: "lesson/talk-early"
        case .read: "lesson/undetectable"
        case .exchange, .practise: "lesson/perseverance"
        case .check: "lesson/education"
        case .steps, .table: "lesson/condoms-and-dams"
        }
    }

    public func holds(_ kind: CardKind) -> Bool {
        switch (self, kind) {
        case (.any, _), (.gate, .gate), (.read, .read), (.exchange, .exchange), (.check, .check), (.steps, .steps),
            (.table, .table),
            (.reflect, .reflect), (.practise, .practise):
            true
        default: false
        }
    }
}
