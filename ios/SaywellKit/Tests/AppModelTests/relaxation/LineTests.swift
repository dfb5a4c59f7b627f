import Saywell
import Testing

@testable import AppModel

/// What is seen at one time of a timeline.
@Suite struct LineTests {
    private let timeline = Timeline(
        lengthMs: 30_000,
        cues: [
            TimedCue(atMs: 0, lengthMs: 4_000, kind: .say, block: "settle", say: "Sit down."),
            TimedCue(atMs: 4_000, lengthMs: 4_000, kind: .in, block: "breath", say: "Breathe in."),
            TimedCue(atMs: 8_000, lengthMs: 2_000, kind: .hold, block: "breath", say: ""),
            TimedCue(atMs: 10_000, lengthMs: 6_000, kind: .out, block: "breath", say: ""),
            TimedCue(atMs: 12_000, lengthMs: 3_000, kind: .say, block: "breath", say: "Let your shoulders drop."),
        ], breathing: nil)

    @Test(
        arguments: [
            (Int64(0), nil, "", "Sit down."), (5_000, nil, "Breathe in.", ""), (8_500, .hold, "", ""), (11_000, .out, "", ""),
            (13_000, .out, "", "Let your shoulders drop."), (20_000, nil, "", "Let your shoulders drop."),
        ] as [(Int64, CueKind?, String, String)])
    func theWordsOfAMoment(_ ms: Int64, _ breath: CueKind?, _ act: String, _ said: String) {
        let line = timeline.line(at: ms)
        #expect(line.breath == breath)
        #expect(line.act == act)
        #expect(line.said == said)
        #expect(line.isFirstBlock == (ms < 4_000))
    }

    @Test(
        arguments: [
            (0, 0, nil), (4_000, 0, 4), (6_000, 0.5, 2), (8_000, 1, 2), (9_500, 1, 1), (10_000, 1, 6), (13_000, 0.5, 3),
            (16_000, 0, nil), (29_000, 0, nil),
        ] as [(Int64, Double, Int?)])
    func theDiscOfAMoment(_ ms: Int64, _ share: Double, _ seconds: Int?) {
        #expect(timeline.disc(at: ms) == DiscSize(share: share, seconds: seconds))
    }
}
