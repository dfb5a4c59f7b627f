import AVFoundation
import AppModel

/// A rendered relaxation, which goes on with the screen off and the switch on silent.
public final class FileSound: Sound {
    public let file = FileManager.default.temporaryDirectory.appendingPathComponent("sound.wav")
    public var onTakenAway: (@MainActor () -> Void)?

    private var player: AVAudioPlayer?
    private var watches: [any NSObjectProtocol] = []

    public init() {}

    public func load() throws {
        // Mapped: the file has no name any more, and is gone with the player.
        defer { try? FileManager.default.removeItem(at: file) }
        player = try AVAudioPlayer(data: Data(contentsOf: file, options: .alwaysMapped))
        player?.prepareToPlay()
        watch()
    }

    public func play(fromMs: Int64) throws {
        guard let player else { return }
        let session = AVAudioSession.sharedInstance()
        try session.setCategory(.playback, mode: .default)
        try session.setActive(true)
        player.currentTime = TimeInterval(fromMs) / 1_000
        player.play()
    }

    public func pause() { player?.pause() }

    public func stop() {
        guard let player else { return }
        player.stop()
        self.player = nil
        watches.forEach(NotificationCenter.default.removeObserver)
        watches = []
        // Another app's music may come back; if the session does not want to end, nothing is lost.
        try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
    }

    /// A call takes the sound; and when earphones are pulled, nobody near shall hear what was meant for the ear.
    private func watch() {
        watch(AVAudioSession.interruptionNotification) { info in
            info[AVAudioSessionInterruptionTypeKey] as? UInt == AVAudioSession.InterruptionType.began.rawValue
        }
        watch(AVAudioSession.routeChangeNotification) { info in
            info[AVAudioSessionRouteChangeReasonKey] as? UInt == AVAudioSession.RouteChangeReason.oldDeviceUnavailable.rawValue
        }
    }

    private func watch(_ name: Notification.Name, _ takes: @escaping @Sendable ([AnyHashable: Any]) -> Bool) {
        let watch = NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { [weak self] notice in
            guard takes(notice.userInfo ?? [:]) else { return }
            MainActor.assumeIsolated { self?.onTakenAway?() }
        }
        watches.append(watch)
    }
}
