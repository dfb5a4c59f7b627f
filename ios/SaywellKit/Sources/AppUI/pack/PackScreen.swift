import AppModel
import Saywell
import SwiftUI

/// A course that was added: how it stands, and a way to hand it on or to remove it.
struct PackScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: PackModel

    init(_ model: PackModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("courses", in: .packs)) {
            Shown(model.seen) { seen in
                if seen.isRemoved {
                    WordsColumn(words("course_removed", in: .packs), words("course_removed_more", in: .packs)) {}
                } else if let pack = seen.pack {
                    show(pack, seen.file)
                } else {
                    Text(words("courses_none", in: .packs)).style(.title).heading().padding(.top, 8)
                }
            }
        } footer: {
            if let seen = model.seen.record, seen.isRemoved || seen.pack == nil {
                WordsFooter(act: words("done")) { shell.stack.pop() }
            }
        }
        .onDisappear { Task { await model.leave() } }
    }

    @ViewBuilder private func show(_ pack: PackRow, _ file: URL?) -> some View {
        Text(pack.title).style(.title).heading().padding(.top, 8)
        Text(words("course_row", in: .packs, Int(pack.version), pack.state.inAWord)).style(.small).padding(.top, 4)
        Text(pack.state.inWords).style(.body).padding(.top, 12)
        if let page = pack.page {
            PackMakers(page: page)
            handOn(file)
        }
        remove
    }

    @ViewBuilder private func handOn(_ file: URL?) -> some View {
        Group {
            if let file {
                Text(words("course_send_what", in: .packs)).style(.body)
                ShareLink(item: file) {
                    Text(words("course_send", in: .packs))
                }
                .buttonStyle(PrimaryButton())
            } else {
                Button(words("course_hand_on", in: .packs)) { Task { await model.handOn() } }.buttonStyle(SecondaryButton())
            }
        }
        .padding(.top, 16)
    }

    private var remove: some View {
        Group {
            if model.isSure {
                SureCard(
                    question: words("course_remove_sure", in: .packs), act: words("course_remove", in: .packs),
                    keep: { model.isSure = false }, delete: { Task { await model.remove() } })
            } else {
                Button(words("course_remove", in: .packs)) { model.isSure = true }
                    .buttonStyle(QuietButton())
                    .frame(maxWidth: .infinity)
            }
        }
        .padding(.top, 16)
    }
}
