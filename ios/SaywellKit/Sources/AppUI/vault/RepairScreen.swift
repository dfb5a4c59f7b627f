import AppModel
import Saywell
import SwiftUI

/// The PIN, where it is needed for the repair; and what came of it.
struct RepairScreen: View {
    @State private var model: RepairModel
    private let back: @MainActor () -> Void

    init(_ model: RepairModel, back: @escaping @MainActor () -> Void) {
        _model = State(initialValue: model)
        self.back = back
    }

    var body: some View {
        ZStack {
            switch model.step {
            case .asks: pin
            case .works: ProgressView(words("one_moment")).frame(maxWidth: .infinity, maxHeight: .infinity).background(Color.page)
            case .done(let repaired):
                StuckPage(
                    title: words("repaired", in: .vault), more: came(repaired), act: words("go_on"), goesWithout: false
                ) { Task { await model.goOn() } }
            case .nothing:
                page("repair_nothing", act: words("begin_again_empty", in: .vault)) { await model.repair(elseEmpty: true) }
            case .refused(.NoSpace): page("stuck_full", act: words("try_again")) { await model.repair(elseEmpty: false) }
            case .refused: page("stuck_other", act: words("try_again")) { await model.repair(elseEmpty: false) }
            }
        }
        .task { await model.begin() }
        .onDisappear { model.forget() }
    }

    private var pin: some View {
        ScrollView {
            VStack(spacing: 12) {
                PinField(title: words("enter_pin", in: .vault), more: words("repair_pin", in: .vault), entry: model.entry)
                Button(words("back"), action: back).buttonStyle(QuietButton())
            }
            .padding(Size.side)
        }
        .background(Color.page)
    }

    private func page(_ key: String, act: String, _ does: @escaping @MainActor () async -> Void) -> some View {
        StuckPage(title: words(key, in: .vault), more: words("\(key)_more", in: .vault), act: act) { Task { await does() } }
    }

    private func came(_ repaired: Repaired) -> String {
        let from = from(repaired.from)
        return repaired.setAside ? from + " " + words("repair_aside", in: .vault) : from
    }

    private func from(_ recovery: Recovery) -> String {
        switch recovery {
        case .unharmed: words("repaired_unharmed", in: .vault)
        case .copy(let day?): words("repaired_copy_of", in: .vault, day.dateInWords)
        case .copy: words("repaired_copy", in: .vault)
        case .salvaged(let rows, _, _): words("repaired_salvaged", in: .vault, Int(rows))
        case .empty: words("repaired_empty", in: .vault)
        }
    }
}
