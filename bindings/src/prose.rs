//! Text as a screen draws it.

use saywell_core::content::{Block, Line, Span as TextSpan};

/// A paragraph or a list.
#[uniffi::remote(Enum)]
pub enum Block {
    /// A paragraph.
    Paragraph(#[uniffi(name = "line")] Line),
    /// A list; one line a point.
    Bullets(#[uniffi(name = "lines")] Vec<Line>),
}

/// A run of text with one look, or a mark at the end of a sentence.
#[uniffi::remote(Enum)]
pub enum TextSpan {
    /// Plain words.
    Text(#[uniffi(name = "text")] String),
    /// Words that stand out a little.
    Emphasis(#[uniffi(name = "text")] String),
    /// Words that name what follows, such as the first words of a list's point.
    Strong(#[uniffi(name = "text")] String),
    /// Words that lead to something in the course, such as `term/viral-load`.
    Link {
        /// The id it leads to.
        to: String,
        /// The words.
        text: String,
    },
    /// The sentence before this mark rests on the claim with this id, such as `M8`.
    Claim(#[uniffi(name = "claim")] String),
}
