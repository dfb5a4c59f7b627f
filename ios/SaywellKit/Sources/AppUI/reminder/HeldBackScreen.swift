import AppModel
import SwiftUI

/// What may hold reminders back on this phone, as far as a phone tells, and how to change it.
struct HeldBackScreen: View {
    @Environment(\.scenePhase) private var phase
    @Environment(\.openURL) private var openURL
    @State private var model: HeldBackModel

    init(_ model: HeldBackModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("reminders")) {
            Text(words("held_title", in: .reminder)).style(.title).heading().padding(.top, 8)
            Text(words("held_system", in: .reminder)).style(.body).padding(.top, 8)
            if let holds = model.holds { show(holds).padding(.top, 16) }
            Text(words("held_focus", in: .reminder)).style(.body).padding(.top, 16)
        }
        .task(id: phase) { await model.look() }
    }

    @ViewBuilder private func show(_ holds: [Hold]) -> some View {
        if holds.isEmpty {
            Text(words("held_none", in: .reminder)).style(.section)
        } else {
            ListCard {
                ForEach(holds, id: \.self) { hold in
                    if hold != holds.first { Divider() }
                    ListRow(title: hold.what, detail: hold.fix, sign: .icon(.pause, .sand)) { openSettings(openURL) }
                }
            }
        }
    }
}

extension Hold {
    var what: String { words("hold_\(rawValue)", in: .reminder) }
    var fix: String { words("hold_\(rawValue)_fix", in: .reminder) }
}
