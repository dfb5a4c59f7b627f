import AppModel
import SwiftUI

extension WordTable { static let vault = WordTable("Vault") }

/// Asks for the PIN on a pad of our own: no keyboard learns it. Wrong tries make it wait, and never delete anything.
struct LockScreen: View {
    @Environment(Shell.self) private var shell
    @State private var model: LockModel

    init(_ model: LockModel) { _model = State(initialValue: model) }

    var body: some View {
        ScrollView {
            VStack(spacing: 24) {
                Text(words("enter_pin", in: .vault)).inline(.title).heading()
                PinDots(filled: model.typed, of: LockModel.digits)
                if !said.isEmpty { Text(said).inline(.body).multilineTextAlignment(.center) }
                PinPad(isReady: model.isReady, digit: type, delete: model.delete)
                Button(words("just_breathe", in: .vault)) { shell.exit() }.buttonStyle(QuietButton())
            }
            .padding(Size.side)
            .frame(maxWidth: .infinity)
        }
        .background(Color.page)
        .task(id: model.waitSeconds) {
            guard model.waitSeconds > 0 else { return }
            do { try await Task.sleep(for: .seconds(1)) } catch { return }
            model.passSecond()
        }
    }

    private var said: String {
        if model.waitSeconds > 0 {
            return words("wait_words", in: .vault, words("seconds", in: .vault, Int(model.waitSeconds)))
        }
        guard model.didNotFit else { return "" }
        return words("did_not_fit", in: .vault) + " " + words("never_deletes", in: .vault)
    }

    private func type(_ digit: UInt8) { Task { await model.type(digit) } }
}
