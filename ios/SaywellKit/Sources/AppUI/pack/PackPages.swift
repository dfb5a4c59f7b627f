import AppModel
import SwiftUI

extension WordTable { static let packs = WordTable("Packs") }

/// The page of each route of packs.
struct PackPages: View {
    @Environment(Shell.self) private var shell
    let route: PackRoute

    var body: some View {
        switch route {
        case .packs: PacksScreen(PacksModel(shell))
        case .pack(let id): PackScreen(PackModel(shell, id: id))
        case .add: AddPackScreen(AddPackModel(shell))
        }
    }
}
