import Observation
import Saywell

/// A unit: one card at a time. Every move is a verb that answers with what comes next.
@MainActor @Observable
public final class UnitModel {
    /// What the engine says next, and the title of what the card shows or leads to, if it does.
    public struct Answer: Sendable {
        public let step: LessonStep
        public let named: String?
    }

    public let asked: Asked<Answer>
    /// The card that is seen.
    public private(set) var shown: LessonCard?
    /// The title of the technique that an exchange shows, or of what a card leads to.
    public private(set) var named: String?
    /// Which step of a card of steps is seen, from 0.
    public private(set) var step = 0
    /// The note of a card that asks for one.
    public private(set) var note: Draft?

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let unit: String

    public init(_ shell: Shell, unit: String) {
        self.shell = shell
        self.unit = unit
        asked = Asked(shell, withTitle { saywell, now in try saywell.lesson().openUnit(unit: unit, now: now) })
        asked.onAnswer = { [weak self] in self?.show($0) }
    }

    /// The last step is not seen yet, of a card of steps.
    private var steps: Int { if case .steps(_, let steps) = shown?.card.kind { steps.count } else { 1 } }

    public var canGoBack: Bool { step > 0 || (shown?.position ?? 1) > 1 }
    public var isLast: Bool { shown.map { $0.position == $0.of } ?? false && step == steps - 1 }

    public func next() async {
        guard let card = shown?.card.id else { return }
        guard step == steps - 1 else { return turn(by: 1) }
        let unit = unit
        await move { saywell, now in try saywell.lesson().nextCard(unit: unit, card: card, now: now) }
    }

    public func back() async {
        guard let card = shown?.card.id else { return }
        guard step == 0 else { return turn(by: -1) }
        let unit = unit
        await move { saywell, now in try saywell.lesson().previousCard(unit: unit, card: card, now: now) }
    }

    /// Goes through a door of a gate. The answer is not stored.
    public func goThrough(_ door: String) async {
        guard let card = shown?.card.id else { return }
        let unit = unit
        await move { saywell, now in try saywell.lesson().answerGate(unit: unit, card: card, option: door, now: now) }
    }

    public func answer(_ option: String) async {
        guard let card = shown?.card.id else { return }
        let unit = unit
        await move { saywell, now in try saywell.lesson().answerCheck(unit: unit, card: card, option: option, now: now) }
    }

    /// Reads the card aloud, or stops.
    public func speak() {
        let voice = shell.ports.voice
        if voice.isSpeaking { voice.stop() } else { voice.say(spoken) }
    }

    /// The page is left.
    public func leave() async {
        shell.ports.voice.stop()
        await note?.leave()
    }

    private var spoken: [String] { shown?.card.spoken(step: step, named: named) ?? [] }

    private func move(_ verb: @escaping Verb<LessonStep>) async {
        await note?.leave()
        await asked.ask(withTitle(verb))
    }

    private func show(_ answer: Answer) {
        shell.ports.voice.stop()
        switch answer.step {
        case .card(let card): show(card, answer.named)
        case .end: shell.stack.replace(.lesson(.unitEnd(unit: unit, card: shown?.card.id ?? "")))
        case .help(let card): shell.stack.push(.help(.card(id: card)))
        }
    }

    private func show(_ card: LessonCard, _ named: String?) {
        let isSame = card.card.id == shown?.card.id
        shown = card
        self.named = named
        if !isSame { step = keptStep(of: card.card.id) }
        if case .reflect = card.card.kind {
            if note == nil || !isSame { note = shell.draft(ofCard: card.card.id, card.note) }
        } else {
            note = nil
        }
    }

    // The step survives the death of the process, with the card it belongs to.

    private var route: Route { .lesson(.unit(id: unit)) }

    private func keptStep(of card: String) -> Int {
        guard shell.stack[kept: route, "card"] == card else { return 0 }
        return min(shell.stack[kept: route, "step"].flatMap { Int($0) } ?? 0, steps - 1)
    }

    private func turn(by steps: Int) {
        shell.ports.voice.stop()
        step += steps
        shell.stack[kept: route, "card"] = shown?.card.id
        shell.stack[kept: route, "step"] = "\(step)"
    }
}

/// Adds the title that the card needs to what the verb answers.
private func withTitle(_ verb: @escaping Verb<LessonStep>) -> Verb<UnitModel.Answer> {
    { saywell, now in
        let step = try verb(saywell, now)
        let id: String? =
            if case .card(let card) = step {
                switch card.card.kind {
                case .exchange(_, let technique, _, _, _): technique
                case .practise(let to, _): to
                default: nil
                }
            } else { nil }
        return UnitModel.Answer(step: step, named: try id.flatMap { try saywell.lesson().title(id: $0) })
    }
}
