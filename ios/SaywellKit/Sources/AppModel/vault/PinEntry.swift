import Foundation
import Observation

/// Takes a PIN of six digits: the last one sends it. What is typed stays here and nowhere else, and is overwritten once it was
/// handed on. Wrong tries make it wait, and never delete anything.
@MainActor @Observable
public final class PinEntry {
    /// On a phone a PIN has so many digits, and no key to end it.
    public static let digits = 6

    /// A PIN did not fit, or a wait is not over.
    public struct Refusal: Sendable {
        /// No try is taken before this, on the clock of `Time.uptimeMs`: it goes on while nobody looks.
        public let until: UInt64
        /// One did not fit just now.
        public let tried: Bool
    }

    /// How many digits are there. Which ones is nobody's business.
    public private(set) var typed = 0
    /// No try is taken for so many seconds.
    public private(set) var waitSeconds: UInt32 = 0
    /// The last PIN did not fit.
    public private(set) var didNotFit = false
    /// How many whole PINs were handed on and have their answer.
    public private(set) var tries = 0
    /// A try is out.
    public private(set) var isTrying = false

    @ObservationIgnored private var pin = Data()
    @ObservationIgnored private var until: UInt64 = 0
    @ObservationIgnored private let time: any Time
    @ObservationIgnored private let send: @MainActor (Data) async -> Refusal?

    /// `send` is handed a PIN that is whole.
    public init(_ time: any Time, _ refusal: Refusal? = nil, send: @escaping @MainActor (Data) async -> Refusal?) {
        self.time = time
        self.send = send
        tell(refusal)
    }

    /// At the door of the vault.
    public convenience init(lock shell: Shell) {
        self.init(shell.ports.time, Refusal(shell.door)) { pin in
            await shell.unlock(pin: pin)
            return Refusal(shell.door)
        }
    }

    /// The pad takes digits.
    public var isReady: Bool { waitSeconds == 0 && !isTrying }

    /// Adds a digit, 0 to 9.
    public func type(_ digit: UInt8) async {
        guard isReady, typed < Self.digits else { return }
        pin.append(UInt8(ascii: "0") + digit)
        typed = pin.count
        guard typed == Self.digits else { return }
        var whole = take()
        isTrying = true
        tell(await send(whole))
        isTrying = false
        tries += 1
        whole.resetBytes(in: 0..<whole.count)
    }

    public func delete() {
        guard !pin.isEmpty else { return }
        pin.removeLast()
        typed = pin.count
    }

    public func clear() {
        var old = take()
        old.resetBytes(in: 0..<old.count)
    }

    /// Looks how much of a wait is left.
    public func look() {
        let now = time.uptimeMs()
        let left = until > now ? UInt32(clamping: (until - now + 999) / 1_000) : 0
        if waitSeconds != left { waitSeconds = left }
    }

    private func tell(_ refusal: Refusal?) {
        until = refusal?.until ?? 0
        didNotFit = refusal?.tried ?? false
        look()
    }

    private func take() -> Data {
        defer {
            pin = Data()
            typed = 0
        }
        return pin
    }
}

extension PinEntry.Refusal {
    fileprivate init?(_ door: VaultDoor) {
        guard case .asks(let until, let tried) = door else { return nil }
        self.init(until: until, tried: tried)
    }
}
