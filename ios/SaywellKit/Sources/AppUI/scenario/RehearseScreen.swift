import AppModel
import SwiftUI

/// Rehearse: the talks, alone or with someone.
struct RehearseScreen: View {
    var body: some View { LaterScreen(title: words("rehearse")) }
}
