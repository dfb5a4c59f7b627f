import AppModel
import Foundation

/// In the user defaults of the app.
public struct DefaultsLook: Look {
    public init() {}

    public var isDark: Bool? { UserDefaults.standard.object(forKey: "dark") as? Bool }
    public var isWelcomed: Bool { UserDefaults.standard.bool(forKey: "welcomed") }

    public func keep(isDark: Bool?) {
        if let isDark {
            UserDefaults.standard.set(isDark, forKey: "dark")
        } else {
            UserDefaults.standard.removeObject(forKey: "dark")
        }
    }

    public func keep(isWelcomed: Bool) { UserDefaults.standard.set(isWelcomed, forKey: "welcomed") }
}
