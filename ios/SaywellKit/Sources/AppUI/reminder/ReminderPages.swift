import AppModel
import SwiftUI

extension WordTable { static let reminder = WordTable("Reminder") }

/// The page of each route of reminders.
struct ReminderPages: View {
    @Environment(Shell.self) private var shell
    let route: ReminderRoute

    var body: some View {
        switch route {
        case .reminders: RemindersScreen(RemindersModel(shell))
        case .reminder(let id): ReminderScreen(ReminderModel(shell, id: id))
        case .quietHours: QuietHoursScreen(QuietHoursModel(shell))
        case .mostADay: MostADayScreen(MostADayModel(shell))
        case .heldBack: HeldBackScreen(HeldBackModel(shell))
        }
    }
}
