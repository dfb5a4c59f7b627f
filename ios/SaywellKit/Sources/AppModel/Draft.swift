import Foundation
import Observation
import Saywell

/// Words that are being typed, in one field or in several that are saved together. They are saved 300 ms after the last key, when the
/// page is left and before the vault is locked. Until the engine has exactly these words the shell holds them, by what they belong to:
/// neither a page that is left nor a phone that is full nor the lock loses a letter, and nobody else finds one. Where all is blank it is
/// deleted once the page is left, and not before: somebody may be typing it anew.
@MainActor @Observable
public final class Draft {
    /// What the engine takes in one field, in Unicode scalars.
    public static let most = 20_000

    public var fields: [String] {
        didSet {
            guard fields != oldValue else { return }
            if let cut = fields.cut(to: Self.most) { fields = cut } else { wait() }
        }
    }

    /// The only field, where there is one.
    public var words: String {
        get { fields[0] }
        set { fields[0] = newValue }
    }

    /// Why these words could not be saved, if so.
    public private(set) var refusal: Problem?

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let owner: String
    @ObservationIgnored private let save: @MainActor ([String]) -> Verb<Void>
    @ObservationIgnored private let erase: Verb<Void>
    @ObservationIgnored private var waiting: Task<Void, Never>?
    @ObservationIgnored private var sending: Task<Void, Never>?

    /// `Shell.draft` makes one, where there is none yet.
    init(
        _ shell: Shell, of owner: String, _ fields: [String], save: @escaping @MainActor ([String]) -> Verb<Void>,
        erase: @escaping Verb<Void>
    ) {
        self.shell = shell
        self.owner = owner
        self.fields = fields
        self.save = save
        self.erase = erase
    }

    /// Saves what was typed and is not saved yet: one time after the other, so that older words never come last.
    public func send() async { await send(isLeft: false) }

    /// As that, and also that nothing is left of it: its page is left, or out of sight.
    public func leave() async { await send(isLeft: true) }

    private func send(isLeft: Bool) async {
        let before = sending
        let now = Task {
            await before?.value
            await sendNow(isLeft)
        }
        sending = now
        await now.value
    }

    /// Waits to be sent: the vault is locked.
    func rest() { waiting?.cancel() }

    /// Lets go of what was typed and is not saved yet: what it belongs to was deleted, or somebody else has opened the vault.
    public func drop() {
        waiting?.cancel()
        if isHeld { shell.unsaved[owner] = nil }
    }

    private var isHeld: Bool { shell.unsaved[owner] === self }

    private func wait() {
        shell.unsaved[owner] = self
        waiting?.cancel()
        waiting = Task {
            do { try await Task.sleep(for: .milliseconds(300)) } catch { return }
            await send()
        }
    }

    private func sendNow(_ isLeft: Bool) async {
        guard isHeld else { return }
        let sent = fields
        let isBlank = sent.allSatisfy(\.isBlank)
        guard isLeft || !isBlank else { return refusal = nil }
        do {
            try await shell.write(isBlank ? erase : save(sent))
            refusal = nil
            if fields == sent { drop() }
        } catch {
            if !(error is VaultIsShut) { refusal = Problem(error) == .full ? .full : .notSaved }
        }
    }
}

extension Shell {
    /// Why something that was typed could not be saved, if so: on this page, or on one that is left. Every page tells it.
    public var notSaved: Problem? { unsaved.values.lazy.compactMap(\.refusal).first }

    /// Saves what is there by now, of pages that are left and of the one that is seen.
    public func saveAgain() async {
        for draft in unsaved.values { await draft.leave() }
    }

    /// Lets go of it: it is nobody's any more.
    func dropUnsaved() {
        for draft in unsaved.values { draft.drop() }
    }

    /// As `ask`, for words: they are the person's whose pages these are, and never written where somebody else has opened the vault by then.
    func write(_ verb: @escaping Verb<Void>) async throws {
        let owner = stack.owner
        try await ask { saywell, now in
            guard try saywell.vault().spaceMark() ?? Stack.nobody == owner else { throw VaultIsShut() }
            try verb(saywell, now)
        }
    }

    /// The words of what has this name, which is kept nowhere: those that are still to be saved, or else these.
    func draft(
        of owner: String, _ fields: [String], save: @escaping @MainActor ([String]) -> Verb<Void>, erase: @escaping Verb<Void>
    ) -> Draft {
        unsaved[owner] ?? Draft(self, of: owner, fields, save: save, erase: erase)
    }
}

extension String {
    /// There is no letter in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension [String] {
    /// Each as far as it fits; nothing where all of them do.
    fileprivate func cut(to most: Int) -> [String]? {
        guard contains(where: { $0.utf8.count > most && $0.unicodeScalars.count > most }) else { return nil }
        return map { String($0.unicodeScalars.prefix(most)) }
    }
}
