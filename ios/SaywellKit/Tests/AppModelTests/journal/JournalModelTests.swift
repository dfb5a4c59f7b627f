import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Notes and plans on the real engine; the process dies between every two steps.
@MainActor @Suite struct JournalModelTests {
    private let phone = TestPhone()

    private func note(_ id: String, _ shell: Shell) async -> NoteModel {
        let model = NoteModel(shell, id: id)
        await model.found.open()
        return model
    }

    private func plan(_ id: String, _ shell: Shell) async -> PlanModel {
        let model = PlanModel(shell, id: id)
        await model.found.open()
        return model
    }

    private func notes(_ shell: Shell) async throws -> [Note] {
        try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 99) }
    }

    private func plans(_ shell: Shell) async throws -> [Plan] {
        try await shell.ask { saywell, _ in try saywell.journal().plans(limit: 99) }
    }

    @Test func writesChangesAndDeletesANote() async throws {
        var shell = await phone.opened()
        shell.stack.push(.journal(.notes))
        NotesModel(shell).write()
        guard case .journal(.note(let id)) = shell.stack.path.last else { throw NotAllowed() }
        for words in ["Ask on Sunday", "Ask on Sunday, early"] {
            let model = await note(id, shell)
            model.draft?.words = words
            await model.leave()
            shell = await phone.reborn(shell)
            #expect(try await notes(shell).map(\.text) == [words])
        }
        var model = await note(id, shell)
        model.draft?.words = "never mind"
        model.isSure = true
        shell = await phone.reborn(shell)
        model = await note(id, shell)
        #expect(model.isSure)
        model.draft?.words = "never mind"
        await model.delete()
        await model.leave()
        #expect(shell.stack.path == [.journal(.notes)])
        #expect(try await notes(shell).isEmpty)
    }

    @Test func aNoteOfACardStaysItsNote() async throws {
        let card = try await phone.read("lesson/talk-early", to: .reflect)
        let shell = await phone.opened()
        _ = try await shell.ask { saywell, now in
            try saywell.journal().writeCardNote(id: "one", card: card.card.id, written: "In the park", now: now)
        }
        let model = await note("one", shell)
        #expect(model.found.record?.unit == card.title)
        model.draft?.words = "In the park at noon"
        await model.leave()
        #expect(try await notes(shell).map(\.card) == [card.card.id])
        #expect(try await notes(shell).map(\.text) == ["In the park at noon"])
    }

    @Test func olderNotesComeWhenAskedAndStay() async throws {
        var shell = await phone.opened()
        shell.stack.push(.journal(.notes))
        try await shell.ask { saywell, now in
            for index in 1...61 { _ = try saywell.journal().writeNote(id: "note-\(index)", written: "Note \(index)", now: now) }
        }
        var model = NotesModel(shell)
        await model.written.open()
        for count in [20, 40, 60] {
            #expect(model.written.record?.notes.count == count)
            #expect(model.written.record?.hasOlder == true)
            await model.showOlder()
        }
        shell = await phone.reborn(shell)
        model = NotesModel(shell)
        await model.written.open()
        #expect(model.written.record?.notes.count == 61)
        #expect(model.written.record?.hasOlder == false)
        // Beyond the engine's first page.
        let last = try #require(model.written.record?.notes.last)
        #expect(await note(last.id, shell).draft?.words == last.text)
    }

    @Test func fillsInAPlanThroughDeaths() async throws {
        var shell = await phone.opened()
        shell.stack.push(.journal(.plan(id: "one")))
        let words = ["Sunday", "By the river", "I like us", "Tea", "I need a break"]
        for index in words.indices {
            let model = await plan("one", shell)
            #expect(model.draft?.fields == Array(words.prefix(index)) + Array(repeating: "", count: 5 - index))
            #expect(model.hasWords == (index > 0))
            model.draft?.fields[index] = words[index]
            await model.leave()
            shell = await phone.reborn(shell)
        }
        let fields = try await plans(shell).map(\.fields)
        #expect(
            fields == [
                PlanFields(time: "Sunday", place: "By the river", opening: "I like us", offer: "Tea", exit: "I need a break")
            ])
    }

    /// What is cleared is cleared, and a plan without a word is none.
    @Test func aFieldIsCleared() async throws {
        let shell = await phone.opened()
        shell.stack.push(.journal(.plan(id: "one")))
        let model = await plan("one", shell)
        model.draft?.fields[0] = "Sunday"
        model.draft?.fields[1] = "   "
        await model.leave()
        model.draft?.fields[0] = ""
        model.draft?.fields[3] = "Tea"
        await model.leave()
        #expect(try await plans(shell).map(\.fields.time) == [""])
        #expect(try await plans(shell).map(\.fields.offer) == ["Tea"])
        let other = await plan("two", shell)
        other.draft?.fields[0] = " "
        await other.leave()
        #expect(try await plans(shell).count == 1)
    }

    @Test func whatIsSharedIsSavedBefore() async throws {
        let shell = await phone.opened()
        shell.stack.push(.journal(.plan(id: "one")))
        let model = await plan("one", shell)
        model.draft?.fields[0] = "Sunday"
        await model.share()
        #expect(shell.stack.path.last == .journal(.share(plan: "one")))
        let share = ShareModel(shell, plan: "one")
        await share.text.open()
        #expect(share.text.record?.contains("Sunday") == true)
        model.draft?.fields[1] = "By the river"
        await model.practise()
        #expect(shell.stack.place == .rehearse)
        #expect(try await plans(shell).map(\.fields.place) == ["By the river"])
    }

    @Test func deletesAPlan() async throws {
        let shell = await phone.opened()
        shell.stack.push(.journal(.notes))
        let model = await plan("one", shell)
        model.draft?.fields[0] = "Sunday"
        await model.leave()
        NotesModel(shell).askToDelete(plan: "one")
        let again = await plan("one", shell)
        #expect(again.isSure)
        again.draft?.fields[1] = "By the river"
        await again.delete()
        await again.leave()
        #expect(shell.stack.path == [.journal(.notes)])
        #expect(try await plans(shell).isEmpty)
    }
}
