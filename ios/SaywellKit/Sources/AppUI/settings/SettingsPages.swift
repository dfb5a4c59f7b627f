import AppModel
import SwiftUI

extension WordTable { static let settings = WordTable("Settings") }

/// The page of each route of settings.
struct SettingsPages: View {
    @Environment(Shell.self) private var shell
    let route: SettingsRoute

    var body: some View {
        switch route {
        case .settings: SettingsScreen(SettingsModel(shell))
        case .keep: KeepScreen(KeepModel(shell))
        case .deleteToday: DeleteTodayScreen(DeleteTodayModel(shell))
        case .deleteAll: DeleteAllScreen(WipeModel(shell))
        case .light: LightScreen()
        case .check: CheckScreen(CheckModel(shell))
        case .backUp: BackUpScreen(BackUpModel(shell))
        case .bringBack: BringBackScreen(BringBackModel(shell))
        case .about: AboutScreen()
        case .pin: PinSettingsScreen()
        case .pinTask(let task): PinTaskScreen(PinTaskModel(shell, task))
        case .pinPad(let task): PinPadScreen(PinPadModel(shell, task))
        case .pinEnd(let task, let done): PinEndScreen(task: task, done: done)
        }
    }
}

/// A few words, and below them what a page asks or shows.
struct WordsColumn<Content: View>: View {
    private let title: String
    private let said: String
    private let content: Content

    init(_ title: String, _ said: String, @ViewBuilder content: () -> Content) {
        self.title = title
        self.said = said
        self.content = content()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(title).style(.title).heading()
            Text(said).style(.body)
            content
        }
        .padding(.top, 8)
    }
}

/// The one thing to do on a page of words.
struct WordsFooter: View {
    let act: String
    let does: @MainActor () -> Void

    var body: some View { FooterBar { Button(act, action: does).buttonStyle(PrimaryButton()) } }
}
