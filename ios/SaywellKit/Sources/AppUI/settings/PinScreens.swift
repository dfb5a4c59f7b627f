import AppModel
import SwiftUI

/// The PIN: what can be done about it. It asks the engine nothing.
struct PinSettingsScreen: View {
    @Environment(Shell.self) private var shell

    var body: some View {
        Page(words("pin", in: .settings)) {
            Text(words("pin_what", in: .settings)).style(.body).padding(.top, 4)
            ListCard {
                if shell.door == .open(hasPin: true) {
                    row("pin_change", nil, .edit, .pinPad(.change))
                    Divider()
                    row("pin_remove", nil, .close, .pinTask(.remove))
                    Divider()
                    row("space", "space_for", .users, .pinTask(.space))
                } else {
                    row("pin_set", nil, .lock, .pinTask(.set))
                }
                Divider()
                row("fresh_key", "fresh_key_for", .turn, .pinTask(.freshKey))
            }
            .padding(.top, 16)
        }
    }

    private func row(_ title: String, _ detail: String?, _ icon: Icon, _ route: SettingsRoute) -> some View {
        ListRow(
            title: words(title, in: .settings), detail: detail.map { words($0, in: .settings) }, sign: .icon(icon, .lake)
        ) { shell.stack.push(.settings(route)) }
    }
}

/// What to know before it is done.
struct PinTaskScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: PinTaskModel

    init(_ model: PinTaskModel) { _model = State(initialValue: model) }

    var body: some View {
        Page("") {
            if let problem = model.problem { ProblemCard(problem: problem, act: act) }
            WordsColumn(model.task.said(\.title), model.task.said(\.before)) {
                if model.task == .remove {
                    SureCard(
                        question: words("pin_remove_sure", in: .settings), act: model.task.said(\.act),
                        keep: { shell.stack.pop() }, delete: act)
                }
            }
            .disabled(model.isActing)
        } footer: {
            if model.task != .remove {
                WordsFooter(act: model.task == .space ? words("go_on") : model.task.said(\.act), does: act).disabled(
                    model.isActing)
            }
        }
    }

    private func act() { Task { await model.act() } }
}

/// The pad, for each PIN that it takes.
struct PinPadScreen: View {
    @State private var model: PinPadModel

    init(_ model: PinPadModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(model.task.said(\.title)) {
            if let problem = model.problem { ProblemCard(problem: problem, act: model.begin) }
            PinField(title: words(title, in: .settings), more: wrong, entry: model.entry).padding(.top, 16)
        }
        .onDisappear { model.forget() }
    }

    private var title: String {
        switch model.step {
        case .now: "pin_now"
        case .new: model.task == .space ? "pin_theirs" : "pin_new"
        case .again: "pin_again"
        }
    }

    private var wrong: String {
        switch model.wrong {
        case .notSame: words("pin_not_same", in: .settings)
        case .another: words("pin_another", in: .settings)
        case nil: ""
        }
    }
}

/// What came of it.
struct PinEndScreen: View {
    @Environment(Shell.self) private var shell
    let task: PinTask
    let done: Bool

    var body: some View {
        Page("") {
            if done {
                WordsColumn(task.said(\.done), task.said(\.after)) {}
            } else {
                let key = task == .space ? "space_none" : "pin_stays"
                WordsColumn(words(key, in: .settings), words("\(key)_more", in: .settings)) {}
            }
        } footer: {
            WordsFooter(act: words(done ? "done" : "back")) { shell.stack.pop() }
        }
    }
}

/// The name of a task, what to know before, what to press then, and what is said once it is done.
private struct PinWords {
    let title: String
    let before: String
    let act: String
    let done: String
    let after: String
}

extension PinTask {
    fileprivate func said(_ part: KeyPath<PinWords, String>) -> String { words(keys[keyPath: part], in: .settings) }

    private var keys: PinWords {
        switch self {
        case .set:
            PinWords(title: "pin_set", before: "pin_set_before", act: "pin_choose", done: "pin_is_set", after: "pin_is_set_more")
        case .change:
            PinWords(
                title: "pin_change", before: "pin_set_before", act: "pin_choose", done: "pin_is_changed", after: "pin_is_set_more"
            )
        case .remove:
            PinWords(
                title: "pin_remove", before: "pin_remove_before", act: "remove_it", done: "pin_is_removed",
                after: "pin_is_removed_more")
        case .space:
            PinWords(title: "space", before: "space_before", act: "pin_choose", done: "space_made", after: "space_made_more")
        case .freshKey:
            PinWords(
                title: "fresh_key", before: "fresh_key_before", act: "fresh_key_act", done: "fresh_key_done",
                after: "fresh_key_done_more")
        }
    }
}
