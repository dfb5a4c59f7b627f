import Fakes
import Foundation
import Saywell
import Testing

@testable import AppModel

/// From the first switch to the plan of the phone, on the real engine; the process dies between every two steps.
@MainActor @Suite struct ReminderModelTests {
    private let phone = TestPhone()

    init() { phone.notices.isGranted = true }

    private func list(_ shell: Shell) async -> RemindersModel {
        let model = RemindersModel(shell)
        await model.asked.open()
        await model.look()
        return model
    }

    private func rules(_ shell: Shell) async throws -> [ReminderRule] {
        try await shell.ask { saywell, now in try saywell.reminder().reminders(now: now).rules.map(\.rule) }
    }

    /// One on three days, in the evening.
    private func some() async throws {
        try await phone.before { saywell, now in
            let text = try saywell.reminder().reminderTexts()[0].id
            let rule = ReminderRule(
                id: "a", weekdays: [.mon, .wed, .fri], time: ClockTime(hour: 20, minute: 30), on: true,
                wording: .listed(id: text))
            _ = try saywell.reminder().saveReminder(rule: rule, now: now)
        }
    }

    @Test func theSystemAsksWhenTheFirstOneIsTurnedOnAndNotBefore() async throws {
        phone.notices.isGranted = false
        var shell = await phone.opened()
        shell.stack.push(.reminder(.reminders))
        var model = await list(shell)
        #expect(phone.notices.asked == 0)
        #expect(model.holds.isEmpty)
        let suggested = try #require(model.asked.record?.suggested)
        #expect(!suggested.rule.on)
        await model.turn(suggested, on: true)
        #expect(phone.notices.asked == 1)
        #expect(model.holds == [.notices])
        shell = await phone.reborn(shell)
        model = await list(shell)
        #expect(model.asked.record?.all.rules.map(\.rule.on) == [true])
        #expect(phone.notices.asked == 1)
        let row = try #require(model.asked.record?.all.rules.first)
        await model.turn(row, on: false)
        #expect(phone.notices.asked == 1)
        #expect(model.holds.isEmpty)
    }

    /// What lies outside the vault: times, ids and neutral words. It is read back and compared.
    @Test func thePlanIsLaidAndReadBack() async throws {
        try await some()
        let shell = await phone.opened()
        await shell.laying?.value
        let plan = phone.notices.notices
        #expect((4...60).contains(plan.count))
        #expect(plan.first?.id == "a/2026-11-23")
        #expect(plan.first?.at == DateComponents(year: 2026, month: 11, day: 23, hour: 20, minute: 30))
        #expect(Set(plan.map(\.text)).count == 1)
        var model = await list(shell)
        #expect(!model.isPlanShort)
        phone.notices.most = 2
        await model.skipPractised(false)
        #expect(phone.notices.notices.count == 2)
        #expect(model.isPlanShort)
        phone.notices.most = 64
        shell.layPlan()
        model = await list(shell)
        #expect(!model.isPlanShort)
    }

    /// The engine hears of it at the next opening, and that the person is there; nothing stays in the list.
    @Test func theEngineHearsWhatWasShown() async throws {
        try await some()
        var shell = await phone.opened()
        await shell.laying?.value
        phone.notices.comeFirst()
        phone.time.pass(seconds: 45 * 60)
        shell = await phone.reborn(shell)
        await shell.laying?.value
        #expect(await phone.notices.takeShown() == [])
        let again = try await shell.ask { saywell, now in
            let earlier = Moment(instant: now.instant.addingTimeInterval(-2_000), offsetMinutes: now.offsetMinutes)
            return try saywell.reminder().planReminders(now: earlier, days: 1, cap: 9).entries.map(\.id)
        }
        #expect(again == [])
        let ignored = try await shell.ask { saywell, now in try saywell.reminder().reminders(now: now).ignored }
        #expect(ignored == 0)
    }

    @Test func whoHasPractisedIsNotReminded() async throws {
        try await some()
        var shell = await phone.opened()
        await shell.laying?.value
        #expect(phone.notices.notices.first?.id == "a/2026-11-23")
        shell = await phone.reborn(shell)
        let chosen = ChosenRelaxation(id: "s", script: slowBreath, length: .ten)
        let after = AfterModel(shell, chosen, elapsedMs: 600_000)
        await after.asked.open()
        await after.finish(nil)
        await shell.laying?.value
        #expect(phone.notices.notices.first?.id == "a/2026-11-25")
    }

