import AppModel
import Saywell
import SwiftUI

/// Every fact of the course: what it says, where it comes from, when it was checked, and who has approved it.
struct ClaimsScreen: View {
    @State private var model: ClaimsModel

    init(_ model: ClaimsModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("all_claims", in: .help)) {
            Text(words("all_claims_note", in: .help)).style(.small).padding(.top, 4)
            Shown(model.claims) { claims in
                LazyVStack(spacing: Size.gap) { ForEach(claims, id: \.claim.id) { ClaimCard(view: $0) } }.padding(.top, Size.gap)
            }
        }
    }
}
