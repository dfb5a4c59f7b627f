import AppModel
import SwiftUI

struct QuizPages: View {
    let route: QuizRoute

    var body: some View { LaterScreen(title: words("quiz")) }
}
