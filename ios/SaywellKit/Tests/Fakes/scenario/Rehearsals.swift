import AppModel
import Saywell

public let friend = "scenario/an-old-friend"
public let newStart = "scenario/both-living-with-hiv"

extension TestPhone {
    /// A talk that someone has begun: `pick` says each line of theirs, until the talk ends or it picks none.
    @discardableResult
    public func rehearsed(
        _ run: String, _ scenario: String = newStart, _ side: Side = .a, pick: @escaping @Sendable (TalkView) -> Choose?
    ) async throws -> TalkView {
        try await before { saywell, now in
            let begin = Begin(id: run, scenario: scenario, side: side, setup: nil, gate: nil)
            var view = try saywell.scenario().beginTalk(begin: begin, seed: 7, now: now)
            while view.ending == nil, let line = pick(view) {
                view = try saywell.scenario().say(run: run, after: UInt16(view.said.count), line: line.id, now: now)
            }
            return view
        }
    }

    /// A talk that ended, then went another way from the person's second line on.
    public func twoTries(_ run: String) async throws {
        let said = try await rehearsed(run, pick: first(60)).said
        try await another(run, after: said, own: 1)
    }

    /// Back to the person's line after so many of theirs, and on with what was not said there yet.
    public func another(_ run: String, after said: [Said], own: Int) async throws {
        let after = said.indices.filter { said[$0].own }[own]
        let line = said[after].id
        _ = try await before { saywell, now in
            let back = try saywell.scenario().rewind(run: run, after: UInt16(after), now: now)
            guard let other = back.choices.last(where: { $0.id != line }) else { throw NotAllowed() }
            return try saywell.scenario().say(run: run, after: UInt16(after), line: other.id, now: now)
        }
    }

    /// Two people who have come to this stage.
    @discardableResult
    public func together(_ id: String, at stage: Stage) async throws -> TogetherView {
        try await before { saywell, now in
            let begin = BeginTogether(id: id, scenario: newStart, setup: nil, gate: nil)
            var view = try saywell.scenario().beginTogether(begin: begin, now: now)
            while view.stage != stage {
                if view.stage == .firstMarks || view.stage == .secondMarks {
                    let heard = view.toMark.prefix(2).map(\.technique)
                    view = try saywell.scenario().mark(id: id, from: view.stage, techniques: heard, now: now)
                } else {
                    view = try saywell.scenario().nextStage(id: id, from: view.stage, now: now)
                }
            }
            return view
        }
    }
}

extension Shell {
    public func talk(_ run: String) async throws -> TalkView {
        try await ask { saywell, now in try saywell.scenario().talk(run: run, now: now) }
    }

    public func pair() async throws -> TogetherView? {
        try await ask { saywell, now in try saywell.scenario().currentTogether(now: now) }
    }

    public func tries(_ run: String) async throws -> [Try] {
        try await ask { saywell, _ in try saywell.scenario().tries(run: run) }
    }
}

/// The first of what can be said, so many times.
public func first(_ lines: Int) -> @Sendable (TalkView) -> Choose? {
    { view in view.said.filter(\.own).count < lines ? view.choices.first : nil }
}

/// What holds these words where it can be said, and the first of all else.
public func saying(_ words: String) -> @Sendable (TalkView) -> Choose? {
    { view in view.choices.first { $0.say.plain.contains(words) } ?? view.choices.first }
}
