import Foundation
import Observation
import Saywell

/// What can be done about the PIN.
public enum PinTask: String, Codable, Hashable, Sendable {
    case set, change, remove
    /// A space for another person, which their PIN opens.
    case space
    case freshKey

    /// It needs a PIN that was not there before.
    public var takesNew: Bool { self == .set || self == .change || self == .space }

    /// `now` opens it as it is, `pin` is the new one.
    func run(_ saywell: Saywell, _ now: Unlock, _ pin: Data, _ time: any Time) throws {
        let vault = saywell.vault()
        switch self {
        case .set, .change: try vault.setPin(now: now, pin: pin, rehearsedMs: rehearsed(time))
        case .remove: try vault.removePin(now: now)
        case .space: try vault.addSpace(now: now, pin: pin)
        case .freshKey: try vault.rekey(now: now)
        }
    }

    /// How many milliseconds a guess takes on this phone.
    private func rehearsed(_ time: any Time) throws -> UInt32 {
        let begun = time.uptimeMs()
        try rehearsePin()
        return UInt32(clamping: time.uptimeMs() - begun)
    }
}

/// What to know before it is done, and doing what needs no PIN.
@MainActor @Observable
public final class PinTaskModel {
    public let task: PinTask
    public private(set) var problem: Problem?
    public private(set) var isActing = false

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell, _ task: PinTask) {
        self.shell = shell
        self.task = task
    }

    /// On to the pad, where a PIN is needed.
    public func act() async {
        guard !task.takesNew, shell.door != .open(hasPin: true) else {
            return shell.stack.replace(.settings(.pinPad(task)))
        }
        guard !isActing else { return }
        isActing = true
        problem = nil
        let (task, time) = (task, shell.ports.time)
        do {
            try await shell.prove(pin: nil) { saywell, now in try task.run(saywell, now, Data(), time) }
            shell.stack.replace(.settings(.pinEnd(task, done: true)))
        } catch { problem = Problem(error) }
        isActing = false
    }
}
