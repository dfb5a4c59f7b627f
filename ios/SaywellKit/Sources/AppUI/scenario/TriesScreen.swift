import AppModel
import Saywell
import SwiftUI

/// The ways through a talk that were tried.
struct TriesScreen: View {
    @State private var model: TriesModel

    init(_ model: TriesModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("your_tries", in: .scenario)) {
            Text(words("tries_how", in: .scenario)).style(.body).padding(.top, 8)
            Shown(model.tried) { tried in
                if tried.all.count > 2 { picks(tried) }
                if !tried.rows.isEmpty { tree(tried).padding(.top, 16) }
                if let one = tried.one, let other = tried.other {
                    PartHeading(words("side_by_side", in: .scenario))
                    SideBySide {
                        summary(one, .one, tried)
                        summary(other, .two, tried)
                    }
                    .padding(.top, 8)
                }
            }
        } footer: {
            if let tried = model.tried.record, let row = picked(tried) { footer(row, tried) }
        }
    }

    private func picked(_ tried: TriesModel.Tried) -> TryRow? {
        let rows = tried.rows
        guard let row = model.row, rows.indices.contains(row) else { return nil }
        return rows[row]
    }

    private func footer(_ row: TryRow, _ tried: TriesModel.Tried) -> some View {
        FooterBar {
            Button {
                Task { await model.go(from: row) }
            } label: {
                HStack(spacing: 8) {
                    IconView(.branch, size: 20)
                    if row.after == nil {
                        Text(words("go_to_try", in: .scenario, tried.number(row.way)))
                    } else {
                        Text(words("try_from_line", in: .scenario, (model.row ?? 0) + 1))
                    }
                }
            }
            .buttonStyle(PrimaryButton())
            .disabled(model.tried.isAsking)
        }
    }

    // MARK: Which two are seen, where there are more

    @ViewBuilder private func picks(_ tried: TriesModel.Tried) -> some View {
        PartHeading(words("compare_two", in: .scenario))
        Flow {
            ForEach(tried.all, id: \.tip) { way in
                let isSeen = [tried.one?.tip, tried.other?.tip].contains(way.tip)
                Button {
                    Task { await model.pick(way) }
                } label: {
                    Chip(name: named(way, tried), icon: isSeen ? .check : nil, isOpen: !isSeen)
                        .frame(minHeight: Size.touch)
                        .contentShape(Rectangle())
                }
                .buttonStyle(.plain)
                .accessibilityAddTraits(isSeen ? .isSelected : [])
            }
        }
        .padding(.top, 4)
    }

    private func named(_ way: Try, _ tried: TriesModel.Tried) -> String {
        let name = words("try_number", in: .scenario, tried.number(way))
        return way.current ? words("you_are_here_try", in: .scenario, name) : name
    }

    private func summary(_ way: Try, _ lane: Lane, _ tried: TriesModel.Tried) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack(spacing: 8) {
                LaneKey(lane: lane)
                Text(named(way, tried)).style(.row)
            }
            Text(
                way.ending.map { words("ended_how", in: .scenario, words($0.kind.inWords, in: .scenario)) }
                    ?? words("not_ended", in: .scenario)
            )
            .style(.body)
            Text(words("lines_said", in: .scenario, way.said.count)).style(.small)
        }
        .card()
        .accessibilityElement(children: .combine)
    }

    // MARK: The tree

    private func tree(_ tried: TriesModel.Tried) -> some View {
        let rows = tried.rows
        return ListCard {
            ForEach(rows.indices, id: \.self) { index in
                if index > 0 { Divider() }
                line(rows[index], number: index + 1, of: rows.count)
            }
        }
    }

    private func line(_ row: TryRow, number: Int, of count: Int) -> some View {
        let isPicked = model.row == number - 1
        return Button {
            model.row = number - 1
        } label: {
            VStack(alignment: .leading, spacing: 0) {
                Text(row.said).style(.smallMedium)
                Text(row.more).style(.caption, isPicked ? .onAccentSoft : nil)
            }
            .padding(.vertical, 8)
            .padding(.leading, LaneTrack.width + 12)
            .padding(.trailing, 12)
            .frame(minHeight: Size.row)
            .background(alignment: .leading) { LaneTrack(row: row) }
            .background(isPicked ? Color.accentSoft : .clear)
            .contentShape(Rectangle())
        }
        .buttonStyle(PressedButton())
        .accessibilityLabel(words("row_spoken", in: .scenario, number, count, row.said, row.more))
        .accessibilityAddTraits(isPicked ? .isSelected : [])
    }
}

extension TryRow {
    fileprivate var said: String {
        switch words {
        case .said(let line): AppUI.words("you_said", in: .scenario, line.plain)
        case .ended(let kind): kind.title
        case .goesOn: AppUI.words("goes_on", in: .scenario)
        }
    }

    fileprivate var more: String {
        let name: String =
            switch part {
            case .only: AppUI.words("only_try", in: .scenario)
            case .both: AppUI.words("both_tries", in: .scenario)
            case .number(let number): AppUI.words("try_number", in: .scenario, number)
            }
        switch words {
        case .said: return branches ? AppUI.words("new_way_here", in: .scenario, name) : name
        case .ended: return AppUI.words("an_ending", in: .scenario, name)
        case .goesOn: return AppUI.words("not_over", in: .scenario, name)
        }
    }
}

extension EndingKind {
    fileprivate var inWords: String {
        switch self {
        case .agreed: "ended_agreed_in"
        case .paused: "ended_paused_in"
        case .leftSafely: "ended_left_in"
        }
    }
}
