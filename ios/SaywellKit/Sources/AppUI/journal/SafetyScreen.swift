import AppModel
import SwiftUI

/// Is it safe to talk? Asked before each new plan. The answer is a door, and is kept nowhere.
struct SafetyScreen: View {
    @Environment(Shell.self) private var shell

    var body: some View {
        Page(words("before_you_start", in: .journal)) {
            RoundIcon(icon: .safety, tone: .sand, size: 56).padding(.top, 16)
            Text(words("could_they_hurt", in: .journal)).style(.title).heading().padding(.top, 16)
            Text(words("answer_not_saved", in: .journal)).style(.body, .ink2).padding(.top, 12)
            VStack(spacing: 8) {
                ChoiceRow(text: words("no", in: .help)) {
                    shell.stack.replace(.journal(.plan(id: shell.ports.chance.freshId())))
                }
                ChoiceRow(text: words("not_sure", in: .help), act: readFirst)
                ChoiceRow(text: words("yes", in: .help), act: readFirst)
            }
            .padding(.top, 24)
            Text(words("if_not_safe", in: .journal)).style(.small).padding(.top, 24)
        }
        .toolbar(.hidden, for: .tabBar)
    }

    private func readFirst() { shell.stack.push(.help(.card(id: "help/safe-to-talk"))) }
}
