import AppModel
import SwiftUI

extension WordTable {
    static let lesson = WordTable("Lesson")
    static let search = WordTable("Search")
}

/// The page of each route of lessons.
struct LessonPages: View {
    @Environment(Shell.self) private var shell
    let route: LessonRoute

    var body: some View {
        switch route {
        case .chapter(let id): ChapterScreen(ChaptersModel(shell), chapter: id)
        case .unit(let id): UnitScreen(UnitModel(shell, unit: id))
        case .unitEnd(let unit, let card): UnitEndScreen(UnitEndModel(shell, unit: unit, card: card))
        case .sources(let claims): SourcesScreen(SourcesModel(shell, claims: claims))
        case .search: SearchScreen(SearchModel(shell))
        }
    }
}
