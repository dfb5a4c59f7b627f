// What a call costs from Swift; tests/speed/door.rs makes the same calls and reads what is printed.
import Foundation
import Saywell

let cues = 66
let warm = 2_000
let measured = 1_001

guard let vault = ProcessInfo.processInfo.environment["CONTRACT_VAULT"] else {
    fatalError("tests/speed/door.rs says which vault")
}
let now = Moment(instant: ISO8601DateFormatter().date(from: "2026-11-23T19:00:00Z")!, offsetMinutes: 60)
let saywell = try Saywell.open(folder: vault, unlock: Unlock(secret: Data(repeating: 7, count: 32), pin: nil, uptimeMs: 1), languages: [])
let progress = saywell.progress()
let relaxation = saywell.relaxation()
guard try relaxation.currentRelaxation(now: now)?.timeline.cues.count == cues else { fatalError("not \(cues) cues") }

/// Keeps what a call returned from being optimised away.
nonisolated(unsafe) var sink: Any?

/// The median after so many calls that nothing is done for the first time.
func tell(_ name: String, _ call: () throws -> Any?) rethrows {
    var times: [Double] = []
    for _ in 0..<(warm + measured) {
        let begun = DispatchTime.now().uptimeNanoseconds
        sink = try call()
        times.append(Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e3)
    }
    print("call \(name) \(times.dropFirst(warm).sorted()[measured / 2])")
}

try tell("day-starts-at") { try progress.dayStartsAt() }
try tell("home") { try progress.home(now: now) }
try tell("timeline") { try relaxation.currentRelaxation(now: now) }
