import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// The contract of a model: a record, a problem, and what is done about each.
@MainActor @Suite struct AskedTests {
    private let phone = TestPhone()

    @Test func aRecordIsShown() async throws {
        let asked = Asked(await phone.opened()) { saywell, now in try saywell.progress().home(now: now) }
        #expect(asked.record == nil)
        await asked.open()
        #expect(asked.record?.units ?? 0 > 0)
        #expect(asked.problem == nil)
    }

    @Test func aProblemStandsAboveTheLastRecordAndIsTriedAgain() async throws {
        let tries = Tries()
        let asked = Asked(await phone.opened()) { _, _ in "record" }
        await asked.open()
        await asked.ask { _, _ in
            if tries.next() == 1 { throw SaywellError.NoSpace }
            return "saved"
        }
        #expect(asked.problem == .full)
        #expect(asked.record == "record")
        await asked.tryAgain()
        #expect(asked.problem == nil)
        #expect(asked.record == "saved")
    }

    @Test func whatIsOutOfDateIsAskedAgainOnce() async throws {
        let tries = Tries()
        let asked = Asked(await phone.opened()) { _, _ in tries.next() }
        await asked.open()
        await asked.ask { _, _ in throw SaywellError.OutOfDate(kind: "attempt") }
        #expect(asked.record == 2)
        #expect(asked.problem == nil)

        let never = Asked<Int>(await phone.opened()) { _, _ in throw SaywellError.OutOfDate(kind: "attempt") }
        await never.open()
        #expect(never.problem == .ours)
    }

    @Test func aSecondTapDoesNothing() async throws {
        let tries = Tries()
        let asked = Asked(await phone.opened()) { _, _ in tries.next() }
        async let one: Void = asked.open()
        async let two: Void = asked.open()
        _ = await (one, two)
        #expect(tries.next() == 2)
    }

    @Test func aSaveIsSentWhileAVerbIsOut() async throws {
        let tries = Tries()
        let asked = Asked(await phone.opened()) { _, _ in "record" }
        async let one: Void = asked.open()
        async let two: Void = asked.tell { _, _ in _ = tries.next() }
        _ = await (one, two)
        #expect(asked.record == "record")
        #expect(tries.next() == 2)
        await asked.tell { _, _ in throw SaywellError.NoSpace }
        #expect(asked.problem == .full)
        #expect(!asked.isAsking)
    }

    @Test func aDamagedVaultIsClosed() async throws {
        let shell = await phone.opened()
        let asked = Asked<Int>(shell) { _, _ in throw SaywellError.Damaged }
        await asked.open()
        #expect(shell.door == .stuck(.Damaged))
    }

    @Test func everyRefusalIsToldInItsWords() {
        let told: [(SaywellError, Problem)] = [
            (.NotFound(kind: "note"), .gone), (.NoSpace, .full), (.NewerVersion, .newer), (.KeyLost, .keyLost),
            (.Damaged, .unreadable), (.Storage(code: 10), .notSaved),
            (.Invalid(field: "pin", reason: "is 4 to 12 digits"), .ours),
        ]
        for (why, problem) in told { #expect(Problem(why) == problem) }
        #expect(Problem(NotAllowed()) == .ours)
        #expect(Problem.gone.leaves && !Problem.full.leaves)
    }
}

private final class Tries: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
