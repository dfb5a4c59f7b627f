import AppModel
import Saywell
import SwiftUI

/// One reminder: at what time, on which days, with which words.
struct ReminderScreen: View {
    @Environment(\.dynamicTypeSize) private var typeSize
    @State private var model: ReminderModel

    init(_ model: ReminderModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words(isNew ? "add_reminder" : "edit_reminder", in: .reminder), close: cancel, action: isNew ? nil : delete) {
            Shown(model.asked) { answer in
                VStack(alignment: .leading, spacing: 16) {
                    if model.isSure { sure }
                    TimeField(label: timeLabel, time: $model.time)
                    Text(words("time_stays", in: .reminder)).style(.small)
                    days
                    Text(words("words_on_screen", in: .reminder)).style(.section).heading()
                    texts(answer.texts)
                    if let warning { Text(warning).style(.small, .again).announced(warning) }
                    keepPlain
                }
                .padding(.top, 8)
            }
        } footer: {
            if model.asked.record != nil { footer }
        }
    }

    private var isNew: Bool { model.asked.record.map { $0.rule == nil } ?? true }
    private var cancel: BarButton { BarButton(icon: .close, label: words("cancel", in: .reminder), act: model.cancel) }

    private var delete: BarButton {
        BarButton(icon: .trash, label: words("delete_reminder", in: .reminder)) { model.isSure = true }
    }

    private var sure: some View {
        SureCard(question: words("delete_reminder_sure", in: .reminder)) {
            model.isSure = false
        } delete: {
            Task { await model.delete() }
        }
    }

    private var timeLabel: String { words("time_of_reminder", in: .reminder, model.time.inWords) }

    // MARK: Days

    private var days: some View {
        LazyVGrid(columns: [GridItem(.adaptive(minimum: typeSize.isAccessibilitySize ? 72 : 44), spacing: 4)], spacing: 4) {
            ForEach(Weekday.week, id: \.self) { day(_: $0) }
        }
    }

    private func day(_ day: Weekday) -> some View {
        let isOn = model.days.contains(day)
        return Button {
            if isOn { model.days.remove(day) } else { model.days.insert(day) }
        } label: {
            Text(day.letter)
                .inline(.section, isOn ? .onAccent : .ink)
                .frame(width: 44, height: 44)
                .background(isOn ? Color.accent : .clear, in: .circle)
                .overlay { Circle().strokeBorder(isOn ? Color.accent : .control, lineWidth: Size.edgeControl) }
                .frame(minHeight: Size.touch)
                .contentShape(Rectangle())
        }
        .buttonStyle(.plain)
        .dynamicTypeSize(...DynamicTypeSize.accessibility2)
        .accessibilityLabel(day.full)
        .accessibilityAddTraits(isOn ? .isSelected : [])
    }

    // MARK: Words

    @ViewBuilder private func texts(_ texts: [ReminderText]) -> some View {
        ListCard {
            ForEach(texts, id: \.id) { text in
                PickRow(title: text.text, isPicked: model.text == text.id) { model.text = text.id }
                Divider()
            }
            PickRow(title: words("own_words", in: .reminder), isPicked: model.text == nil) { model.text = nil }
        }
        if model.text == nil {
            TextField(words("own_words_field", in: .reminder), text: $model.own)
                .font(TextLook.body.font)
                .autocorrectionDisabled()
                .submitLabel(.done)
                .padding(.horizontal, Size.side)
                .frame(minHeight: Size.touch)
                .background(Color.surface, in: .rect(cornerRadius: Size.roundField))
                .overlay {
                    RoundedRectangle(cornerRadius: Size.roundField).strokeBorder(Color.control, lineWidth: Size.edgeControl)
                }
        }
    }

    private var warning: String? {
        switch model.refused {
        case .tooMany: words("at_most_eight", in: .reminder)
        case .notOneLine: words("words_rule", in: .reminder)
        case nil: model.tells.map { words("tells", in: .reminder, $0) }
        }
    }

    private var keepPlain: some View {
        HStack(alignment: .top, spacing: 12) {
            IconView(.eye).foregroundStyle(Color.ink2)
            Text(words("keep_plain", in: .reminder)).style(.small)
        }
        .card()
    }

    private var footer: some View {
        FooterBar {
            Button(words("save", in: .reminder)) { Task { await model.save() } }
                .buttonStyle(PrimaryButton())
                .disabled(!model.mayBeSaved)
            Button(words("cancel", in: .reminder), action: model.cancel)
                .buttonStyle(QuietButton())
                .frame(maxWidth: .infinity)
        }
        .disabled(model.asked.isAsking)
    }
}
