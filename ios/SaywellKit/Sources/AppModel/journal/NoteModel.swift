import Observation
import Saywell

/// One note: read, written, deleted.
@MainActor @Observable
public final class NoteModel {
    public struct Found: Sendable {
        /// None while nothing is written.
        public let note: Note?
        /// The title of the unit of the card that it was written on.
        public let unit: String?
        fileprivate var isDeleted = false
    }

    public let found: Asked<Found>
    public private(set) var draft: Draft?

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let id: String

    public init(_ shell: Shell, id: String) {
        self.shell = shell
        self.id = id
        found = Asked(shell) { saywell, _ in
            let note = try saywell.journal().note(id)
            return Found(note: note, unit: try saywell.unit(of: note))
        }
        found.onAnswer = { [weak self] in self?.show($0) }
    }

    /// The question before it is deleted is open.
    public var isSure: Bool {
        get { deletion.isAsked }
        set { deletion.isAsked = newValue }
    }

    /// The page is left.
    public func leave() async { await draft?.leave() }

    /// What was typed since is let go of as well.
    public func delete() async {
        draft?.drop()
        let id = id
        await found.ask { saywell, _ in
            try saywell.journal().eraseNote(id)
            return Found(note: nil, unit: nil, isDeleted: true)
        }
    }

    private var deletion: Deletion { Deletion(shell: shell, route: .journal(.note(id: id))) }

    private func show(_ answer: Found) {
        if answer.isDeleted { return shell.stack.pop() }
        guard draft == nil else { return }
        if let card = answer.note?.card {
            draft = shell.draft(ofCard: card, answer.note)
        } else {
            let id = id
            draft = shell.draft(of: "note \(id)", [answer.note?.text ?? ""]) { fields in
                { saywell, now in _ = try saywell.journal().writeNote(id: id, written: fields[0], now: now) }
            } erase: { saywell, _ in
                try saywell.journal().eraseNote(id)
            }
        }
    }
}

extension Shell {
    /// The note of a card, which has one.
    func draft(ofCard card: String, _ note: Note?) -> Draft {
        let id = note?.id ?? ports.chance.freshId()
        return draft(of: "card \(card)", [note?.text ?? ""]) { fields in
            { saywell, now in _ = try saywell.journal().writeCardNote(id: id, card: card, written: fields[0], now: now) }
        } erase: { saywell, _ in
            try saywell.journal().eraseNote(id)
        }
    }
}

extension JournalVerbs {
    /// Deletes a note. One that was never saved is not there.
    fileprivate func eraseNote(_ id: String) throws { do { try deleteNote(id: id) } catch SaywellError.NotFound {} }

    /// The engine hands out pages of notes, newest first.
    fileprivate func note(_ id: String) throws -> Note? {
        var before: String?
        while true {
            let some = try notes(before: before, limit: 50)
            if let note = some.first(where: { $0.id == id }) { return note }
            guard let last = some.last else { return nil }
            before = last.id
        }
    }
}

extension Saywell {
    /// Nothing where the course was exchanged.
    fileprivate func unit(of note: Note?) throws -> String? {
        guard let card = note?.card else { return nil }
        do { return try lesson().cardPlace(card: card).title } catch SaywellError.NotFound { return nil }
    }
}
