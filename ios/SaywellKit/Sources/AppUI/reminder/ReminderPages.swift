import AppModel
import SwiftUI

struct ReminderPages: View {
    let route: ReminderRoute

    var body: some View { LaterScreen(title: words("reminders")) }
}
