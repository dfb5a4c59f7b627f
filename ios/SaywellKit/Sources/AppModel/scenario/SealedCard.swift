import Observation

/// A card that is sealed until the one it belongs to holds the button, or taps its twin, which opens it for a while. That it is open is
/// kept nowhere: it is closed whenever the page is made anew.
@MainActor @Observable
public final class SealedCard {
    public let card: RoleCard

    public private(set) var isOpen = false

    /// A tap has opened it, and no finger holds it.
    public private(set) var isTapped = false

    @ObservationIgnored private let opensFor: Duration
    @ObservationIgnored private let read: @MainActor () -> Void
    @ObservationIgnored private var closing: Task<Void, Never>?

    /// `read` is told when it is opened; `opensFor` is for how long a tap opens it.
    init(_ card: RoleCard, opensFor: Duration, read: @escaping @MainActor () -> Void) {
        self.card = card
        self.opensFor = opensFor
        self.read = read
    }

    /// A finger is down on the button, or was lifted, or something took it away.
    public func hold(_ isHeld: Bool) {
        if isHeld { open(byTap: false) } else if !isTapped { close() }
    }

    public func tap() {
        if isOpen { close() } else { open(byTap: true) }
    }

    /// At once.
    public func close() {
        closing?.cancel()
        isOpen = false
        isTapped = false
    }

    private func open(byTap: Bool) {
        closing?.cancel()
        isOpen = true
        isTapped = byTap
        read()
        guard byTap else { return }
        let opensFor = opensFor
        closing = Task { [weak self] in
            do { try await Task.sleep(for: opensFor) } catch { return }
            self?.close()
        }
    }
}
