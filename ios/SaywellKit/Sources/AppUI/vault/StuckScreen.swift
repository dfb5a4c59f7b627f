import AppModel
import Saywell
import SwiftUI

/// The vault cannot be opened: which of the cases it is, what is safe, what can be done. The lessons are always one touch away.
struct StuckScreen: View {
    @Environment(Shell.self) private var shell
    @State private var isRepairing = false
    @State private var isSure = false
    private let why: SaywellError

    init(_ why: SaywellError) { self.why = why }

    var body: some View {
        switch why {
        case .Damaged:
            if isRepairing {
                RepairScreen(RepairModel(shell)) { isRepairing = false }
            } else {
                page("stuck_damaged", act: words("repair_it", in: .vault)) { isRepairing = true }
            }
        case .KeyLost:
            page("stuck_key_lost", act: words("begin_again_empty", in: .vault), sure: sure) { isSure = true }
        case .NewerVersion: page("stuck_newer")
        case .NoSpace: page("stuck_full", act: words("try_again"), tryAgain)
        default: page("stuck_other", act: words("try_again"), tryAgain)
        }
    }

    private func page(
        _ key: String, act: String? = nil, sure: SureCard? = nil, _ does: @escaping @MainActor () -> Void = {}
    ) -> some View {
        StuckPage(title: words(key, in: .vault), more: words("\(key)_more", in: .vault), act: act, sure: sure, does: does)
    }

    private var sure: SureCard? {
        guard isSure else { return nil }
        return SureCard(question: words("begin_again_sure", in: .vault)) {
            isSure = false
        } delete: {
            Task { await shell.beginAnew() }
        }
    }

    private func tryAgain() { Task { await shell.tryAgain() } }
}

/// What happened, what is safe, one thing to do, and the way to the lessons.
struct StuckPage: View {
    @Environment(Shell.self) private var shell
    let title: String
    let more: String
    var act: String?
    /// In place of what can be done, once it was asked for.
    var sure: SureCard?
    var goesWithout = true
    let does: @MainActor () -> Void

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 12) {
                Text(title).style(.title).heading().padding(.top, 48).announced(title)
                Text(more).style(.reading)
                if let sure {
                    sure
                } else {
                    if let act { Button(act, action: does).buttonStyle(PrimaryButton()).padding(.top, 12) }
                    if goesWithout {
                        Button(words("go_without", in: .vault)) { Task { await shell.goWithout() } }.buttonStyle(
                            SecondaryButton())
                    }
                }
            }
            .padding(Size.side)
            .frame(maxWidth: Size.column)
            .frame(maxWidth: .infinity)
        }
        .background(Color.page)
    }
}
