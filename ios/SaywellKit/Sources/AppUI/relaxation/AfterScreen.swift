import AppModel
import Saywell
import SwiftUI

/// After a session: how tense now, how long it was, and the line to take along.
struct AfterScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: AfterModel

    init(_ model: AfterModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("relax"), close: BarButton(icon: .close, label: words("close")) { shell.stack.pop() }) {
            Shown(model.asked) { answer in
                if answer.isOpen { question } else { over(answer) }
            }
        } footer: {
            if let answer = model.asked.record { footer(answer) }
        }
        .toolbar(.hidden, for: .tabBar)
        .onDisappear { Task { await model.leave() } }
    }

    @ViewBuilder private var question: some View {
        Text(words("how_now", in: .relaxation)).style(.title).heading().padding(.top, 16)
        Text(words("all_okay", in: .relaxation)).style(.reading, .ink2).padding(.top, 8)
        TensionSlider(value: $model.tension).card().padding(.top, 16)
    }

    @ViewBuilder private func over(_ answer: AfterModel.Answer) -> some View {
        let session = answer.playing.session
        Text(title(session)).style(.title).heading().padding(.top, 16)
        if let before = session.before, let after = session.after {
            Text(words("before_after", in: .relaxation, Int(before), Int(after))).style(.reading, .ink2).padding(.top, 8)
        }
        if !answer.line.isEmpty {
            VStack(alignment: .leading, spacing: 4) {
                Text(words("take_along", in: .relaxation)).style(.caption, .onSand)
                Text(answer.line.joined(separator: "\n")).style(.reading, .onSand)
            }
            .banner()
            .padding(.top, 20)
        }
        if let card = answer.playing.door, let help = answer.help {
            VStack(alignment: .leading, spacing: 12) {
                Text(words("a_lot_of_tension", in: .relaxation)).style(.body)
                Button(help) { shell.stack.push(.help(.card(id: card))) }.buttonStyle(SecondaryButton())
            }
            .card()
            .padding(.top, 12)
        }
    }

    private func title(_ session: Session) -> String {
        session.outcome == .left
            ? words("stopped_when", in: .relaxation) : words("that_was", in: .relaxation, span(session.elapsedMs))
    }

    private func footer(_ answer: AfterModel.Answer) -> some View {
        FooterBar {
            Button(words("done")) {
                if answer.isOpen { Task { await model.finish(model.tension) } } else { shell.stack.pop() }
            }
            .buttonStyle(PrimaryButton())
            .disabled(answer.isOpen && model.tension == nil)
            if answer.isOpen {
                Button(words("skip_this", in: .relaxation)) { Task { await model.finish(nil) } }
                    .buttonStyle(QuietButton())
                    .frame(maxWidth: .infinity)
            }
        }
        .disabled(model.asked.isAsking)
    }
}
