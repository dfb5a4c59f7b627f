import Observation
import Saywell

/// What a page has asked the engine, and how that stands: nothing yet, a record, or a problem. A model has one for each record that
/// it shows; `Page` in AppUI shows all three.
///
/// While one verb is out another one is not taken, so that a second tap does nothing: only `tell` is always sent. A page that shows something that has
/// moved on meanwhile asks again by itself.
@MainActor @Observable
public final class Asked<Record: Sendable> {
    /// What the engine said last. It stays while the next verb is out, and under a problem.
    public private(set) var record: Record?

    /// Why the last verb was refused.
    public private(set) var problem: Problem?

    /// A verb is out.
    public private(set) var isAsking = false

    /// Told every answer, before it is shown.
    @ObservationIgnored public var onAnswer: @MainActor (Record) -> Void = { _ in }

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private let opening: @MainActor () -> Verb<Record>
    @ObservationIgnored private var refused: (@MainActor () async -> Void)?

    /// `opening` is what the page asks when it appears, and when what it shows is out of date.
    public convenience init(_ shell: Shell, _ opening: @escaping Verb<Record>) {
        self.init(shell, asking: { opening })
    }

    /// As above, where what is to be asked hangs on how far the page is.
    public init(_ shell: Shell, asking opening: @escaping @MainActor () -> Verb<Record>) {
        self.shell = shell
        self.opening = opening
    }

    /// Asks what to show. A page calls it whenever it appears.
    public func open() async {
        // What was typed on another page may be shown by this one.
        await shell.saveAgain()
        await ask(opening())
    }

    /// Sends a verb that answers with what the page shows next.
    public func ask(_ verb: @escaping Verb<Record>) async {
        guard !isAsking else { return }
        isAsking = true
        let result = await answer(verb)
        isAsking = false
        switch result {
        case .success(let said):
            problem = nil
            onAnswer(said)
            record = said
        case .failure(let why): await refuse(why) { [weak self] in await self?.ask(verb) }
        }
    }

    /// Sends a verb that changes nothing of what is seen, such as one that saves a draft. It is sent in any case, also while another
    /// one is out, and the page goes on taking touches and keys.
    public func tell(_ verb: @escaping Verb<Void>) async {
        guard case .failure(let why) = await answer(verb) else { return }
        await refuse(why) { [weak self] in await self?.tell(verb) }
    }

    /// Sends what was refused once more.
    public func tryAgain() async {
        let again = refused
        refused = nil
        problem = nil
        await again?()
    }

    private func answer<Answer: Sendable>(_ verb: @escaping Verb<Answer>) async -> Result<Answer, any Error> {
        do { return .success(try await shell.ask(verb)) } catch { return .failure(error) }
    }

    private func refuse(_ why: any Error, _ again: @escaping @MainActor () async -> Void) async {
        if case SaywellError.OutOfDate = why, !isReopening {
            isReopening = true
            await open()
            isReopening = false
        } else if !(why is VaultIsShut) {
            problem = Problem(why)
            refused = again
        }
    }

    /// Asking again is tried once: what is out of date even then is a fault of ours.
    @ObservationIgnored private var isReopening = false
}
