import Charts
import SwiftUI

/// A plot in its card: a title, the plot, and one sentence that says the same, which is what a screen reader reads of it.
struct PlotCard<Plot: View>: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    private let title: String
    private let says: String
    private let plot: Plot

    init(_ title: String, says: String, @ViewBuilder plot: () -> Plot) {
        self.title = title
        self.says = says
        self.plot = plot()
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            Text(title).style(.section).heading()
            plot.frame(height: typeSize.isAccessibilitySize ? 280 : 180)
                .accessibilityElement(children: .ignore)
                .accessibilityLabel(says)
            Text(says).style(.small).accessibilityHidden(true)
        }
        .card()
    }
}
