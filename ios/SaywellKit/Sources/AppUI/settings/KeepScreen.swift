import AppModel
import Saywell
import SwiftUI

/// How long entries are kept. What is older goes at once, so it is asked first.
struct KeepScreen: View {
    @State private var model: KeepModel

    init(_ model: KeepModel) { _model = State(initialValue: model) }

    var body: some View {
        Page("") {
            Shown(model.asked) { answer in
                PickList(
                    title: words("keep_title", in: .settings), detail: detail(answer), all: model.all,
                    picked: model.toConfirm ?? answer.days, name: keptSaid
                ) { picked in Task { await model.pick(picked) } }
                .announced(detail(answer), atFirst: false)
                if let days = model.toConfirm {
                    SureCard(question: question(days, answer.contents)) {
                        model.toConfirm = nil
                    } delete: {
                        Task { await model.confirm() }
                    }
                    .padding(.top, 16)
                }
            }
        }
    }

    private func detail(_ answer: KeepModel.Answer) -> String {
        guard let went = answer.went, !went.isEmpty else { return words("keep_more", in: .settings) }
        return words("keep_went", in: .settings, went.said)
    }

    private func question(_ days: UInt16, _ contents: Contents) -> String {
        let sure = words("keep_sure", in: .settings, Int(days))
        guard let first = contents.firstDay else { return sure }
        return sure + " " + words("keep_oldest", in: .settings, first.dateInWords)
    }
}
