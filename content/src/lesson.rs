//! Units and their cards.

use crate::{Line, Prose};
use serde::{Deserialize, Serialize};

/// A unit of 3 to 8 minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Such as `lesson/talk-early`.
    pub id: String,
    /// The heading inside the unit.
    pub title: String,
    /// Stands everywhere until the unit is open, where the title names a condition.
    pub home_title: Option<String>,
    /// 3 to 8.
    pub minutes: u8,
    /// What a person can do after it.
    pub goal: String,
    /// Ids of the techniques it teaches, such as `technique/talk-early`.
    pub teaches: Vec<String>,
    /// In order; at least one.
    pub cards: Vec<Card>,
}

impl Unit {
    /// The title that may stand in a list, on Home or in a notice.
    #[must_use]
    pub fn outside_title(&self) -> &str {
        self.home_title.as_deref().unwrap_or(&self.title)
    }
}

/// One screen of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Such as `lesson/talk-early/on-a-walk`.
    pub id: String,
    /// What it shows.
    pub kind: CardKind,
    /// It holds wording that a clinician has yet to write or approve; the reader is told.
    #[serde(default)]
    pub needs_clinician: bool,
}

/// What a card shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    /// A safety question whose answers are doors. The answer is never stored, and the card cannot be skipped.
    Gate {
        /// The question.
        question: Line,
        /// What happens with the answer.
        body: Prose,
        /// Two or more.
        doors: Vec<Door>,
    },
    /// Something to read.
    Read {
        /// The heading.
        title: String,
        /// The text.
        body: Prose,
    },
    /// A worked dialogue.
    Exchange {
        /// The heading.
        title: String,
        /// The technique it shows.
        technique: String,
        /// Where and when it happens.
        scene: Line,
        /// What they say.
        lines: Vec<Spoken>,
        /// What to notice.
        notice: Line,
    },
    /// A one-tap question with feedback. Not scored.
    Check {
        /// The question.
        question: Line,
        /// Exactly one is right.
        options: Vec<CheckOption>,
        /// The question in other words, offered once.
        again: Line,
    },
    /// Numbered steps, one a screen.
    Steps {
        /// The heading.
        title: String,
        /// In order.
        steps: Vec<Step>,
    },
    /// Facts in rows, such as lube by material.
    Table {
        /// The heading.
        title: String,
        /// What each column holds; the first names the rows.
        columns: Vec<String>,
        /// As many cells as columns.
        rows: Vec<TableRow>,
    },
    /// A question for a private note.
    Reflect {
        /// The question.
        prompt: Line,
        /// How one might begin, and what to leave out.
        hint: Line,
    },
    /// A door to something to practise.
    Practise {
        /// An id: a quiz, a relaxation, a scenario, a help card, `journal/plan-the-talk`.
        to: String,
        /// Why go there.
        body: Line,
    },
}

/// An answer to a gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Such as `lesson/talk-early/check-first/no`.
    pub id: String,
    /// The answer.
    pub text: Line,
    /// The help card it leads to; without one, the next card.
    pub to: Option<String>,
}

/// A line of a worked dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// `you`, `partner`, or a name.
    pub by: String,
    /// What they say.
    pub say: Line,
}

/// An answer to a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckOption {
    /// Such as `lesson/talk-early/which-time/sunday`.
    pub id: String,
    /// The answer.
    pub text: Line,
    /// Whether it is the better one.
    pub right: bool,
    /// Why; shown after a tap.
    pub why: Line,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What to do.
    pub text: Line,
    /// As on [`Card`].
    #[serde(default)]
    pub needs_clinician: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// The first names the row.
    pub cells: Vec<Line>,
    /// As on [`Card`].
    #[serde(default)]
    pub needs_clinician: bool,
}
