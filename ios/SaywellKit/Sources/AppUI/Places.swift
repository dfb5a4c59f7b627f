import AppModel
import SwiftUI

/// The bottom bar with its four places, each with its own pages over it.
struct Places: View {
    @Environment(Shell.self) private var shell

    var body: some View {
        TabView(selection: Binding(get: { shell.stack.place }, set: { shell.stack.go($0) })) {
            place(.home, words("home"), .home) { HomeScreen(HomeModel(shell)) }
            place(.learn, words("learn"), .learn) { ChaptersScreen(ChaptersModel(shell)) }
            place(.rehearse, words("rehearse"), .rehearse) { RehearseScreen(RehearseModel(shell)) }
            place(.relax, words("relax"), .relax) { RelaxScreen(RelaxModel(shell)) }
        }
        .onChange(of: shell.handedIn, initial: true) { shell.goToHandedIn() }
    }

    private func place(_ place: Place, _ name: String, _ icon: Icon, @ViewBuilder page: () -> some View) -> some View {
        let page = page()
        return NavigationStack(path: Binding(get: { shell.stack[place] }, set: { shell.stack[place] = $0 })) {
            page.navigationDestination(for: Route.self) { RoutePage(route: $0) }
        }
        .tabItem {
            Label {
                Text(name)
            } icon: {
                icon.image
            }
        }
        .tag(place)
    }
}

/// The page of a route. Each feature says in its folder which.
struct RoutePage: View {
    let route: Route

    var body: some View {
        switch route {
        case .lesson(let route): LessonPages(route: route)
        case .quiz(let route): QuizPages(route: route)
        case .review: ReviewPages()
        case .scenario(let route): ScenarioPages(route: route)
        case .relaxation(let route): RelaxationPages(route: route)
        case .reminder(let route): ReminderPages(route: route)
        case .journal(let route): JournalPages(route: route)
        case .help(let route): HelpPages(route: route)
        case .settings(let route): SettingsPages(route: route)
        case .pack(let route): PackPages(route: route)
        }
    }
}
