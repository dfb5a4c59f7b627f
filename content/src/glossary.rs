//! Terms, and the techniques that the course teaches.

use crate::{Line, Prose};
use serde::{Deserialize, Serialize};

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Such as `term/viral-load`.
    pub id: String,
    /// The word we use.
    pub name: String,
    /// Other words that find it.
    pub aliases: Vec<String>,
    /// What it means.
    pub body: Prose,
    /// Found only by its whole name or a whole alias, never by a part or in a text.
    #[serde(default)]
    pub exact: bool,
}

/// A way to talk that the course teaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Technique {
    /// Such as `technique/talk-early`.
    pub id: String,
    /// Its name on screen.
    pub name: String,
    /// Asked when it is due for review.
    pub ask: Line,
    /// The answer to compare with.
    pub answer: Line,
}
