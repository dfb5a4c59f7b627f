import AppModel
import Saywell
import SwiftUI

/// Places and lines to turn to, as a programme has added them, each with the day when a person last tried it.
struct ResourcesScreen: View {
    @State private var model: ResourcesModel

    init(_ model: ResourcesModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("places", in: .help)) {
            Shown(model.resources) { resources in
                VStack(spacing: Size.gap) { ForEach(resources, id: \.resource.id) { ResourceCard(view: $0) } }.padding(.top, 4)
            }
        }
    }
}

/// A place or a line. A number opens the phone with it; the person decides to call.
struct ResourceCard: View {
    @Environment(\.openURL) private var openURL
    let view: ResourceView

    var body: some View {
        let resource = view.resource
        VStack(alignment: .leading, spacing: 4) {
            Text(resource.name).style(.heading).heading()
            Text(resource.whoFor).style(.body)
            Text(words(reach, in: .help, resource.contact)).style(.section).padding(.top, 8)
            Text(words("open_hours", in: .help, resource.hours)).style(.small)
            Text(words("where_spoken", in: .help, country, resource.languages.joined(separator: ", "))).style(.small)
            Text(words("tried_on", in: .help, resource.verifiedOn.dateInWords)).style(.caption).padding(.top, 4)
            if view.mayHaveChanged { Text(words("may_have_changed", in: .help)).style(.caption) }
            if let number { call(number) }
        }
        .card()
    }

    private func call(_ number: URL) -> some View {
        Button {
            openURL(number)
        } label: {
            VStack(alignment: .leading, spacing: 0) {
                Text(words("open_phone", in: .help)).style(.section, .accent)
                Text(words("call_leaves_trace", in: .help)).style(.caption)
            }
            .frame(minHeight: Size.touch)
            .contentShape(Rectangle())
        }
        .buttonStyle(PressedButton())
        .padding(.top, 8)
    }

    /// Without the spaces and signs that are there for the eye.
    private var number: URL? {
        guard view.resource.channel == .phone else { return nil }
        return URL(string: "tel:" + view.resource.contact.filter { $0.isASCII && ($0.isNumber || $0 == "+") })
    }

    private var country: String {
        view.resource.country == "any" ? words("any_country", in: .help) : view.resource.country
    }

    private var reach: String {
        switch view.resource.channel {
        case .phone: "reach_phone"
        case .text: "reach_text"
        case .chat: "reach_chat"
        case .web: "reach_web"
        case .place: "reach_place"
        }
    }
}
