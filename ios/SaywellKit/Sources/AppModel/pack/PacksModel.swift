import Foundation
import Observation
import Saywell

/// The courses that were added.
@MainActor @Observable
public final class PacksModel {
    public let packs: Asked<[PackRow]>

    public init(_ shell: Shell) {
        packs = Asked(shell) { saywell, _ in try saywell.pack().packs() }
    }
}

/// A course that was added: how it stands, and a way to hand it on or to remove it.
@MainActor @Observable
public final class PackModel {
    public struct Seen: Sendable {
        /// Nothing where it is not here any more.
        public let pack: PackRow?
        public var isRemoved = false
        /// As it came, for the next phone; gone when the page is left.
        public var file: URL?
    }

    public let seen: Asked<Seen>

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let id: String

    public init(_ shell: Shell, id: String) {
        self.shell = shell
        self.id = id
        seen = Asked(shell) { saywell, _ in Seen(pack: try saywell.pack().packs().first { $0.id == id }) }
    }

    /// The question before it is removed is open.
    public var isSure: Bool {
        get { deletion.isAsked }
        set { deletion.isAsked = newValue }
    }

    public func remove() async {
        let id = id
        await seen.ask { saywell, _ in
            let pack = try saywell.pack().packs().first { $0.id == id }
            _ = try saywell.pack().removePack(id: id)
            return Seen(pack: pack, isRemoved: true)
        }
        guard seen.problem == nil else { return }
        isSure = false
        shell.layPlan()
    }

    /// Its name tells neither what is in it nor which app made it.
    public func handOn() async {
        guard let pack = seen.record?.pack else { return }
        let file = try? await shell.vault.makeWay(for: "Course \(pack.version).calm")
        await seen.ask { saywell, _ in
            guard let file else { throw SaywellError.Storage(code: 0) }
            try saywell.pack().handOnPackTo(id: pack.id, file: file.path)
            return Seen(pack: pack, file: file)
        }
    }

    /// The page is left.
    public func leave() async { await shell.vault.removeOut() }

    private var deletion: Deletion { Deletion(shell: shell, route: .pack(.pack(id: id))) }
}
