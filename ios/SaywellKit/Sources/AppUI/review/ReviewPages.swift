import AppModel
import SwiftUI

struct ReviewPages: View {
    var body: some View { LaterScreen(title: words("look_back")) }
}
