import Observation
import Saywell

/// The PEP helper: a few questions, one at a time, and what to do. The hours are the engine's; nothing is counted here. What was picked
/// is never stored: it is in the memory of the phone until the page is left, and not among what the system keeps of a stack.
@MainActor @Observable
public final class PepModel {
    public struct Page: Sendable {
        /// None where the course was exchanged.
        public let texts: PepTexts?
        public let advice: PepAdvice?
    }

    @ObservationIgnored public private(set) lazy var page = makePage()
    private var picks: [Int?] = []

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let began: Day

    public init(_ shell: Shell) {
        self.shell = shell
        began = shell.ports.time.now().wall.day
    }

    public var path: PepPath {
        PepPath(picks: picks, began: began, now: shell.ports.time.now(), zone: shell.ports.time.zone())
    }

    /// There is a question to go back to.
    public var canGoBack: Bool { !picks.isEmpty }

    /// A row of the question that is open, the hours, or nothing.
    public func pick(_ row: Int?) async {
        guard path.open != nil else { return }
        picks.append(row)
        if path.open == nil { await page.open() }
    }

    public func back() { picks = picks.dropLast() }

    /// Back to the question when it was.
    public func changeTime() { picks = Array(picks.prefix(path.before(.when))) }

    private func makePage() -> Asked<Page> {
        let page = Asked<Page>(
            shell,
            asking: { [weak self] in
                let path = self?.path
                let answers = path?.open == nil ? path?.answers : nil
                return { saywell, now in
                    let texts = try saywell.help().helpCards().lazy.compactMap(\.pep).first
                    return Page(texts: texts, advice: try answers.map { try saywell.help().pepAdvice(answers: $0, now: now) })
                }
            })
        let shell = shell
        page.onAnswer = { if $0.texts == nil { shell.stack.pop() } }
        return page
    }
}
