import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// Choosing, what comes after, and the log; the process dies between every two steps.
@MainActor @Suite struct LogModelTests {
    private let phone = TestPhone()
    private let chosen = ChosenRelaxation(id: "s", script: slowBreath, length: .ten, before: 6)

    @Test func whatIsChosenOutlivesTheProcess() async throws {
        var shell = await phone.opened()
        shell.stack.go(.relax)
        func open() async -> RelaxModel {
            let model = RelaxModel(shell)
            await model.asked.open()
            return model
        }
        var model = await open()
        #expect(model.script?.id == slowBreath)
        #expect(model.length == .ten)
        #expect(model.tension == nil)
        model.tension = 7
        shell = await phone.reborn(shell)
        model = await open()
        #expect(model.tension == 7)
        model.pick("relaxation/soft-muscles")
        model.length = .five
        shell = await phone.reborn(shell)
        model = await open()
        model.start()
        guard case .relaxation(.running(let chosen)) = shell.stack.path.last else { throw NotAllowed() }
        #expect((chosen.script, chosen.length, chosen.before) == ("relaxation/soft-muscles", .five, 7))
        #expect(model.tension == nil)
    }

    @Test func whatWasPlayedLastIsPicked() async throws {
        try await phone.before { saywell, now in
            let start = Start(id: "a", script: "relaxation/soft-muscles", form: .five, before: nil)
            _ = try saywell.relaxation().startRelaxation(start: start, now: now)
            _ = try saywell.relaxation().finishRelaxation(id: "a", elapsedMs: 60_000, after: nil)
        }
        let shell = await phone.opened()
        let model = RelaxModel(shell)
        await model.asked.open()
        #expect(model.script?.id == "relaxation/soft-muscles")
        let other = RelaxModel(shell, picked: slowBreath)
        await other.asked.open()
        #expect(other.script?.id == slowBreath)
    }

    @Test func theQuestionIsOpenUntilItIsAnsweredOrLeft() async throws {
        var shell = await phone.opened()
        shell.stack.push(.relaxation(.after(chosen, elapsedMs: 600_000)))
        func open(_ chosen: ChosenRelaxation) async -> AfterModel {
            let model = AfterModel(shell, chosen, elapsedMs: 600_000)
            await model.asked.open()
            return model
        }
        var model = await open(chosen)
        #expect(model.asked.record?.isOpen == true)
        model.tension = 3
        shell = await phone.reborn(shell)
        model = await open(chosen)
        #expect(model.tension == 3)
        await model.finish(model.tension)
        #expect(model.asked.record?.isOpen == false)
        #expect(model.asked.record?.line.isEmpty == false)
        #expect(try await phone.session(shell)?.after == 3)
        shell = await phone.reborn(shell)
        #expect(await open(chosen).asked.record?.isOpen == false)
        let other = ChosenRelaxation(id: "t", script: slowBreath, length: .ten)
        model = await open(other)
        await model.leave()
        let session = try await phone.session(shell)
        #expect(session?.outcome == .finished)
        #expect(session?.after == nil)
    }

    @Test func nothingIsAskedAfterTheThreeMinutes() async throws {
        let shell = await phone.opened()
        let calm = ChosenRelaxation(id: "c", script: slowBreath, length: .calm)
        let model = AfterModel(shell, calm, elapsedMs: 180_000)
        await model.asked.open()
        #expect(model.asked.record?.isOpen == false)
        let today = Day(year: 2026, month: 11, day: 23)
        let days = try await shell.ask { saywell, _ in try saywell.relaxation().practiceDays(from: today, to: today) }
        #expect(days.isEmpty)
    }

    @Test func theLogCountsAndTurns() async throws {
        try await phone.practiseForAWhile()
        var shell = await phone.opened()
        shell.stack.push(.relaxation(.log))
        var model = LogModel(shell)
        await model.asked.open()
        let answer = try #require(model.asked.record)
        #expect(answer.month.practisedDays == 7)
        #expect(answer.month.calms == 1)
        #expect(answer.days.map(\.minutes) == [3, 0, 10, 0, 0, 6, 0])
        #expect(answer.pairs.count == 7)
        #expect(answer.log.count == 8)
        #expect(answer.titles[slowBreath]?.isEmpty == false)
        #expect(!model.canGoOn)
        await model.turn(by: 1)
        #expect(model.asked.record?.shown == answer.today)
        await model.turn(by: -1)
        shell = await phone.reborn(shell)
        model = LogModel(shell)
        await model.asked.open()
        #expect(model.asked.record?.shown.month == 10)
        #expect(model.canGoOn)
    }

    @Test func oneSessionOrADayIsDeletedWhenThePersonIsSure() async throws {
        try await phone.practise("a", daysAgo: 1, minutes: 5)
        try await phone.practise("b", daysAgo: 1, minutes: 6, hoursEarlier: 1)
        try await phone.practise("c", daysAgo: 2, minutes: 7)
        try await phone.practise("d", daysAgo: 2, minutes: 7, hoursEarlier: 1)
        var shell = await phone.opened()
        func delete(_ id: String, _ part: SessionModel.Part) async {
            shell.stack.push(.relaxation(.session(id: id)))
            SessionModel(shell, id: id).part = part
            shell = await phone.reborn(shell)
            let model = SessionModel(shell, id: id)
            await model.asked.open()
            #expect(model.part == part)
            await model.delete()
            #expect(shell.stack.path.isEmpty)
        }
        await delete("a", .one)
        await delete("c", .day)
        let log = try await shell.ask { saywell, _ in try saywell.relaxation().relaxationLog(limit: 9) }
        #expect(log.map(\.id) == ["b"])
        let gone = SessionModel(shell, id: "a")
        await gone.asked.open()
        #expect(gone.asked.problem == .gone)
    }

    @Test func aDayBeginsWhenThePersonSays() async throws {
        let shell = await phone.opened()
        shell.stack.push(.relaxation(.dayBegins))
        let model = DayBeginsModel(shell)
        await model.hour.open()
        await model.pick(6)
        #expect(shell.stack.path.isEmpty)
        #expect(try await shell.ask { saywell, _ in try saywell.progress().dayStartsAt() } == 6)
    }

    @Test(arguments: [("2026-01-31", 1, "2026-02-28"), ("2024-03-15", -13, "2023-02-15")])
    func daysAreReckonedAsCalendarsDo(_ from: String, _ months: Int, _ to: String) throws {
        let day = try #require(Day(iso: from))
        #expect(day.adding(months: months).iso == to)
        #expect(day.adding(days: 400).adding(days: -400) == day)
    }
}
