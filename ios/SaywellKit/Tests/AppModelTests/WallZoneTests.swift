import Foundation
import Saywell
import Testing

@testable import AppModel

/// Which offsets hold at a time on the wall: one, none where the clock jumps, two where it goes back.
@Suite struct WallZoneTests {
    @Test(
        arguments: [
            ("Europe/Berlin", 11, 23, 19, [60]), ("Europe/Berlin", 7, 1, 19, [120]), ("Europe/Berlin", 3, 29, 2, []),
            ("Europe/Berlin", 10, 25, 2, [60, 120]), ("America/Havana", 11, 1, 0, [-300, -240]), ("Asia/Kolkata", 1, 1, 0, [330]),
            ("Australia/Lord_Howe", 4, 5, 1, [630, 660]),
        ] as [(String, UInt8, UInt8, UInt8, [Int32])])
    func offsetsAtATimeOnTheWall(_ name: String, _ month: UInt8, _ day: UInt8, _ hour: UInt8, _ offsets: [Int32]) throws {
        let zone = WallZone(try #require(TimeZone(identifier: name)))
        let at = WallTime(day: Day(year: 2026, month: month, day: day), time: ClockTime(hour: hour, minute: 30))
        #expect(zone.offsets(at: at).sorted() == offsets)
    }
}
