import Observation
import Saywell

/// One reminder: at what time, on which days, with which words. Nothing is saved before Save; until then time, days and the listed
/// text outlive the process, and the person's own words do not.
@MainActor @Observable
public final class ReminderModel {
    public struct Answer: Sendable {
        /// Nothing for a new one.
        public let rule: ReminderRule?
        public let texts: [ReminderText]
        fileprivate var refused: Refused?
    }

    /// Why the engine did not save it.
    public enum Refused: Sendable { case tooMany, notOneLine }

    public let asked: Asked<Answer>
    /// The piece of the person's own words that may tell others what this is about.
    public private(set) var tells: String?
    public private(set) var refused: Refused?
    /// The person was asked whether to delete it.
    public var isSure = false

    public var own = "" { didSet { if own != oldValue { lookSoon() } } }

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let id: String
    @ObservationIgnored private var on = true
    @ObservationIgnored private var isShown = false
    @ObservationIgnored private var looking: Task<Void, Never>?

    public init(_ shell: Shell, id: String) {
        self.shell = shell
        self.id = id
        asked = Asked(shell) { saywell, now in try known(id, saywell, now) }
        asked.onAnswer = { [weak self] in self?.show($0) }
    }

    private func show(_ answer: Answer) {
        refused = answer.refused
        let rule = answer.rule ?? firstRule(id, answer.texts.first?.id ?? "", on: true)
        on = rule.on
        if !isShown, case .own(let words) = rule.wording { own = words }
        isShown = true
        guard self["time"] == nil else { return }
        time = rule.time
        days = rule.weekdays
        text = if case .listed(let id) = rule.wording { id } else { nil }
    }

    // MARK: What is chosen

    public var time: ClockTime {
        get {
            let minutes = self["time"].flatMap { Int($0) } ?? 0
            return ClockTime(hour: UInt8(minutes / 60 % 24), minute: UInt8(minutes % 60))
        }
        set { self["time"] = "\(Int(newValue.hour) * 60 + Int(newValue.minute))" }
    }

    public var days: Set<Weekday> {
        get {
            let kept = self["days"]?.split(separator: " ").map(String.init) ?? []
            return Set(Weekday.all.filter { kept.contains("\($0)") })
        }
        set { self["days"] = newValue.map { "\($0)" }.sorted().joined(separator: " ") }
    }

    /// The id of a listed text; nothing for words of one's own.
    public var text: String? {
        get { self["text"].flatMap { $0.isEmpty ? nil : $0 } }
        set {
            self["text"] = newValue ?? ""
            lookSoon()
        }
    }

    public var mayBeSaved: Bool { !days.isEmpty && (text != nil || !own.allSatisfy(\.isWhitespace)) }

    private subscript(name: String) -> String? {
        get { shell.stack[kept: .reminder(.reminder(id: id)), name] }
        set { shell.stack[kept: .reminder(.reminder(id: id)), name] = newValue }
    }

    /// The engine warns; it forbids nothing. Asked beside the page, which must not wait while somebody types.
    private func lookSoon() {
        tells = nil
        refused = nil
        looking?.cancel()
        guard text == nil else { return }
        looking = Task {
            do { try await Task.sleep(for: .milliseconds(300)) } catch { return }
            let words = own
            let word = try? await shell.ask { saywell, _ in try saywell.reminder().tellingWord(text: words) }
            if words == own, text == nil { tells = word ?? nil }
        }
    }

    // MARK: What is done

    public func save() async {
        guard mayBeSaved else { return }
        let wording = text.map { Wording.listed(id: $0) } ?? .own(text: own)
        let rule = ReminderRule(id: id, weekdays: days, time: time, on: on, wording: wording)
        let id = id
        await asked.ask { saywell, now in
            do {
                _ = try saywell.reminder().saveReminder(rule: rule, now: now)
                return try known(id, saywell, now)
            } catch SaywellError.Invalid(let field, _) {
                var answer = try known(id, saywell, now)
                answer.refused = field == "reminders" ? .tooMany : .notOneLine
                return answer
            }
        }
        guard refused == nil, asked.problem == nil else { return }
        if on { await shell.askToRemind() }
        leave()
    }

    public func delete() async {
        let id = id
        await asked.tell { saywell, now in _ = try saywell.reminder().deleteReminder(id: id, now: now) }
        if asked.problem == nil { leave() }
    }

    public func cancel() { shell.stack.pop() }

    private func leave() {
        shell.layPlan()
        shell.stack.pop()
    }
}

private func known(_ id: String, _ saywell: Saywell, _ now: Moment) throws -> ReminderModel.Answer {
    let rule = try saywell.reminder().reminders(now: now).rules.first { $0.rule.id == id }?.rule
    return ReminderModel.Answer(rule: rule, texts: try saywell.reminder().reminderTexts())
}

extension Weekday {
    /// As `Calendar` counts them: a Sunday is 1.
    public static let all: [Weekday] = [.sun, .mon, .tue, .wed, .thu, .fri, .sat]
}
