import SwiftUI

/// One of several, of which one holds.
struct PickRow: View {
    let title: String
    let isPicked: Bool
    let act: @MainActor () -> Void

    var body: some View {
        Button(action: act) {
            HStack(spacing: 12) {
                Circle().strokeBorder(isPicked ? Color.accent : .control, lineWidth: isPicked ? 6 : Size.edgeChosen)
                    .frame(width: 24, height: 24)
                Text(title).style(.row)
            }
            .padding(.horizontal, Size.side)
            .padding(.vertical, 8)
            .frame(minHeight: Size.row)
            .contentShape(Rectangle())
        }
        .buttonStyle(PressedButton())
        .accessibilityAddTraits(isPicked ? .isSelected : [])
    }
}

/// A page on which one of several is picked, and saved by that.
struct PickList<Value: Hashable>: View {
    let title: String
    let detail: String
    let all: [Value]
    let picked: Value
    let name: (Value) -> String
    let pick: @MainActor (Value) -> Void

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Text(title).style(.title).heading().padding(.top, 8)
            Text(detail).style(.body).padding(.top, 8)
            ListCard {
                ForEach(all, id: \.self) { value in
                    if value != all.first { Divider() }
                    PickRow(title: name(value), isPicked: value == picked) { pick(value) }
                }
            }
            .padding(.top, 16)
        }
    }
}
