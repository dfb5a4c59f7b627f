import AppModel
import Saywell
import SwiftUI

/// What was done today is deleted for good.
struct DeleteTodayScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: DeleteTodayModel

    init(_ model: DeleteTodayModel) { _model = State(initialValue: model) }

    var body: some View {
        Page("") {
            Shown(model.asked) { answer in
                if answer.isDeleted {
                    WordsColumn(words("today_deleted", in: .settings), words("deleted_more", in: .settings)) {}
                } else if answer.there.isEmpty {
                    WordsColumn(words("delete_today", in: .settings), words("today_nothing", in: .settings)) {}
                } else {
                    ask(answer)
                }
            }
        } footer: {
            if let answer = model.asked.record, answer.isDeleted || answer.there.isEmpty {
                WordsFooter(act: words(answer.isDeleted ? "done" : "back")) { shell.stack.pop() }
            }
        }
    }

    private func ask(_ answer: DeleteTodayModel.Answer) -> some View {
        let there = words("today_there", in: .settings, answer.today.dayInWords, answer.there.counted)
        return WordsColumn(words("delete_today", in: .settings), there) {
            SureCard(question: words("today_sure", in: .settings)) {
                shell.stack.pop()
            } delete: {
                Task { await model.delete() }
            }
        }
    }
}

/// Everything that is the person's is deleted; with a vault that cannot be opened, it is the whole of it.
struct DeleteAllScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: WipeModel

    init(_ model: WipeModel) { _model = State(initialValue: model) }

    var body: some View {
        Page("") {
            if let problem = model.problem { ProblemCard(problem: problem, act: wipe) }
            WordsColumn(words("delete_all", in: .vault), said) {
                SureCard(question: sure, keep: { shell.stack.pop() }, delete: wipe)
            }
            .disabled(model.isWiping)
        }
    }

    private var sure: String {
        model.isForAll ? words("delete_all_sure", in: .vault) : words("all_sure", in: .settings)
    }

    private var said: String {
        let more = words("all_more", in: .settings)
        return model.isForAll ? more : more + "\n\n" + words("all_others", in: .settings)
    }

    private func wipe() { Task { await model.wipe() } }
}
