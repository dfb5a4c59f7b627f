import AVFoundation
import AppModel

/// The system's voice, on this phone.
public final class SystemVoice: Voice {
    private let synthesizer = AVSpeechSynthesizer()

    public init() {}

    public var isSpeaking: Bool { synthesizer.isSpeaking }

    public func say(_ words: [String]) {
        stop()
        for part in words where !part.isEmpty { synthesizer.speak(AVSpeechUtterance(string: part)) }
    }

    public func stop() { synthesizer.stopSpeaking(at: .immediate) }
}

/// A rendered relaxation, which goes on with the screen off and the switch on silent.
public final class FileSound: Sound {
    private var player: AVAudioPlayer?

    public init() {}

    public var positionMs: Int64? { player.map { Int64($0.currentTime * 1_000) } }

    public func play(_ file: URL, fromMs: Int64) throws {
        stop()
        let session = AVAudioSession.sharedInstance()
        try session.setCategory(.playback, mode: .spokenAudio)
        try session.setActive(true)
        let player = try AVAudioPlayer(contentsOf: file)
        player.prepareToPlay()
        player.currentTime = TimeInterval(fromMs) / 1_000
        player.play()
        self.player = player
    }

    public func pause() { player?.pause() }

    public func stop() {
        guard let player else { return }
        player.stop()
        self.player = nil
        // Another app's music may come back; if the session does not want to end, nothing is lost.
        try? AVAudioSession.sharedInstance().setActive(false, options: .notifyOthersOnDeactivation)
    }
}
