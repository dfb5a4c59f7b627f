import AppModel
import Saywell
import SwiftUI

/// The end of a unit: what the person can do now, and what comes next.
struct UnitEndScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: UnitEndModel

    init(_ model: UnitEndModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.end?.title ?? "") {
            Shown(model.step) { _ in
                if let end = model.end { show(end) }
            }
        }
        .toolbar(.hidden, for: .tabBar)
    }

    @ViewBuilder private func show(_ end: UnitEnd) -> some View {
        Text(words("unit_over", in: .lesson)).style(.title).heading().padding(.top, 20)
        Text(end.goal).style(.reading).padding(.top, 12)
        if let next = end.next { hero(next).padding(.top, 24) }
        Button(words("stop_here", in: .lesson)) { shell.stack.pop() }
            .buttonStyle(QuietButton())
            .frame(maxWidth: .infinity)
            .padding(.top, 12)
    }

    private func hero(_ next: UnitRow) -> some View {
        HeroCard {
            Text(words("then", in: .lesson)).style(.caption, .onHero2)
            Text(next.title).style(.title2, .onHero)
            Text(words("minutes", Int(next.minutes))).style(.small, .onHero2)
            Button {
                shell.stack.replace(.lesson(.unit(id: next.id)))
            } label: {
                HStack(spacing: 8) {
                    Text(words("go_on"))
                    IconView(.next, size: 20)
                }
            }
            .buttonStyle(HeroButton())
            .padding(.top, 12)
        }
    }
}
