import Foundation
import Observation

/// Words that are being typed. They are saved 300 ms after the last key, when the page is left and before the vault is locked. What is
/// blank is not saved, and the engine keeps what was there, unless the draft `savesBlank`.
@MainActor @Observable
public final class Draft {
    public var words: String {
        didSet { if words != oldValue { wait() } }
    }

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let savesBlank: Bool
    @ObservationIgnored private let save: @MainActor (String) async -> Void
    @ObservationIgnored private var waiting: Task<Void, Never>?

    public init(
        _ shell: Shell, _ words: String, savesBlank: Bool = false, save: @escaping @MainActor (String) async -> Void
    ) {
        self.shell = shell
        self.savesBlank = savesBlank
        self.words = words
        self.save = save
    }

    /// Saves what was typed and is not saved yet.
    public func send() async {
        guard shell.unsaved.removeValue(forKey: ObjectIdentifier(self)) != nil else { return }
        waiting?.cancel()
        if savesBlank || !words.isBlank { await save(words) }
    }

    /// Lets go of what was typed and is not saved yet: what it belongs to was deleted.
    public func drop() {
        waiting?.cancel()
        shell.unsaved[ObjectIdentifier(self)] = nil
    }

    private func wait() {
        // The shell holds the draft until it is saved, so that leaving a page loses no letter.
        shell.unsaved[ObjectIdentifier(self)] = { await self.send() }
        waiting?.cancel()
        waiting = Task {
            do { try await Task.sleep(for: .milliseconds(300)) } catch { return }
            await send()
        }
    }
}

extension String {
    /// There is no letter in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
