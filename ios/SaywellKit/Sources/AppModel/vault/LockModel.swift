import Foundation
import Observation

/// Takes a PIN of six digits: the last one sends it. Wrong tries make it wait, and never delete anything.
@MainActor @Observable
public final class LockModel {
    /// On a phone a PIN has so many digits, and no key to end it.
    public static let digits = 6

    /// How many digits are there. Which ones is nobody's business.
    public private(set) var typed = 0
    /// No try is taken for so many seconds.
    public private(set) var waitSeconds: UInt32 = 0
    /// The last PIN did not fit.
    public private(set) var didNotFit = false
    /// A try is out.
    public private(set) var isTrying = false

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private var pin = Data()

    public init(_ shell: Shell) {
        self.shell = shell
        read()
    }

    /// The pad takes digits.
    public var isReady: Bool { waitSeconds == 0 && !isTrying }

    /// Adds a digit, 0 to 9.
    public func type(_ digit: UInt8) async {
        guard isReady, typed < Self.digits else { return }
        pin.append(UInt8(ascii: "0") + digit)
        typed = pin.count
        if typed == Self.digits { await send() }
    }

    public func delete() {
        guard !pin.isEmpty else { return }
        pin.removeLast()
        typed = pin.count
    }

    public func clear() {
        pin.resetBytes(in: 0..<pin.count)
        pin = Data()
        typed = 0
    }

    /// A second of waiting is over.
    public func passSecond() { if waitSeconds > 0 { waitSeconds -= 1 } }

    private func send() async {
        isTrying = true
        await shell.unlock(pin: pin)
        isTrying = false
        clear()
        read()
    }

    private func read() {
        guard case .asks(let wait, let tried) = shell.door else { return }
        waitSeconds = wait
        didNotFit = tried
    }
}
