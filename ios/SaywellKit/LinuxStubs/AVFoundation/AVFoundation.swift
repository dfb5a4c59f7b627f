@_exported import Foundation

public final class AVSpeechUtterance { public init(string: String) {} }
public enum AVSpeechBoundary: Int, Sendable { case immediate, word }
public final class AVSpeechSynthesizer {
    public init() {}
    public var isSpeaking: Bool { false }
    public func speak(_ utterance: AVSpeechUtterance) {}
    @discardableResult public func stopSpeaking(at boundary: AVSpeechBoundary) -> Bool { true }
}
public final class AVAudioPlayer {
    public init(data: Data) throws {}
    public var currentTime: TimeInterval = 0
    public var isPlaying: Bool { false }
    @discardableResult public func prepareToPlay() -> Bool { true }
    @discardableResult public func play() -> Bool { true }
    public func pause() {}
    public func stop() {}
}
public final class AVAudioSession {
    public struct Category: Sendable { public static let playback = Self() }
    public enum InterruptionType: UInt, Sendable { case ended = 0, began = 1 }
    public enum RouteChangeReason: UInt, Sendable { case unknown = 0, newDeviceAvailable = 1, oldDeviceUnavailable = 2 }
    public static let interruptionNotification = Notification.Name("AVAudioSessionInterruptionNotification"), routeChangeNotification = Notification.Name("AVAudioSessionRouteChangeNotification")
    public struct Mode: Sendable { public static let `default` = Self(), spokenAudio = Self() }
    public struct SetActiveOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let notifyOthersOnDeactivation = Self(rawValue: 1) }
    @MainActor public static func sharedInstance() -> AVAudioSession { AVAudioSession() }
    public func setCategory(_ category: Category, mode: Mode) throws {}
    public func setActive(_ active: Bool, options: SetActiveOptions = []) throws {}
}
public let AVAudioSessionInterruptionTypeKey = "AVAudioSessionInterruptionTypeKey", AVAudioSessionRouteChangeReasonKey = "AVAudioSessionRouteChangeReasonKey"
