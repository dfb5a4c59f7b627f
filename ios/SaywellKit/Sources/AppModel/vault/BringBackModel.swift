import Foundation
import Observation
import Saywell

/// Brings a copy back: which file, its password, what is in it beside what is here, and only then, if the person says so, in its place.
@MainActor @Observable
public final class BringBackModel {
    public enum Step: Sendable {
        case first
        case typing
        /// The file is fetched, or opened.
        case opening
        case look(Preview, here: Contents)
        case bringing
        case back(canUndo: Bool)
        case undone
    }

    public internal(set) var step = Step.first
    public internal(set) var fault: CopyFault?

    /// The system's page is to be seen.
    public var isPicking = false

    /// Whether one that was brought back today can be undone.
    public let canUndo: Asked<Bool>

    @ObservationIgnored private let shell: Shell
    /// From when it was typed until the copy is brought back or the page is left.
    @ObservationIgnored private var password = Data()

    public init(_ shell: Shell) {
        self.shell = shell
        canUndo = Asked(shell) { saywell, _ in try saywell.vault().canUndoRestore() }
    }

    /// Where nothing is kept there is no place to bring it back to.
    public var keeps: Bool { shell.door != .without }

    /// What the system's page came to: the file that was picked, which is brought here at once.
    public func picked(_ result: Result<URL, any Error>) async {
        fault = nil
        step = .opening
        do {
            let there = try result.get()
            await shell.vault.removeCopy()
            try await shell.fetch(there, into: shell.vault.copy, atMost: Self.mostBytes)
            step = .typing
        } catch {
            step = .first
            fault = CopyFault(fetching: error)
        }
    }

    /// Opens the copy. Nothing is changed by that.
    public func look(_ typed: String) async {
        guard case .typing = step else { return }
        forget()
        fault = nil
        step = .opening
        password = typed.passwordBytes
        let (path, password) = (shell.vault.copy.path, password)
        await send(reading: true) { saywell, _ in
            .look(try previewBackup(file: path, passphrase: password), here: try saywell.vault().contents())
        }
    }

    /// In the place of what is here.
    public func bringBack() async {
        guard case .look = step else { return }
        step = .bringing
        let (path, password) = (shell.vault.copy.path, password)
        await send(reading: true) { saywell, now in
            .back(canUndo: try saywell.vault().restoreFrom(file: path, passphrase: password, now: now).canUndo)
        }
        guard case .back = step else { return }
        forget()
        await shell.vault.removeCopy()
        shell.layPlan()
    }

    /// Brings back what was here before.
    public func undo() async {
        step = .bringing
        await send(reading: false) { saywell, _ in
            try saywell.vault().undoRestore()
            return .undone
        }
        if case .undone = step { shell.layPlan() }
    }

    /// The page is left.
    public func leave() async {
        guard !isPicking else { return }
        forget()
        await shell.vault.removeCopy()
        switch step {
        case .back, .undone: break
        default: step = .first
        }
    }

    /// Where it is the copy that is read, what the engine refuses is about the copy, and says nothing about what is kept here.
    private func send(reading: Bool, _ verb: @escaping Verb<Step>) async {
        do {
            step = try await shell.ask { saywell, now in
                do { return try verb(saywell, now) } catch { throw reading ? CopyFault(bringing: error) : error }
            }
        } catch is VaultIsShut {
            step = .first
        } catch SaywellError.NotFound {
            step = .first
            fault = .undoGone
        } catch {
            forget()
            step = reading ? .typing : .first
            fault = CopyFault(bringing: error)
        }
    }

    /// The format of a copy has no limit. Years of practice have some megabytes; what is larger than this is something else.
    private static let mostBytes = 256 * 1_024 * 1_024

    private func forget() {
        password.erase()
        password = Data()
    }
}
