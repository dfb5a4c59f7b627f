import AppModel
import Saywell
import SwiftUI

/// A plan for a talk: five fields that save themselves, a way to practise, and a way to share.
struct PlanScreen: View {
    @State private var model: PlanModel

    init(_ model: PlanModel) { _model = State(initialValue: model) }

    var body: some View {
        Page(words("plan"), action: share) {
            Shown(model.found) { found in
                show(found.questions)
                if found.plan != nil { DeletePart(isAsked: $model.isSure) { Task { await model.delete() } } }
            }
        } footer: {
            FooterBar {
                Button {
                    Task { await model.practise() }
                } label: {
                    HStack(spacing: 8) {
                        IconView(.quote, size: 20)
                        Text(words("practise_words", in: .journal))
                    }
                }
                .buttonStyle(PrimaryButton())
                Text(words("plan_kept", in: .journal)).style(.caption)
            }
        }
        .toolbar(.hidden, for: .tabBar)
        .onDisappear { Task { await model.leave() } }
    }

    private var share: BarButton? {
        guard model.hasWords else { return nil }
        return BarButton(icon: .share, label: words("share_plan", in: .journal)) { Task { await model.share() } }
    }

    @ViewBuilder private func show(_ questions: PlanQuestions) -> some View {
        let prompts = questions.prompts
        HStack(alignment: .top, spacing: 12) {
            IconView(.safety).foregroundStyle(Color.onSand)
            Prose(blocks: Array(prompts.before.prefix(1)))
        }
        .banner()
        if let draft = model.draft {
            ForEach(Array(prompts.inOrder.enumerated()), id: \.offset) { index, prompt in
                PlanField(prompt: prompt, draft: draft, index: index).padding(.top, 20)
            }
        }
        Prose(blocks: Array(prompts.before.dropFirst())).padding(.top, 20)
        FactsRow(facts: questions.facts).padding(.top, 16)
    }
}

extension PlanPrompts {
    fileprivate var inOrder: [Prompt] { [self.when, place, opening, offer, exit] }
}

/// One question of a plan: its short name, the question in the field, and an example below.
private struct PlanField: View {
    let prompt: Prompt
    @Bindable var draft: Draft
    let index: Int

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(prompt.label).style(.smallMedium).accessibilityHidden(true)
            TextField(prompt.label, text: $draft.fields[index], prompt: Text(prompt.ask.plain), axis: .vertical)
                .font(TextLook.body.font)
                .autocorrectionDisabled()
                .padding(.horizontal, Size.side)
                .padding(.vertical, 12)
                .frame(minHeight: Size.touch)
                .background(Color.surface, in: .rect(cornerRadius: Size.roundField))
                .overlay {
                    RoundedRectangle(cornerRadius: Size.roundField).strokeBorder(Color.control, lineWidth: Size.edgeControl)
                }
                .accessibilityHint(prompt.ask.plain)
            Text(prompt.hint.plain).style(.caption)
        }
    }
}
