import AppModel
import SwiftUI

/// Relax: choosing what and how long.
struct RelaxScreen: View {
    var body: some View { LaterScreen(title: words("relax")) }
}
