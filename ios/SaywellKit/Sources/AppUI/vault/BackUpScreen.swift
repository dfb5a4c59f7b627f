import AppModel
import Saywell
import SwiftUI
import UniformTypeIdentifiers

/// Saves a copy: what it is, its password, what is in it, where to.
struct BackUpScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: BackUpModel
    @State private var password = ""
    @State private var again = ""
    @State private var isShown = false

    init(_ model: BackUpModel) { _model = State(initialValue: model) }

    var body: some View {
        if model.keeps { page } else { NothingOpen() }
    }

    private var page: some View {
        Page("") {
            Text(title).style(.title).heading().padding(.top, 8).announced(title, atFirst: false)
            if let fault = model.fault { CopyNotice(fault) }
            switch model.step {
            case .typing: typing
            case .sealing, .checking: BusyWords(key: "saving_copy")
            case .sealed(let contents): ContentsCard(title: words("in_the_copy", in: .copies), contents: contents)
            case .saved(let contents, let isChecked): saved(contents, isChecked)
            }
        } footer: {
            footer
        }
        .fromTheTop(of: model.step)
        .toolbar(.hidden, for: .tabBar)
        .fileExporter(
            isPresented: $model.isPicking, document: SealedCopy(model.copy), contentType: .data,
            defaultFilename: words("copy_name", in: .copies, model.day)
        ) { result in Task { await model.placed(result) } }
        .onDisappear { Task { await model.leave() } }
    }

    private var title: String {
        if case .saved = model.step { words("copy_saved", in: .copies) } else { words("save_copy", in: .copies) }
    }

    @ViewBuilder private var typing: some View {
        ForEach(["save_copy_what", "save_copy_password", "save_copy_where", "save_copy_seen"], id: \.self) { key in
            Text(words(key, in: .copies)).style(.body).padding(.top, 12)
        }
        VStack(alignment: .leading, spacing: 12) {
            PasswordField(label: words("password", in: .copies), password: $password, isShown: isShown)
            Text(words("password_hint", in: .copies)).style(.caption)
            PasswordField(label: words("password_again", in: .copies), password: $again, isShown: isShown)
            RevealButton(isShown: $isShown)
        }
        .padding(.top, 20)
    }

    @ViewBuilder private func saved(_ contents: Contents, _ isChecked: Bool) -> some View {
        Text(words(isChecked ? "copy_checked" : "copy_unchecked", in: .copies)).style(.body).padding(.top, 12)
        ContentsCard(title: words("in_the_copy", in: .copies), contents: contents)
    }

    @ViewBuilder private var footer: some View {
        switch model.step {
        case .typing: WordsFooter(act: words("save_the_copy", in: .copies), does: seal)
        case .sealing, .checking: EmptyView()
        case .sealed:
            WordsFooter(act: words(model.fault == nil ? "choose_where" : "choose_elsewhere", in: .copies)) {
                model.isPicking = true
            }
        case .saved: WordsFooter(act: words("done")) { shell.stack.pop() }
        }
    }

    private func seal() {
        let (password, again) = (password, again)
        Task {
            await model.seal(password, again: again)
            guard model.step != .typing else { return }
            self.password = ""
            self.again = ""
        }
    }
}
