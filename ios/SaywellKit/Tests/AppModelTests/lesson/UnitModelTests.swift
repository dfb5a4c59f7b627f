import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Reading a unit, on the real engine and course; the process dies between every two steps.
@MainActor @Suite struct UnitModelTests {
    private let phone = TestPhone()

    private func open(_ unit: String, _ shell: Shell) async -> UnitModel {
        let model = UnitModel(shell, unit: unit)
        await model.asked.open()
        return model
    }

    /// On the page of a unit.
    private func shell(at unit: String) async -> Shell {
        let shell = await phone.opened()
        shell.stack.push(.lesson(.unit(id: unit)))
        return shell
    }

    @Test func readsAUnitToItsEndThroughDeaths() async throws {
        let unit = "lesson/start-here"
        var shell = await shell(at: unit)
        var model = await open(unit, shell)
        let count = try #require(model.shown?.of)
        for position in 1...count {
            #expect(model.shown?.position == position)
            #expect(model.isLast == (position == count))
            shell = await phone.reborn(shell)
            model = await open(unit, shell)
            #expect(model.shown?.position == position)
            await model.next()
        }
        guard case .lesson(.unitEnd(unit, let card)) = shell.stack.path.last else { throw NotAllowed() }
        shell = await phone.reborn(shell)
        let end = UnitEndModel(shell, unit: unit, card: card)
        await end.step.open()
        #expect(end.end?.unit == unit)
        #expect(shell.stack.path.count == 1)
    }

    @Test func backGoesBackACard() async throws {
        let unit = "lesson/start-here"
        let model = await open(unit, await shell(at: unit))
        #expect(!model.canGoBack)
        await model.next()
        #expect(model.shown?.position == 2)
        #expect(model.canGoBack)
        await model.back()
        #expect(model.shown?.position == 1)
    }

    @Test func aGateIsADoorAndNoStep() async throws {
        let unit = "lesson/talk-early"
        let card = try await phone.read(unit, to: .gate)
        guard case .gate(_, _, let doors) = card.card.kind else { throw NotAllowed() }
        let shell = await shell(at: unit)
        let model = await open(unit, shell)
        let away = try #require(doors.first { $0.to != nil })
        await model.goThrough(away.id)
        let help = try #require(away.to)
        #expect(shell.stack.path.last == .help(.card(id: help)))
        #expect(model.shown?.card.id == card.card.id)
        await model.goThrough(try #require(doors.first { $0.to == nil }).id)
        #expect(model.shown?.card.id != card.card.id)
    }

    @Test func aCheckMayBeAnsweredOnceMore() async throws {
        let unit = "lesson/education"
        let card = try await phone.read(unit, to: .check)
        guard case .check(_, let options, _) = card.card.kind else { throw NotAllowed() }
        var shell = await shell(at: unit)
        var model = await open(unit, shell)
        await model.answer(try #require(options.first { !$0.right }).id)
        #expect(model.shown?.feedback?.again != nil)
        shell = await phone.reborn(shell)
        model = await open(unit, shell)
        #expect(model.shown?.feedback?.again != nil)
        await model.answer(try #require(options.first { $0.right }).id)
        #expect(model.shown?.feedback?.right == true)
        #expect(model.shown?.feedback?.again == nil)
    }

    @Test func stepsTurnOneByOne() async throws {
        let unit = "lesson/condoms-and-dams"
        let card = try await phone.read(unit, to: .steps)
        guard case .steps(_, let steps) = card.card.kind else { throw NotAllowed() }
        var shell = await shell(at: unit)
        var model = await open(unit, shell)
        for step in steps.indices {
            #expect(model.step == step)
            shell = await phone.reborn(shell)
            model = await open(unit, shell)
            #expect(model.step == step)
            if step + 1 < steps.count { await model.next() }
        }
        await model.back()
        #expect(model.step == steps.count - 2)
        await model.next()
        await model.next()
        #expect(model.shown?.card.id != card.card.id)
        #expect(model.step == 0)
    }

    @Test func aNoteIsKept() async throws {
        let unit = "lesson/start-here"
        let card = try await phone.read(unit, to: .reflect)
        var shell = await shell(at: unit)
        var model = await open(unit, shell)
        let note = try #require(model.note)
        note.words = "I want to say it"
        await model.leave()
        shell = await phone.reborn(shell)
        model = await open(unit, shell)
        #expect(model.note?.words == "I want to say it")
        model.note?.words = "I want to say it well"
        await model.next()
        let notes = try await shell.ask { saywell, _ in try saywell.journal().notes(before: nil, limit: 9) }
        #expect(notes.map(\.text) == ["I want to say it well"])
        #expect(notes.first?.card == card.card.id)
    }

    /// On to the next card is left too.
    @Test(arguments: [false, true]) func whatWasErasedOfACardIsGone(_ isNext: Bool) async throws {
        let unit = "lesson/start-here"
        _ = try await phone.read(unit, to: .reflect)
        let shell = await shell(at: unit)
        let model = await open(unit, shell)
        model.note?.words = "I want to"
        await model.note?.send()
        model.note?.words = ""
        await model.note?.send()
        let notes: Verb<[Note]> = { saywell, _ in try saywell.journal().notes(before: nil, limit: 9) }
        #expect(try await shell.ask(notes).count == 1)
        if isNext { await model.next() } else { await model.leave() }
        #expect(try await shell.ask(notes) == [])
    }

    @Test func theTitleOfWhatACardShowsComesWithIt() async throws {
        let unit = "lesson/perseverance"
        _ = try await phone.read(unit, to: .exchange)
        #expect(await open(unit, await shell(at: unit)).named?.isEmpty == false)
        _ = try await phone.read(unit, to: .practise)
        #expect(await open(unit, await shell(at: unit)).named?.isEmpty == false)
    }

    @Test(arguments: KindOfCard.allCases)
    func everyKindOfCardIsReadAloud(_ kind: KindOfCard) async throws {
        _ = try await phone.read(kind.unit, to: kind)
        let model = await open(kind.unit, await shell(at: kind.unit))
        model.speak()
        #expect(phone.voice.said.count == 1)
        #expect(phone.voice.said[0].count > 1)
        #expect(phone.voice.said[0].allSatisfy { !$0.isEmpty })
        model.speak()
        #expect(!phone.voice.isSpeaking)
    }
}
