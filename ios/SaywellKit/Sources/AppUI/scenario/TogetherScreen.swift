import AppModel
import Saywell
import SwiftUI

/// A talk of two people with one phone, stage by stage.
struct TogetherScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: TogetherModel

    init(_ model: TogetherModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.view?.title ?? "", close: back) {
            Shown(model.asked) { seen in
                if let view = seen.view {
                    if view.stage != .over { StepDots(step: view.stage.step, of: Stage.debrief.step) }
                    stage(view).id("\(view.stage) \(view.round)")
                }
            }
        } footer: {
            if let view = model.view { footer(view).disabled(model.asked.isAsking) }
        }
        .onChange(of: shell.isCovered) { _, isCovered in
            if isCovered { model.sealed?.close() }
        }
        .onDisappear { Task { await model.away() } }
    }

    private var back: BarButton { BarButton(icon: .back, label: words("back"), act: model.back) }

    @ViewBuilder private func stage(_ view: TogetherView) -> some View {
        switch view.stage {
        case .situation: situation(view)
        case .firstCard: sealed(view.first, view.second)
        case .secondCard: sealed(view.second, view.first)
        case .talk:
            if let clock = model.clock {
                TalkStage(view: view, clock: clock).task(id: clock.isRunning) { await model.count() }
            }
        case .firstMarks: marks(view, by: view.first, of: view.second)
        case .secondMarks: marks(view, by: view.second, of: view.first)
        case .debrief: lookBack(view)
        case .over:
            title(words("talk_over", in: .scenario))
            Text(words("talk_over_more", in: .scenario)).style(.body).padding(.top, 8)
        }
    }

    private func title(_ words: String) -> some View { Text(words).style(.title).heading().padding(.top, 16) }

    @ViewBuilder private func situation(_ view: TogetherView) -> some View {
        title(words("what_both_know", in: .scenario))
        Prose(blocks: view.situation).padding(.top, 12)
        if !view.safety.isEmpty { Prose(blocks: view.safety).padding(.top, 12) }
        PartHeading(words("how_it_goes", in: .scenario))
        Text(words("how_it_goes_more", in: .scenario, Int(view.minutes), view.first, view.second)).style(.body).padding(.top, 4)
        FactsRow(facts: view.facts).padding(.top, 20)
    }

    @ViewBuilder private func sealed(_ name: String, _ other: String) -> some View {
        if let sealed = model.sealed { SealedStage(sealed: sealed, name: name, other: other) }
    }

    @ViewBuilder private func marks(_ view: TogetherView, by: String, of: String) -> some View {
        title(words("what_heard", in: .scenario, by, of))
        Text(words("tick_any", in: .scenario, by)).style(.body).padding(.top, 8)
        VStack(spacing: 8) {
            ForEach(view.toMark, id: \.technique) { heard in
                ChoiceRow(text: heard.name, standing: model.ticked.contains(heard.technique) ? .picked : .idle) {
                    model.tick(heard.technique)
                }
            }
        }
        .padding(.top, 16)
    }

    @ViewBuilder private func lookBack(_ view: TogetherView) -> some View {
        title(words("look_back_both", in: .scenario))
        heard(by: view.first, of: view.second, view.firstHeard)
        heard(by: view.second, of: view.first, view.secondHeard)
        OnwardList(ways: view.onward)
        if !view.debrief.isEmpty {
            PartHeading(words("look_back"))
            Prose(blocks: view.debrief).padding(.top, 8)
        }
        FactsRow(facts: view.facts).padding(.top, 20)
    }

    @ViewBuilder private func heard(by: String, of: String, _ heard: [Heard]) -> some View {
        PartHeading(words("heard_do", in: .scenario, by, of))
        if heard.isEmpty {
            Text(words("nothing_marked", in: .scenario)).style(.small).padding(.top, 4)
        } else {
            Flow { ForEach(heard, id: \.technique) { Chip(name: $0.name, icon: .check) } }.padding(.top, 8)
        }
    }

    // MARK: Below

    @ViewBuilder private func footer(_ view: TogetherView) -> some View {
        FooterBar {
            if model.isStopping && view.stage != .over { stopping } else { on(view) }
        }
    }

    @ViewBuilder private func on(_ view: TogetherView) -> some View {
        switch view.stage {
        case .situation: primary(words("we_are_ready", in: .scenario)) { await model.next() }
        case .firstCard, .secondCard:
            if let sealed = model.sealed {
                HoldToRead(sealed: sealed)
                if model.isRead && !sealed.isOpen { primary(words("have_read", in: .scenario)) { await model.next() } }
            }
        case .talk: talking
        case .firstMarks: handOver(to: view.second)
        case .secondMarks: primary(words("to_look_back", in: .scenario)) { await model.mark() }
        case .debrief:
            SideBySide {
                quiet(.swap, words("swap_sides", in: .scenario)) { await model.swapSides() }
                primary(words("finish", in: .scenario)) { await model.next() }
            }
        case .over: primary(words("done")) { model.leave() }
        }
    }

    @ViewBuilder private var talking: some View {
        if let clock = model.clock {
            SideBySide {
                quiet(clock.isRunning ? .pause : .play, words(clock.isRunning ? "pause" : "go_on")) { await model.toggleClock() }
                primary(words("we_are_done", in: .scenario)) { await model.next() }
            }
        }
    }

    private func handOver(to name: String) -> some View {
        Button {
            Task { await model.mark() }
        } label: {
            HStack(spacing: 8) {
                IconView(.handover, size: 20)
                Text(words("hand_phone_to", in: .scenario, name))
            }
        }
        .buttonStyle(PrimaryButton())
    }

    /// The footer asks; what stands above stays, and the time runs on.
    @ViewBuilder private var stopping: some View {
        Text(words("stop_for_now_ask", in: .scenario)).style(.heading).heading()
        Text(words("place_kept", in: .scenario)).style(.small)
        primary(words("stop_for_now", in: .scenario)) { await model.stopForNow() }
        Button(words("go_on_talking", in: .scenario)) { model.stay() }.buttonStyle(QuietButton())
        Button(words("end_talk_here", in: .scenario)) { Task { await model.endHere() } }.buttonStyle(QuietButton())
    }

    private func primary(_ words: String, _ act: @escaping @MainActor () async -> Void) -> some View {
        Button(words) { Task { await act() } }.buttonStyle(PrimaryButton())
    }

    private func quiet(_ icon: Icon, _ words: String, _ act: @escaping @MainActor () async -> Void) -> some View {
        Button {
            Task { await act() }
        } label: {
            HStack(spacing: 8) {
                IconView(icon, size: 20)
                Text(words)
            }
            .frame(maxWidth: .infinity)
        }
        .buttonStyle(QuietButton())
    }
}

extension Stage {
    /// Of six. Both marks are one step.
    fileprivate var step: Int {
        switch self {
        case .situation: 1
        case .firstCard: 2
        case .secondCard: 3
        case .talk: 4
        case .firstMarks, .secondMarks: 5
        case .debrief, .over: 6
        }
    }
}

/// Which step of how many: in words, and as dots of which the current one is long.
struct StepDots: View {
    let step: Int
    let of: Int

    var body: some View {
        HStack(spacing: 12) {
            Text(words("step_of_steps", in: .scenario, step, of)).inline(.small)
            HStack(spacing: 8) { ForEach(1..<of + 1, id: \.self) { dot($0) } }.accessibilityHidden(true)
        }
        .frame(maxWidth: .infinity, minHeight: 24)
    }

    private func dot(_ number: Int) -> some View {
        Capsule().fill(number == step ? Color.accent : .line)
            .overlay { if number != step { Capsule().strokeBorder(Color.control, lineWidth: Size.edge) } }
            .frame(width: number == step ? 24 : 8, height: 8)
    }
}
