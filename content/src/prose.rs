//! Text as a screen draws it: no Markdown and no HTML reaches a shell.

use serde::{Deserialize, Serialize};

/// A text of one paragraph: a question, an option, a spoken line.
pub type Line = Vec<Span>;

/// A text of several paragraphs and lists.
pub type Prose = Vec<Block>;

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A list; one line a point.
    Bullets(Vec<Line>),
}

/// A run of text with one look, or a mark at the end of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Words that stand out a little.
    Emphasis(String),
    /// Words that name what follows, such as the first words of a list's point.
    Strong(String),
    /// Words that lead to something in the course, such as `term/viral-load`.
    Link {
        /// The id it leads to.
        to: String,
        /// The words.
        text: String,
    },
    /// The sentence before this mark rests on the claim with this id, such as `M8`.
    Claim(String),
}

impl Span {
    /// The words a person reads; nothing for a mark.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text) | Self::Emphasis(text) | Self::Strong(text) | Self::Link { text, .. } => text,
            Self::Claim(_) => "",
        }
    }
}

impl Block {
    /// The lines of the block: one of a paragraph, one a point of a list.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        match self {
            Self::Paragraph(line) => std::slice::from_ref(line),
            Self::Bullets(lines) => lines,
        }
    }
}
