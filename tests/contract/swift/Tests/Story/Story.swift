import Foundation
import Saywell
import Testing

private let unit = "lesson/talk-early"
private let quizId = "quiz/talk-it-through"
private let evening = moment("2026-11-23T19:00:00Z")

/// An hour east of Greenwich.
private func moment(_ instant: String) -> Moment {
    Moment(instant: ISO8601DateFormatter().date(from: instant)!, offsetMinutes: 60)
}

private let pin = Data("2580".utf8)

/// What opens a vault; 5 is what the platform keeps.
private func unlock(bytes: Int = 32, of byte: UInt8 = 5, pin: Data? = nil, uptime: UInt64 = 60_000) -> Unlock {
    Unlock(secret: Data(repeating: byte, count: bytes), pin: pin, uptimeMs: uptime)
}

/// The contract, chapter by chapter as `tests/contract/rust/story.rs` tells it. Change one, and change the others.
@Suite final class Story {
    /// A phone that was never used.
    private let phone = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    init() throws { try FileManager.default.createDirectory(at: phone, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: phone) }

    private func open(_ unlock: Unlock = unlock()) throws -> Saywell {
        try .open(folder: phone.path, unlock: unlock, languages: ["en-GB"])
    }

    @Test("it opens with its secret only")
    func opens() throws {
        #expect(try open().progress().home(now: evening).unitsDone == 0)
        #expect(throws: SaywellError.KeyLost) { try self.open(unlock(of: 8)) }
        #expect(throws: SaywellError.Invalid(field: "secret", reason: "is 32 bytes")) { try self.open(unlock(bytes: 31)) }
        _ = try open()
    }

    @Test("a wrong PIN opens nothing")
    func refusesWrongPin() throws {
        try open().vault().setPin(now: unlock(), pin: pin, rehearsedMs: 250)
        #expect(throws: SaywellError.WrongPin(waitSeconds: 0)) { try self.open() }
        let wrong = unlock(pin: Data("0852".utf8))
        for _ in 0..<4 {
            #expect(throws: SaywellError.WrongPin(waitSeconds: 0)) { try self.open(wrong) }
        }
        #expect(throws: SaywellError.WrongPin(waitSeconds: 30)) { try self.open(wrong) }
        try open(unlock(pin: pin, uptime: 90_000)).vault().lock()
    }

    @Test("a unit is finished")
    func finishesUnit() throws {
        let saywell = try open()
        #expect(try read(saywell) == unit)
        let row = try #require(try saywell.lesson().outline().chapters.flatMap(\.units).first { $0.id == unit })
        #expect(row.done)
        #expect(row.seen == row.of)
        #expect(try saywell.progress().home(now: evening).unitsDone == 1)
    }

    /// Reads the unit to its end, answering every gate with no and every check rightly; says where it ended.
    private func read(_ saywell: Saywell) throws -> String {
        let lesson = saywell.lesson()
        var step = try lesson.openUnit(unit: unit, now: evening)
        while true {
            let card: Card
            switch step {
            case .card(let shown): card = shown.card
            case .end(let end): return end.unit
            case .help(let card): throw Unexpected(what: "was sent to \(card)")
            }
            switch card.kind {
            case .gate(_, _, let doors):
                let on = try #require(doors.first { $0.to == nil })
                step = try lesson.answerGate(unit: unit, card: card.id, option: on.id, now: evening)
            case .check(_, let options, _):
                let right = try #require(options.first { $0.right })
                _ = try lesson.answerCheck(unit: unit, card: card.id, option: right.id, now: evening)
                step = try lesson.nextCard(unit: unit, card: card.id, now: evening)
            default:
                step = try lesson.nextCard(unit: unit, card: card.id, now: evening)
            }
        }
    }

    @Test("a quiz is answered")
    func answersQuiz() throws {
        let quiz = try open().quiz()
        var step = try quiz.openQuiz(quiz: quizId, fresh: "attempt-1", seed: 11, now: evening)
        var answered: UInt16 = 0
        var right: UInt16 = 0
        while case .question(let question) = step {
            let feedback = try quiz.answerItem(
                attempt: "attempt-1", item: question.item, options: [question.options[0].id], now: evening)
            #expect(feedback.options.contains { $0.right && !$0.why.isEmpty })
            answered += 1
            if feedback.right { right += 1 }
            step = try quiz.quizStep(attempt: "attempt-1")
        }
        guard case .finished(let result) = step else { throw Unexpected(what: "it did not end") }
        #expect(result.attempt.of == answered)
        #expect(result.attempt.right == right)
        #expect(result.attempt.outcome == .finished)
        #expect(result.anotherLook.count == Int(answered - right))
        #expect(try quiz.quizHistory(quiz: quizId, limit: 5) == [result.attempt])
    }

