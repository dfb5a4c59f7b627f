import AppModel
import Saywell
import SwiftUI

/// The end of a talk alone: how it ended, what was used, where another way was open, and doors to help. No points.
struct DebriefScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: DebriefModel

    init(_ model: DebriefModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.ended.record?.talk.title ?? "", action: tries) {
            Shown(model.ended) { ended in
                if let debrief = ended.debrief { show(debrief, ended) }
            }
        } footer: {
            FooterBar {
                SideBySide {
                    Button {
                        model.playAgain()
                    } label: {
                        HStack(spacing: 8) {
                            IconView(.turn, size: 20)
                            Text(words("play_again", in: .scenario))
                        }
                        .frame(maxWidth: .infinity)
                    }
                    .buttonStyle(QuietButton())
                    Button(words("finish", in: .scenario)) { shell.stack.pop() }.buttonStyle(PrimaryButton())
                }
            }
        }
    }

    private var tries: BarButton {
        BarButton(icon: .branch, label: words("your_tries", in: .scenario)) {
            shell.stack.push(.scenario(.tries(run: model.run)))
        }
    }

    @ViewBuilder private func show(_ debrief: Debrief, _ ended: DebriefModel.Ended) -> some View {
        hero(debrief.ending)
        if debrief.praise { Text(words(debrief.ending.kind.praise, in: .scenario)).style(.body).padding(.top, 12) }
        used(debrief, ended.names)
        otherWays(debrief, ended)
        hardLines(debrief.hardLines)
        OnwardList(ways: debrief.onward)
        if !debrief.text.isEmpty {
            PartHeading(words("look_back"))
            Prose(blocks: debrief.text).padding(.top, 8)
        }
        FactsRow(facts: debrief.facts).padding(.top, 20)
    }

    private func hero(_ ending: EndingView) -> some View {
        HeroCard {
            HStack(alignment: .top, spacing: 12) {
                IconView(ending.kind.icon).foregroundStyle(Color.onHero)
                VStack(alignment: .leading, spacing: 4) {
                    Text(words("how_it_ended", in: .scenario)).style(.caption, .onHero2)
                    Text(ending.kind.title).style(.heading, .onHero).heading()
                    Text(ending.text.plain).style(.small, .onHero2)
                }
            }
        }
        .padding(.top, 8)
    }

    @ViewBuilder private func used(_ debrief: Debrief, _ names: [String: String]) -> some View {
        if !debrief.used.isEmpty {
            PartHeading(words("ways_used", in: .scenario))
            Flow {
                ForEach(debrief.used, id: \.technique) { used in
                    Chip(name: often(names[used.technique] ?? "", used.lines.count), icon: .check)
                }
            }
            .padding(.top, 8)
        } else if debrief.praise {
            Text(words("you_listened", in: .scenario)).style(.body).padding(.top, 16)
        }
        if let next = debrief.suggestion {
            Flow {
                Text(words("to_try_next", in: .scenario)).inline(.small).frame(minHeight: 36)
                Chip(name: names[next] ?? "", isOpen: true)
            }
            .padding(.top, 12)
            Text(words("technique_comes_back", in: .scenario)).style(.small).padding(.top, 4)
        }
    }

    private func often(_ name: String, _ times: Int) -> String {
        switch times {
        case 1: name
        case 2: words("twice", in: .scenario, name)
        default: words("times", in: .scenario, name, times)
        }
    }

    @ViewBuilder private func otherWays(_ debrief: Debrief, _ ended: DebriefModel.Ended) -> some View {
        if !debrief.otherWays.isEmpty {
            PartHeading(words("other_ways", in: .scenario))
            ForEach(Array(debrief.otherWays.enumerated()), id: \.offset) { _, way in
                VStack(alignment: .leading, spacing: Size.gap) {
                    LineBubble(isOwn: true, name: ended.talk.card.name, say: way.said)
                    Text(couldHelp(ended.names[way.technique] ?? "", way.instead.plain)).style(.body)
                    Button {
                        Task { await model.tryAnotherWay(after: way.after) }
                    } label: {
                        HStack(spacing: 8) {
                            IconView(.branch, size: 20)
                            Text(words("try_from_here", in: .scenario))
                        }
                    }
                    .buttonStyle(SecondaryButton())
                }
                .card()
                .padding(.top, 8)
            }
        }
    }

    /// The way, which stands out, and its words.
    private func couldHelp(_ way: String, _ instead: String) -> AttributedString {
        var said = AttributedString(words("could_help", in: .scenario, way, instead))
        if let range = said.range(of: way) { said[range].font = TextLook.row.font }
        return said
    }

    @ViewBuilder private func hardLines(_ lines: [HardLine]) -> some View {
        if !lines.isEmpty {
            PartHeading(words("hard_lines", in: .scenario, lines.count))
            ForEach(Array(lines.enumerated()), id: \.offset) { _, line in
                VStack(alignment: .leading, spacing: Size.gap) {
                    LineBubble(isOwn: line.own, name: line.name, say: line.say)
                    Text(words(why(line), in: .scenario)).style(.body)
                }
                .card()
                .padding(.top, 8)
            }
        }
    }

    private func why(_ line: HardLine) -> String {
        guard line.pressure else { return "can_hurt" }
        return line.own ? "own_push" : "was_push"
    }
}

extension EndingKind {
    fileprivate var icon: Icon {
        switch self {
        case .agreed: .check
        case .paused: .pause
        case .leftSafely: .safety
        }
    }

    fileprivate var praise: String {
        switch self {
        case .agreed: "good_agreed"
        case .paused: "good_paused"
        case .leftSafely: "good_left"
        }
    }
}
