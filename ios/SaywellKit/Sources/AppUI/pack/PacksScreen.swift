import AppModel
import Saywell
import SwiftUI

/// The courses that were added.
struct PacksScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: PacksModel

    init(_ model: PacksModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("courses", in: .packs)) {
            Text(words("courses_what", in: .packs)).style(.body).padding(.top, 4)
            Shown(model.packs) { packs in
                if packs.isEmpty {
                    Text(words("courses_none", in: .packs)).style(.small).padding(.top, 16)
                } else {
                    ListCard { rows(packs) }.padding(.top, 16)
                }
            }
        } footer: {
            FooterBar {
                Button(words("course_add", in: .packs)) { shell.stack.push(.pack(.add)) }.buttonStyle(PrimaryButton())
            }
        }
    }

    private func rows(_ packs: [PackRow]) -> some View {
        ForEach(packs, id: \.id) { pack in
            if pack.id != packs.first?.id { Divider() }
            ListRow(
                title: pack.title, detail: words("course_row", in: .packs, Int(pack.version), pack.state.inAWord),
                sign: .icon(.pack, pack.state == .shown ? .lake : .sand)
            ) { shell.stack.push(.pack(.pack(id: pack.id))) }
        }
    }
}
