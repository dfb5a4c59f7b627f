// What the app knows and does, without a screen. What lives in this folder is what every page needs and no feature owns: the shell,
// the stack of routes, the contract of a model (`Asked`), the ports to the phone. A feature has a folder of its own, with its
// routes and a model for each page; `vault` is the only place that opens and calls the engine. No model computes a score, a
// date, an order or a truth: it asks a verb, shows the record, sends the next. There are no sentences here: they are the screens'.

import Foundation
import Observation
import Saywell

/// A call of the engine: `{ saywell, now in try saywell.progress().home(now: now) }`.
public typealias Verb<Answer> = @Sendable (Saywell, Moment) throws -> Answer

/// What lives as long as the process: the vault and its door, the ports, and where the person is.
@MainActor @Observable
public final class Shell {
    @ObservationIgnored public let vault: Vault
    @ObservationIgnored public let ports: Ports

    /// How the vault stands to the person. The pages of the app are seen only while it `isPassed`.
    public private(set) var door = VaultDoor.unseen

    /// Where the person is. Who opens another space finds nothing of the person before.
    public var stack = Stack()

    /// What the system may write down of where the person is, for the next process: it does so in clear. Nothing where there is a PIN, or
    /// nothing is kept.
    public var stackInClear: Stack? { door == .open(hasPin: false) ? stack : nil }

    /// The quick exit was taken: nothing of the app is seen until the person has left it and come back.
    public private(set) var isQuiet = false

    /// The system may take a picture of the screen now: nothing of the app is to be on it.
    public private(set) var isCovered = false

    /// Out of sight the page that is seen goes on, as a relaxation with the screen off: the vault is locked when it ends, or on coming back.
    @ObservationIgnored public var goesOn = false {
        didSet { if isAway, oldValue, !goesOn { Task { await lock() } } }
    }

    /// What was typed and the engine has not got yet, by what it belongs to. Pages may be left meanwhile.
    var unsaved: [String: Draft] = [:]

    /// What else is to be told before the vault is locked, by who tells it.
    @ObservationIgnored var beforeLock: [ObjectIdentifier: @MainActor () async -> Void] = [:]

    /// A file that the person opened with the app. It waits for whoever opens the vault, until their pages are seen; the quick exit forgets it.
    public internal(set) var handedIn: URL?

    /// The plan of reminders is being laid: one laying after the other.
    @ObservationIgnored var laying: Task<Void, Never>?

    /// The app is out of sight, or is coming back and not locked yet.
    @ObservationIgnored private var isAway = false

    /// Nothing lies over the app.
    @ObservationIgnored private var isInFront = true

    /// How often the person has gone, or taken the quick exit. A PIN that was accepted or set after that lets nobody in.
    @ObservationIgnored private var goings = 0

    /// The vault is being opened.
    @ObservationIgnored private var isEntering = false

    /// Calls of the vault that are out.
    @ObservationIgnored private(set) var pending = 0

    /// Dark or light, whatever the phone has; nothing for as the phone has it.
    public var isDark: Bool? { didSet { ports.look.keep(isDark: isDark) } }

    /// The first pages were seen.
    public var isWelcomed: Bool { didSet { ports.look.keep(isWelcomed: isWelcomed) } }

    public init(vault: Vault, ports: Ports) {
        self.vault = vault
        self.ports = ports
        isDark = ports.look.isDark
        isWelcomed = ports.look.isWelcomed
    }

    /// Runs a verb on the vault's actor, after what was asked before.
    ///
    /// A vault that turns out to be damaged is closed, and its page comes in place of what is seen.
    public func ask<Answer: Sendable>(_ verb: @escaping Verb<Answer>) async throws -> Answer {
        let now = ports.time.now()
        pending += 1
        defer { pending -= 1 }
        do {
            return try await vault.ask { try verb($0, now) }
        } catch SaywellError.Damaged {
            await stick(.Damaged)
            throw SaywellError.Damaged
        }
    }

