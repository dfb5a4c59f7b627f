@_exported import Foundation

public struct UNAuthorizationOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let badge = Self(rawValue: 1), sound = Self(rawValue: 2), alert = Self(rawValue: 4) }
public enum UNAuthorizationStatus: Int, Sendable { case notDetermined, denied, authorized, provisional, ephemeral }
public enum UNNotificationSetting: Int, Sendable { case notSupported, disabled, enabled }
public final class UNNotificationSettings: Sendable {
    public var authorizationStatus: UNAuthorizationStatus { .denied }
    public var alertSetting: UNNotificationSetting { .disabled }
    public var lockScreenSetting: UNNotificationSetting { .disabled }
    public var scheduledDeliverySetting: UNNotificationSetting { .disabled }
}
public struct UNNotificationPresentationOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let list = Self(rawValue: 8), banner = Self(rawValue: 16) }
public final class UNNotification { init(request: UNNotificationRequest) { self.request = request }; public let request: UNNotificationRequest }
public protocol UNUserNotificationCenterDelegate: NSObjectProtocol {
    func userNotificationCenter(_ center: UNUserNotificationCenter, willPresent notification: UNNotification, withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void)
}
open class UNNotificationContent { public init() {} }
public final class UNMutableNotificationContent: UNNotificationContent { public var title = ""; public var body = ""; public var categoryIdentifier = "" }
open class UNNotificationTrigger { init() {} }
public final class UNCalendarNotificationTrigger: UNNotificationTrigger { public init(dateMatching: DateComponents, repeats: Bool) { super.init() } }
public final class UNNotificationRequest { public let identifier: String; public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) { self.identifier = identifier } }
public final class UNUserNotificationCenter: @unchecked Sendable {
    public static func current() -> UNUserNotificationCenter { UNUserNotificationCenter() }
    public weak var delegate: (any UNUserNotificationCenterDelegate)?
    public func deliveredNotifications() async -> [UNNotification] { [] }
    public func removeAllDeliveredNotifications() {}
    public func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool { true }
    public func notificationSettings() async -> UNNotificationSettings { UNNotificationSettings() }
    public func add(_ request: sending UNNotificationRequest) async throws {}
    public func pendingNotificationRequests() async -> [UNNotificationRequest] { [] }
    public func removePendingNotificationRequests(withIdentifiers: [String]) {}
    public func removeAllPendingNotificationRequests() {}
}
