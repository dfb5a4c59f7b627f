import AppModel
import Saywell
import SwiftUI

/// The first pages: what the app does, what it cannot hide, and what may be set before it begins. Under a minute, and all of it can wait.
struct WelcomeScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.openURL) private var openURL
    @State private var model: WelcomeModel

    init(_ model: WelcomeModel) { _model = State(initialValue: model) }

    var body: some View {
        NavigationStack(path: Binding(get: { shell.stack[.home] }, set: { shell.stack[.home] = $0 })) {
            page.navigationDestination(for: Route.self) { RoutePage(route: $0) }
        }
    }

    private var page: some View {
        Page("", close: model.at > 0 ? BarButton(icon: .back, label: words("back"), act: model.back) : nil) {
            VStack(alignment: .leading, spacing: 12) {
                switch model.at {
                case 0:
                    Shown(model.language, content: language)
                    Image(decorative: "mark", bundle: .module).padding(.top, 8)
                    head("welcome_title", "welcome_lead")
                    point(.lock, "welcome_stays")
                    point(.rehearse, "welcome_again")
                    point(.exit, "welcome_exit")
                case 1:
                    head("welcome_hide", "welcome_hide_lead")
                    point(.eye, "hide_seen")
                    point(.user, "hide_open")
                    point(.safety, "hide_force")
                default:
                    head("welcome_two", "welcome_two_lead")
                    Shown(model.reminders) { reminders in two(reminders.said) }
                }
            }
            .padding(.top, 8)
        } footer: {
            footer
        }
    }

    /// Its name, as a way to another one: the phone's own settings have a list.
    private func language(_ spoken: Language) -> some View {
        Button(spoken.name) { openSettings(openURL) }
            .buttonStyle(QuietButton())
            .accessibilityLabel(words("language_is", in: .settings, spoken.name))
    }

    @ViewBuilder private func head(_ title: String, _ lead: String) -> some View {
        Text(words(title, in: .settings)).style(.title).heading()
        Text(words(lead, in: .settings)).style(.reading)
    }

    private func point(_ icon: Icon, _ key: String) -> some View {
        HStack(alignment: .top, spacing: 12) {
            RoundIcon(icon: icon, tone: .lake)
            VStack(alignment: .leading, spacing: 0) {
                Text(words(key, in: .settings)).style(.row)
                Text(words("\(key)_more", in: .settings)).style(.small)
            }
        }
        .accessibilityElement(children: .combine)
    }

    /// On pages of their own; Back comes back here.
    private func two(_ reminders: String) -> some View {
        ListCard {
            ListRow(
                title: words("pin_set", in: .settings), detail: pinSaid(shell.door), sign: .icon(.lock, .lake), act: model.openPin
            )
            Divider()
            ListRow(
                title: words("first_reminder", in: .settings), detail: reminders, sign: .icon(.bell, .lake),
                act: model.openReminder)
        }
    }

    private var footer: some View {
        FooterBar {
            PlaceDots(at: model.at, of: WelcomeModel.pages)
            Button(model.isLast ? words("welcome_in", in: .settings) : words("next"), action: model.next)
                .buttonStyle(PrimaryButton())
            if !model.isLast {
                Button(words("welcome_skip", in: .settings), action: model.goIn).buttonStyle(QuietButton())
            }
        }
    }
}

/// Which of a few pages is seen.
private struct PlaceDots: View {
    let at: Int
    let of: Int

    var body: some View {
        HStack(spacing: 8) {
            ForEach(0..<of, id: \.self) { index in
                Capsule().fill(index == at ? Color.accent : .control).frame(width: index == at ? 24 : 8, height: 8)
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(words("page_of", in: .settings, at + 1, of))
    }
}
