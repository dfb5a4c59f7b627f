//! Lessons.

mod card;

use crate::SaywellError;
use saywell_core::content::Card;
use saywell_core::help::Facts;
use saywell_core::journal::Note;
use saywell_core::lesson::{
    CardPlace, CardRow, ChapterRow, CheckFeedback, Hit, HitKind, LessonCard, LessonStep, Outline, UnitEnd, UnitRow,
};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Lessons: the outline, one card at a time, its check, and search.
#[derive(uniffi::Object)]
pub struct LessonVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl LessonVerbs {
    /// All chapters and units, and the one to go on with.
    pub fn outline(&self) -> Result<Outline, SaywellError> {
        self.0.outline()
    }

    /// Opens a unit at the card the reader left, or at its first one.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit.
    pub fn open_unit(&self, unit: &str, now: Moment) -> Result<LessonStep, SaywellError> {
        self.0.open_unit(unit, now)
    }

    /// Goes from `card` to the one after it, or to the end of the unit. Asking twice goes once.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit or card, `Invalid` if the card is a gate.
    pub fn next_card(&self, unit: &str, card: &str, now: Moment) -> Result<LessonStep, SaywellError> {
        self.0.next_card(unit, card, now)
    }

    /// Goes from `card` to the one before it. Before the first card there is the first card.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit or card.
    pub fn previous_card(&self, unit: &str, card: &str, now: Moment) -> Result<LessonStep, SaywellError> {
        self.0.previous_card(unit, card, now)
    }

    /// Goes from `card` to any card that was seen before.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit or card, `Invalid` if `to` was never seen.
    pub fn go_to_card(&self, unit: &str, card: &str, to: &str, now: Moment) -> Result<LessonStep, SaywellError> {
        self.0.go_to_card(unit, card, to, now)
    }

    /// Answers the gate `card`: on to the next card, or to a help card. The answer is not stored.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit, card or option, `Invalid` if the card is no gate.
    pub fn answer_gate(&self, unit: &str, card: &str, option: &str, now: Moment) -> Result<LessonStep, SaywellError> {
        self.0.answer_gate(unit, card, option, now)
    }

    /// Answers the check `card`. After an answer that is not the better one it may be answered once more.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit, card or option, `Invalid` if the card is no check,
    /// `OutOfDate` if it is over.
    pub fn answer_check(&self, unit: &str, card: &str, option: &str, now: Moment) -> Result<LessonStep, SaywellError> {
        self.0.answer_check(unit, card, option, now)
    }

    /// What a unit, quiz, scenario, relaxation, help card, term, technique or plan is called, as it may stand in a list; nothing
    /// for any other id.
    pub fn title(&self, id: &str) -> Result<Option<String>, SaywellError> {
        Ok(self.0.title(id))
    }

    /// The unit that a card belongs to, for instance one that a search found or that a note was written on.
    ///
    /// # Errors
    /// `NotFound` if there is no such card.
    pub fn card_place(&self, card: &str) -> Result<CardPlace, SaywellError> {
        self.0.card_place(card)
    }

    /// The cards of a unit, in order.
    ///
    /// # Errors
    /// `NotFound` if there is no such unit.
    pub fn unit_cards(&self, unit: &str) -> Result<Vec<CardRow>, SaywellError> {
        self.0.unit_cards(unit)
    }

    /// What holds all of these words, the best first: names, then titles, then texts. Nothing for an empty question.
    pub fn search(&self, words: &str) -> Result<Vec<Hit>, SaywellError> {
        Ok(self.0.search(words))
    }
}

/// All chapters, with how far the reader is.
#[uniffi::remote(Record)]
pub struct Outline {
    /// In the course's order.
    pub chapters: Vec<ChapterRow>,
    /// The unit to go on with: the one read last that is not done, or the first one that is not.
    pub go_on: Option<UnitRow>,
}

/// A chapter in the outline.
#[uniffi::remote(Record)]
pub struct ChapterRow {
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// In order.
    pub units: Vec<UnitRow>,
}

/// A unit in the outline.
#[uniffi::remote(Record)]
pub struct UnitRow {
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// How long it takes.
    pub minutes: u8,
    /// Cards that were on screen once.
    pub seen: u16,
    /// All its cards.
    pub of: u16,
    /// Its last card was on screen once.
    pub done: bool,
}

/// What a screen shows after a move.
#[uniffi::remote(Enum)]
pub enum LessonStep {
    /// A card.
    Card(#[uniffi(name = "card")] Box<LessonCard>),
    /// The unit is over.
    End(#[uniffi(name = "end")] UnitEnd),
    /// A gate led to a help card; the reader stays where they are.
    Help {
        /// The help card's id.
        card: String,
    },
}

/// A card, and what the person has done with it.
#[uniffi::remote(Record)]
pub struct LessonCard {
    /// The unit's id.
    pub unit: String,
    /// The unit's own title.
    pub title: String,
    /// From 1.
    pub position: u16,
    /// All its cards.
    pub of: u16,
    /// What it shows.
    pub card: Card,
    /// What was said to the last tap, on a check that was tapped.
    pub feedback: Option<CheckFeedback>,
    /// The person's note, on a card that asks for one.
    pub note: Option<Note>,
    /// What it claims.
    pub facts: Facts,
}

/// The end of a unit.
#[uniffi::remote(Record)]
pub struct UnitEnd {
    /// The unit's id.
    pub unit: String,
    /// The unit's own title.
    pub title: String,
    /// What the person can do now.
    pub goal: String,
    /// The unit that follows, if there is one.
    pub next: Option<UnitRow>,
}

/// Where a card stands.
#[uniffi::remote(Record)]
pub struct CardPlace {
    /// Its unit's id.
    pub unit: String,
    /// Its unit's title, as it may stand in a list.
    pub title: String,
    /// From 1.
    pub position: u16,
    /// All cards of the unit.
    pub of: u16,
}

/// A card in the contents of its unit.
#[uniffi::remote(Record)]
pub struct CardRow {
    /// Its id.
    pub id: String,
    /// It was on screen once: a reader may go to it.
    pub seen: bool,
}

/// What a hit leads to.
#[uniffi::remote(Enum)]
pub enum HitKind {
    /// A glossary term.
    Term,
    /// A help card.
    Help,
    /// A unit.
    Unit,
    /// A card of a unit.
    Card,
    /// A quiz.
    Quiz,
    /// A relaxation.
    Relaxation,
    /// A talk to rehearse.
    Scenario,
}

/// Something that was found.
#[uniffi::remote(Record)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// The sentence that holds the words, where they were found in a text.
    pub excerpt: Option<String>,
}
