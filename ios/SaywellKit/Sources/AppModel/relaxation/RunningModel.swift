import Observation
import Saywell

/// A session that runs, and a way out of it at every moment.
///
/// The engine hands over the whole timeline once. From then on the time that has passed says what is shown, by the clock that goes on
/// while the phone sleeps. The engine is told how far it is at each sentence. Who comes back from a page that lay over it, or
/// after the death of the process, finds the session waiting.
@MainActor @Observable
public final class RunningModel {
    public struct Answer: Sendable {
        public let playing: Playing
        public let card: RelaxationCard
        /// The title of the help card to open first.
        let help: String?
    }

    public enum Standing: Equatable, Sendable {
        case runs
        case paused
        /// The person was away.
        case cutShort
        /// It was too much: the way back to the room.
        case grounded
        /// Somebody very tense, twice in a row: the door of a help card first.
        case veryTense(card: String, title: String)
    }

    public let asked: Asked<Answer>
    public let chosen: ChosenRelaxation
    public private(set) var standing: Standing?
    /// What is said now, while it runs.
    public private(set) var line: Line?
    public private(set) var leftMs: Int64 = 0
    public private(set) var lengthMs: Int64 = 1

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private var playing: Playing?
    /// The phone's clock at the first cue, as if there had been no pause.
    @ObservationIgnored private var zero: Int64 = 0
    @ObservationIgnored private var waitedAt: Int64 = 0
    @ObservationIgnored private var toldSince: Int64?
    @ObservationIgnored private var isOver = false
    @ObservationIgnored private var sound = HasSound.no
    /// What the engine was told last, after all that it was told before.
    @ObservationIgnored private(set) var last: Task<Void, Never>?
    @ObservationIgnored private(set) var rendering: Task<Void, Never>?

    private enum HasSound { case no, comes, yes }

    public init(_ shell: Shell, _ chosen: ChosenRelaxation) {
        self.shell = shell
        self.chosen = chosen
        asked = Asked(shell) { saywell, now in
            let relaxation = saywell.relaxation()
            // Closes what makes no sense any more.
            _ = try relaxation.currentRelaxation(now: now)
            let playing = try relaxation.startRelaxation(start: chosen.start, now: now)
            guard let card = try relaxation.relaxations(now: now).first(where: { $0.id == chosen.script }) else {
                throw SaywellError.NotFound(kind: "relaxation")
            }
            let help = try playing.door.flatMap { try saywell.lesson().title(id: $0) }
            return Answer(playing: playing, card: card, help: help)
        }
        asked.onAnswer = { [weak self] in self?.show($0) }
    }

    /// Milliseconds into the session.
    public var elapsedMs: Int64 { min(standing == .runs ? uptime - zero : waitedAt, lengthMs) }

    public var disc: DiscSize { playing?.timeline.disc(at: elapsedMs) ?? DiscSize(share: 0, seconds: nil) }

    private var uptime: Int64 { Int64(shell.ports.time.uptimeMs()) }
    private var route: Route { .relaxation(.running(chosen)) }

    private var hasBegun: Bool {
        get { shell.stack[kept: route, "begun"] != nil }
        set { shell.stack[kept: route, "begun"] = newValue ? "yes" : nil }
    }

    private var isGrounded: Bool {
        get { shell.stack[kept: route, "grounded"] != nil }
        set { shell.stack[kept: route, "grounded"] = newValue ? "yes" : nil }
    }

    private func show(_ answer: Answer) {
        guard standing != .runs, !isOver else { return }
        playing = answer.playing
        lengthMs = answer.playing.timeline.lengthMs
        waitedAt = answer.playing.session.elapsedMs
        leftMs = lengthMs - waitedAt
        guard answer.playing.session.outcome == .running else { return goAfter() }
        if isGrounded {
            standing = .grounded
        } else if !hasBegun, let card = answer.playing.door, let title = answer.help {
            hasBegun = true
            standing = .veryTense(card: card, title: title)
            tellPause()
        } else if hasBegun {
            standing = .cutShort
        } else {
            begin()
        }
    }

    // MARK: Running and waiting

    /// Runs, from where it waited.
    public func goOn() {
        guard playing != nil, standing != .runs else { return }
        begin()
    }

    private func begin() {
        let id = chosen.id
        if hasBegun || waitedAt > 0 || playing?.session.paused != nil {
            tell { saywell, now in _ = try saywell.relaxation().resumeRelaxation(id: id, now: now) }
        }
        hasBegun = true
        isGrounded = false
        zero = uptime - waitedAt
        standing = .runs
        shell.goesOn = true
        shell.beforeLock[ObjectIdentifier(self)] = { [weak self] in await self?.lockComes() }
        step()
        play()
    }

