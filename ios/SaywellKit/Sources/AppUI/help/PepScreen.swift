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
                    VStack(alignment: .leading, spacing: 0) {
                        switch page.step {
                        case .ask(let ask, let choices, let maySkip):
                            question(ask, choices, maySkip, texts.ask).id("\(ask)")
                        case .advise(let advice, let said):
                            PepAdviceBody(advice: advice, limit: Int(texts.limitHours), said: said?.when.inWords) {
                                Task { await model.changeTime() }
                            }
                        }
                    }
                    .announced(heading(page.step, texts.ask), atFirst: false)
                }
            }
            Text(words("not_saved", in: .help)).inline(.small).frame(maxWidth: .infinity).padding(.top, 16)
        }
        .fromTheTop(of: model.open)
        .toolbar(.hidden, for: .tabBar)
    }

    /// One question back; before the first one the system's Back leaves the page.
    private var back: BarButton? {
        guard model.canGoBack else { return nil }
        return BarButton(icon: .back, label: words("back")) { Task { await model.back() } }
    }

    private func heading(_ step: PepStep, _ from: PepQuestions) -> String {
        switch step {
        case .ask(let ask, _, _): title(ask, from)
        case .advise(let advice, _): advice.parts.first?.part.title ?? ""
        }
    }

    @ViewBuilder private func question(_ ask: PepAsk, _ choices: [PepChoice], _ maySkip: Bool, _ from: PepQuestions) -> some View
    {
        Text(title(ask, from)).style(.title2).heading().padding(.top, 4)
        if ask == .hours { hoursField.padding(.top, 16) }
        VStack(spacing: 8) {
            ForEach(Array(choices.enumerated()), id: \.offset) { row, choice in
                ChoiceRow(text: choice.inWords(from)) { pick(UInt16(row)) }
            }
        }
        .padding(.top, 16)
        if maySkip {
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
    private var typed: UInt16? {
        let digits = hours.compactMap(\.wholeNumberValue).filter { (0...9).contains($0) }
        guard (1...3).contains(digits.count), digits.count == hours.count else { return nil }
        return UInt16(exactly: digits.reduce(0) { $0 * 10 + $1 })
    }

    private func pick(_ row: UInt16?) {
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
}

extension PepChoice {
    fileprivate func inWords(_ from: PepQuestions) -> String {
        switch self {
        case .yes: words("yes", in: .help)
        case .no: words("no", in: .help)
        case .notSure: words("not_sure", in: .help)
        case .sex: from.contactSex.plain
        case .works: from.contactWorks.plain
        case .touch: from.contactTouch.plain
        case .other: from.contactOther.plain
        case .knowsHours: words("know_hours", in: .help)
        case .knowsDay: words("know_day", in: .help)
        case .onDay(let day, let daysBack): named(day, daysBack)
        case .longerAgo: words("longer_ago", in: .help)
        case .inPart(let part): part.inWords
        }
    }
}

extension PepWhen {
    fileprivate var inWords: String {
        switch self {
        case .notSure: words("not_sure", in: .help)
        case .hoursAgo(let hours): words("hours_ago", in: .help, Int(hours))
        case .longerAgo: words("longer_ago", in: .help)
        case .onDay(let day, let daysBack, let part):
            ([named(day, daysBack)] + (part.map { [$0.inWords] } ?? [])).joined(separator: ", ")
        }
    }
}

private func named(_ day: Day, _ daysBack: UInt8) -> String {
    switch daysBack {
    case 0: words("today", in: .help, day.dayInWords)
    case 1: words("yesterday", in: .help, day.dayInWords)
    default: day.dayInWords
    }
}

extension DayPart {
    fileprivate var inWords: String {
        switch self {
        case .night: words("at_night", in: .help)
        case .morning: words("in_the_morning", in: .help)
        case .afternoon: words("in_the_afternoon", in: .help)
        case .evening: words("in_the_evening", in: .help)
        case .whole: words("any_part", in: .help)
        }
    }
}
