//! Markdown, as much of it as the course uses: paragraphs, lists, emphasis, links into the course, claim marks.
//!
//! Besides what a screen draws, reading gives the plain words of each line with their way back to the file, so that
//! every later check can point at the very word.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use saywell_content::{Block, Line, Prose, Span};

/// A text, read.
#[derive(Debug, Default)]
pub(crate) struct Markup {
    pub blocks: Prose,
    /// The words of each paragraph and each point of a list.
    pub lines: Vec<Plain>,
    /// Where each link stands, and where it leads.
    pub links: Vec<(usize, String)>,
    /// Where each mark stands, and the claim that it names.
    pub claims: Vec<(usize, String)>,
    pub faults: Vec<(usize, String)>,
}

/// The words of a line, without marks.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    pub text: String,
    /// Which byte of the line comes from which byte of the Markdown; between two entries they run in step.
    starts: Vec<(usize, usize)>,
}

impl Plain {
    /// A line that is the Markdown itself.
    pub fn of(text: &str) -> Self {
        Self { text: text.into(), starts: vec![(0, 0)] }
    }

    /// Where byte `at` of the line stands in the Markdown.
    pub fn origin(&self, at: usize) -> usize {
        let before = self.starts.iter().rev().find(|(start, _)| *start <= at);
        before.map_or(0, |(start, origin)| origin + at - start)
    }
}

/// How a run of words looks.
#[derive(Debug, Clone, PartialEq)]
enum Look {
    Emphasis,
    Strong,
    Link(String),
}

#[derive(Default)]
struct Reader {
    made: Markup,
    line: Line,
    plain: Plain,
    /// The points of the list that is open.
    points: Option<Vec<Line>>,
    look: Option<Look>,
    /// Inside a claim mark, whose words are its id.
    mark: bool,
}

/// Reads `text`, which is trimmed.
pub(crate) fn read(text: &str) -> Markup {
    let mut reader = Reader::default();
    let mut unlinked = Vec::new();
    // `[^M8]` is a link whose target is not defined; so the parser itself says where it begins and ends.
    let resolve = |link: BrokenLink| {
        if link.reference.starts_with('^') {
            return Some((link.reference.into_string().into(), CowStr::Borrowed("")));
        }
        unlinked.push((link.span.start, "these brackets are no link: write `[words](term/…)`".to_owned()));
        None
    };
    for (event, at) in Parser::new_with_broken_link_callback(text, Options::empty(), Some(resolve)).into_offset_iter() {
        reader.take(event, at.start, text);
    }
    reader.made.faults.append(&mut unlinked);
    reader.made.faults.sort();
    reader.made.faults.dedup();
    reader.made
}

impl Reader {
    fn take(&mut self, event: Event, at: usize, text: &str) {
        match event {
            Event::Start(tag) => self.begin(tag, at, text.get(at..).unwrap_or_default()),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.mark => drop(words),
            Event::Text(words) => self.say(&words, at),
            Event::SoftBreak => self.say(" ", at),
            Event::HardBreak => self.fault(at, "a forced line break; leave an empty line to begin a paragraph"),
            Event::Code(_) => self.fault(at, "code is not used in a course"),
            Event::Html(_) | Event::InlineHtml(_) => self.fault(at, "HTML is not used in a course"),
            Event::Rule => self.fault(at, "a rule is not used in a course"),
            _ => self.fault(at, "this mark is not used in a course"),
        }
    }

