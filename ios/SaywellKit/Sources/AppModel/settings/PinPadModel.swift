import Foundation
import Observation
import Saywell

/// The PIN of now, where there is one; the new one, twice; then the engine is asked. A page built anew begins at the first of them.
@MainActor @Observable
public final class PinPadModel {
    public enum Step: Sendable { case now, new, again }

    /// What was wrong with the new one.
    public enum Wrong: Sendable {
        /// It was not the same the second time.
        case notSame
        /// It cannot be used here; nothing more is said.
        case another
    }

    public let task: PinTask
    public private(set) var step = Step.new
    public private(set) var wrong: Wrong?
    public private(set) var problem: Problem?
    /// Where each of them is typed.
    public private(set) var entry: PinEntry

    @ObservationIgnored private let shell: Shell
    @ObservationIgnored private var now: Data?
    @ObservationIgnored private var new = Data()

    public init(_ shell: Shell, _ task: PinTask) {
        self.shell = shell
        self.task = task
        entry = PinEntry(shell.ports.time) { _ in nil }
        entry = PinEntry(shell.ports.time) { [weak self] pin in await self?.take(pin) }
        begin()
    }

    /// The page is left.
    public func forget() {
        if var old = now {
            now = nil
            old.resetBytes(in: 0..<old.count)
        }
        var old = new
        new = Data()
        old.resetBytes(in: 0..<old.count)
    }

    /// From the first PIN on.
    public func begin() {
        forget()
        problem = nil
        go(shell.door == .open(hasPin: true) ? .now : .new)
    }

    private func go(_ next: Step, _ why: Wrong? = nil) {
        step = next
        wrong = why
    }

    private func take(_ pin: Data) async -> PinEntry.Refusal? {
        switch step {
        case .now:
            now = pin
            guard task.takesNew else { return await send() }
            go(.new)
        case .new:
            new = pin
            go(.again)
        case .again:
            guard pin == new else {
                go(.new, .notSame)
                return nil
            }
            return await send()
        }
        return nil
    }

    private func send() async -> PinEntry.Refusal? {
        let (task, new, time) = (task, new, shell.ports.time)
        do {
            try await shell.prove(pin: now) { saywell, now in try task.run(saywell, now, new, time) }
            end(done: true)
        } catch SaywellError.WrongPin(let waitSeconds) {
            begin()
            return PinEntry.Refusal(until: shell.ports.time.uptimeMs(in: waitSeconds), tried: true)
        } catch SaywellError.Invalid(let field, _) {
            if field == "pin" && task.takesNew { go(.new, .another) } else { end(done: false) }
        } catch {
            begin()
            problem = Problem(error)
        }
        return nil
    }

    private func end(done: Bool) {
        forget()
        shell.stack.replace(.settings(.pinEnd(task, done: done)))
    }
}
