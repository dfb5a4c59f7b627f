import Foundation
import Saywell
import Testing

@testable import AppModel

/// Which question follows which answer, and what the answers say in the end. Rows are counted from 0.
@Suite struct PepPathTests {
    private func path(_ picks: [Int?], at now: String = "2026-11-23T19:10:00+01:00", _ zone: String = "Europe/Berlin") throws
        -> PepPath
    {
        let now = try moment(now)
        return PepPath(picks: picks, began: now.wall.day, now: now, zone: try #require(TimeZone(identifier: zone)))
    }

    private func moment(_ text: String) throws -> Moment {
        let offset = try #require(Int32(text.suffix(5).prefix(2))) * 60
        let sign: Int32 = text.contains("+") ? 1 : -1
        return Moment(instant: try Date(text, strategy: .iso8601), offsetMinutes: sign * offset)
    }

    private func between(_ from: String, _ to: String) throws -> PepTime {
        .between(earliest: try moment(from), latest: try moment(to))
    }

    /// What is asked when these rows are picked, one after the other, and that all is said then.
    private func asked(_ picks: [Int?]) throws -> [PepAsk] {
        #expect(try path(picks).open == nil)
        return try picks.indices.map { try #require(try path(Array(picks.prefix($0))).open) }
    }

    @Test func onlyWhatMattersIsAsked() throws {
        #expect(try asked([0, 1]) == [.status, .forced])
        #expect(try asked([1, 2, 1]) == [.status, .contact, .forced])
        #expect(try asked([1, 2, 0, nil, 1, 1]) == [.status, .contact, .forced, .when, .prep, .pregnant])
        #expect(
            try asked([1, 0, 0, 5, 1, 1, 1, 1])
                == [.status, .contact, .when, .hours, .forced, .undetectable, .prep, .pregnant])
        #expect(
            try asked([2, 0, 1, 1, 2, 0, 1, 1]) == [.status, .contact, .when, .day, .part, .forced, .prep, .pregnant])
        #expect(try asked([1, 1, 1, 5, 1, 1, 1]) == [.status, .contact, .when, .day, .forced, .prep, .pregnant])
        #expect(try asked([1, 3, 1, nil, 1, 1, 1]) == [.status, .contact, .when, .day, .forced, .prep, .pregnant])
    }

    @Test func saysWhatWasPicked() throws {
        let said = try path([1, 0, 0, 5, 1, 0, 0, nil]).answers
        #expect(said.hasHiv == .no && said.contact == .sex && said.time == .aboutHoursAgo(hours: 5))
        #expect([said.forced, said.partnerUndetectable, said.onPrep, said.pregnant] == [false, true, true, false])
        #expect(try path([0, 0]).answers.hasHiv == .yes)
        #expect(try path([0, 0]).answers.forced)
        let unsure = try path([2, 3, nil, 1, 1, 1]).answers
        #expect(unsure.hasHiv == .notSure && unsure.contact == .other && unsure.time == .notSure)
        #expect(try path([1, 0, 0, nil, 1, 1, 1, 1]).answers.time == .notSure)
        #expect(try path([1, 2, 0, nil, 1, 1]).answers.contact == .touch)
    }

    @Test func aPartOfADayReachesFromItsBeginToItsEndOrToNow() throws {
        #expect(
            try path([1, 1, 1, 1, 2]).answers.time == between("2026-11-22T12:00:00+01:00", "2026-11-22T18:00:00+01:00"))
        #expect(
            try path([1, 1, 1, 0, 3]).answers.time == between("2026-11-23T18:00:00+01:00", "2026-11-23T19:10:00+01:00"))
        #expect(
            try path([1, 1, 1, 1, nil]).answers.time == between("2026-11-22T00:00:00+01:00", "2026-11-23T00:00:00+01:00"))
        #expect(try path([1, 1, 1, 5]).answers.time == between("2026-11-19T00:00:00+01:00", "2026-11-19T00:00:00+01:00"))
    }

    /// A part of today that is still to come can not be picked.
    @Test func onlyPartsThatHaveBegun() throws {
        let morning = "2026-11-23T07:00:00+01:00"
        #expect(try path([1, 1, 1, 0], at: morning).parts == [.night, .morning, .any])
        #expect(try path([1, 1, 1, 1], at: morning).parts == DayPart.allCases)
        #expect(
            try path([1, 1, 1, 0, 2], at: morning).answers.time
                == between("2026-11-23T00:00:00+01:00", "2026-11-23T07:00:00+01:00"))
    }

    /// The night in which the clock went back has one hour more: from the first midnight to the last 6 o'clock. Where midnight itself
    /// comes twice, the day before ends with its second time, and the day begins with its first.
    @Test func theClockThatWentBack() throws {
        #expect(
            try path([1, 1, 1, 1, 0], at: "2026-10-26T10:00:00+01:00").answers.time
                == between("2026-10-25T00:00:00+02:00", "2026-10-25T06:00:00+01:00"))
        let after = "2026-11-02T10:00:00-05:00"
        #expect(
            try path([1, 1, 1, 1, 0], at: after, "America/Havana").answers.time
                == between("2026-11-01T00:00:00-04:00", "2026-11-01T06:00:00-05:00"))
        #expect(
            try path([1, 1, 1, 2, 3], at: after, "America/Havana").answers.time
                == between("2026-10-31T18:00:00-04:00", "2026-11-01T00:00:00-05:00"))
    }
}