    fn begin(&mut self, tag: Tag, at: usize, text: &str) {
        match tag {
            Tag::Paragraph if self.points.is_some() && !self.line.is_empty() => {
                self.fault(at, "a point of a list is one paragraph");
            }
            Tag::Item if !text.starts_with('-') => self.fault(at, "a point of a list begins with `-`"),
            Tag::Paragraph | Tag::Item => {}
            Tag::List(Some(_)) => self.fault(at, "a numbered list; points begin with `-`"),
            Tag::List(None) if self.points.is_some() => self.fault(at, "a list inside a list"),
            Tag::List(None) => self.points = Some(Vec::new()),
            Tag::Emphasis | Tag::Strong if !text.starts_with('*') => self.fault(at, "emphasis is written with `*`"),
            Tag::Emphasis => self.wear(Look::Emphasis, at),
            Tag::Strong => self.wear(Look::Strong, at),
            Tag::Link { link_type: LinkType::ShortcutUnknown, dest_url, .. } => {
                self.mark(at, dest_url.trim_start_matches('^'));
            }
            Tag::Link { dest_url, .. } if dest_url.starts_with('^') => {
                self.fault(at, "a claim mark stands alone: write a space before it");
            }
            Tag::Link { link_type: LinkType::Inline, dest_url, title, .. } if title.is_empty() => {
                self.made.links.push((at, dest_url.to_string()));
                self.wear(Look::Link(dest_url.into_string()), at);
            }
            Tag::Link { .. } => self.fault(at, "a link is written `[words](term/…)`"),
            Tag::Heading { .. } => self.fault(at, "a heading is not used in a text"),
            Tag::CodeBlock(_) => self.fault(at, "code is not used in a course (is this line indented?)"),
            Tag::HtmlBlock => self.fault(at, "HTML is not used in a course"),
            Tag::BlockQuote(_) => self.fault(at, "a quotation block is not used in a course"),
            Tag::Image { .. } => self.fault(at, "a picture is not used in a course"),
            _ => self.fault(at, "this mark is not used in a course"),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.points.is_none() => {
                let line = self.finished();
                self.made.blocks.push(Block::Paragraph(line));
            }
            TagEnd::Item => {
                let line = self.finished();
                if let Some(points) = &mut self.points {
                    points.push(line);
                }
            }
            TagEnd::List(_) => {
                if let Some(points) = self.points.take() {
                    self.made.blocks.push(Block::Bullets(points));
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => self.look = None,
            TagEnd::Link => {
                self.look = None;
                self.mark = false;
            }
            _ => {}
        }
    }

    fn finished(&mut self) -> Line {
        let plain = std::mem::take(&mut self.plain);
        if !plain.text.is_empty() {
            self.made.lines.push(plain);
        }
        std::mem::take(&mut self.line)
    }

    fn wear(&mut self, look: Look, at: usize) {
        if self.look.replace(look).is_some() {
            self.fault(at, "one mark inside another: words stand out or lead somewhere, not both");
        }
    }

    fn say(&mut self, words: &str, at: usize) {
        self.plain.starts.push((self.plain.text.len(), at));
        self.plain.text.push_str(words);
        match (self.line.last_mut(), &self.look) {
            (Some(Span::Text(text)), None)
            | (Some(Span::Emphasis(text)), Some(Look::Emphasis))
            | (Some(Span::Strong(text)), Some(Look::Strong)) => text.push_str(words),
            (Some(Span::Link { to, text }), Some(Look::Link(link))) if to == link => text.push_str(words),
            (_, None) => self.line.push(Span::Text(words.into())),
            (_, Some(Look::Emphasis)) => self.line.push(Span::Emphasis(words.into())),
            (_, Some(Look::Strong)) => self.line.push(Span::Strong(words.into())),
            (_, Some(Look::Link(to))) => self.line.push(Span::Link { to: to.clone(), text: words.into() }),
        }
    }

    /// A claim mark. The space before it belongs to nobody.
    fn mark(&mut self, at: usize, claim: &str) {
        self.mark = true;
        if self.look.is_some() {
            self.fault(at, "a claim mark inside another mark");
        }
        self.plain.text.truncate(self.plain.text.trim_end().len());
        if let Some(Span::Text(text)) = self.line.last_mut() {
            text.truncate(text.trim_end().len());
            if text.is_empty() {
                self.line.pop();
            }
        }
        if self.line.is_empty() {
            self.fault(at, "a claim mark stands after its sentence");
        }
        self.made.claims.push((at, claim.into()));
        self.line.push(Span::Claim(claim.into()));
    }

    fn fault(&mut self, at: usize, reason: &str) {
        self.made.faults.push((at, reason.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Span {
        Span::Text(words.into())
    }

    #[test]
    fn a_paragraph_and_a_list_with_every_mark() {
        let read = read(
            "Your [viral load](term/viral-load) is\nlow. [^M8] [^M9] *Stay* there.\n\n- **Calm.** No rush.\n- Free",
        );
        assert!(read.faults.is_empty(), "{:?}", read.faults);
        assert_eq!(
            read.blocks,
            [
                Block::Paragraph(vec![
                    text("Your "),
                    Span::Link { to: "term/viral-load".into(), text: "viral load".into() },
                    text(" is low."),
                    Span::Claim("M8".into()),
                    Span::Claim("M9".into()),
                    text(" "),
                    Span::Emphasis("Stay".into()),
                    text(" there."),
                ]),
                Block::Bullets(vec![vec![Span::Strong("Calm.".into()), text(" No rush.")], vec![text("Free")]]),
            ]
        );
        let lines: Vec<&str> = read.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["Your viral load is low. Stay there.", "Calm. No rush.", "Free"]);
    }

    #[test]
    fn words_know_their_way_back() {
        let markdown = "Not *so* fast. [^M8] Wait &amp; see \\* now.";
        let read = read(markdown);
        let line = &read.lines[0];
        assert_eq!(line.text, "Not so fast. Wait & see * now.");
        for word in ["so", "fast", "Wait", "see", "now"] {
            assert_eq!(line.origin(line.text.find(word).unwrap()), markdown.find(word).unwrap(), "{word}");
        }
    }

    #[test]
    fn what_is_not_allowed_is_named_with_its_place() {
        for (markdown, at, reason) in [
            ("a `b`", 2, "code"),
            ("a <b>c</b>", 2, "HTML"),
            ("# a", 0, "heading"),
            ("> a", 0, "quotation"),
            ("a\n\n    b", 7, "indented"),
            ("![a](b)", 0, "picture"),
            ("1. a", 0, "numbered"),
            ("- a\n  - b", 6, "list inside a list"),
            ("- a\n\n  b", 7, "one paragraph"),
            ("+ a", 0, "begins with `-`"),
            ("a _b_", 2, "written with `*`"),
            ("*a [b](term/c)*", 3, "inside another"),
            ("a  \nb", 1, "forced"),
            ("a [b] c", 2, "no link"),
            ("<https://a.b>", 0, "a link is written"),
            ("[^M8] a", 0, "after its sentence"),
            ("a [^M8][^M9]", 2, "stands alone"),
            ("a\n\n---", 3, "rule"),
        ] {
            let faults = read(markdown).faults;
            assert!(faults.iter().any(|fault| fault.0 == at && fault.1.contains(reason)), "{markdown:?}: {faults:?}");
        }
    }
}
