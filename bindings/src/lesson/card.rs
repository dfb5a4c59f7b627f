//! What a card of a unit shows.

use saywell_core::content::{Card, CardKind, CheckOption, Door, Line, Prose, Spoken, Step, TableRow as CardTableRow};
use saywell_core::lesson::CheckFeedback;

/// What the screen says to a tap.
#[uniffi::remote(Record)]
pub struct CheckFeedback {
    /// The option tapped last.
    pub option: String,
    /// Whether it is the better one.
    pub right: bool,
    /// Why.
    pub why: Line,
    /// The question in other words, while it may be answered once more.
    pub again: Option<Line>,
}

/// One screen of a unit.
#[uniffi::remote(Record)]
pub struct Card {
    /// Such as `lesson/talk-early/on-a-walk`.
    pub id: String,
    /// What it shows.
    pub kind: CardKind,
    /// It holds wording that a clinician has yet to write or approve; the reader is told.
    pub needs_clinician: bool,
}

/// What a card shows.
#[uniffi::remote(Enum)]
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
        rows: Vec<CardTableRow>,
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
#[uniffi::remote(Record)]
pub struct Door {
    /// Such as `lesson/talk-early/check-first/no`.
    pub id: String,
    /// The answer.
    pub text: Line,
    /// The help card it leads to; without one, the next card.
    pub to: Option<String>,
}

/// A line of a worked dialogue.
#[uniffi::remote(Record)]
pub struct Spoken {
    /// `you`, `partner`, or a name.
    pub by: String,
    /// What they say.
    pub say: Line,
}

/// An answer to a check.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct Step {
    /// What to do.
    pub text: Line,
    /// As on `Card`.
    pub needs_clinician: bool,
}

/// A row of a table.
#[uniffi::remote(Record)]
pub struct CardTableRow {
    /// The first names the row.
    pub cells: Vec<Line>,
    /// As on `Card`.
    pub needs_clinician: bool,
}
