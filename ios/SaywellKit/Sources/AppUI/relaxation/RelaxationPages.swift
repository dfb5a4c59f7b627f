import AppModel
import SwiftUI

struct RelaxationPages: View {
    let route: RelaxationRoute

    var body: some View { LaterScreen(title: words("relax")) }
}
