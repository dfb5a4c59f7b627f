@_exported import Foundation

public struct UNAuthorizationOptions: OptionSet, Sendable { public let rawValue: UInt; public init(rawValue: UInt) { self.rawValue = rawValue }; public static let badge = Self(rawValue: 1), sound = Self(rawValue: 2), alert = Self(rawValue: 4) }
public enum UNAuthorizationStatus: Int, Sendable { case notDetermined, denied, authorized, provisional, ephemeral }
public final class UNNotificationSettings: Sendable { public var authorizationStatus: UNAuthorizationStatus { .denied } }
open class UNNotificationContent { public init() {} }
public final class UNMutableNotificationContent: UNNotificationContent { public var title = ""; public var body = ""; public var categoryIdentifier = "" }
open class UNNotificationTrigger { init() {} }
public final class UNCalendarNotificationTrigger: UNNotificationTrigger { public init(dateMatching: DateComponents, repeats: Bool) { super.init() } }
public final class UNNotificationRequest { public let identifier: String; public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) { self.identifier = identifier } }
public final class UNUserNotificationCenter: @unchecked Sendable {
    public static func current() -> UNUserNotificationCenter { UNUserNotificationCenter() }
    public func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool { true }
    public func notificationSettings() async -> UNNotificationSettings { UNNotificationSettings() }
    public func add(_ request: sending UNNotificationRequest) async throws {}
    public func pendingNotificationRequests() async -> [UNNotificationRequest] { [] }
    public func removePendingNotificationRequests(withIdentifiers: [String]) {}
    public func removeAllPendingNotificationRequests() {}
}
