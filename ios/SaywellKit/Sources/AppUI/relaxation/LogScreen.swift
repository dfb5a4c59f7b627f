import AppModel
import Saywell
import SwiftUI

/// Your practice: a month, the last days, tension before and after, the hours of the day, and each session.
struct LogScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: LogModel

    init(_ model: LogModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("your_practice", in: .relaxation)) {
            Shown(model.asked) { answer in
                VStack(alignment: .leading, spacing: Size.gap) {
                    if answer.log.isEmpty { nothing } else { practice(answer) }
                    ListCard {
                        ListRow(
                            title: words(
                                "day_begins", in: .relaxation, ClockTime(hour: answer.dayBegins, minute: 0).inWords),
                            sign: .icon(.moon, .sand)
                        ) { shell.stack.push(.relaxation(.dayBegins)) }
                    }
                }
                .padding(.top, 4)
            }
        }
    }

    private var nothing: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words("nothing_yet", in: .relaxation)).style(.heading)
            Button(words("start")) { shell.stack.pop() }.buttonStyle(QuietButton())
        }
        .card()
    }

    @ViewBuilder private func practice(_ answer: LogModel.Answer) -> some View {
        month(answer)
        DaysPlot(days: answer.days)
        if !answer.pairs.isEmpty { TensionPlot(pairs: answer.pairs) }
        if !answer.hours.isEmpty { HoursPlot(hours: answer.hours) }
        Text(words("sessions", in: .relaxation)).style(.section).heading().padding(.top, Size.gap)
        ListCard {
            ForEach(answer.log, id: \.id) { session in
                if session.id != answer.log.first?.id { Divider() }
                ListRow(title: session.begun, detail: detail(session, answer)) {
                    shell.stack.push(.relaxation(.session(id: session.id)))
                }
            }
        }
    }

    private func detail(_ session: Session, _ answer: LogModel.Answer) -> String {
        [session.told(answer.titles[session.script]), session.ratings].compactMap { $0 }.joined(separator: "\n")
    }

    @ViewBuilder private func month(_ answer: LogModel.Answer) -> some View {
        HStack(spacing: 8) {
            turn(.back, "earlier_month", by: -1, isPossible: true)
            VStack(spacing: 0) {
                Text(answer.shown.monthInWords).inline(.section)
                Text(answer.month.sum).inline(.caption)
            }
            .multilineTextAlignment(.center)
            .frame(maxWidth: .infinity)
            .accessibilityElement(children: .combine)
            turn(.next, "later_month", by: 1, isPossible: model.canGoOn)
        }
        MonthCalendar(month: answer.month, today: answer.today)
        if answer.month.calms > 0 {
            Text(words("calms", in: .relaxation, Int(answer.month.calms))).inline(.caption).frame(maxWidth: .infinity)
        }
    }

    private func turn(_ icon: Icon, _ label: String, by months: Int, isPossible: Bool) -> some View {
        Button {
            Task { await model.turn(by: months) }
        } label: {
            IconView(icon).frame(width: Size.touch, height: Size.touch).contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .opacity(isPossible ? 1 : 0.4)
        .disabled(!isPossible)
        .accessibilityLabel(words(label, in: .relaxation))
    }
}

extension PracticeMonth {
    /// Such as `11 days · 78 minutes`.
    fileprivate var sum: String {
        words("two_parts", in: .relaxation, words("days", in: .relaxation, Int(practisedDays)), inMinutes(practisedMs))
    }
}

/// Whole minutes, rounded down.
func inMinutes(_ ms: Int64) -> String { words("minutes", Int(ms / 60_000)) }

/// At which hour a day begins.
struct DayBeginsScreen: View {
    @State private var model: DayBeginsModel

    init(_ model: DayBeginsModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("your_practice", in: .relaxation)) {
            Shown(model.hour) { hour in
                PickList(
                    title: words("day_begins_title", in: .relaxation), detail: words("day_begins_more", in: .relaxation),
                    all: Array(0...23), picked: hour, name: { ClockTime(hour: $0, minute: 0).inWords }
                ) { picked in Task { await model.pick(picked) } }
            }
        }
    }
}
