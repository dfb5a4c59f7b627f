import AppModel
import Saywell
import SwiftUI

/// Where a page's facts come from, and how far each is reviewed.
struct SourcesScreen: View {
    @State private var model: SourcesModel

    init(_ model: SourcesModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("sources_title", in: .lesson)) {
            Shown(model.claims) { claims in
                VStack(spacing: Size.gap) { ForEach(claims, id: \.claim.id) { ClaimCard(view: $0) } }.padding(.top, 8)
            }
        }
    }
}

/// A fact on its card: what it says, who has checked it, and where it comes from.
struct ClaimCard: View {
    let view: ClaimView

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Text(view.claim.text).style(.body)
            Text(words(status)).style(.smallMedium)
            Text(sources).style(.small)
            Text(words("checked_on", in: .lesson, view.claim.checked.dateInWords)).style(.caption)
            if view.outOfDate { Text(words("checking_again")).style(.small).banner() }
        }
        .card()
    }

    private var status: String {
        switch view.claim.review {
        case .approved: "approved"
        case .unreviewed: "not_approved"
        case .needsClinician: "needs_clinician"
        }
    }

    private var sources: String {
        guard !view.sources.isEmpty else { return words("no_source", in: .lesson) }
        return view.sources.map { words("source", in: .lesson, $0.publisher, $0.title, $0.dated) }.joined(separator: "\n")
    }
}
