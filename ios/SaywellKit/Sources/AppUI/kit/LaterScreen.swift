import SwiftUI

/// In place of a page that is not built yet.
struct LaterScreen: View {
    let title: String

    var body: some View {
        Page(title) { Text(words("later")).style(.body) }
    }
}
