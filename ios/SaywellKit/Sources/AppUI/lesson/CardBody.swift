import AppModel
import Saywell
import SwiftUI

/// What a card shows: its title, and below it what is of its kind.
struct CardBody: View {
    @Environment(Shell.self) private var shell
    let card: LessonCard
    let model: UnitModel

    var body: some View {
        switch card.card.kind {
        case .gate(let question, let body, let doors): gate(question, body, doors)
        case .read(let title, let body):
            heading(title)
            Prose(blocks: body)
        case .exchange(let title, _, let scene, let lines, let notice):
            heading(title, over: model.named.map { words("way", in: .lesson, $0) })
            exchange(scene, lines, notice)
        case .check(let question, let options, _):
            heading(question.plain)
            CheckBody(options: options, said: card.feedback) { option in Task { await model.answer(option) } }
        case .steps(let title, let steps):
            heading(title, over: words("step_number", in: .lesson, model.step + 1, steps.count))
            if steps.indices.contains(model.step) { step(steps[model.step]) }
        case .table(let title, let columns, let rows):
            heading(title)
            TableBody(columns: columns, rows: rows)
        case .reflect(let prompt, let hint):
            heading(prompt.plain)
            reflect(hint)
        case .practise(let to, let body):
            heading(model.named ?? "")
            practise(to, body)
        }
    }

    @ViewBuilder private func heading(_ title: String, over: String? = nil) -> some View {
        if let over { Text(over).style(.caption).padding(.bottom, 4) }
        Text(title).style(.title).heading().padding(.bottom, 16)
    }

    @ViewBuilder private func gate(_ question: [TextSpan], _ body: [Block], _ doors: [Door]) -> some View {
        RoundIcon(icon: .safety, tone: .sand, size: 56).padding(.bottom, 16)
        heading(question.plain)
        Prose(blocks: body)
        VStack(spacing: 8) {
            ForEach(doors, id: \.id) { door in
                ChoiceRow(text: door.text.plain) { Task { await model.goThrough(door.id) } }
            }
        }
        .padding(.top, 20)
    }

    @ViewBuilder private func exchange(_ scene: [TextSpan], _ lines: [Spoken], _ notice: [TextSpan]) -> some View {
        ProseLine(scene, .body)
        VStack(spacing: 12) {
            ForEach(Array(lines.enumerated()), id: \.offset) { _, line in
                ChatBubble(speaker: line.by == "you" ? .you : .other, name: name(line.by), said: line.say.plain)
            }
        }
        .padding(.top, 12)
        VStack(alignment: .leading, spacing: 4) {
            Text(words("notice", in: .lesson)).style(.caption)
            ProseLine(notice, .body)
        }
        .card()
        .padding(.top, 20)
    }

    /// Anyone else has a name of their own in the course.
    private func name(_ by: String) -> String {
        switch by {
        case "you": words("you")
        case "partner": words("partner")
        default: by
        }
    }

    @ViewBuilder private func step(_ step: Step) -> some View {
        ProseLine(step.text)
        if step.needsClinician { NeedsClinician().padding(.top, 16) }
    }

    @ViewBuilder private func reflect(_ hint: [TextSpan]) -> some View {
        ProseLine(hint)
        if let note = model.note {
            NoteField(label: words("your_note", in: .lesson), draft: note).padding(.top, 16)
            Text(words("note_kept", in: .lesson)).style(.caption).padding(.top, 8)
        }
    }

    @ViewBuilder private func practise(_ to: String, _ body: [TextSpan]) -> some View {
        ProseLine(body)
        if let route = Route(to: to) {
            Button(words("go_there", in: .lesson)) { shell.stack.push(route) }.buttonStyle(SecondaryButton()).padding(.top, 20)
        }
    }
}

/// Before a tap all answers are open. After one that is not the better one the rest stay open once; then every answer has its reason.
private struct CheckBody: View {
    let options: [CheckOption]
    let said: CheckFeedback?
    let answer: @MainActor (String) -> Void

    var body: some View {
        VStack(spacing: 8) {
            ForEach(options, id: \.id) { option in
                ChoiceRow(text: option.text.plain, standing: standing(option), why: why(option)) { answer(option.id) }
            }
        }
        .announced(news, atFirst: false)
        if let again = said?.again { ProseLine(again, .body).padding(.top, 16) }
    }

    /// How the answer stands and why, and the question in other words.
    private var news: String {
        guard let said, let picked = options.first(where: { $0.id == said.option }) else { return "" }
        return [words(said.right ? "works_well" : "not_quite"), picked.why.plain, said.again?.plain].compactMap { $0 }
            .joined(separator: " ")
    }

    private func standing(_ option: CheckOption) -> Standing {
        guard let said else { return .idle }
        if option.id == said.option { return said.right ? .worksWell : .notQuite }
        if said.again != nil { return .idle }
        return option.right ? .worksWell : .other
    }

    private func why(_ option: CheckOption) -> [TextSpan]? {
        guard let said, said.again == nil || option.id == said.option else { return nil }
        return option.why
    }
}

/// A card a row: its name, and each column's words under the column's name.
private struct TableBody: View {
    let columns: [String]
    let rows: [CardTableRow]

    var body: some View {
        VStack(spacing: Size.gap) {
            ForEach(Array(rows.enumerated()), id: \.offset) { _, row in
                VStack(alignment: .leading, spacing: 4) {
                    ForEach(Array(zip(columns, row.cells).enumerated()), id: \.offset) { column, cell in
                        if column == 0 {
                            ProseLine(cell.1, .heading)
                        } else {
                            Text(cell.0).style(.caption).padding(.top, 8)
                            ProseLine(cell.1, .body)
                        }
                    }
                    if row.needsClinician { NeedsClinician().padding(.top, 12) }
                }
                .card()
            }
        }
    }
}
