// What the app looks like. What lives in this folder is the frame: what is seen while the vault is open or shut, and which page a
// route leads to. `kit` has the parts that pages share, the tokens and the sentences; a feature has a folder of its own,
// with a screen for each model of AppModel. A screen shows a record and sends a verb; it decides nothing. The only other
// place with Apple's frameworks is AppleAdapters.

import AppModel
import SwiftUI

/// The whole app: the pages, or the page in front of a vault that is shut, and the cover over both.
public struct RootView: View {
    private let shell: Shell
    @Environment(\.scenePhase) private var phase
    @SceneStorage("stack") private var saved = ""

    public init(_ shell: Shell) { self.shell = shell }

    public var body: some View {
        ZStack {
            seen
            if shell.isCovered { Cover() }
        }
        .environment(shell)
        .tint(Color.accent)
        .preferredColorScheme(shell.isDark.map { $0 ? .dark : .light })
        .task {
            // The process has begun; or else where the person was is known, and not written down if there is a PIN.
            if shell.stack == Stack() { shell.stack = Stack(saved: saved) }
            await shell.came()
            save(shell.stackInClear)
        }
        .onOpenURL { shell.handIn($0) }
        .onChange(of: phase) { _, phase in
            Task { await follow(phase) }
        }
        .onChange(of: shell.stackInClear) { _, stack in save(stack) }
    }

    @ViewBuilder private var seen: some View {
        if shell.isQuiet {
            QuietScreen()
        } else {
            switch shell.door {
            case .unseen: Color.page.ignoresSafeArea()
            case .asks: LockScreen(PinEntry(lock: shell))
            case .stuck(let why): StuckScreen(why)
            case .open, .without:
                if shell.isWelcomed { Places() } else { WelcomeScreen(WelcomeModel(shell)) }
            }
        }
    }

    private func save(_ stack: Stack?) { saved = stack?.saved ?? "" }

    private func follow(_ phase: ScenePhase) async {
        switch phase {
        case .active: await shell.came()
        case .inactive: shell.cover()
        case .background: await shell.went()
        @unknown default: break
        }
    }
}

/// What the system may take a picture of.
struct Cover: View {
    var body: some View {
        ZStack {
            Color.page
            Image(decorative: "mark", bundle: .module)
        }
        .ignoresSafeArea()
    }
}
