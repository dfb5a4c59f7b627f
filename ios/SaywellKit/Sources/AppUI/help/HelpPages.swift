import AppModel
import SwiftUI

struct HelpPages: View {
    let route: HelpRoute

    var body: some View { LaterScreen(title: words("help_now")) }
}
