import Observation
import Saywell

/// The first pages: what the app does, what it cannot hide, and what may be set before it begins. All of it can wait.
@MainActor @Observable
public final class WelcomeModel {
    public static let pages = 3

    /// Those that are set, for the last page.
    public let reminders: Asked<Reminders>

    /// What the course and the pages speak, for the first page.
    public let language: Asked<Language>

    @ObservationIgnored private let shell: Shell

    public init(_ shell: Shell) {
        self.shell = shell
        reminders = Asked(shell) { saywell, now in try saywell.reminder().reminders(now: now) }
        language = Asked(shell) { saywell, _ in try saywell.language().spoken() }
    }

    /// Which of the pages is seen, from 0.
    public private(set) var at: Int {
        get { min(self["at"].flatMap { Int($0) } ?? 0, Self.pages - 1) }
        set { self["at"] = "\(newValue)" }
    }

    public var isLast: Bool { at == Self.pages - 1 }

    public func next() { if isLast { goIn() } else { at += 1 } }

    public func back() { at = max(at - 1, 0) }

    /// To the app, and never here again.
    public func goIn() {
        shell.stack.beginAnew()
        shell.isWelcomed = true
    }

    public func openPin() {
        shell.stack.push(.settings(shell.door == .open(hasPin: true) ? .pin : .pinTask(.set)))
    }

    /// The same one each time, so that coming back changes it.
    public func openReminder() {
        let id = self["reminder"] ?? shell.ports.chance.freshId()
        self["reminder"] = id
        shell.stack.push(.reminder(.reminder(id: id)))
    }

    private subscript(name: String) -> String? {
        get { shell.stack[kept: Place.home, "welcome \(name)"] }
        set { shell.stack[kept: Place.home, "welcome \(name)"] = newValue }
    }
}