    /// Once a second of the session: that is where all cues are.
    public func tick() async {
        guard standing == .runs else { return }
        if elapsedMs >= lengthMs { await end() } else { step() }
    }

    private func step() {
        guard let playing else { return }
        let at = elapsedMs
        let now = playing.timeline.line(at: at)
        if line != now { line = now }
        leftMs = lengthMs - at
        guard now.since != toldSince else { return }
        toldSince = now.since
        let id = chosen.id
        tell { saywell, _ in _ = try saywell.relaxation().reportRelaxation(id: id, elapsedMs: at) }
    }

    public func pause() {
        guard standing == .runs else { return }
        halt(.paused)
    }

    /// The way back to the room, in place of the disc; the session waits.
    public func ground() {
        if standing == .runs { halt(.grounded) } else { standing = .grounded }
        isGrounded = true
    }

    /// Time stands still, in the engine too.
    private func halt(_ why: Standing) {
        waitedAt = elapsedMs
        standing = why
        leftMs = lengthMs - waitedAt
        shell.ports.sound.pause()
        tellPause()
        shell.goesOn = false
    }

    private func tellPause() {
        let (id, at) = (chosen.id, waitedAt)
        tell { saywell, now in _ = try saywell.relaxation().pauseRelaxation(id: id, elapsedMs: at, now: now) }
    }

    /// The vault is locked if it has a PIN: the page is gone then, and the engine has all that it was told.
    private func lockComes() async {
        if shell.door == .open(hasPin: true), standing == .runs { halt(.cutShort) }
        await last?.value
    }

    // MARK: Sound

    /// The session runs at once; its sound joins when the engine has written it. Without sound it goes on all the same.
    private func play() {
        switch sound {
        case .yes: try? shell.ports.sound.play(fromMs: elapsedMs)
        case .comes: break
        case .no:
            sound = .comes
            rendering = Task { await render() }
        }
    }

    private func render() async {
        let port = shell.ports.sound
        let (file, script, form) = (port.file, chosen.script, chosen.length.form)
        do {
            try await shell.ask { saywell, _ in
                try saywell.relaxation().renderRelaxationTo(script: script, form: form, path: file.path)
            }
            guard sound == .comes else { return }
            port.onTakenAway = { [weak self] in self?.pause() }
            try port.load()
            sound = .yes
            if standing == .runs { play() }
        } catch {
            sound = .no
        }
    }

    // MARK: Ending

    /// Pauses what runs, and ends what waits.
    public func back() async {
        // Where the engine had nothing to say.
        guard playing != nil else { return shell.stack.pop() }
        switch standing {
        case .runs: pause()
        case .grounded: await leave()
        default: await end()
        }
    }

    /// Ends it, early or not.
    public func end() async {
        let id = chosen.id
        await end { saywell, at in _ = try saywell.relaxation().reportRelaxation(id: id, elapsedMs: at) }
    }

    /// Leaves it: how the person feels now is nobody's business.
    public func leave() async {
        let id = chosen.id
        await end { saywell, at in _ = try saywell.relaxation().leaveRelaxation(id: id, elapsedMs: at) }
    }

    private func end(_ verb: @escaping @Sendable (Saywell, Int64) throws -> Void) async {
        guard !isOver, playing != nil else { return }
        let at = elapsedMs
        waitedAt = at
        tell { saywell, _ in try verb(saywell, at) }
        close()
        await last?.value
        goAfter()
    }

    private func goAfter() {
        isOver = true
        shell.stack.replace(.relaxation(.after(chosen, elapsedMs: waitedAt)))
    }

    /// The page is not seen any more.
    public func disappear() {
        shell.beforeLock[ObjectIdentifier(self)] = nil
        guard !isOver else { return }
        if standing == .runs { halt(.cutShort) }
        silence()
    }

    private func close() {
        isOver = true
        standing = nil
        shell.goesOn = false
        silence()
    }

    private func silence() {
        sound = .no
        shell.ports.sound.onTakenAway = nil
        shell.ports.sound.stop()
    }

    /// One after the other, in the order in which they happened.
    private func tell(_ verb: @escaping Verb<Void>) {
        let (before, asked) = (last, asked)
        last = Task {
            await before?.value
            await asked.tell(verb)
        }
    }
}
