import AppModel
import Saywell
import SwiftUI

/// A talk alone: what was said above, what can be said below, and the way out always last.
struct TalkScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.accessibilityReduceMotion) private var isStill
    @Environment(\.dynamicTypeSize) private var typeSize
    @Environment(\.verticalSizeClass) private var height
    @State private var model: TalkModel
    /// Points from top to bottom of what can be said, and of the page.
    @State private var tall: CGFloat = 0
    @State private var room: CGFloat = 0
    private let run: String

    init(_ model: TalkModel) {
        _model = State(initialValue: model)
        run = model.run
    }

    var body: some View {
        ScrollViewReader { scroll in
            Page(model.view?.title ?? "", close: back, action: tries) {
                Shown(model.asked) { show($0) }
            } footer: {
                if let view = model.view { footer(view) }
            }
            .onGeometryChange(for: CGFloat.self) {
                $0.size.height
            } action: {
                room = $0
            }
            .onChange(of: model.heard) { before, _ in
                if let own = model.said.lastIndex(where: \.own) { scroll.scrollTo(own, anchor: .top) }
                // What was said before the page appeared is not news.
                if before > 0 { tell(model.said.dropFirst(before)) }
            }
        }
        .onDisappear { model.leave() }
    }

    private var back: BarButton { BarButton(icon: .back, label: words("back")) { Task { await model.back() } } }

    private var tries: BarButton {
        BarButton(icon: .branch, label: words("your_tries", in: .scenario)) { shell.stack.push(.scenario(.tries(run: run))) }
    }

    /// What the other side says now is read aloud; the focus stays with what can be said.
    private func tell(_ lines: ArraySlice<Said>) {
        let said = lines.filter { !$0.own }.map { words("says", $0.name, $0.say.plain) }
        announce(said.joined(separator: " "))
    }

    @ViewBuilder private func show(_ told: TalkModel.Told) -> some View {
        if let changed = told.view.changed { updated(changed, told.view).card().padding(.top, 8) }
        if let opening = told.view.opening { ProseLine(opening, .small).padding(.top, 8) }
        if let help = help(told) { help }
        VStack(spacing: Size.gap) {
            ForEach(Array(model.said.enumerated()), id: \.offset) { index, line in
                VStack(alignment: .leading, spacing: Size.gap) {
                    LineBubble(isOwn: line.own, name: line.name, say: line.say)
                    if let scene = line.scene { ProseLine(scene, .small) }
                }
                .id(index)
            }
        }
        .padding(.top, 12)
        .animation(isStill ? nil : .easeInOut(duration: 0.16), value: model.heard)
        FactsRow(facts: told.view.facts).padding(.top, 20)
        if repliesScroll, !model.isThinking { replies(told.view).padding(.top, 8) }
    }

    private func updated(_ changed: Changed, _ view: TalkView) -> some View {
        Text(
            view.ending != nil
                ? words("updated_end", in: .scenario) : words("updated", in: .scenario, Int(changed.kept) + 1)
        )
        .style(.body)
    }

    private func help(_ told: TalkModel.Told) -> HelpLine? {
        let text = told.view.help == nil ? told.door?.text : words("help_is_here")
        guard let to = told.view.help ?? told.door?.to, let text, let route = Route(to: to) else { return nil }
        return HelpLine("", text) { shell.stack.push(route) }
    }

    // MARK: What can be said

    /// Replies that would leave little room for the talk scroll with it; the way out stays where it is.
    private var repliesScroll: Bool { typeSize.isAccessibilitySize || height == .compact || (room > 0 && tall > room / 2) }

    @ViewBuilder private func footer(_ view: TalkView) -> some View {
        let bar = FooterBar {
            if !repliesScroll { replies(view) }
            last(view)
        }
        // Nothing can be said while the other side thinks. What stands here keeps its room.
        if model.isThinking { bar.hidden() } else { bar.disabled(model.asked.isAsking) }
    }

    private func replies(_ view: TalkView) -> some View {
        VStack(spacing: 8) {
            HStack(spacing: 8) {
                Text(ask(view)).style(.caption)
                Button(words("your_card", in: .scenario)) { shell.stack.push(.scenario(.card(run: run))) }
                    .buttonStyle(QuietButton())
            }
            if view.ending == nil { if model.isLeaving { leave(view) } else { choose(view) } }
        }
        .onGeometryChange(for: CGFloat.self) {
            $0.size.height
        } action: {
            tall = $0
        }
    }

    private func ask(_ view: TalkView) -> String {
        if view.ending != nil { return "" }
        if model.isLeaving { return words("pause_or_leave_ask", in: .scenario) }
        let isFirst = !view.said.contains(where: \.own)
        return words(isFirst ? "first_choice_hint" : "what_do_you_say", in: .scenario)
    }

    private func choose(_ view: TalkView) -> some View {
        ForEach(view.choices, id: \.id) { choice in
            ChoiceRow(
                text: choice.say.plain, reason: choice.heard ? words("heard_before", in: .scenario) : nil
            ) { say(choice) }
        }
    }

    @ViewBuilder private func leave(_ view: TalkView) -> some View {
        if let out = view.wayOut {
            ChoiceRow(text: words("say_and_leave", in: .scenario, out.say.plain), standing: .wayOut) { say(out) }
        }
        ChoiceRow(text: words("stop_for_now", in: .scenario), reason: words("place_kept", in: .scenario)) { model.stopForNow() }
    }

    @ViewBuilder private func last(_ view: TalkView) -> some View {
        if view.ending != nil {
            Button(words("to_ending", in: .scenario)) { model.toTheEnd() }.buttonStyle(PrimaryButton())
        } else if model.isLeaving {
            Button(words("go_on_talking", in: .scenario)) { model.stay() }.buttonStyle(QuietButton())
        } else {
            ChoiceRow(text: words("pause_or_leave", in: .scenario), standing: .wayOut) { model.askToLeave() }
        }
    }

    private func say(_ choice: Choose) { Task { await model.say(choice.id, atOnce: isStill) } }
}
