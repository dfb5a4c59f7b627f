import Foundation
import Saywell

/// What the PEP helper may ask.
public enum PepAsk: Sendable {
    case status, contact, when, hours, day, part, forced, undetectable, prep, pregnant
}

/// The way through the questions, from what was picked so far: a row from 0 for each question that was asked, and for `.hours` the
/// hours; nothing where the person went on without an answer. Only what matters is asked. What to do is the engine's.
public struct PepPath: Sendable {
    private let picks: [Int?]
    private let began: Day
    private let now: Moment
    private let zone: TimeZone

    /// `began` is the day on which the first question was asked: a midnight that passes meanwhile moves no day that was picked.
    init(picks: [Int?], began: Day, now: Moment, zone: TimeZone) {
        self.picks = picks
        self.began = began
        self.now = now
        self.zone = zone
    }

    static let yes = 0
    static let no = 1

    static let sex = 0
    static let works = 1
    static let touch = 2

    static let byHours = 0
    static let byDay = 1

    /// How far back a day can be named.
    static let daysBack = 4

    /// The questions up to the one that is open, if one is.
    public var asked: [PepAsk] {
        var way: [PepAsk] = []
        while way.count <= picks.count, let next = next(after: way) { way.append(next) }
        return way
    }

    /// The question that is open; nothing when all is said.
    public var open: PepAsk? { asked.count > picks.count ? asked.last : nil }

    /// How many questions were answered before this one; all of them if it was not asked.
    func before(_ ask: PepAsk) -> Int { asked.firstIndex(of: ask) ?? picks.count }

    /// The last days, the newest first; before them it is "longer ago".
    public var days: [Day] { (0...Self.daysBack).map { began.adding(days: -$0) } }

    /// The parts of the day that was picked which have begun.
    public var parts: [DayPart] {
        guard let day = pickedDay else { return [] }
        return DayPart.allCases.filter { earliest(day, $0).instant <= now.instant }
    }

    /// What was picked there; nothing if it was not asked, or the person went on without an answer.
    public func picked(_ ask: PepAsk) -> Int? {
        guard let index = asked.firstIndex(of: ask), picks.indices.contains(index) else { return nil }
        return picks[index]
    }

    /// What the person says.
    var answers: PepAnswers {
        PepAnswers(
            hasHiv: status, contact: contact, time: time, forced: picked(.forced) == Self.yes,
            partnerUndetectable: picked(.undetectable) == Self.yes, onPrep: picked(.prep) == Self.yes,
            pregnant: picked(.pregnant) == Self.yes)
    }

    // MARK: The way

    /// The question that follows those that were asked so far, each with an answer.
    private func next(after way: [PepAsk]) -> PepAsk? {
        func said(_ ask: PepAsk) -> Int? { way.firstIndex(of: ask).flatMap { picks[$0] } }
        let isTouch = said(.contact) == Self.touch
        switch way.last {
        case nil: return .status
        case .status: return said(.status) == Self.yes ? .forced : .contact
        case .contact: return isTouch ? .forced : .when
        case .when where said(.when) == Self.byHours: return .hours
        case .when where said(.when) == Self.byDay: return .day
        case .day where said(.day).map { $0 <= Self.daysBack } ?? false: return .part
        case .when, .hours, .day, .part: return isTouch ? .prep : .forced
        case .forced: return afterForced(isForced: said(.forced) == Self.yes, status: said(.status), contact: said(.contact))
        case .undetectable: return .prep
        case .prep: return .pregnant
        case .pregnant: return nil
        }
    }

    private func afterForced(isForced: Bool, status: Int?, contact: Int?) -> PepAsk? {
        if status == Self.yes { return nil }
        if contact == Self.touch { return isForced ? .when : nil }
        return contact == Self.sex && !isForced ? .undetectable : .prep
    }

    // MARK: What was said

    private var status: Sure {
        switch picked(.status) {
        case Self.yes: .yes
        case Self.no: .no
        default: .notSure
        }
    }

    private var contact: PepContact {
        switch picked(.contact) {
        case Self.sex: .sex
        case Self.works: .works
        case Self.touch: .touch
        default: .other
        }
    }

    private var pickedDay: Day? { picked(.day).flatMap { days.indices.contains($0) ? days[$0] : nil } }

    private var time: PepTime {
        if let hours = picked(.hours) { return .aboutHoursAgo(hours: UInt16(clamping: hours)) }
        guard picked(.day) != nil else { return .notSure }
        guard let day = pickedDay else {
            // How much longer ago makes no difference.
            let end = moment(days.last ?? began, hour: 0, .last)
            return .between(earliest: end, latest: end)
        }
        guard let row = picked(.part) else { return between(day, .any) }
        return parts.indices.contains(row) ? between(day, parts[row]) : .notSure
    }

    /// The part of the day that is now has not come to its end.
    private func between(_ day: Day, _ part: DayPart) -> PepTime {
        let end = moment(day, hour: part.hours.upperBound, .last)
        return .between(earliest: earliest(day, part), latest: end.instant < now.instant ? end : now)
    }

    private func earliest(_ day: Day, _ part: DayPart) -> Moment { moment(day, hour: part.hours.lowerBound, .first) }

    /// Where the clock was put back an hour comes twice: its first time, or its last.
    private func moment(_ day: Day, hour: Int, _ time: Calendar.RepeatedTimePolicy) -> Moment {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let day = hour == 24 ? day.adding(days: 1) : day
        let parts = DateComponents(
            year: Int(day.year), month: Int(day.month), day: Int(day.day), hour: hour % 24, minute: 0, second: 0)
        let first = calendar.date(from: parts) ?? day.date
        // An hour that comes twice is found from just before its first time on.
        let found = calendar.nextDate(
            after: first.addingTimeInterval(-1), matching: parts, matchingPolicy: .nextTime, repeatedTimePolicy: time)
        let instant = found ?? first
        return Moment(instant: instant, offsetMinutes: Int32(zone.secondsFromGMT(for: instant) / 60))
    }
}

/// A part of a day.
public enum DayPart: CaseIterable, Sendable {
    case night, morning, afternoon, evening, any

    /// The hours on the wall between which it lies.
    var hours: ClosedRange<Int> {
        switch self {
        case .night: 0...6
        case .morning: 6...12
        case .afternoon: 12...18
        case .evening: 18...24
        case .any: 0...24
        }
    }
}
