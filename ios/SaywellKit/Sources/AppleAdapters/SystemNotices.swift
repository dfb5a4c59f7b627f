import AppModel
import Foundation
import UserNotifications

/// Local notifications by calendar triggers: the system handles zones and changes of the clock, and nothing of ours runs.
public final class SystemNotices: NSObject, Notices, UNUserNotificationCenterDelegate {
    private var center: UNUserNotificationCenter { .current() }

    /// The center tells one object of ours what comes while the app is in front. It does not hold it: the ports do.
    public override init() {
        super.init()
        center.delegate = self
    }

    public func holds() async -> [Hold] {
        let settings = await center.notificationSettings()
        guard settings.authorizationStatus == .authorized else { return [.notices] }
        var holds: [Hold] = []
        if settings.alertSetting != .enabled && settings.lockScreenSetting != .enabled { holds.append(.hidden) }
        if settings.scheduledDeliverySetting == .enabled { holds.append(.summary) }
        return holds
    }

    public func askLeave() async throws -> Bool { try await center.requestAuthorization(options: [.alert]) }

    public func replaceAll(with notices: [Notice]) async throws {
        center.removeAllPendingNotificationRequests()
        for notice in notices {
            let trigger = UNCalendarNotificationTrigger(dateMatching: notice.at, repeats: false)
            try await center.add(UNNotificationRequest(identifier: notice.id, content: content(notice.text), trigger: trigger))
        }
    }

    public func planned() async -> Set<String> {
        Set(await center.pendingNotificationRequests().map(\.identifier))
    }

    public func takeShown() async -> [String] {
        let shown = await center.deliveredNotifications().map(\.request.identifier).filter { $0 != Self.test }
        center.removeAllDeliveredNotifications()
        return shown
    }

    public func show(_ text: String) async throws {
        try await center.add(UNNotificationRequest(identifier: Self.test, content: content(text), trigger: nil))
    }

    /// The id of the one that is shown to test it. No id of a plan is so short.
    private static let test = "test"

    /// No sound, no badge: nobody near is told that there is something.
    private func content(_ text: String) -> UNNotificationContent {
        let content = UNMutableNotificationContent()
        content.title = "Saywell"
        content.body = text
        return content
    }

    /// Shown as well while the app is in front.
    public func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
    ) {
        completionHandler([.banner, .list])
    }
}
