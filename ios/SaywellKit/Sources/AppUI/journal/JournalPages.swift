import AppModel
import SwiftUI

struct JournalPages: View {
    let route: JournalRoute

    var body: some View { LaterScreen(title: words("notes")) }
}
