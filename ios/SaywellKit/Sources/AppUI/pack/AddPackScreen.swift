import AppModel
import Saywell
import SwiftUI
import UniformTypeIdentifiers

/// A course that came as a file: what is in it and what it would change, and then, if the person says so, it is added.
struct AddPackScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: AddPackModel

    init(_ model: AddPackModel) { _model = State(initialValue: model) }

    var body: some View {
        Group {
            if model.keeps { page } else { NothingOpen(more: words("course_nothing_open_more", in: .packs)) }
        }
        .onChange(of: shell.handedIn, initial: true) { Task { await model.takeHandedIn() } }
    }

    private var page: some View {
        Page("") {
            Text(title).style(.title).heading().padding(.top, 8).announced(title, atFirst: false)
            if let fault = model.fault { PackNotice(fault: fault) }
            switch model.step {
            case .first: Text(words("course_add_what", in: .packs)).style(.body).padding(.top, 12)
            case .reading: BusyWords(key: "course_reading", table: .packs)
            case .look(let preview): look(preview)
            case .adding: BusyWords(key: "course_adding", table: .packs)
            case .added: Text(words("course_added_more", in: .packs)).style(.body).padding(.top, 12)
            }
        } footer: {
            footer
        }
        .toolbar(.hidden, for: .tabBar)
        .fileImporter(isPresented: $model.isPicking, allowedContentTypes: [.item]) { result in
            Task { await model.picked(result) }
        }
        .onDisappear { Task { await model.leave() } }
    }

    private var title: String {
        switch model.step {
        case .look(let preview): preview.page.title
        case .added: words("course_added", in: .packs)
        case .first, .reading, .adding: words("course_add", in: .packs)
        }
    }

    @ViewBuilder private func look(_ preview: PackPreview) -> some View {
        Text(edition(preview)).style(.body).padding(.top, 8)
        if preview.step != .same { Text(words("course_nothing_yet", in: .packs)).style(.small).padding(.top, 4) }
        PackMakers(page: preview.page)
        Text(approved(preview.approval)).style(.body).padding(.top, 12)
        if !preview.page.news.isEmpty {
            Text(words("course_news", in: .packs)).style(.section).heading().padding(.top, 16)
            Prose(blocks: preview.page.news).padding(.top, 4)
        }
        if preview.step != .same { changes(preview.changes) }
    }

    private func edition(_ preview: PackPreview) -> String {
        let version = Int(preview.page.version)
        return switch preview.step {
        case .newer(let than): words("course_newer", in: .packs, version, Int(than))
        case .beside: words("course_beside", in: .packs, version)
        case .same: words("course_same", in: .packs, version)
        }
    }

    private func approved(_ approval: PackApproval) -> String {
        let (approved, of) = (Int(approval.approved), Int(approval.of))
        if of == 0 { return words("course_no_facts", in: .packs) }
        return approved == 0
            ? words("course_approved_none", in: .packs, of) : words("course_approved", in: .packs, approved, of)
    }

    @ViewBuilder private func changes(_ changes: PackChanges) -> some View {
        Text(words("course_changes", in: .packs)).style(.section).heading().padding(.top, 16)
        if changes.added.isEmpty && changes.changed.isEmpty && changes.gone.isEmpty {
            Text(words("course_no_changes", in: .packs)).style(.body).padding(.top, 4)
        }
        parts("course_comes", changes.added)
        parts("course_differs", changes.changed)
        parts("course_goes", changes.gone)
    }

    @ViewBuilder private func parts(_ key: String, _ titles: [String]) -> some View {
        if !titles.isEmpty { PackCard(title: words(key, in: .packs, titles.count), lines: titles) }
    }

    @ViewBuilder private var footer: some View {
        switch model.step {
        case .first:
            WordsFooter(act: words(model.fault == nil ? "course_choose" : "course_choose_other", in: .packs), does: choose)
        case .look(let preview) where preview.step == .same: WordsFooter(act: words("done")) { shell.stack.pop() }
        case .look(let preview): take(preview)
        case .reading, .adding: EmptyView()
        case .added: WordsFooter(act: words("done")) { shell.stack.pop() }
        }
    }

    private func take(_ preview: PackPreview) -> some View {
        FooterBar {
            Button(words(preview.step == .beside ? "course_take_beside" : "course_take", in: .packs)) {
                Task { await model.add() }
            }
            .buttonStyle(PrimaryButton())
            Button(words("course_choose_other", in: .packs), action: choose).buttonStyle(SecondaryButton())
        }
    }

    private func choose() { model.isPicking = true }
}
