import AppModel
import Saywell
import SwiftUI

/// Who has checked what a page says, and the way to where it comes from. Gone where nothing is claimed.
struct FactsRow: View {
    @Environment(Shell.self) private var shell
    let facts: Facts

    var body: some View {
        if !facts.claims.isEmpty {
            Button {
                shell.stack.push(.lesson(.sources(claims: facts.claims)))
            } label: {
                HStack(spacing: 12) {
                    IconView(.source).foregroundStyle(Color.ink2)
                    VStack(alignment: .leading, spacing: 0) {
                        Text(words(facts.approved ? "approved" : "not_approved")).style(.smallMedium)
                        Text(sources).style(.caption)
                    }
                    IconView(.next, size: 20).foregroundStyle(Color.ink2)
                }
                .padding(.vertical, 8)
                .frame(minHeight: 64)
                .contentShape(Rectangle())
            }
            .buttonStyle(PressedButton())
            .overlay(alignment: .top) { Divider() }
            .accessibilityElement(children: .combine)
        }
    }

    private var sources: String {
        if facts.outOfDate { return words("checking_again") }
        return facts.checked.map { words("see_sources", $0.monthInWords) } ?? words("see_sources_only")
    }
}
