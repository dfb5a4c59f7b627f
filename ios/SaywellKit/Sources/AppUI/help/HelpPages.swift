import AppModel
import SwiftUI

extension WordTable { static let help = WordTable("Help") }

/// The page of each route of help.
struct HelpPages: View {
    @Environment(Shell.self) private var shell
    let route: HelpRoute

    var body: some View {
        switch route {
        case .help: HelpScreen(HelpModel(shell))
        case .card(let id): HelpCardScreen(HelpCardModel(shell, id: id))
        case .pep: PepScreen(PepModel(shell))
        case .terms: TermsScreen(TermsModel(shell))
        case .term(let id): TermScreen(TermModel(shell, id: id))
        case .resources: ResourcesScreen(ResourcesModel(shell))
        case .claims: ClaimsScreen(ClaimsModel(shell))
        }
    }
}
