import Foundation
import Observation
import Saywell

/// Repairs what cannot be read, and tells what came back. Where nothing can, it asks before it begins anew.
@MainActor @Observable
public final class RepairModel {
    public enum Step: Sendable {
        /// The PIN is needed.
        case asks
        case works
        /// It is whole again. Nothing is open before the person goes on.
        case done(Repaired)
        /// Nothing of it can be recovered.
        case nothing
        /// All is as before.
        case refused(SaywellError)
    }

    public internal(set) var step = Step.works
    /// Where the PIN is typed.
    public private(set) var entry: PinEntry

    @ObservationIgnored private let shell: Shell
    /// From when it was typed until the page is left.
    @ObservationIgnored private var pin: Data?

    @ObservationIgnored private var hasBegun = false

    public init(_ shell: Shell) {
        self.shell = shell
        entry = PinEntry(shell.ports.time) { _ in nil }
        entry = PinEntry(shell.ports.time) { [weak self] pin in await self?.take(pin) }
    }

    /// Repairs at once where no PIN is needed.
    public func begin() async {
        guard !hasBegun else { return }
        hasBegun = true
        if (try? await shell.vault.asksForPin()) == true { step = .asks } else { await repair(elseEmpty: false) }
    }

    public func repair(elseEmpty: Bool) async { _ = await send(elseEmpty) }

    /// Opens what was repaired.
    public func goOn() async {
        guard case .done = step else { return }
        if let pin { await shell.unlock(pin: pin) } else { await shell.tryAgain() }
        forget()
    }

    /// The page is left.
    public func forget() {
        guard var old = pin else { return }
        pin = nil
        old.resetBytes(in: 0..<old.count)
    }

    private func take(_ pin: Data) async -> PinEntry.Refusal? {
        self.pin = pin
        return await send(false)
    }

    private func send(_ elseEmpty: Bool) async -> PinEntry.Refusal? {
        step = .works
        do {
            step = .done(try await shell.repair(pin: pin, elseEmpty: elseEmpty))
        } catch SaywellError.WrongPin(let waitSeconds) {
            forget()
            step = .asks
            return PinEntry.Refusal(until: shell.ports.time.uptimeMs(in: waitSeconds), tried: true)
        } catch SaywellError.Damaged {
            step = .nothing
        } catch {
            step = .refused(error as? SaywellError ?? .Unexpected(what: "the secret"))
        }
        return nil
    }
}
