import AppModel
import SwiftUI

struct ScenarioPages: View {
    let route: ScenarioRoute

    var body: some View { LaterScreen(title: words("rehearse")) }
}
