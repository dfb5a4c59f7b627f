import Foundation
import Observation
import Saywell

/// Saves a locked copy: its password, what is in it, and where to. It is made in the vault's folder and opened again, before the system's
/// page comes, which puts it where the person says; then it is read back. What is made here is gone when the page is left.
@MainActor @Observable
public final class BackUpModel {
    public enum Step: Equatable, Sendable {
        case typing
        case sealing
        /// It waits to be put somewhere.
        case sealed(Contents)
        case checking
        /// Checked: it was read back. Some places only take.
        case saved(Contents, isChecked: Bool)
    }

    public internal(set) var step = Step.typing
    public internal(set) var fault: CopyFault?

    /// The system's page is to be seen.
    public var isPicking = false

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) { self.shell = shell }

    /// Where nothing is kept there is nothing to save.
    public var keeps: Bool { shell.door != .without }

    /// The sealed file.
    public var copy: URL { shell.vault.copy }

    /// The day of today, which is all that its name tells: such as `2026-11-23`.
    public var day: String { shell.ports.time.now().wall.day.iso }

    /// Makes the copy and opens it again.
    public func seal(_ password: String, again: String) async {
        guard step == .typing else { return }
        guard password == again else { return fault = .passwordsDiffer }
        fault = nil
        step = .sealing
        var bytes = password.passwordBytes
        do {
            step = .sealed(try await seal(bytes))
            isPicking = true
        } catch {
            step = .typing
            if !(error is VaultIsShut) { fault = CopyFault(sealing: error) }
        }
        bytes.erase()
    }

    /// What the system's page came to: where the copy is now, or why it is not.
    public func placed(_ result: Result<URL, any Error>) async {
        guard case .sealed(let contents) = step else { return }
        switch result {
        case .success(let there): await check(there, contents)
        case .failure(let why): fault = why.isOfFullDisk ? .noRoom : .notThere
        }
    }

    /// The page is left.
    public func leave() async {
        if case .sealed = step, isPicking { return }
        await shell.vault.removeCopy()
        if case .saved = step { return }
        step = .typing
        fault = nil
    }

    private func seal(_ password: Data) async throws -> Contents {
        let path = copy.path
        return try await shell.ask { saywell, now in
            _ = try saywell.vault().backUpTo(file: path, passphrase: password, now: now)
            do {
                return try previewBackup(file: path, passphrase: password).contents
            } catch SaywellError.Damaged {
                // A copy that is damaged says nothing about what is kept here.
                throw SaywellError.Storage(code: 0)
            }
        }
    }

    private func check(_ there: URL, _ contents: Contents) async {
        step = .checking
        fault = nil
        let (copy, documents) = (copy, shell.ports.documents)
        let isWhole = try? await shell.away { try documents.reach(there) { Document.isWhole($0, as: copy) } }
        if isWhole == false {
            step = .sealed(contents)
            fault = .notWhole
        } else {
            step = .saved(contents, isChecked: isWhole == true)
            await shell.vault.removeCopy()
        }
    }
}