    @Test("a quiz goes on in another language")
    func changesLanguage() throws {
        #expect(try languages().map(\.name) == ["English", "Español"])
        let wanted = ["fr-CA", "es-MX"]
        #expect(try languageFor(preferred: wanted).tag == "es")
        let saywell = try open()
        let quiz = saywell.quiz()
        let asked = try quiz.openQuiz(quiz: quizId, fresh: "attempt-1", seed: 11, now: evening)
        let english = try saywell.help().glossary()
        #expect(try saywell.language().spoken().tag == "en")
        #expect(try saywell.language().speak(preferred: wanted).tag == "es")
        #expect(try saywell.language().spoken().name == "Español")
        #expect(try saywell.help().glossary() != english)
        guard case .question(let before) = asked, case .question(let after) = try quiz.quizStep(attempt: "attempt-1")
        else { throw Unexpected(what: "no question") }
        #expect(before.item == after.item)
        #expect(try saywell.language().speak(preferred: []).tag == "en")
        #expect(try quiz.quizStep(attempt: "attempt-1") == asked)
        #expect(try saywell.help().glossary() == english)
    }

    @Test("three lines are rehearsed and one is taken back")
    func rehearses() throws {
        let scenario = try open().scenario()
        let intro = try scenario.scenario(id: scenario.scenarios()[0].id, now: evening)
        let begin = Begin(
            id: "run-1", scenario: intro.id, side: .a,
            setup: intro.setup?.options[0].id,
            gate: intro.gate?.doors.first { $0.to == nil }?.id)
        var talk = try scenario.beginTalk(begin: begin, seed: 3, now: evening)
        for _ in 0..<3 {
            talk = try scenario.say(
                run: "run-1", after: UInt16(talk.said.count), line: talk.choices[0].id, now: evening)
        }
        #expect(talk.said.filter(\.own).count == 3)
        #expect(talk.ending == nil)

        // To the third line, and another in its place.
        let third = try #require(talk.said.lastIndex { $0.own })
        let back = try scenario.rewind(run: "run-1", after: UInt16(third), now: evening)
        #expect(back.said == Array(talk.said[..<third]))
        #expect(back.choices.contains { $0.heard })
        let other = try #require(back.choices.first { !$0.heard })
        talk = try scenario.say(run: "run-1", after: UInt16(third), line: other.id, now: evening)
        #expect(talk.said[third].id == other.id)
        #expect(try scenario.tries(run: "run-1").count == 2)

        // The screen that still shows the old line is told.
        #expect(throws: SaywellError.OutOfDate(kind: "talk")) {
            try scenario.say(run: "run-1", after: 0, line: other.id, now: evening)
        }
    }

    private func start(before: Tension?) -> Start {
        Start(id: "session-1", script: "relaxation/slow-breath", form: .full, before: before)
    }

    @Test("ten minutes are relaxed")
    func relaxes() throws {
        let relaxation = try open().relaxation()
        let playing = try relaxation.startRelaxation(start: start(before: 7), now: evening)
        #expect(playing.timeline.lengthMs == 600_000)
        #expect(playing.timeline.cues.count > 10)
        #expect(try relaxation.reportRelaxation(id: "session-1", elapsedMs: 240_000).elapsedMs == 240_000)
        let session = try relaxation.finishRelaxation(id: "session-1", elapsedMs: 600_000, after: 3).session
        #expect(session.outcome == .finished)
        #expect(session.before == 7)
        #expect(session.after == 3)
        #expect(try relaxation.relaxationLog(limit: 10) == [session])
        #expect(throws: SaywellError.Invalid(field: "tension", reason: "is 0 to 10")) {
            try relaxation.startRelaxation(start: self.start(before: 11), now: evening)
        }
    }

    @Test("a reminder is planned")
    func reminds() throws {
        let reminder = try open().reminder()
        let halfPastEight = ClockTime(hour: 20, minute: 30)
        let rule = ReminderRule(
            id: "reminder-1", weekdays: [.mon, .tue, .wed, .thu, .fri, .sat, .sun], time: halfPastEight, on: true,
            wording: .own(text: "Tea first"))
        #expect(try reminder.saveReminder(rule: rule, now: evening).rules[0].rule == rule)
        let plan = try reminder.planReminders(now: evening, days: 3, cap: 10)
        let days = [23, 24, 25].map { WallTime(day: Day(year: 2026, month: 11, day: $0), time: halfPastEight) }
        #expect(plan.entries.map(\.at) == days)
        #expect(plan.entries[0].text == "Tea first")
    }

    @Test("a note is written")
    func writesNote() throws {
        let journal = try open().journal()
        let note = try journal.writeNote(id: "note-1", written: "  Demander à Ψ: 💬 dimanche?  ", now: evening)
        #expect(note.text == "Demander à Ψ: 💬 dimanche?")
        #expect(note.card == nil)
        #expect(note.written == evening)
        #expect(try journal.notes(before: nil, limit: 10) == [note])
        #expect(throws: SaywellError.Invalid(field: "text", reason: "is not empty")) {
            try journal.writeNote(id: "note-2", written: " ", now: evening)
        }
    }

    @Test("a wrong id is told by its kind")
    func tellsWrongId() throws {
        let saywell = try open()
        #expect(throws: SaywellError.NotFound(kind: "unit")) {
            try saywell.lesson().openUnit(unit: "lesson/none", now: evening)
        }
        #expect(throws: SaywellError.NotFound(kind: "note")) { try saywell.journal().deleteNote(id: "none") }
    }

    @Test("a pack of a stranger is refused")
    func strangersPack() throws {
        let pack = try open().pack()
        let file = phone.appendingPathComponent("a.calm")
        try Data("A letter.".utf8).write(to: file)
        #expect(throws: SaywellError.PackRefused(why: .notAPack)) { try pack.previewPackIn(file: file.path) }
        try (Data("SAYWPACK".utf8) + Data(count: 200)).write(to: file)
        #expect(throws: SaywellError.PackRefused(why: .unknownSigner)) { try pack.installPackFrom(file: file.path) }
        #expect(try pack.packs() == [])
        #expect(throws: SaywellError.NotFound(kind: "pack")) { try pack.removePack(id: "pack/none") }
    }

    @Test("a date and nothing cross")
    func dateAndNothing() throws {
        let saywell = try open()
        let fresh = try saywell.progress().home(now: evening)
        #expect(fresh.lastPractised == nil)
        #expect(fresh.relaxation == nil)
        #expect(fresh.openTalk == nil)
        let monday = Day(year: 2026, month: 11, day: 23)
        #expect(fresh.today == monday)

        let relaxation = saywell.relaxation()
        _ = try relaxation.startRelaxation(start: start(before: nil), now: evening)
        #expect(try relaxation.finishRelaxation(id: "session-1", elapsedMs: 600_000, after: nil).session.before == nil)

        // At two in the morning it is still the day before.
        let home = try saywell.progress().home(now: moment("2026-11-24T01:00:00Z"))
        #expect(home.lastPractised == monday)
        #expect(home.today == monday)
        let days = try relaxation.practiceDays(from: monday, to: monday)
        #expect(days == [DayPractice(day: monday, practisedMs: 600_000, sessions: 1)])
    }

    @Test("a panic is an error and the app goes on")
    func survivesPanic() throws {
        let saywell = try open()
        _ = try saywell.journal().writeNote(id: "note-1", written: "Before.", now: evening)
        #expect { try saywell.provokePanic() } throws: { !($0 is SaywellError) }
        _ = try saywell.journal().writeNote(id: "note-2", written: "After.", now: evening)
        #expect(try saywell.journal().notes(before: nil, limit: 10).count == 2)
    }

    @Test("all of it is there after reopening")
    func reopens() throws {
        let written = try {
            let saywell = try open()
            _ = try read(saywell)
            return try saywell.journal().writeNote(id: "note-1", written: "Ask about Sunday.", now: evening)
        }()
        let saywell = try open()
        #expect(try saywell.progress().home(now: evening).unitsDone == 1)
        #expect(try saywell.journal().notes(before: nil, limit: 10) == [written])
    }
}

private struct Unexpected: Error { let what: String }
