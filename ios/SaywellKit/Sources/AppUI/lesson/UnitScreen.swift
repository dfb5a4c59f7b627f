import AppModel
import Saywell
import SwiftUI

/// A unit: one card at a time.
struct UnitScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: UnitModel

    init(_ model: UnitModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.shown?.title ?? "", action: BarButton(icon: .speak, label: words("read_aloud", in: .lesson), act: model.speak))
        {
            Shown(model.asked) { _ in
                if let card = model.shown { show(card) }
            }
        } footer: {
            if let card = model.shown, !card.isGate { footer }
        }
        .fromTheTop(of: model.shown?.card.id)
        .toolbar(.hidden, for: .tabBar)
        .onDisappear { Task { await model.leave() } }
    }

    @ViewBuilder private func show(_ card: LessonCard) -> some View {
        Segments(done: Int(card.position), of: Int(card.of)).padding(.bottom, 20)
        CardBody(card: card, model: model)
            .id(card.card.id)
        if card.card.needsClinician { NeedsClinician().padding(.top, 16) }
        FactsRow(facts: card.facts).padding(.top, 12)
    }

    private var footer: some View {
        FooterBar {
            HStack(spacing: 12) {
                if model.canGoBack {
                    Button {
                        Task { await model.back() }
                    } label: {
                        IconView(.back)
                    }
                    .buttonStyle(RoundButton())
                    .accessibilityLabel(words("back_card", in: .lesson))
                }
                Button(words(model.isLast ? "done" : "next")) { Task { await model.next() } }.buttonStyle(PrimaryButton())
            }
            .disabled(model.asked.isAsking)
        }
    }
}

extension LessonCard {
    /// Its answers are doors: there is no other way on.
    fileprivate var isGate: Bool { if case .gate = card.kind { true } else { false } }
}
