import SwiftUI

/// How many digits are there: never which.
struct PinDots: View {
    let filled: Int
    let of: Int

    var body: some View {
        HStack(spacing: 16) {
            ForEach(0..<of, id: \.self) { index in
                Circle().fill(index < filled ? Color.accent : .clear)
                    .overlay { Circle().strokeBorder(index < filled ? Color.accent : .control, lineWidth: Size.edgeControl) }
                    .frame(width: 16, height: 16)
            }
        }
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(words("digits_in", in: .vault, filled, of))
    }
}

/// Ten keys and one that deletes.
struct PinPad: View {
    let isReady: Bool
    let digit: @MainActor (UInt8) -> Void
    let delete: @MainActor () -> Void

    var body: some View {
        VStack(spacing: 12) {
            row([1, 2, 3])
            row([4, 5, 6])
            row([7, 8, 9])
            HStack(spacing: 28) {
                Color.clear.frame(width: 72, height: 72)
                key(0)
                Button(action: delete) { IconView(.delete).frame(width: 72, height: 72).contentShape(Circle()) }
                    .buttonStyle(.plain)
                    .accessibilityLabel(words("delete_digit"))
            }
        }
        .disabled(!isReady)
        .dynamicTypeSize(...DynamicTypeSize.accessibility1)
    }

    private func row(_ digits: [UInt8]) -> some View {
        HStack(spacing: 28) { ForEach(digits, id: \.self) { key($0) } }
    }

    private func key(_ value: UInt8) -> some View {
        Button {
            digit(value)
        } label: {
            Text(Int(value), format: .number)
                .font(.system(.title, weight: .medium))
                .foregroundStyle(isReady ? Color.ink : .ink2)
                .frame(width: 72, height: 72)
                .background(Color.surface, in: .circle)
                .overlay {
                    Circle().strokeBorder(
                        Color.control, style: StrokeStyle(lineWidth: Size.edgeControl, dash: isReady ? [] : [6, 4]))
                }
                .contentShape(Circle())
        }
        .buttonStyle(.plain)
    }
}
