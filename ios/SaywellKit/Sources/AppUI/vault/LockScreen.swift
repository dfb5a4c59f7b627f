import AppModel
import SwiftUI

extension WordTable { static let vault = WordTable("Vault") }

/// Asks for the PIN. Wrong tries make it wait, and never delete anything.
struct LockScreen: View {
    @Environment(Shell.self) private var shell
    @State private var entry: PinEntry
    @State private var isForgotten = false

    init(_ entry: PinEntry) { _entry = State(initialValue: entry) }

    var body: some View {
        if isForgotten {
            ForgotScreen(WipeModel(shell)) { isForgotten = false }
        } else {
            lock
        }
    }

    private var lock: some View {
        ScrollView {
            VStack(spacing: 12) {
                PinField(title: words("enter_pin", in: .vault), entry: entry)
                Button(words("forgot_pin", in: .vault)) { isForgotten = true }.buttonStyle(QuietButton())
                Button(words("just_breathe", in: .vault)) { shell.exit() }.buttonStyle(QuietButton())
            }
            .padding(Size.side)
        }
        .background(Color.page)
    }
}
