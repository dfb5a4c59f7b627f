import AppModel
import Saywell
import SwiftUI

/// Reminders: which there are, what holds for all of them, and whether this phone lets them through.
struct RemindersScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.scenePhase) private var phase
    @Environment(\.openURL) private var openURL
    @State private var model: RemindersModel

    init(_ model: RemindersModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("reminders")) {
            Shown(model.asked) { answer in
                VStack(alignment: .leading, spacing: Size.gap) {
                    if model.holds.contains(.notices) { notAllowed }
                    rules(answer)
                    forAll(answer.all.settings)
                    if let why { heldBack(why) }
                    Text(words("less_often", in: .reminder)).style(.small)
                }
                .padding(.top, 4)
                // Back from the system's question or its settings, the answer may be another.
                .task(id: phase) { await model.look() }
            }
        }
    }

    private var notAllowed: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words("not_allowed", in: .reminder)).style(.section, .onSand)
            Button(words("allow", in: .reminder)) { openSettings(openURL) }.buttonStyle(QuietButton())
        }
        .banner()
    }

    @ViewBuilder private func rules(_ answer: RemindersModel.Answer) -> some View {
        let all = answer.all.rules
        ListCard {
            if all.isEmpty {
                ReminderLine(row: answer.suggested, model: model)
            } else {
                ForEach(all, id: \.rule.id) { row in
                    if row.rule.id != all.first?.rule.id { Divider() }
                    ReminderLine(row: row, model: model)
                        .contextMenu {
                            Button(words("delete_reminder", in: .reminder), role: .destructive) {
                                Task { await model.delete(row) }
                            }
                        }
                }
            }
        }
        if let next = answer.all.next {
            Text(words("next_reminder", in: .reminder, next.at.day.dayInWords, next.at.time.inWords)).style(.small)
        }
        Button(action: model.add) {
            HStack(spacing: 8) {
                IconView(.plus, size: 20)
                Text(words("add_reminder", in: .reminder))
            }
        }
        .buttonStyle(SecondaryButton())
    }

    // MARK: What holds for all of them

    @ViewBuilder private func forAll(_ settings: ReminderSettings) -> some View {
        Text(words("for_all", in: .reminder)).style(.section).heading().padding(.top, Size.gap)
        ListCard {
            ListRow(title: words("quiet_hours", in: .reminder), detail: quiet(settings.quiet), sign: .icon(.moon, .sand)) {
                shell.stack.push(.reminder(.quietHours))
            }
            Divider()
            Toggle(words("skip_practised", in: .reminder), isOn: skips(settings))
                .font(TextLook.row.font)
                .tint(Color.accent)
                .padding(.horizontal, Size.side)
                .padding(.vertical, 8)
                .frame(minHeight: 64)
            Divider()
            ListRow(
                title: words("most_a_day", in: .reminder), detail: words("at_most", in: .reminder, Int(settings.mostADay)),
                sign: .icon(.reminders, .sand)
            ) { shell.stack.push(.reminder(.mostADay)) }
            Divider()
            ListRow(
                title: words("test_now", in: .reminder), detail: words("test_more", in: .reminder), sign: .icon(.bell, .sand)
            ) { Task { await model.test() } }
        }
        if model.isTested { Text(words("test_sent", in: .reminder)).style(.small).announced(words("test_sent", in: .reminder)) }
    }

    private func quiet(_ hours: QuietHours?) -> String {
        guard let hours else { return words("quiet_none", in: .reminder) }
        return words("quiet_from_to", in: .reminder, hours.from.inWords, hours.to.inWords)
    }

    private func skips(_ settings: ReminderSettings) -> Binding<Bool> {
        Binding(get: { settings.skipPractised }, set: { skip in Task { await model.skipPractised(skip) } })
    }

    // MARK: What holds them back

    private var why: String? {
        if model.isPlanShort { return words("hold_short", in: .reminder) }
        return model.holds.first { $0 != .notices }?.what
    }

    private func heldBack(_ why: String) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words("held_back", in: .reminder)).style(.section, .onSand)
            Text(why).style(.body, .onSand)
            Button(words("see_fix", in: .reminder)) { shell.stack.push(.reminder(.heldBack)) }.buttonStyle(QuietButton())
        }
        .banner()
    }
}

/// A rule: what it says and when, and a switch beside it.
private struct ReminderLine: View {
    let row: ReminderRow
    let model: RemindersModel

    var body: some View {
        HStack(spacing: 8) {
            Button {
                model.open(row)
            } label: {
                VStack(alignment: .leading, spacing: 0) {
                    Text(time).style(.title2)
                    Text(words(row.silent ? "silent_line" : "reminder_line", in: .reminder, days, row.text)).style(.small)
                    if let tells = row.tells { Text(words("tells", in: .reminder, tells)).style(.small, .again) }
                }
                .padding(.vertical, 8)
                .frame(minHeight: 72)
                .contentShape(Rectangle())
            }
            .buttonStyle(PressedButton())
            .accessibilityElement(children: .combine)
            Toggle(words("remind_at", in: .reminder, time, days), isOn: isOn).labelsHidden().tint(Color.accent)
        }
        .padding(.horizontal, Size.side)
    }

    private var time: String { row.rule.time.inWords }

    private var days: String { row.rule.daysInWords }

    private var isOn: Binding<Bool> {
        Binding(get: { row.rule.on }, set: { on in Task { await model.turn(row, on: on) } })
    }
}

extension ReminderRule {
    /// Such as `Mon, Wed, Fri`.
    var daysInWords: String {
        if weekdays.count == 7 { return words("every_day", in: .reminder) }
        return Weekday.week.filter(weekdays.contains).map(\.short).joined(separator: ", ")
    }
}

/// The page of this app in the phone's settings.
@MainActor func openSettings(_ openURL: OpenURLAction) {
    if let own = URL(string: "app-settings:") { openURL(own) }
}
