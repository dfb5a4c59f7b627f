import Observation
import Saywell

/// A talk of two people with one phone, stage by stage. Each stage is saved before it shows, so both can stop at any time.
@MainActor @Observable
public final class TogetherModel {
    /// Where two people are, if that talk is not over, and the private card that may be open there.
    public struct Seen: Sendable {
        public let view: TogetherView?
        public let card: RoleCard?
    }

    public let asked: Asked<Seen>

    /// The card of the one who holds the phone, in a stage of cards.
    public private(set) var sealed: SealedCard?

    /// In the stage of the talk.
    public private(set) var clock: TalkClock?

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let id: String
    @ObservationIgnored private let opensFor: Duration

    /// `opensFor` is for how long a tap opens a card.
    public init(_ shell: Shell, id: String, opensFor: Duration = .seconds(20)) {
        self.shell = shell
        self.id = id
        self.opensFor = opensFor
        asked = Asked(shell, here(id))
        asked.onAnswer = { [weak self] in self?.show($0) }
    }

    public var view: TogetherView? { asked.record?.view }

    // MARK: On

    /// On from the stage that is seen.
    public func next() async {
        await storeTime()
        guard let view else { return }
        await move { saywell, now in try saywell.scenario().nextStage(id: view.id, from: view.stage, now: now) }
    }

    /// Stores what was ticked, and goes on.
    public func mark() async {
        guard let view else { return }
        let ticked = ticked
        await move { saywell, now in
            try saywell.scenario().mark(id: view.id, from: view.stage, techniques: ticked, now: now)
        }
    }

    public func swapSides() async {
        guard let view else { return }
        await move { saywell, now in try saywell.scenario().swapSides(id: view.id, round: view.round, now: now) }
    }

    public func leave() { shell.stack.pop() }

    private func move(_ verb: @escaping Verb<TogetherView>) async {
        await asked.ask { saywell, now in try saywell.seen(try verb(saywell, now)) }
    }

    private func show(_ seen: Seen) {
        sealed?.close()
        sealed = nil
        clock = nil
        guard let view = seen.view else { return leave() }
        if let card = seen.card {
            sealed = SealedCard(card, opensFor: opensFor) { [weak self] in self?.keep("read", place(view)) }
        }
        if view.stage == .talk {
            clock = TalkClock(
                shell.ports.time, elapsedMs: view.elapsedMs, minutes: Int(view.minutes), isRunning: kept("resting") != place(view)
            )
            shell.beforeLock[ObjectIdentifier(self)] = { [weak self] in await self?.storeTime() }
        } else {
            shell.beforeLock[ObjectIdentifier(self)] = nil
        }
    }

    // MARK: What is kept belongs to this stage of this round only

    private var route: Route { .scenario(.together(id: id)) }

    private func kept(_ name: String) -> String? { shell.stack[kept: route, name] }

    private func keep(_ name: String, _ value: String?) { shell.stack[kept: route, name] = value }

    /// The card was opened: there is something to confirm.
    public var isRead: Bool { view.map { kept("read") == place($0) } ?? false }

    /// What one person has ticked. Each has their own, so that nobody sees the other's.
    public var ticked: [String] {
        guard let view else { return [] }
        return kept(place(view))?.split(separator: " ").map(String.init) ?? []
    }

    public func tick(_ technique: String) {
        guard let view else { return }
        let now = ticked.contains(technique) ? ticked.filter { $0 != technique } : ticked + [technique]
        keep(place(view), now.joined(separator: " "))
    }

    // MARK: The time of the talk

    /// Counts as long as the clock runs, and stores the time every quarter of a minute.
    public func count() async {
        while !Task.isCancelled, let clock, clock.isRunning {
            clock.look()
            if clock.isDue { await storeTime() }
            do { try await Task.sleep(for: .milliseconds(1_000 - clock.elapsedMs % 1_000)) } catch { return }
        }
    }

    /// Rests, or goes on.
    public func toggleClock() async {
        guard let clock, let view else { return }
        clock.toggle()
        keep("resting", clock.isRunning ? nil : place(view))
        await storeTime()
    }

    /// The engine takes no time that is less.
    private func storeTime() async {
        guard let clock else { return }
        clock.look()
        let (id, elapsed) = (id, clock.elapsedMs)
        clock.wasStored()
        await asked.tell { saywell, now in
            _ = try saywell.scenario().reportTogether(id: id, elapsedMs: elapsed, now: now)
        }
    }

    // MARK: Back

    /// They are asked whether to stop.
    public var isStopping: Bool { kept("stopping") != nil }

    /// An open card closes first; then they are asked whether they want to stop.
    public func back() {
        if view == nil || view?.stage == .over { return leave() }
        if let sealed, sealed.isOpen { return sealed.close() }
        if isStopping { return stay() }
        keep("stopping", "yes")
    }

    public func stay() { keep("stopping", nil) }

    /// Their place is kept.
    public func stopForNow() async {
        stay()
        await away()
        leave()
    }

    public func endHere() async {
        stay()
        let id = id
        await move { saywell, now in try saywell.scenario().leaveTogether(id: id, now: now) }
    }

    /// Nobody sees the page any more.
    public func away() async {
        sealed?.close()
        shell.beforeLock[ObjectIdentifier(self)] = nil
        await storeTime()
    }
}

private func here(_ id: String) -> Verb<TogetherModel.Seen> {
    { saywell, now in
        let view = try saywell.scenario().currentTogether(now: now)
        return try saywell.seen(view?.id == id ? view : nil)
    }
}

extension Saywell {
    fileprivate func seen(_ view: TogetherView?) throws -> TogetherModel.Seen {
        guard let view else { return TogetherModel.Seen(view: nil, card: nil) }
        let hasCard = view.stage == .firstCard || view.stage == .secondCard
        let card = hasCard ? try card(try scenario().openCard(id: view.id)) : nil
        return TogetherModel.Seen(view: view, card: card)
    }
}

/// A stage of a round.
private func place(_ view: TogetherView) -> String { "\(view.stage) \(view.round)" }
