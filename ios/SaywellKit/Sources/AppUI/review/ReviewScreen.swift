import AppModel
import Saywell
import SwiftUI

/// Looking back: what comes up again today, one thing at a time.
struct ReviewScreen: View {
    @State private var model: ReviewModel

    init(_ model: ReviewModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("look_back")) {
            Shown(model.turn) { turn in
                if isAsked(turn) { Text(words("left_today", in: .review, model.due)).style(.caption).padding(.vertical, 4) }
                switch turn {
                case .ask(let step): show(step)
                case .said(let said, _): ReasonsBody(said: said).id("reasons \(said.item)")
                }
            }
        } footer: {
            if let turn = model.turn.record { FooterBar { footer(turn).disabled(model.turn.isAsking) } }
        }
        .fromTheTop(of: model.due)
        .toolbar(.hidden, for: .tabBar)
    }

    private func isAsked(_ turn: ReviewModel.Turn) -> Bool {
        if case .ask(let step) = turn { step.ask != nil } else { true }
    }

    @ViewBuilder private func show(_ step: ReviewStep) -> some View {
        switch step.ask {
        case .item(let item, let kind, let ask, let options):
            ItemBody(ask: ask, kind: kind, options: options, picked: model.pick.options) { model.choose($0, of: kind) }
                .id(item)
        case .technique(let technique, let name, let ask, let answer, let facts):
            Text(name).style(.title2).heading()
            ProseLine(ask).padding(.top, 12)
            if technique == model.seen {
                ProseLine(answer).card().padding(.top, 16).announced(answer.plain)
                FactsRow(facts: facts).padding(.top, 16)
            }
        case nil:
            Text(words("nothing_due", in: .review)).style(.title2).heading()
            Text(step.nextDay.map { words("next_on", in: .review, $0.dayInWords) } ?? words("comes_here", in: .review))
                .style(.reading)
                .padding(.top, 12)
        }
    }

    @ViewBuilder private func footer(_ turn: ReviewModel.Turn) -> some View {
        switch turn {
        case .said: button(words("go_on")) { await model.next() }
        case .ask(let step):
            switch step.ask {
            case .item:
                button(words("check", in: .quiz)) { await model.check() }.disabled(model.pick.options.isEmpty)
            case .technique(let technique, _, _, _, _):
                if technique == model.seen {
                    didItCome(technique)
                } else {
                    button(words("see_answer", in: .review)) { model.seeAnswer(of: technique) }
                }
            case nil: button(words("done")) { model.leave() }
            }
        }
    }

    private func button(_ title: String, _ act: @escaping @MainActor () async -> Void) -> some View {
        Button(title) { Task { await act() } }.buttonStyle(PrimaryButton())
    }

    @ViewBuilder private func didItCome(_ technique: String) -> some View {
        Text(words("did_it_come", in: .review)).style(.section)
        Button(words("it_came", in: .review)) { Task { await model.rate(technique, recalled: true) } }
            .buttonStyle(SecondaryButton())
        Button(words("not_this_time", in: .review)) { Task { await model.rate(technique, recalled: false) } }
            .buttonStyle(SecondaryButton())
        Text(words("sooner", in: .review)).style(.small)
    }
}
