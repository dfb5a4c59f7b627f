import Saywell

extension [TextSpan] {
    /// The words alone, for places where nothing can be pressed. Marks of claims have no words: the sources stand below.
    public var plain: String {
        map { span in
            switch span {
            case .text(let text), .emphasis(let text), .strong(let text), .link(_, let text): text
            case .claim: ""
            }
        }.joined()
    }
}

extension [Block] {
    /// The words alone, a paragraph or a point of a list each.
    public var plain: [String] {
        flatMap { block in
            switch block {
            case .paragraph(let line): [line.plain]
            case .bullets(let lines): lines.map(\.plain)
            }
        }
    }
}
