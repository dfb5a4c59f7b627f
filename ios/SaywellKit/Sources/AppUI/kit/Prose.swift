import AppModel
import Saywell
import SwiftUI

/// Text of the course as the engine hands it over: paragraphs, lists, and words that lead somewhere.
struct Prose: View {
    let blocks: [Block]
    var look = TextLook.reading

    var body: some View {
        VStack(alignment: .leading, spacing: 12) {
            ForEach(Array(blocks.enumerated()), id: \.offset) { _, block in
                switch block {
                case .paragraph(let line): ProseLine(line, look)
                case .bullets(let lines): bullets(lines)
                }
            }
        }
    }

    private func bullets(_ lines: [[TextSpan]]) -> some View {
        VStack(alignment: .leading, spacing: 6) {
            ForEach(Array(lines.enumerated()), id: \.offset) { _, line in
                HStack(alignment: .firstTextBaseline, spacing: 8) {
                    Text("•").inline(look).accessibilityHidden(true)
                    ProseLine(line, look)
                }
            }
        }
    }
}

/// One line of the course. A word that leads somewhere opens its page.
struct ProseLine: View {
    @Environment(Shell.self) private var shell
    private let line: [TextSpan]
    private let look: TextLook
    private let ink: Color?

    init(_ line: [TextSpan], _ look: TextLook = .reading, _ ink: Color? = nil) {
        self.line = line
        self.look = look
        self.ink = ink
    }

    var body: some View {
        Text(attributed)
            .style(look, ink)
            .environment(
                \.openURL,
                OpenURLAction { url in
                    if let id = ProseLine.id(in: url), let route = Route(to: id) { shell.stack.push(route) }
                    return .handled
                })
    }

    private var attributed: AttributedString {
        line.reduce(into: AttributedString()) { all, span in
            switch span {
            case .text(let text): all += AttributedString(text)
            case .emphasis(let text), .strong(let text): all += strong(text)
            case .link(let id, let text): all += link(text, to: id)
            case .claim: break
            }
        }
    }

    private func strong(_ text: String) -> AttributedString {
        var words = AttributedString(text)
        words.font = look.font.weight(.medium)
        return words
    }

    private func link(_ text: String, to id: String) -> AttributedString {
        var words = AttributedString(text)
        words.link = URL(string: "saywell:\(id)")
        return words
    }

    /// The id that a link of ours leads to.
    static func id(in url: URL) -> String? {
        url.scheme == "saywell" ? String(url.absoluteString.dropFirst("saywell:".count)) : nil
    }
}
