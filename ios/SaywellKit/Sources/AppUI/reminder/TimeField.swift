import AppModel
import Saywell
import SwiftUI

/// The system's own picker of a time of day. It works on a day that has every time, in no zone: half past seven is half past seven.
struct TimeField: View {
    let label: String
    @Binding var time: ClockTime

    var body: some View {
        DatePicker(
            label, selection: Binding(get: { time.date }, set: { time = ClockTime($0) }), displayedComponents: .hourAndMinute
        )
        .labelsHidden()
        .environment(\.calendar, .ofDays)
        .environment(\.timeZone, .gmt)
        .frame(minHeight: Size.touch)
    }
}
