import AppModel
import SwiftUI

/// Light or dark, whatever the phone has. It asks the engine nothing.
struct LightScreen: View {
    @Environment(Shell.self) private var shell

    var body: some View {
        Page("") {
            PickList(
                title: words("light_or_dark", in: .settings), detail: words("light_more", in: .settings),
                all: [nil, false, true],
                picked: shell.isDark, name: lightName
            ) { picked in
                shell.isDark = picked
                shell.stack.pop()
            }
        }
    }
}
