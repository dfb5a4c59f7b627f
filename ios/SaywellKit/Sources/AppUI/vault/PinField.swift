import AppModel
import SwiftUI

/// What is asked, the dots, what to know about the last try, and the pad: no keyboard learns a PIN.
struct PinField: View {
    let title: String
    /// What was wrong with what was typed, or what to know about it, where no try was refused.
    var more = ""
    let entry: PinEntry

    var body: some View {
        VStack(spacing: 24) {
            Text(title).inline(.title).multilineTextAlignment(.center).heading()
            PinDots(filled: entry.typed, of: PinEntry.digits)
            if !said.isEmpty { Text(said).inline(.body).multilineTextAlignment(.center) }
            PinPad(isReady: entry.isReady, digit: type, delete: entry.delete)
        }
        .frame(maxWidth: .infinity)
        .onChange(of: entry.tries) { announce("\(title) \(said)") }
        .onChange(of: entry.waitSeconds) { before, left in
            if Self.told.contains(where: { left <= $0 && $0 < before }) { announce("\(title) \(said)") }
        }
        .task(id: entry.waitSeconds > 0) { await wait() }
        .onDisappear { entry.clear() }
    }

    /// Seconds left of a wait that are told; each one would be too much.
    private static let told: Set<UInt32> = [30, 10, 0]

    private var said: String {
        if entry.waitSeconds > 0 {
            return words("wait_words", in: .vault, words("seconds", in: .vault, Int(entry.waitSeconds)))
        }
        guard entry.didNotFit else { return more }
        return words("did_not_fit", in: .vault) + " " + words("never_deletes", in: .vault)
    }

    /// The wait may have gone on while the page was not seen.
    private func wait() async {
        entry.look()
        while entry.waitSeconds > 0 {
            do { try await Task.sleep(for: .seconds(1)) } catch { return }
            entry.look()
        }
    }

    private func type(_ digit: UInt8) { Task { await entry.type(digit) } }
}
