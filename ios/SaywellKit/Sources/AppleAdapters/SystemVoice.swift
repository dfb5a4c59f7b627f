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
