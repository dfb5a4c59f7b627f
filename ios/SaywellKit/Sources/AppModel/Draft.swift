import Foundation
import Observation
import Saywell

/// Words that are being typed, in one field or in several that are saved together. They are saved 300 ms after the last key, when the
/// page is left and before the vault is locked. Until the engine has exactly these words the shell holds them, by what they belong to:
/// neither a page that is left nor a phone that is full loses a letter. Where all is blank nothing is saved, and the engine keeps what was there.
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
    @ObservationIgnored private var waiting: Task<Void, Never>?
    @ObservationIgnored private var sending: Task<Void, Never>?

    /// `Shell.draft` makes one, where there is none yet.
    init(_ shell: Shell, of owner: String, _ fields: [String], save: @escaping @MainActor ([String]) -> Verb<Void>) {
        self.shell = shell
        self.owner = owner
        self.fields = fields
        self.save = save
    }

    /// Saves what was typed and is not saved yet: one time after the other, so that older words never come last.
    public func send() async {
        let before = sending
        let now = Task {
            await before?.value
            await sendNow()
        }
        sending = now
        await now.value
    }

    /// Lets go of what was typed and is not saved yet: what it belongs to was deleted, or the vault is locked.
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

    private func sendNow() async {
        guard isHeld else { return }
        let sent = fields
        if sent.allSatisfy(\.isBlank) { return drop() }
        do {
            try await shell.ask(save(sent))
            refusal = nil
            if fields == sent { drop() }
        } catch {
            if !(error is VaultIsShut) { refusal = Problem(error) == .full ? .full : .notSaved }
        }
    }
}

extension Shell {
    /// The words of what has this name, which is kept nowhere: those that are still to be saved, or else these.
    func draft(
        of owner: String, _ fields: [String], save: @escaping @MainActor ([String]) -> Verb<Void>
    ) -> Draft {
        unsaved[owner] ?? Draft(self, of: owner, fields, save: save)
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
