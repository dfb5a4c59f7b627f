import AppModel
import Saywell
import SwiftUI

/// Learn: the chapters of the course.
struct ChaptersScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: ChaptersModel

    init(_ model: ChaptersModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("learn"), action: searchButton(shell)) {
            Text(words("learn_title", in: .lesson)).style(.title).heading().padding(.top, 4)
            Text(words("any_order", in: .lesson)).style(.small).padding(.top, 8)
            Shown(model.learn) { learn in
                VStack(spacing: Size.gap) {
                    ListCard { chapters(learn.outline) }
                    if learn.hasLost { lost }
                    ListCard {
                        ListRow(
                            title: words("quizzes", in: .quiz), detail: words("quizzes_more", in: .quiz),
                            sign: .icon(.check, .sand)
                        ) { shell.stack.push(.quiz(.quizzes)) }
                        Divider()
                        ListRow(
                            title: words("word_list"), detail: words("word_list_more", in: .help), sign: .icon(.search, .sand)
                        ) { shell.stack.push(.help(.terms)) }
                    }
                }
                .padding(.top, 16)
            }
        }
    }

    private var lost: some View {
        ListCard {
            ListRow(
                title: words("course_lost", in: .packs), detail: words("course_lost_more", in: .packs), sign: .icon(.pack, .sand)
            ) { shell.stack.push(.pack(.packs)) }
        }
    }

    private func chapters(_ outline: Outline) -> some View {
        ForEach(Array(outline.chapters.enumerated()), id: \.element.id) { index, chapter in
            let parts = words("parts", in: .lesson, chapter.units.count)
            if index > 0 { Divider() }
            ListRow(
                title: chapter.title, detail: words("chapter_parts", in: .lesson, index + 1, parts), sign: .icon(.learn, .lake)
            ) { shell.stack.push(.lesson(.chapter(id: chapter.id))) }
        }
    }
}

/// The units of one chapter.
struct ChapterScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: ChaptersModel
    private let chapter: String

    init(_ model: ChaptersModel, chapter: String) {
        _model = State(initialValue: model)
        self.chapter = chapter
    }

    var body: some View {
        Page("", action: searchButton(shell)) {
            Shown(model.learn) { learn in
                let outline = learn.outline
                // None where the course was exchanged.
                if let index = outline.chapters.firstIndex(where: { $0.id == chapter }) {
                    show(outline.chapters[index], number: index + 1, here: outline.goOn?.id)
                }
            }
        }
    }

    @ViewBuilder private func show(_ chapter: ChapterRow, number: Int, here: String?) -> some View {
        Text(words("chapter_number", in: .lesson, number)).style(.caption)
        Text(chapter.title).style(.title).heading()
        HStack(spacing: 12) {
            ProgressLine(done: Int(chapter.done), of: chapter.units.count)
            Text(words("done_of", in: .lesson, Int(chapter.done), chapter.units.count)).inline(.small)
        }
        .padding(.top, 12)
        Text(words("any_order", in: .lesson)).style(.small).padding(.top, 8)
        ListCard {
            ForEach(chapter.units, id: \.id) { unit in
                if unit.id != chapter.units.first?.id { Divider() }
                row(unit, isHere: unit.id == here && unit.seen > 0)
            }
        }
        .padding(.top, 16)
    }

    private func row(_ unit: UnitRow, isHere: Bool) -> some View {
        ListRow(
            title: unit.title, detail: detail(unit, isHere),
            sign: unit.done ? .icon(.check, .lake) : .ring(done: Int(unit.seen), of: Int(unit.of)), isHere: isHere
        ) { shell.stack.push(.lesson(.unit(id: unit.id))) }
    }

    private func detail(_ unit: UnitRow, _ isHere: Bool) -> String {
        let minutes = words("min", Int(unit.minutes))
        let (seen, of) = (Int(unit.seen), Int(unit.of))
        if isHere { return words("you_are_here", in: .lesson, seen, of) }
        if unit.done { return words("seen", in: .lesson, minutes) }
        return seen > 0 ? words("begun", in: .lesson, seen, of, minutes) : minutes
    }
}

@MainActor private func searchButton(_ shell: Shell) -> BarButton {
    BarButton(icon: .search, label: words("search")) { shell.stack.push(.lesson(.search)) }
}
