import AppModel
import Saywell
import SwiftUI

/// The PEP helper: a few questions, one at a time, and what to do.
struct PepScreen: View {
    @State private var model: PepModel
    @State private var hours = ""

    init(_ model: PepModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("help_now"), close: back) {
            Shown(model.page) { page in
                if let texts = page.texts {
                    if let ask = model.path.open {
                        question(ask, texts.ask).id("\(ask)")
                    } else if let advice = page.advice {
                        PepAdviceBody(advice: advice, limit: Int(texts.limitHours), said: said, change: model.changeTime)
                    }
                }
            }
            Text(words("not_saved", in: .help)).inline(.small).frame(maxWidth: .infinity).padding(.top, 16)
        }
        .fromTheTop(of: model.path.open)
        .toolbar(.hidden, for: .tabBar)
    }

    /// One question back; before the first one the system's Back leaves the page.
    private var back: BarButton? {
        guard model.canGoBack else { return nil }
        return BarButton(icon: .back, label: words("back"), act: model.back)
    }

    @ViewBuilder private func question(_ ask: PepAsk, _ from: PepQuestions) -> some View {
        Text(title(ask, from)).style(.title2).heading().padding(.top, 4)
        if ask == .hours { hoursField.padding(.top, 16) }
        VStack(spacing: 8) {
            ForEach(Array(rows(ask, from).enumerated()), id: \.offset) { row, words in
                ChoiceRow(text: words) { pick(row) }
            }
        }
        .padding(.top, 16)
        if ask != .status && ask != .contact {
            Button(words("skip_question", in: .help)) { pick(nil) }
                .buttonStyle(QuietButton())
                .frame(maxWidth: .infinity)
                .padding(.top, 8)
        }
    }

    private var hoursField: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words("hours_label", in: .help)).style(.small).accessibilityHidden(true)
            TextField(words("hours_label", in: .help), text: $hours)
                .keyboardType(.numberPad)
                .font(TextLook.body.font)
                .padding(.horizontal, Size.side)
                .frame(minHeight: Size.row)
                .background(Color.surface, in: .rect(cornerRadius: Size.roundField))
                .overlay {
                    RoundedRectangle(cornerRadius: Size.roundField).strokeBorder(Color.control, lineWidth: Size.edgeControl)
                }
            Button(words("go_on")) {
                if let typed { pick(typed) }
            }
            .buttonStyle(PrimaryButton())
            .disabled(typed == nil)
            .padding(.top, 12)
        }
    }

    /// Up to three digits of whatever script.
    private var typed: Int? {
        let digits = hours.compactMap(\.wholeNumberValue)
        guard (1...3).contains(digits.count), digits.count == hours.count else { return nil }
        return digits.reduce(0) { $0 * 10 + $1 }
    }

    private func pick(_ row: Int?) {
        hours = ""
        Task { await model.pick(row) }
    }

    private func title(_ ask: PepAsk, _ from: PepQuestions) -> String {
        switch ask {
        case .status: from.status.plain
        case .contact: from.contact.plain
        case .when: from.when.plain
        case .hours: words("how_many_hours", in: .help)
        case .day: words("which_day", in: .help)
        case .part: words("which_part", in: .help)
        case .forced: from.forced.plain
        case .undetectable: from.undetectable.plain
        case .prep: from.prep.plain
        case .pregnant: from.pregnant.plain
        }
    }

    /// In the order of `PepPath`.
    private func rows(_ ask: PepAsk, _ from: PepQuestions) -> [String] {
        switch ask {
        case .status: ["yes", "no", "not_sure"].map { words($0, in: .help) }
        case .contact: [from.contactSex, from.contactWorks, from.contactTouch, from.contactOther].map(\.plain)
        case .when: ["know_hours", "know_day"].map { words($0, in: .help) }
        case .hours: []
        case .day: model.path.days.indices.map(day) + [words("longer_ago", in: .help)]
        case .part: model.path.parts.map(\.inWords)
        case .forced, .undetectable, .prep, .pregnant: ["yes", "no"].map { words($0, in: .help) }
        }
    }

    private func day(_ back: Int) -> String {
        let day = model.path.days[back].dayInWords
        switch back {
        case 0: return words("today", in: .help, day)
        case 1: return words("yesterday", in: .help, day)
        default: return day
        }
    }

    /// When it was, as the person said it; nothing if they were not asked.
    private var said: String? {
        let path = model.path
        guard path.asked.contains(.when) else { return nil }
        if let hours = path.picked(.hours) { return words("hours_ago", in: .help, hours) }
        guard let back = path.picked(.day) else { return words("not_sure", in: .help) }
        guard path.days.indices.contains(back) else { return words("longer_ago", in: .help) }
        return ([day(back)] + (path.picked(.part).map { [path.parts[$0].inWords] } ?? [])).joined(separator: ", ")
    }
}

extension DayPart {
    fileprivate var inWords: String {
        switch self {
        case .night: words("at_night", in: .help)
        case .morning: words("in_the_morning", in: .help)
        case .afternoon: words("in_the_afternoon", in: .help)
        case .evening: words("in_the_evening", in: .help)
        case .any: words("any_part", in: .help)
        }
    }
}
