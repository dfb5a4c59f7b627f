import Saywell

extension Card {
    /// What is read aloud of a card, in the order in which it is seen.
    func spoken(step: Int, named: String?) -> [String] {
        switch kind {
        case .gate(let question, let body, let doors): [question.plain] + body.plain + doors.map(\.text.plain)
        case .read(let title, let body): [title] + body.plain
        case .exchange(let title, _, let scene, let lines, let notice):
            [title, scene.plain] + lines.map(\.say.plain) + [notice.plain]
        case .check(let question, let options, _): [question.plain] + options.map(\.text.plain)
        case .steps(let title, let steps): [title] + steps.dropFirst(step).prefix(1).map(\.text.plain)
        case .table(let title, _, let rows): [title] + rows.flatMap { $0.cells.map(\.plain) }
        case .reflect(let prompt, let hint): [prompt.plain, hint.plain]
        case .practise(_, let body): [named, body.plain].compactMap { $0 }
        }
    }
}
