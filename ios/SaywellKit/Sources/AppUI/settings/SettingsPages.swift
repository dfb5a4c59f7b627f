import AppModel
import SwiftUI

struct SettingsPages: View {
    let route: SettingsRoute

    var body: some View { LaterScreen(title: words("settings")) }
}
