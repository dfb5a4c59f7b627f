import AppModel
import SwiftUI

extension WordTable { static let review = WordTable("Review") }

/// The page of looking back.
struct ReviewPages: View {
    @Environment(Shell.self) private var shell

    var body: some View { ReviewScreen(ReviewModel(shell)) }
}
