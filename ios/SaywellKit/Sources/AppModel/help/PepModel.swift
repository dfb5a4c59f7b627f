import Observation
import Saywell

/// The PEP helper: a few questions, one at a time, and what to do. Which question follows and what to say is the engine's. What was picked
/// is never stored: it is in the memory of the phone until the page is left, and not among what the system keeps of a stack.
@MainActor @Observable
public final class PepModel {
    public struct Page: Sendable {
        /// None where the course was exchanged.
        public let texts: PepTexts?
        public let step: PepStep
    }

    @ObservationIgnored public private(set) lazy var page = makePage()

    /// A row for each question that was asked, for `.hours` the hours; nothing where the person went on without an answer.
    private var picks: [UInt16?] = []

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let began: Moment

    public init(_ shell: Shell) {
        self.shell = shell
        began = shell.ports.time.now()
    }

    /// The question that is open; nothing when all is said.
    public var open: PepAsk? {
        guard case .ask(let ask, _, _) = page.record?.step else { return nil }
        return ask
    }

    /// There is a question to go back to.
    public var canGoBack: Bool { !picks.isEmpty }

    /// A row of the question that is open, the hours, or nothing.
    public func pick(_ row: UInt16?) async {
        guard open != nil else { return }
        await go(picks + [row])
    }

    public func back() async { await go(picks.dropLast()) }

    /// Back to the question when it was.
    public func changeTime() async {
        guard case .advise(_, let said?) = page.record?.step else { return }
        await go(Array(picks.prefix(Int(said.picksBefore))))
    }

    private func go(_ next: [UInt16?]) async {
        guard !page.isAsking else { return }
        picks = next
        await page.open()
    }

    private func makePage() -> Asked<Page> {
        let (shell, began) = (shell, began)
        let page = Asked<Page>(
            shell,
            asking: { [weak self] in
                let picks = self?.picks ?? []
                let zone = WallZone(shell.ports.time.zone())
                return { saywell, now in
                    Page(
                        texts: try saywell.help().helpCards().lazy.compactMap(\.pep).first,
                        step: try saywell.help().pepStep(picks: picks, began: began, now: now, zone: zone))
                }
            })
        page.onAnswer = { if $0.texts == nil { shell.stack.pop() } }
        return page
    }
}
