import Foundation
import Observation
import Saywell

/// A course that came as a file: what is in it and what it would change, and only then, if the person says so, it is added.
@MainActor @Observable
public final class AddPackModel {
    public enum Step: Sendable {
        case first
        /// The file is fetched, and looked at.
        case reading
        case look(PackPreview)
        case adding
        case added
    }

    public internal(set) var step = Step.first
    public internal(set) var fault: PackFault?

    /// The system's page is to be seen.
    public var isPicking = false

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) { self.shell = shell }

    /// Where nothing is kept there is no place to put it.
    public var keeps: Bool { shell.door != .without }

    /// Looks at the file that the person opened with the app, if there is one.
    public func takeHandedIn() async {
        guard let file = shell.takeHandedIn(), keeps else { return }
        await picked(.success(file))
    }

    /// What the system's page came to: the file that was picked, which is brought here at once. Nothing is changed by looking.
    public func picked(_ result: Result<URL, any Error>) async {
        fault = nil
        step = .reading
        let pack = shell.vault.pack
        do {
            guard let there = try? result.get() else { throw DocumentFault.unread }
            await shell.vault.removePack()
            defer { shell.ports.documents.tidy() }
            try await shell.fetch(there, into: pack, atMost: Self.mostBytes)
            step = .look(try await shell.ask { saywell, _ in try saywell.pack().previewPackIn(file: pack.path) })
        } catch {
            await refuse(error)
        }
    }

    public func add() async {
        guard case .look = step else { return }
        fault = nil
        step = .adding
        let pack = shell.vault.pack
        do {
            _ = try await shell.ask { saywell, _ in try saywell.pack().installPackFrom(file: pack.path) }
            step = .added
            await shell.vault.removePack()
            shell.layPlan()
        } catch {
            await refuse(error)
        }
    }

    /// The page is left.
    public func leave() async {
        guard !isPicking else { return }
        await shell.vault.removePack()
        if case .added = step { return }
        step = .first
        fault = nil
    }

    private func refuse(_ why: any Error) async {
        step = .first
        if !(why is VaultIsShut) { fault = PackFault(why) }
        await shell.vault.removePack()
    }

    /// More than a pack may have, so that the engine says that it is too large.
    private static let mostBytes = 21_000_000
}
