import AppModel
import Saywell
import SwiftUI

/// The end of a quiz: what went well, and what is worth another look.
struct ResultScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: ResultModel

    init(_ model: ResultModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("quiz")) {
            Shown(model.step) { step in
                if case .finished(let result) = step { show(result) }
            }
        } footer: {
            FooterBar {
                Button(words("done_for_now", in: .quiz)) { shell.stack.pop() }.buttonStyle(PrimaryButton())
            }
        }
        .toolbar(.hidden, for: .tabBar)
    }

    @ViewBuilder private func show(_ result: QuizResult) -> some View {
        Text(words("went_through", in: .quiz, Int(result.attempt.of))).style(.title).heading().padding(.top, 4)
        Text(wentWell(result)).style(.body, .ink2).padding(.top, 8)
        if !result.anotherLook.isEmpty {
            Text(words("another_look", in: .quiz)).style(.section).heading().padding(.top, 24)
            ListCard { list(result.anotherLook) }.padding(.top, 8)
            HStack(alignment: .top, spacing: 12) {
                IconView(.calendar).foregroundStyle(Color.onSand)
                Text(words("comes_back", in: .quiz)).style(.small, .onSand)
            }
            .banner()
            .padding(.top, 16)
        }
    }

    private func wentWell(_ result: QuizResult) -> String {
        let well = words("went_well", in: .quiz, Int(result.attempt.right))
        guard !result.anotherLook.isEmpty else { return well }
        return well + " " + words("worth_another_look", in: .quiz, result.anotherLook.count)
    }

    private func list(_ asks: [[TextSpan]]) -> some View {
        ForEach(Array(asks.enumerated()), id: \.offset) { index, ask in
            if index > 0 { Divider() }
            HStack(spacing: 12) {
                IconView(.turn).foregroundStyle(Color.again).frame(width: 40, height: 40)
                    .background(Color.againSoft, in: .circle)
                Text(ask.plain).style(.body)
            }
            .padding(.horizontal, Size.side)
            .padding(.vertical, 8)
            .frame(minHeight: Size.row)
        }
    }
}
