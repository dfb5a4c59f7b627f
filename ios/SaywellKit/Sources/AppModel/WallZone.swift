import Foundation
import Saywell

/// The zone of the person, as the engine asks for it.
final class WallZone: Zone {
    private let zone: TimeZone

    init(_ zone: TimeZone) { self.zone = zone }

    /// Of the offsets that hold a day before and a day after, those with which the wall clock shows this time.
    func offsets(at: WallTime) -> Offsets {
        let read = at.day.date.addingTimeInterval(TimeInterval(at.time.hour) * 3_600 + TimeInterval(at.time.minute) * 60)
        let near = [-86_400.0, 86_400].map { zone.secondsFromGMT(for: read.addingTimeInterval($0)) }
        let holding = Set(near).filter { zone.secondsFromGMT(for: read.addingTimeInterval(-TimeInterval($0))) == $0 }
        return holding.map { Int32($0 / 60) }
    }
}
