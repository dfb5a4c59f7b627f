import AppModel
import Saywell
import SwiftUI

/// What the app keeps, who can see it, and how it looks.
struct SettingsScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.openURL) private var openURL
    @State private var model: SettingsModel

    init(_ model: SettingsModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("settings")) {
            Shown(model.asked) { answer in
                VStack(alignment: .leading, spacing: 8) {
                    ListCard {
                        row(words("reminders"), answer.reminders.said, .bell, .reminder(.reminders))
                    }
                    title("privacy")
                    privacy(answer)
                    deleting
                    title("how_looks")
                    ListCard {
                        language(answer.language)
                        Divider()
                        row(words("light_or_dark", in: .settings), lightName(shell.isDark), .theme, .settings(.light))
                    }
                    title("practice")
                    ListCard {
                        row(dayBegins(answer.dayBegins), nil, .moon, .relaxation(.dayBegins))
                        Divider()
                        row(words("courses", in: .packs), words("courses_more", in: .packs), .pack, .pack(.packs))
                    }
                    if keeps { copies }
                    ListCard {
                        row(words("about", in: .settings), words("about_more", in: .settings), .source, .settings(.about))
                    }
                }
                .padding(.top, 4)
            }
        }
    }

    /// To the phone's own settings, which have a list. It says so first: where a phone does not open them, the person knows the way.
    private func language(_ spoken: Language) -> some View {
        ListRow(
            title: words("language", in: .settings), detail: "\(spoken.name)\n\(words("language_where", in: .settings))",
            sign: .icon(.globe, .lake)
        ) { openSettings(openURL) }
    }

    /// Where nothing is kept there is nothing to lock, to keep for a time or to check.
    private var keeps: Bool { shell.door != .without }

    @ViewBuilder private func privacy(_ answer: SettingsModel.Answer) -> some View {
        if keeps {
            ListCard {
                row(words("pin", in: .settings), pinSaid(shell.door), .lock, .settings(.pin))
                Divider()
                row(words("keep_entries", in: .settings), keptSaid(answer.keptDays), .calendar, .settings(.keep))
            }
        }
    }

    private var deleting: some View {
        ListCard {
            if keeps {
                row(words("delete_today", in: .settings), nil, .trash, .settings(.deleteToday))
                Divider()
            }
            row(words("delete_all", in: .vault), words("cannot_undo", in: .settings), .close, .settings(.deleteAll))
        }
    }

    @ViewBuilder private var copies: some View {
        title("copies")
        ListCard {
            row(words("save_copy", in: .copies), nil, .save, .settings(.backUp))
            Divider()
            row(words("bring_back", in: .copies), nil, .turn, .settings(.bringBack))
            Divider()
            row(words("check_data", in: .settings), words("check_data_more", in: .settings), .check, .settings(.check))
        }
    }

    private func title(_ key: String) -> some View {
        Text(words(key, in: .settings)).style(.section).heading().padding(.top, 8)
    }

    private func row(_ title: String, _ detail: String?, _ icon: Icon, _ route: Route) -> some View {
        ListRow(title: title, detail: detail, sign: .icon(icon, .lake)) { shell.stack.push(route) }
    }

    private func dayBegins(_ hour: UInt8) -> String {
        words("day_begins", in: .relaxation, ClockTime(hour: hour, minute: 0).inWords)
    }
}

func pinSaid(_ door: VaultDoor) -> String { words(door == .open(hasPin: true) ? "pin_on" : "is_off", in: .settings) }

func keptSaid(_ days: UInt16?) -> String {
    days.map { words("keep_for", in: .settings, Int($0)) } ?? words("keep_ever", in: .settings)
}

func lightName(_ isDark: Bool?) -> String {
    words(isDark.map { $0 ? "dark" : "light" } ?? "light_as_phone", in: .settings)
}

extension Reminders {
    /// Each rule that is on, such as `Mon, Wed, Fri at 19:30`.
    var said: String {
        let on = rules.map(\.rule).filter(\.on)
        if on.isEmpty { return words("is_off", in: .settings) }
        return on.map { words("days_at", in: .settings, $0.daysInWords, $0.time.inWords) }.joined(separator: "\n")
    }
}

extension Contents {
    /// Such as `3 talks, 1 note`; empty where there is nothing.
    var counted: String { counts.joined(separator: ", ") }

    /// The same, one for each thing that there is.
    var counts: [String] {
        let parts: [(String, UInt32)] = [
            ("n_parts", units), ("n_quiz_tries", quizAttempts), ("n_talks", talks), ("n_relaxations", relaxations),
            ("n_notes", notes), ("n_plans", plans), ("n_reminders", reminders),
        ]
        return parts.filter { $0.1 > 0 }.map { words($0.0, in: .settings, Int($0.1)) }
    }

    /// The same, and of which days.
    var said: String {
        guard !isEmpty, let firstDay, let lastDay else { return counted }
        if firstDay == lastDay { return words("n_of_day", in: .settings, counted, firstDay.dateInWords) }
        return words("n_of_days", in: .settings, counted, firstDay.dateInWords, lastDay.dateInWords)
    }
}
