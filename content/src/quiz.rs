//! Quizzes.

use crate::Line;
use serde::{Deserialize, Serialize};

/// A quiz: items in the authors' order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// Such as `quiz/talk-it-through`.
    pub id: String,
    /// The heading inside the quiz.
    pub title: String,
    /// Stands everywhere else, where the title names a condition.
    pub home_title: Option<String>,
    /// At least one.
    pub items: Vec<Item>,
}

impl Quiz {
    /// The title that may stand in a list, on Home or in a notice.
    #[must_use]
    pub fn outside_title(&self) -> &str {
        self.home_title.as_deref().unwrap_or(&self.title)
    }
}

/// A question with its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Such as `quiz/talk-it-through/safe-first`.
    pub id: String,
    /// How it is answered.
    pub kind: ItemKind,
    /// The question, or the statement to judge.
    pub ask: Line,
    /// Two or more; in the authors' order.
    pub options: Vec<QuizOption>,
    /// Ids of the techniques it exercises.
    #[serde(default)]
    pub exercises: Vec<String>,
}

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// Exactly one option is right and one is chosen.
    One,
    /// Any number are right; all of them and no other must be chosen.
    Many,
    /// As [`ItemKind::One`], in the authors' order: true, false.
    TrueFalse,
}

/// An option of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizOption {
    /// Such as `quiz/talk-it-through/safe-first/get-help`.
    pub id: String,
    /// The answer.
    pub text: Line,
    /// Whether it belongs to the right answer.
    pub right: bool,
    /// Why people believe it, and what is so; shown after an answer.
    pub why: Line,
    /// Stays last whatever the shuffle ("All of these").
    #[serde(default)]
    pub last: bool,
}
