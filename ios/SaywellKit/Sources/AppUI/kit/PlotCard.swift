import Charts
import SwiftUI

/// A plot in its card: a title, the plot, what its signs mean, and one sentence that says the same, which is what a screen reader reads
/// of it.
struct PlotCard<Plot: View, Key: View>: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    private let title: String
    private let says: String
    private let plot: Plot
    private let key: Key

    init(_ title: String, says: String, @ViewBuilder plot: () -> Plot, @ViewBuilder key: () -> Key) {
        self.title = title
        self.says = says
        self.plot = plot()
        self.key = key()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(title).style(.section).heading()
            plot.frame(height: typeSize.isAccessibilitySize ? 280 : 180)
                .accessibilityElement(children: .ignore)
                .accessibilityLabel(says)
            key
            Text(says).style(.small).accessibilityHidden(true)
        }
        .card()
    }
}

extension PlotCard where Key == EmptyView {
    init(_ title: String, says: String, @ViewBuilder plot: () -> Plot) {
        self.init(title, says: says, plot: plot) { EmptyView() }
    }
}
