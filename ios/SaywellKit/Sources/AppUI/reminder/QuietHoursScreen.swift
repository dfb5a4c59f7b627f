import AppModel
import Saywell
import SwiftUI

/// Hours in which nothing reminds.
struct QuietHoursScreen: View {
    @State private var model: QuietHoursModel

    init(_ model: QuietHoursModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("quiet_hours", in: .reminder)) {
            Shown(model.asked) { answer in
                ListCard {
                    Toggle(words("quiet_hours", in: .reminder), isOn: isOn)
                        .font(TextLook.row.font)
                        .tint(Color.accent)
                        .padding(.horizontal, Size.side)
                        .frame(minHeight: 64)
                    if let hours = answer.settings.quiet {
                        Divider()
                        row("from", "from_at", hours.from) { await model.set(from: $0) }
                        Divider()
                        row("up_to", "up_to_at", hours.to) { await model.set(to: $0) }
                    }
                }
                .padding(.top, 4)
                if answer.isRefused {
                    let said = words("two_times", in: .reminder)
                    Text(said).style(.small, .again).announced(said).padding(.top, 8)
                }
                Text(words("quiet_more", in: .reminder)).style(.small).padding(.top, 12)
            }
        }
    }

    private var isOn: Binding<Bool> {
        Binding(get: { model.hours != nil }, set: { on in Task { await model.turn(on: on) } })
    }

    private func row(
        _ title: String, _ label: String, _ time: ClockTime, _ set: @escaping @MainActor (ClockTime) async -> Void
    ) -> some View {
        HStack(spacing: 12) {
            Text(words(title, in: .reminder)).style(.row).accessibilityHidden(true)
            TimeField(
                label: words(label, in: .reminder, time.inWords),
                time: Binding(get: { time }, set: { picked in Task { await set(picked) } }))
        }
        .padding(.horizontal, Size.side)
        .frame(minHeight: Size.row)
    }
}

/// How many reminders a day, at most.
struct MostADayScreen: View {
    @State private var model: MostADayModel

    init(_ model: MostADayModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("reminders")) {
            Shown(model.settings) { settings in
                PickList(
                    title: words("most_title", in: .reminder), detail: words("most_more", in: .reminder),
                    all: Array(1...8), picked: settings.mostADay, name: { Int($0).formatted() }
                ) { picked in Task { await model.pick(picked) } }
            }
        }
    }
}
