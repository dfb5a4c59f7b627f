import Observation

/// Deletes everything, for good. The page asks before.
@MainActor @Observable
public final class WipeModel {
    /// Why it was not done, or not to its end.
    public private(set) var problem: Problem?
    public private(set) var isWiping = false

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) { self.shell = shell }

    /// Without a vault that is open, all that is kept on this phone goes.
    public var isForAll: Bool { if case .open = shell.door { false } else { true } }

    public func wipe() async {
        guard !isWiping else { return }
        isWiping = true
        problem = nil
        do { try await shell.wipe() } catch { problem = Problem(error) }
        isWiping = false
    }
}
