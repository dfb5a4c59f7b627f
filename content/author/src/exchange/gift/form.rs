//! The words of a GIFT text: in which form they are written, and whether plain words are left of it.

use super::letters::{Letter, text, trimmed};
use super::read::Doubt;
use crate::exchange::folded;
use crate::markup;
use saywell_content::{Block, Line, Span};

/// What the words of a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// Moodle's own form, and HTML: tags and entities are read.
    Loose,
    Markdown,
}

/// A text without the name of its form.
pub(super) fn formed(letters: &[Letter], otherwise: Form) -> (Form, &[Letter]) {
    let letters = trimmed(letters);
    let end = letters.iter().position(|letter| letter.is == ']').map_or(0, |end| end + 1);
    let name = letters.get(..end).map(text).unwrap_or_default();
    let form = match name.as_str() {
        "[plain]" => Form::Plain,
        "[html]" | "[moodle]" => Form::Loose,
        "[markdown]" => Form::Markdown,
        _ => return (otherwise, letters),
    };
    (form, letters.get(end..).unwrap_or_default())
}

impl Form {
    pub fn read(self, letters: &[Letter], at: usize, what: &str) -> Result<Line, Doubt> {
        let letters = trimmed(letters);
        let at = letters.first().map_or(at, |letter| letter.at);
        if let Some(broken) = letters.iter().find(|letter| letter.is == '\n') {
            return Err((broken.at, format!("a line break in {what}: it is one paragraph")));
        }
        let words = folded(&text(letters));
        if words.is_empty() {
            return Err((at, format!("{what} is empty")));
        }
        let marked = match self {
            Self::Plain => None,
            Self::Loose => has_html(&words).then_some("HTML"),
            Self::Markdown => (!says_itself(&words)).then_some("Markdown"),
        };
        match marked {
            Some(mark) => Err((at, format!("{mark} in {what}: only plain words come over"))),
            None => Ok(line(&words)),
        }
    }
}

/// A tag or an entity, not a lonely `<` or `&`.
fn has_html(words: &str) -> bool {
    let tag = |after: &str| after.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/' || next == '!');
    let entity = |after: &str| {
        let name = after.split(';').next().filter(|name| name.len() < after.len()).unwrap_or_default();
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
    };
    words.match_indices('<').any(|(at, _)| words.get(at + 1..).is_some_and(tag))
        || words.match_indices('&').any(|(at, _)| words.get(at + 1..).is_some_and(entity))
}

/// Whether Markdown makes nothing else of these words.
fn says_itself(words: &str) -> bool {
    let read = markup::read(words);
    read.faults.is_empty() && read.blocks == [Block::Paragraph(line(words))]
}

pub(super) fn line(words: &str) -> Line {
    vec![Span::Text(words.into())]
}

pub(super) fn words_of(line: &Line) -> String {
    line.iter().map(Span::words).collect()
}
