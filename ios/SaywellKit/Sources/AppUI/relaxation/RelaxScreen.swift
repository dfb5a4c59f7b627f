import AppModel
import Saywell
import SwiftUI

/// Relax: choosing what and how long.
struct RelaxScreen: View {
    @Environment(Shell.self) private var shell
    @Environment(\.dynamicTypeSize) private var typeSize
    @State private var model: RelaxModel

    init(_ model: RelaxModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("relax"), action: practice) {
            Shown(model.asked) { answer in
                VStack(alignment: .leading, spacing: Size.gap) {
                    if let session = answer.cutShort { offer(session, answer) }
                    feeling
                    scripts(answer)
                    lengths
                    if let script = model.script { about(script) }
                    ListCard { quickCalm }
                }
                .padding(.top, 4)
            }
        } footer: {
            if model.asked.record != nil { footer }
        }
    }

    private var practice: BarButton {
        BarButton(icon: .calendar, label: words("your_practice", in: .relaxation)) { shell.stack.push(.relaxation(.log)) }
    }

    /// The engine says whether going on still makes sense.
    private func offer(_ session: Session, _ answer: RelaxModel.Answer) -> some View {
        HeroCard {
            Text(answer.cards.first { $0.id == session.script }?.title ?? "").style(.caption, .onHero2)
            Text(words("had_left", in: .relaxation, spanLeft(session.plannedMs - session.elapsedMs))).style(.title2, .onHero)
            Button(action: model.goOn) {
                HStack(spacing: 8) {
                    Text(words("go_on"))
                    IconView(.next, size: 20)
                }
            }
            .buttonStyle(HeroButton())
            .padding(.top, 12)
            Text(words("or_start_anew", in: .relaxation)).style(.small, .onHero2).padding(.top, 4)
        }
    }

    private var feeling: some View {
        VStack(spacing: 4) {
            TensionSlider(value: $model.tension)
            if model.tension != nil {
                Button(words("skip_this", in: .relaxation)) { model.tension = nil }
                    .buttonStyle(QuietButton())
                    .frame(maxWidth: .infinity)
            }
        }
        .card()
    }

    private func scripts(_ answer: RelaxModel.Answer) -> some View {
        ListCard {
            ForEach(answer.cards, id: \.id) { card in
                if card.id != answer.cards.first?.id { Divider() }
                PickRow(title: card.title, isPicked: card.id == model.script?.id) { model.pick(card.id) }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(words("which_one", in: .relaxation))
    }

    @ViewBuilder private var lengths: some View {
        Group {
            if typeSize.isAccessibilitySize {
                ListCard {
                    ForEach(RelaxationLength.practice, id: \.self) { length in
                        PickRow(title: name(length), isPicked: length == model.length) { model.length = length }
                    }
                }
            } else {
                HStack(spacing: 4) { ForEach(RelaxationLength.practice, id: \.self) { side($0) } }
                    .padding(4)
                    .background(Color.sand, in: .capsule)
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(words("how_long", in: .relaxation))
    }

    private func side(_ length: RelaxationLength) -> some View {
        let isPicked = length == model.length
        return Button {
            model.length = length
        } label: {
            Text(name(length))
                .inline(.section, isPicked ? .accent : .onSand)
                .frame(maxWidth: .infinity, minHeight: Size.touch)
                .background(isPicked ? Color.surface : .clear, in: .capsule)
                .contentShape(Capsule())
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(isPicked ? .isSelected : [])
    }

    private func name(_ length: RelaxationLength) -> String { words("min", length.rawValue) }

    @ViewBuilder private func about(_ script: RelaxationCard) -> some View {
        Prose(blocks: script.before, look: .small)
        FactsRow(facts: script.facts)
    }

    private var quickCalm: some View {
        ListRow(
            title: words("quick_calm"), detail: words("quick_calm_more", in: .home), sign: .icon(.relax, .lake), end: .play
        ) { shell.stack.push(.relaxation(.quickCalm)) }
    }

    private var footer: some View {
        FooterBar {
            Button(action: model.start) {
                HStack(spacing: 8) {
                    IconView(.play, size: 20)
                    Text(words("start"))
                }
            }
            .buttonStyle(PrimaryButton())
        }
    }
}

/// For the moment before the three minutes begin.
struct QuickCalmScreen: View {
    @State private var model: QuickCalmModel

    init(_ model: QuickCalmModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("quick_calm")) { Shown(model.script) { _ in EmptyView() } }
            .toolbar(.hidden, for: .tabBar)
    }
}
