import AppModel
import Foundation
import UserNotifications

/// Local notifications by calendar triggers: the system handles zones and changes of the clock, and nothing of ours runs.
public struct SystemNotices: Notices {
    public init() {}

    private var center: UNUserNotificationCenter { .current() }

    public func isAllowed() async -> Bool {
        await center.notificationSettings().authorizationStatus == .authorized
    }

    public func askLeave() async throws -> Bool { try await center.requestAuthorization(options: [.alert]) }

    public func replaceAll(with notices: [Notice]) async throws {
        center.removeAllPendingNotificationRequests()
        for notice in notices {
            let content = UNMutableNotificationContent()
            content.title = "Saywell"
            content.body = notice.text
            let trigger = UNCalendarNotificationTrigger(dateMatching: notice.at, repeats: notice.repeats)
            try await center.add(UNNotificationRequest(identifier: notice.id, content: content, trigger: trigger))
        }
    }

    public func planned() async -> Set<String> {
        Set(await center.pendingNotificationRequests().map(\.identifier))
    }
}
