import AppModel
import Saywell
import SwiftUI

extension WordTable { static let home = WordTable("Home") }

/// Home: one thing to go on with, and the ways into the app.
struct HomeScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.dynamicTypeSize) private var typeSize
    @State private var model: HomeModel

    init(_ model: HomeModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("app_name"), action: BarButton(icon: .settings, label: words("settings")) { go(.settings(.settings)) }) {
            Text(words("home_title", in: .home)).style(.title).heading().padding(.top, 4)
            Shown(model.home) { home in
                VStack(spacing: Size.gap) {
                    hero(home.goOn).padding(.top, 16).padding(.bottom, 4)
                    ListCard { ways(home) }
                    ListCard { notes }
                    ListCard { help }
                }
            }
        }
    }

    @ViewBuilder private func ways(_ home: Home) -> some View {
        ListRow(
            title: words("quick_calm"), detail: words("quick_calm_more", in: .home), sign: .icon(.relax, .lake), end: .play
        ) { go(.relaxation(.quickCalm)) }
        Divider()
        ListRow(
            title: words("try_talk", in: .home),
            detail: home.openTalk.map { words("go_on_with", in: .home, $0.title) } ?? words("try_talk_more", in: .home),
            sign: .icon(.rehearse, .sand)
        ) { shell.stack.go(.rehearse) }
        if home.due > 0 {
            Divider()
            ListRow(
                title: words("look_back"), detail: words("due", in: .home, Int(home.due)), sign: .icon(.turn, .lake)
            ) { go(.review) }
        }
    }

    private var notes: some View {
        ListRow(title: words("notes"), detail: words("notes_more", in: .home), sign: .icon(.journal, .sand)) {
            go(.journal(.notes))
        }
    }

    private var help: some View {
        ListRow(title: words("help_now"), detail: words("help_now_more", in: .home), sign: .icon(.help, .lake)) {
            go(.help(.help))
        }
    }

    /// The strong block; when every part was seen it leads to all of them.
    private func hero(_ unit: UnitRow?) -> some View {
        HeroCard {
            if !typeSize.isAccessibilitySize { Text(over(unit)).style(.caption, .onHero2) }
            Text(unit?.title ?? words("all_seen", in: .home)).style(.title2, .onHero)
            Text(detail(unit)).style(.small, .onHero2)
            if let unit, unit.seen > 0 {
                ProgressLine(done: Int(unit.seen), of: Int(unit.of), on: .onHero, off: .heroTrack).padding(.top, 12)
            }
            Button {
                open(unit)
            } label: {
                HStack(spacing: 8) {
                    Text(action(unit))
                    IconView(.next, size: 20)
                }
            }
            .buttonStyle(HeroButton())
            .padding(.top, 12)
        }
    }

    private func over(_ unit: UnitRow?) -> String {
        guard let unit else { return words("all_seen_over", in: .home) }
        return words(unit.seen > 0 ? "go_on_over" : "start_over", in: .home)
    }

    private func detail(_ unit: UnitRow?) -> String {
        guard let unit else { return words("all_seen_more", in: .home) }
        return unit.seen > 0
            ? words("seen_of", in: .home, Int(unit.seen), Int(unit.of)) : words("minutes", Int(unit.minutes))
    }

    private func action(_ unit: UnitRow?) -> String {
        guard let unit else { return words("see_parts", in: .home) }
        return words(unit.seen > 0 ? "go_on" : "start")
    }

    private func open(_ unit: UnitRow?) {
        if let unit { go(.lesson(.unit(id: unit.id))) } else { shell.stack.go(.learn) }
    }

    private func go(_ route: Route) { shell.stack.push(route) }
}