    /// Work with a file that is another app's, on a thread of its own: one that never answers must hold up neither a page nor the engine.
    func away<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        pending += 1
        defer { pending -= 1 }
        return try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try work() }) }
        }
    }

    // MARK: The door

    /// Opens the vault, or says why it stays shut.
    public func open() async {
        guard !door.isPassed else { return }
        await enter(pin: nil)
    }

    /// One try with this PIN.
    public func unlock(pin: Data) async {
        await enter(pin: pin)
    }

    private func enter(pin: Data?) async {
        guard !isEntering else { return }
        isEntering = true
        pending += 1
        defer { pending -= 1 }
        let before = goings
        let (next, space) = await vault.enter(pin: pin)
        isEntering = false
        guard goings == before || next != .open(hasPin: true) else { return await shutAgain() }
        // At once, one after the other: no page is built in between.
        if let space { receive(space) }
        door = next
        await checkDay()
    }

    /// The person has gone while it was opened, or got its first PIN: it asks for the PIN when they are back.
    private func shutAgain() async {
        door = .unseen
        await vault.lock()
        if !isAway { await open() }
    }

    /// Whoever has opened this space. Pages and words of another one go.
    private func receive(_ space: UInt64) {
        guard space != stack.owner else { return }
        dropUnsaved()
        if stack.owner != nil { stack.beginAnew() }
        stack.owner = space
    }

    /// On to lessons, quizzes and talks: nothing is kept from now on. Anybody can do this, so the pages of whoever was there go.
    public func goWithout() async {
        guard let open = try? await vault.goWithout() else { return }
        receive(Stack.nobody)
        stack.beginAnew()
        door = open
    }

    /// Looks once more at a vault that could not be opened.
    public func tryAgain() async {
        door = .unseen
        await open()
    }

    /// Repairs a vault that is damaged. It stays shut until it is opened.
    func repair(pin: Data?, elseEmpty: Bool) async throws -> Repaired {
        pending += 1
        defer { pending -= 1 }
        return try await vault.repair(pin: pin, elseEmpty: elseEmpty)
    }

    /// Deletes everything of the space that is open, or of all where none is. The person is at the start of the app then.
    public func wipe() async throws {
        pending += 1
        defer { pending -= 1 }
        dropUnsaved()
        dropHandedIn()
        do {
            try await vault.wipe()
        } catch {
            // Opening goes on with what was begun.
            if door.isPassed { await tryAgain() }
            throw error
        }
        forgetPlan()
        isDark = nil
        isWelcomed = false
        stack = Stack()
        door = .unseen
        await open()
    }

    /// A new vault in place of one whose key is lost.
    public func beginAnew() async {
        pending += 1
        defer { pending -= 1 }
        do {
            try await vault.beginAnew()
        } catch {
            door = .stuck(.Storage(code: 0))
            return
        }
        await tryAgain()
    }

    /// As `ask`, for what asks for the PIN once more, or sets one or removes it.
    func prove(pin: Data?, _ verb: @escaping @Sendable (Saywell, Unlock) throws -> Void) async throws {
        pending += 1
        defer { pending -= 1 }
        let (before, owner) = (goings, stack.owner)
        let space = try await vault.prove(pin: pin) { saywell, now in
            try verb(saywell, now)
            return try? saywell.vault().spaceMark()
        }
        // A fresh key has a fresh mark, and it is the same person.
        if let space, stack.owner == owner { stack.owner = space }
        // Whether what is open now asks for a PIN the next time. Where that cannot be told it asks.
        let hasPin = (try? await vault.asksForPin()) ?? true
        // It may have been locked meanwhile.
        guard case .open = door else { return }
        guard goings == before || !hasPin else { return await shutAgain() }
        door = .open(hasPin: hasPin)
    }

    private func stick(_ why: SaywellError) async {
        door = .stuck(why)
        await vault.lock()
    }

    private func checkDay() async {
        guard case .open = door else { return }
        _ = try? await ask { saywell, now in try saywell.vault().dailyCheck(now: now) }
        layPlan(personCame: true)
    }

    private func lock() async {
        await saveAgain()
        for tell in beforeLock.values { await tell() }
        guard door == .open(hasPin: true) else { return }
        for draft in unsaved.values { draft.rest() }
        door = .unseen
        await vault.lock()
    }

    // MARK: The system

    /// The app came to the front. Nothing of it is seen before it is locked.
    public func came() async {
        isInFront = true
        if isAway {
            if isQuiet {
                isQuiet = false
                stack.beginAnew()
            }
            await lock()
            // The person may have gone again meanwhile.
            guard isInFront else { return }
            isAway = false
        }
        isCovered = false
        if case .open = door { return await checkDay() }
        if door == .unseen { await open() }
    }

    /// Something lies over the app, or the list of apps is shown.
    public func cover() {
        isInFront = false
        isCovered = true
    }

    /// The app is out of sight.
    public func went() async {
        cover()
        isAway = true
        goings += 1
        ports.voice.stop()
        if !goesOn { await lock() }
    }

    /// The quick exit: at once, with no question, and with nothing of ours behind the page that comes.
    public func exit() {
        isQuiet = true
        goings += 1
        goesOn = false
        dropHandedIn()
        stack.beginAnew()
        ports.voice.stop()
        ports.sound.stop()
        Task { await lock() }
    }
}
