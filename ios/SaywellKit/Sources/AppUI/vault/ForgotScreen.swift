import AppModel
import SwiftUI

/// What can be done without the PIN: wait and try, or delete everything.
struct ForgotScreen: View {
    @State private var model: WipeModel
    @State private var isSure = false
    private let back: @MainActor () -> Void

    init(_ model: WipeModel, back: @escaping @MainActor () -> Void) {
        _model = State(initialValue: model)
        self.back = back
    }

    var body: some View {
        NavigationStack {
            Page("", close: BarButton(icon: .back, label: words("back"), act: back)) {
                VStack(alignment: .leading, spacing: 12) {
                    if let problem = model.problem { ProblemCard(problem: problem, act: wipe) }
                    Text(words("forgot_title", in: .vault)).style(.title).heading()
                    ForEach(["forgot_nobody", "forgot_try", "forgot_delete"], id: \.self) {
                        Text(words($0, in: .vault)).style(.body)
                    }
                    if isSure {
                        SureCard(question: words("delete_all_sure", in: .vault), keep: { isSure = false }, delete: wipe)
                    }
                }
                .padding(.top, 8)
                .disabled(model.isWiping)
            } footer: {
                if !isSure { choices }
            }
        }
    }

    private var choices: some View {
        FooterBar {
            Button(words("try_again"), action: back).buttonStyle(PrimaryButton())
            Button(words("delete_all", in: .vault), role: .destructive) { isSure = true }.buttonStyle(SecondaryButton())
        }
    }

    private func wipe() { Task { await model.wipe() } }
}
