import AppModel
import Saywell
import SwiftUI
import UniformTypeIdentifiers

/// Brings a copy back: which file, its password, what is in it beside what is here, and then, if the person says so, in its place.
struct BringBackScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: BringBackModel
    @State private var password = ""
    @State private var isShown = false

    init(_ model: BringBackModel) { _model = State(initialValue: model) }

    var body: some View {
        if model.keeps { page } else { NothingOpen() }
    }

    private var page: some View {
        Page("") {
            Text(title).style(.title).heading().padding(.top, 8).announced(title, atFirst: false)
            if let fault = model.fault { CopyNotice(fault) }
            switch model.step {
            case .first: first
            case .typing: typing
            case .opening: BusyWords(key: "opening_copy")
            case .look(let inCopy, let here): look(inCopy, here)
            case .bringing: BusyWords(key: "bringing_back")
            case .back(let canUndo): said("it_is_back_more", canUndo ? "undo_until" : "undo_never")
            case .undone: said("undone_more")
            }
        } footer: {
            footer
        }
        .toolbar(.hidden, for: .tabBar)
        .fileImporter(isPresented: $model.isPicking, allowedContentTypes: [.item]) { result in
            password = ""
            Task { await model.picked(result) }
        }
        .onDisappear { Task { await model.leave() } }
    }

    private var title: String {
        switch model.step {
        case .back: words("it_is_back", in: .copies)
        case .undone: words("undone", in: .copies)
        default: words("bring_back", in: .copies)
        }
    }

    private var first: some View {
        Shown(model.canUndo) { canUndo in
            if canUndo { CopyNotice("brought_back", "undo_until") }
            said("bring_back_what", "bring_back_need")
        }
    }

    private var typing: some View {
        VStack(alignment: .leading, spacing: 12) {
            PasswordField(label: words("password_of_copy", in: .copies), password: $password, isShown: isShown)
            RevealButton(isShown: $isShown)
        }
        .padding(.top, 20)
    }

    @ViewBuilder private func look(_ inCopy: Preview, _ here: Contents) -> some View {
        ContentsCard(title: words("in_copy_of", in: .copies, made(inCopy)), contents: inCopy.contents)
        ContentsCard(title: words("here_now", in: .copies), contents: here)
        Text(words("bring_back_sure", in: .copies)).style(.title2).heading().padding(.top, 24)
        Text(words("bring_back_sure_more", in: .copies)).style(.body).padding(.top, 4)
    }

    private func made(_ copy: Preview) -> String {
        let wall = copy.made.wall
        return words("two_parts", in: .relaxation, wall.day.dateInWords, wall.time.inWords)
    }

    private func said(_ keys: String...) -> some View {
        ForEach(keys, id: \.self) { Text(words($0, in: .copies)).style(.body).padding(.top, 12) }
    }

    @ViewBuilder private var footer: some View {
        switch model.step {
        case .first: choices("choose_copy", choose, "undo", model.canUndo.record == true ? undo : nil)
        case .typing: choices("look_inside", look, "choose_other_copy", choose)
        case .look: choices("keep_what_is_here", { shell.stack.pop() }, "bring_it_back") { Task { await model.bringBack() } }
        case .opening, .bringing: EmptyView()
        case .back(let canUndo): done(canUndo ? undo : nil)
        case .undone: done(nil)
        }
    }

    private func choices(
        _ act: String, _ does: @escaping @MainActor () -> Void, _ other: String, _ doesOther: (@MainActor () -> Void)?
    ) -> some View {
        FooterBar {
            Button(words(act, in: .copies), action: does).buttonStyle(PrimaryButton())
            if let doesOther { Button(words(other, in: .copies), action: doesOther).buttonStyle(SecondaryButton()) }
        }
    }

    private func done(_ undo: (@MainActor () -> Void)?) -> some View {
        FooterBar {
            Button(words("done")) { shell.stack.pop() }.buttonStyle(PrimaryButton())
            if let undo { Button(words("undo", in: .copies), action: undo).buttonStyle(SecondaryButton()) }
        }
    }

    private func choose() { model.isPicking = true }

    private func undo() { Task { await model.undo() } }

    private func look() {
        let typed = password
        password = ""
        Task { await model.look(typed) }
    }
}
