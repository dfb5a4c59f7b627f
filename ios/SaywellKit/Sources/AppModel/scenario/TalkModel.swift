import Observation
import Saywell

/// A talk alone: what was said, and what can be said now.
@MainActor @Observable
public final class TalkModel {
    /// A way to help, as the course words it.
    public struct HelpDoor: Sendable {
        public let to: String
        public let text: String
    }

    /// The talk, the way to help in its safety note, and how many lines were there before what comes in now.
    public struct Told: Sendable {
        public let view: TalkView
        public let door: HelpDoor?
        fileprivate let before: Int?
    }

    public let asked: Asked<Told>

    /// How many of the lines are seen: not all, while the other side thinks.
    public private(set) var heard = 0

    public let run: String

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let thinks: Duration
    @ObservationIgnored private var thinking: Task<Void, Never>?

    /// `thinks` is for how long the other side waits before it speaks.
    public init(_ shell: Shell, run: String, thinks: Duration = .milliseconds(400)) {
        self.shell = shell
        self.run = run
        self.thinks = thinks
        asked = Asked(shell, telling { saywell, now in try saywell.scenario().talk(run: run, now: now) })
        asked.onAnswer = { [weak self] in self?.show($0) }
    }

    public var view: TalkView? { asked.record?.view }

    /// The lines that are seen.
    public var said: ArraySlice<Said> { view?.said.prefix(heard) ?? [] }

    public var isThinking: Bool { heard < view?.said.count ?? 0 }

    /// The person was asked whether to pause or to leave.
    public private(set) var isLeaving: Bool {
        get { shell.stack[kept: route, "leaving"] != nil && view?.ending == nil }
        set { shell.stack[kept: route, "leaving"] = newValue ? "yes" : nil }
    }

    /// Says a line, or takes the way out. With less motion the answer is there at once.
    public func say(_ line: String, atOnce: Bool) async {
        guard let after = view?.said.count else { return }
        isLeaving = false
        let run = run
        await asked.ask(
            telling(before: atOnce ? nil : after) { saywell, now in
                try saywell.scenario().say(run: run, after: UInt16(clamping: after), line: line, now: now)
            })
    }

    /// A choice back; from the first line on, the talk is closed and its place kept.
    public func back() async {
        if isLeaving { return stay() }
        guard let own = view?.said.lastIndex(where: \.own) else { return shell.stack.pop() }
        let run = run
        await asked.ask(
            telling { saywell, now in try saywell.scenario().rewind(run: run, after: UInt16(clamping: own), now: now) })
    }

    public func askToLeave() { isLeaving = true }

    public func stay() { isLeaving = false }

    /// Its place is kept.
    public func stopForNow() {
        isLeaving = false
        shell.stack.pop()
    }

    public func toTheEnd() { shell.stack.replace(.scenario(.debrief(run: run))) }

    /// The page is left: nobody thinks any more.
    public func leave() { thinking?.cancel() }

    private var route: Route { .scenario(.talk(run: run)) }

    private func show(_ told: Told) {
        thinking?.cancel()
        let all = told.view.said.count
        guard let before = told.before, before + 1 < all else {
            heard = all
            return offerHelp(told.view)
        }
        heard = before + 1
        let thinks = thinks
        thinking = Task { [weak self] in
            do { try await Task.sleep(for: thinks) } catch { return }
            self?.heard = all
            self?.offerHelp(told.view)
        }
    }

    /// A card that opens before anything else is said: once, however often the person comes back to this line.
    private func offerHelp(_ view: TalkView) {
        guard let card = view.help else { return }
        let here = "\(view.said.count) \(card)"
        guard shell.stack[kept: route, "helped"] != here else { return }
        shell.stack[kept: route, "helped"] = here
        shell.stack.push(.help(.card(id: card)))
    }
}

/// What the page shows after a verb; `before` lines are there already.
private func telling(before: Int? = nil, _ verb: @escaping Verb<TalkView>) -> Verb<TalkModel.Told> {
    { saywell, now in
        let view = try verb(saywell, now)
        let safety = try saywell.scenario().scenario(id: view.scenario, now: now).safety
        return TalkModel.Told(view: view, door: safety.lazy.flatMap(\.spans).compactMap(\.helpDoor).first, before: before)
    }
}

extension Block {
    fileprivate var spans: [TextSpan] {
        switch self {
        case .paragraph(let line): line
        case .bullets(let lines): Array(lines.joined())
        }
    }
}

extension TextSpan {
    fileprivate var helpDoor: TalkModel.HelpDoor? {
        guard case .link(let to, let text) = self, to.hasPrefix("help/") else { return nil }
        return TalkModel.HelpDoor(to: to, text: text)
    }
}
