import AppModel
import Saywell
import SwiftUI

/// The vault cannot be opened: which of the cases it is, what is safe, what can be done. The lessons are always one touch away.
struct StuckScreen: View {
    @Environment(Shell.self) private var shell
    private let why: SaywellError

    init(_ why: SaywellError) { self.why = why }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 12) {
                Text(words(title, in: .vault)).style(.title).heading().padding(.top, 48)
                Text(words("\(title)_more", in: .vault)).style(.reading)
                if canTryAgain {
                    Button(words("try_again")) { Task { await shell.tryAgain() } }.buttonStyle(PrimaryButton()).padding(.top, 12)
                }
                Button(words("go_without", in: .vault)) { Task { await shell.goWithout() } }.buttonStyle(SecondaryButton())
            }
            .padding(Size.side)
            .frame(maxWidth: Size.column)
            .frame(maxWidth: .infinity)
        }
        .background(Color.page)
    }

    private var title: String {
        switch why {
        case .Damaged: "stuck_damaged"
        case .KeyLost: "stuck_key_lost"
        case .NewerVersion: "stuck_newer"
        case .NoSpace: "stuck_full"
        default: "stuck_other"
        }
    }

    private var canTryAgain: Bool {
        switch why {
        case .Damaged, .KeyLost, .NewerVersion: false
        default: true
        }
    }
}
