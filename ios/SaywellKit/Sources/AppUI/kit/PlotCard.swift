import Charts
import SwiftUI

/// A plot in its card: a title, the plot, what its signs mean, and in words what it shows. A screen reader reads each value of the plot
/// by itself, as in a table.
struct PlotCard<Plot: View, Key: View>: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    private let title: String
    private let values: [String]
    private let plot: Plot
    private let key: Key

    init(_ title: String, values: [String], @ViewBuilder plot: () -> Plot, @ViewBuilder key: () -> Key) {
        self.title = title
        self.values = values
        self.plot = plot()
        self.key = key()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(title).style(.section).heading()
            plot.frame(height: typeSize.isAccessibilitySize ? 280 : 180)
                .readByValue(title, values)
            key
            Text(values.joined(separator: " · ")).style(.small).accessibilityHidden(true)
        }
        .card()
    }
}

extension PlotCard where Key == EmptyView {
    init(_ title: String, values: [String], @ViewBuilder plot: () -> Plot) {
        self.init(title, values: values, plot: plot) { EmptyView() }
    }
}

extension View {
    /// A picture of numbers: a screen reader has what it is called, and then one value after the other.
    func readByValue(_ title: String, _ values: [String]) -> some View {
        accessibilityChildren {
            VStack { ForEach(Array(values.enumerated()), id: \.offset) { Text($1) } }
        }
        .accessibilityLabel(title)
    }
}
