import Fakes
import Saywell
import Testing

@testable import AppModel

/// The outline, search and sources, on the real engine and course.
@MainActor @Suite struct LessonModelTests {
    private let phone = TestPhone()

    @Test func theOutlineShowsHowFarTheReaderIs() async throws {
        _ = try await phone.readAll("lesson/start-here")
        let model = ChaptersModel(await phone.opened())
        await model.learn.open()
        let chapter = try #require(model.learn.record?.outline.chapters.first)
        #expect(chapter.done == 1)
        #expect(chapter.units[0].done)
    }

    @Test func homeGoesOnWhereTheReaderWas() async throws {
        let model = HomeModel(await phone.opened())
        await model.home.open()
        #expect(model.home.record?.goOn?.seen == 0)
        _ = try await phone.read("lesson/education", to: .check)
        let next = HomeModel(await phone.opened())
        await next.home.open()
        #expect(next.home.record?.goOn?.id == "lesson/education")
    }

    @Test func searchFindsInTheEnginesOrder() async throws {
        let shell = await phone.opened()
        let model = SearchModel(shell)
        await model.search()
        #expect(model.found.record?.hits.isEmpty == true)
        model.words = "viral load"
        await model.search()
        let hits = try await shell.ask { saywell, _ in try saywell.lesson().search(words: "viral load") }
        #expect(model.found.record?.hits == hits)
        await model.open(try #require(hits.first { $0.kind == .term }))
        #expect(shell.stack.path == [.help(.term(id: "term/viral-load"))])
    }

    @Test func aCardOpensItsUnit() async throws {
        let shell = await phone.opened()
        let model = SearchModel(shell)
        model.words = "sober"
        await model.search()
        let card = try #require(model.found.record?.hits.first { $0.kind == .card })
        await model.open(card)
        let place = try await shell.ask { saywell, _ in try saywell.lesson().cardPlace(card: card.id) }
        #expect(shell.stack.path == [.lesson(.unit(id: place.unit))])
    }

    @Test func sourcesComeInTheOrderOfTheText() async throws {
        let model = SourcesModel(await phone.opened(), claims: ["H32", "H6", "M8"])
        await model.claims.open()
        #expect(model.claims.record?.map(\.claim.id) == ["H32", "H6", "M8"])
        let gone = SourcesModel(await phone.opened(), claims: ["none"])
        await gone.claims.open()
        #expect(gone.claims.problem == .gone)
    }

    @Test func anEndThatIsNoneAnyMoreOpensTheUnit() async throws {
        let shell = await phone.opened()
        let card = try await phone.read("lesson/start-here", to: .any)
        shell.stack.push(.lesson(.unitEnd(unit: card.unit, card: card.card.id)))
        let model = UnitEndModel(shell, unit: card.unit, card: card.card.id)
        await model.step.open()
        #expect(model.end == nil)
        #expect(shell.stack.path == [.lesson(.unit(id: card.unit))])
    }
}