    @Test func nothingIsLaidForAVaultThatKeepsNothing() async throws {
        try await some()
        var shell = await phone.opened()
        await shell.laying?.value
        let plan = phone.notices.notices
        shell = phone.shell()
        await shell.goWithout()
        shell.layPlan()
        await shell.laying?.value
        #expect(phone.notices.notices == plan)
        shell.forgetPlan()
        await shell.laying?.value
        #expect(phone.notices.notices.isEmpty)
    }

    @Test func madeChangedAndDeleted() async throws {
        var shell = await phone.opened()
        func open() async -> ReminderModel {
            let model = ReminderModel(shell, id: "a")
            await model.asked.open()
            return model
        }
        shell.stack.push(.reminder(.reminder(id: "a")))
        var model = await open()
        #expect(model.time == ClockTime(hour: 19, minute: 30))
        #expect(model.days.count == 7)
        model.time = ClockTime(hour: 8, minute: 15)
        model.days = [.wed]
        model.text = nil
        shell = await phone.reborn(shell)
        model = await open()
        #expect(model.time == ClockTime(hour: 8, minute: 15))
        #expect(model.days == [.wed])
        #expect(!model.mayBeSaved)
        model.own = "Ask about HIV"
        for _ in 0..<100 where model.tells == nil { try await Task.sleep(for: .milliseconds(50)) }
        #expect(model.tells == "HIV")
        model.own = "Water the plants"
        #expect(model.tells == nil)
        await model.save()
        #expect(shell.stack.path.isEmpty)
        let rule = try #require(try await rules(shell).first)
        #expect(rule.wording == .own(text: "Water the plants"))
        #expect(rule.weekdays == [.wed])
        #expect(phone.notices.asked == 1)
        shell = await phone.reborn(shell)
        shell.stack.push(.reminder(.reminder(id: "a")))
        model = await open()
        #expect(model.own == "Water the plants")
        shell = await phone.reborn(shell)
        model = await open()
        #expect(model.text == nil)
        #expect(model.own == "Water the plants")
        await model.delete()
        #expect(try await rules(shell).isEmpty)
        await shell.laying?.value
        #expect(phone.notices.notices.isEmpty)
    }

    @Test func whatCannotBeSavedSaysWhy() async throws {
        let shell = await phone.opened()
        shell.stack.push(.reminder(.reminder(id: "a")))
        let model = ReminderModel(shell, id: "a")
        await model.asked.open()
        model.text = nil
        model.own = String(repeating: "x", count: 41)
        await model.save()
        #expect(model.refused == .notOneLine)
        #expect(shell.stack.path.count == 1)
        model.own = "Water the plants"
        #expect(model.refused == nil)
        try await shell.ask { saywell, now in
            let text = try saywell.reminder().reminderTexts()[0].id
            for index in 1...8 {
                _ = try saywell.reminder().saveReminder(rule: firstRule("r\(index)", text, on: true), now: now)
            }
        }
        await model.save()
        #expect(model.refused == .tooMany)
    }

    @Test func whatHoldsForAll() async throws {
        let shell = await phone.opened()
        let quiet = QuietHoursModel(shell)
        await quiet.asked.open()
        #expect(quiet.hours != nil || quiet.asked.record != nil)
        await quiet.turn(on: true)
        await quiet.set(from: ClockTime(hour: 7, minute: 0))
        #expect(quiet.asked.record?.isRefused == true)
        #expect(quiet.hours?.from == ClockTime(hour: 22, minute: 0))
        await quiet.set(to: ClockTime(hour: 6, minute: 30))
        #expect(quiet.asked.record?.isRefused == false)
        await quiet.turn(on: false)
        let most = MostADayModel(shell)
        await most.settings.open()
        shell.stack.push(.reminder(.mostADay))
        await most.pick(2)
        #expect(shell.stack.path.isEmpty)
        let model = await list(shell)
        await model.skipPractised(false)
        let settings = try #require(model.asked.record?.all.settings)
        #expect(settings.quiet == nil)
        #expect(settings.mostADay == 2)
        #expect(!settings.skipPractised)
    }

    @Test func testedNow() async throws {
        let shell = await phone.opened()
        let model = await list(shell)
        phone.notices.isGranted = false
        await model.test()
        #expect(!model.isTested)
        phone.notices.isGranted = true
        await model.test()
        #expect(model.isTested)
        #expect(phone.notices.tested == [model.asked.record?.suggested.text])
    }

    @Test func whatHoldsThemBackIsAskedOfThePhone() async throws {
        let model = HeldBackModel(await phone.opened())
        #expect(model.holds == nil)
        await model.look()
        #expect(model.holds == [])
        phone.notices.holding = [.summary]
        await model.look()
        #expect(model.holds == [.summary])
    }
}
