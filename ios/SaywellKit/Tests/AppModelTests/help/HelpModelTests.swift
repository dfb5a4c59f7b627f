import Fakes
import Saywell
import Testing

@testable import AppModel

/// Help on the real engine and course.
@MainActor @Suite struct HelpModelTests {
    private let phone = TestPhone()

    @Test func everyCardOpens() async throws {
        let shell = await phone.opened()
        let model = HelpModel(shell)
        await model.here.open()
        let cards = try #require(model.here.record?.cards)
        #expect(cards.count > 3 && model.here.record?.hasPlaces == false)
        for card in cards {
            let page = HelpCardModel(shell, id: card.id)
            await page.here.open()
            #expect(page.here.record?.view.card == card)
        }
        let gone = HelpCardModel(shell, id: "help/none")
        await gone.here.open()
        #expect(gone.here.problem == .gone)
    }

    @Test func wordsPlacesAndFacts() async throws {
        let shell = await phone.opened()
        let terms = TermsModel(shell)
        await terms.terms.open()
        let term = TermModel(shell, id: try #require(terms.terms.record?.first).id)
        await term.term.open()
        #expect(term.term.record?.term == terms.terms.record?.first)
        let places = ResourcesModel(shell)
        await places.resources.open()
        #expect(places.resources.record == [])
        let claims = ClaimsModel(shell)
        await claims.claims.open()
        #expect(claims.claims.record?.count ?? 0 > 50)
    }

    /// 32 hours ago, counted by the engine as up to 33, leaves 39 of 72.
    @Test func theHoursAreTheEngines() async throws {
        let shell = await phone.opened()
        let model = PepModel(shell)
        await model.page.open()
        for pick: UInt16? in [1, 0, 0, 32, 1, 1, 0, nil] { await model.pick(pick) }
        #expect(model.open == nil)
        #expect(hoursLeft(model) == 39)
        await model.pick(0)
        // Sources were read meanwhile.
        await model.page.open()
        #expect(hoursLeft(model) == 39)
        await model.changeTime()
        #expect(model.open == .when)
        await model.back()
        await model.back()
        #expect(!model.canGoBack && model.open == .status)
    }

    /// Yesterday at noon at the earliest, on a clock an hour east of Greenwich that says eight: 32 hours ago.
    @Test func thePartOfADayIsOfThePersonsZone() async throws {
        let model = PepModel(await phone.opened())
        await model.page.open()
        for pick: UInt16 in [1, 1, 1, 1, 2, 1, 1, 1] { await model.pick(pick) }
        #expect(hoursLeft(model) == 40)
    }

    private func hoursLeft(_ model: PepModel) -> UInt16? {
        guard case .advise(let advice, _) = model.page.record?.step else { return nil }
        return advice.hoursLeft
    }

    /// What was picked is not among what the system keeps, and is gone with the page.
    @Test func nothingThatIsPickedIsKept() async throws {
        let shell = await phone.opened()
        shell.stack.push(.help(.pep))
        let before = shell.stack
        let model = PepModel(shell)
        await model.page.open()
        await model.pick(0)
        #expect(shell.stack == before)
        #expect(!PepModel(shell).canGoBack)
    }
}
