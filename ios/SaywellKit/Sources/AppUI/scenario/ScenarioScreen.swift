import AppModel
import Saywell
import SwiftUI

/// What is read and asked before a talk.
struct ScenarioScreen: View {
    @State private var model: ScenarioModel

    init(_ model: ScenarioModel) { _model = State(initialValue: model) }

    var body: some View {
        Page("") {
            Shown(model.opened) { opened in
                Text(opened.intro.title).style(.title).heading().padding(.bottom, 16)
                CompanySwitch(together: Binding(get: { model.together }, set: { model.together = $0 }))
                if model.openTalk != nil { goingOn.padding(.top, 16) }
                if !opened.intro.safety.isEmpty { Prose(blocks: opened.intro.safety).padding(.top, 16) }
                if let gate = opened.intro.gate, !model.isPastGate { ask(gate) } else { rest(opened.intro) }
            }
        }
    }

    private var goingOn: some View {
        HeroCard {
            Text(words(model.together ? "go_on_together" : "go_on_talk", in: .scenario)).style(.heading, .onHero)
            Button(words("go_on")) { model.goOn() }.buttonStyle(HeroButton()).padding(.top, 12)
        }
    }

    @ViewBuilder private func ask(_ gate: ScenarioGate) -> some View {
        PartHeading(gate.question.plain)
        Prose(blocks: gate.body).padding(.top, 8)
        VStack(spacing: 8) {
            ForEach(gate.doors, id: \.id) { door in
                ChoiceRow(text: door.text.plain) { Task { await model.answerGate(door.id) } }
            }
        }
        .padding(.top, 16)
    }

    @ViewBuilder private func rest(_ intro: ScenarioIntro) -> some View {
        // Two people read it together, as their first step.
        if !model.together {
            PartHeading(words("what_both_know", in: .scenario))
            Prose(blocks: intro.situation).padding(.top, 8)
        }
        if let setup = intro.setup { ask(setup) }
        begin(intro)
        FactsRow(facts: intro.facts).padding(.top, 20)
    }

    @ViewBuilder private func ask(_ setup: Setup) -> some View {
        PartHeading(setup.ask.plain)
        VStack(spacing: 8) {
            ForEach(setup.options, id: \.id) { option in
                ChoiceRow(text: option.text.plain, standing: option.id == model.setup ? .picked : .idle) {
                    model.setup = option.id
                }
            }
        }
        .padding(.top, 8)
    }

    @ViewBuilder private func begin(_ intro: ScenarioIntro) -> some View {
        PartHeading(words(beginTitle, in: .scenario))
        if !model.isReady { Text(words("pick_first", in: .scenario)).style(.small).padding(.top, 4) }
        VStack(spacing: 8) {
            if model.together {
                Button(words("begin_together", in: .scenario)) { Task { await model.beginTogether() } }
            } else {
                play(.a, intro.a)
                play(.b, intro.b)
            }
        }
        .buttonStyle(SecondaryButton())
        .disabled(!model.isReady)
        .padding(.top, 8)
    }

    private var beginTitle: String {
        if model.openTalk != nil { return "talk_begin_anew" }
        return model.together ? "one_phone" : "play_who"
    }

    private func play(_ side: Side, _ name: String) -> some View {
        Button(words("play_side", in: .scenario, name)) { Task { await model.beginAlone(side) } }
    }
}
