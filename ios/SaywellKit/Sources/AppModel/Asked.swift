import Observation
import Saywell

/// What a page has asked the engine, and how that stands: nothing yet, a record, or a problem. A model has one for each record that
/// it shows; `Page` in AppUI shows all three.
///
/// While one verb is out another one is not taken, so that a second tap does nothing. A page that shows something that has
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
    @ObservationIgnored private let opening: Verb<Record>
    @ObservationIgnored private var refused: (@MainActor () async -> Void)?

    /// `opening` is what the page asks when it appears, and when what it shows is out of date.
    public init(_ shell: Shell, _ opening: @escaping Verb<Record>) {
        self.shell = shell
        self.opening = opening
    }

    /// Asks what to show. A page calls it whenever it appears.
    public func open() async { await ask(opening) }

    /// Sends a verb that answers with what the page shows next.
    public func ask(_ verb: @escaping Verb<Record>) async {
        await run(verb) { [weak self] answer in
            self?.onAnswer(answer)
            self?.record = answer
        } again: { [weak self] in
            await self?.ask(verb)
        }
    }

    /// Sends a verb that changes nothing of what is seen, such as one that saves a draft.
    public func tell(_ verb: @escaping Verb<Void>) async {
        await run(verb, answer: {}, again: { [weak self] in await self?.tell(verb) })
    }

    /// Sends what was refused once more.
    public func tryAgain() async {
        let again = refused
        refused = nil
        await again?()
    }

    private func run<Answer: Sendable>(
        _ verb: @escaping Verb<Answer>, answer: @MainActor (Answer) -> Void, again: @escaping @MainActor () async -> Void
    ) async {
        guard !isAsking else { return }
        isAsking = true
        let result: Result<Answer, any Error>
        do { result = .success(try await shell.ask(verb)) } catch { result = .failure(error) }
        isAsking = false
        switch result {
        case .success(let said):
            problem = nil
            answer(said)
        case .failure(let why): await refuse(why, again)
        }
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
