//! The journal: private notes, free or on a card, and plans for a talk.
//!
//! A note is on disk when its verb returns, and is never cut: what is too long is refused whole. A verb that is retried
//! writes once, because the shell makes the id.

mod plan;
mod rows;

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Error, Moment, Result, id, text};
use rusqlite::Connection;
use saywell_content::PlanPrompts;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Made by the shell, unique.
    pub id: String,
    /// The card it belongs to; a free note has none.
    pub card: Option<String>,
    /// What the person wrote; at most 20,000 characters, not empty.
    pub text: String,
    /// When it was last changed.
    pub written: Moment,
}

/// A plan for a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Made by the shell, unique.
    pub id: String,
    /// What the person wrote.
    pub fields: PlanFields,
    /// When it was last changed.
    pub written: Moment,
}

/// The answers to the questions of a plan; each may be empty, and has at most 20,000 characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanFields {
    /// When to talk.
    pub time: String,
    /// Where.
    pub place: String,
    /// The first line.
    pub opening: String,
    /// What to offer.
    pub offer: String,
    /// How to end it.
    pub exit: String,
}

/// What a person is asked when they plan a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanQuestions {
    /// The questions, and what is read before them.
    pub prompts: PlanPrompts,
    /// What is claimed before them.
    pub facts: Facts,
}

impl Engine {
    /// Writes a free note, or changes the one with this id. White space around it goes, and so do control characters.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the id cannot be one, or the text is empty or too long; then nothing is changed.
    pub fn write_note(&self, id: &str, written: &str, now: Moment) -> Result<Note> {
        self.save_note(id, None, written, now)
    }

    /// Writes the note of a card that asks for one, or changes it. A card has one note: the id of the first one stays.
    ///
    /// # Errors
    /// As [`Self::write_note`], and [`Error::NotFound`] if there is no such card.
    pub fn write_card_note(&self, id: &str, card: &str, written: &str, now: Moment) -> Result<Note> {
        let course = self.course();
        let card = &course.card(card).or_not_found("card")?.id;
        self.save_note(id, Some(card), written, now)
    }

    /// The newest `limit` notes, newest first; or those begun before the note with the id `before`.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no note `before`.
    pub fn notes(&self, before: Option<&str>, limit: u32) -> Result<Vec<Note>> {
        self.vault.read(|connection| {
            if let Some(id) = before {
                rows::note(connection, id)?.or_not_found("note")?;
            }
            rows::notes(connection, before, limit)
        })
    }

    /// Deletes a note for good.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such note.
    pub fn delete_note(&self, id: &str) -> Result<()> {
        self.vault.erase(|tx| rows::delete_note(tx, id)?.then_some(()).or_not_found("note"))
    }

    /// What a person is asked when they plan a talk.
    #[must_use]
    pub fn plan_questions(&self, now: Moment) -> PlanQuestions {
        let course = self.course();
        let prompts = course.plan.clone();
        let facts = Facts::of(&course, &prompts.claims(), now);
        PlanQuestions { prompts, facts }
    }

    /// Writes a plan, or changes the one with this id.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the id cannot be one, all fields are empty or one is too long; then nothing is changed.
    pub fn write_plan(&self, id: &str, fields: &PlanFields, now: Moment) -> Result<Plan> {
        let fields = PlanFields {
            time: text::cleaned("time", &fields.time)?,
            place: text::cleaned("place", &fields.place)?,
            opening: text::cleaned("opening", &fields.opening)?,
            offer: text::cleaned("offer", &fields.offer)?,
            exit: text::cleaned("exit", &fields.exit)?,
        };
        if fields == PlanFields::default() {
            return Err(Error::Invalid { field: "plan", reason: "is not empty" });
        }
        let plan = Plan { id: id::checked(id)?.to_owned(), fields, written: now };
        self.vault.write(|tx| rows::save_plan(tx, &plan))?;
        Ok(plan)
    }

    /// The newest `limit` plans, newest first.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn plans(&self, limit: u32) -> Result<Vec<Plan>> {
        self.vault.read(|connection| rows::plans(connection, limit))
    }

    /// A plan as plain text, under a title that names nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such plan.
    pub fn plan_as_text(&self, id: &str) -> Result<String> {
        let course = self.course();
        let plan = self.vault.read(|connection| rows::plan(connection, id))?.or_not_found("plan")?;
        Ok(plan::as_text(&course.plan, &plan.fields))
    }

    /// Deletes a plan for good.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such plan.
    pub fn delete_plan(&self, id: &str) -> Result<()> {
        self.vault.erase(|tx| rows::delete_plan(tx, id)?.then_some(()).or_not_found("plan"))
    }

    fn save_note(&self, id: &str, card: Option<&str>, written: &str, now: Moment) -> Result<Note> {
        let text = text::cleaned("text", written)?;
        if text.is_empty() {
            return Err(Error::Invalid { field: "text", reason: "is not empty" });
        }
        let fresh = Note { id: id::checked(id)?.to_owned(), card: card.map(ToOwned::to_owned), text, written: now };
        self.vault.write(|tx| {
            let known = match card {
                Some(card) => rows::note_of_card(tx, card)?,
                None => rows::note(tx, id)?,
            };
            let note = match known {
                Some(known) => Note { text: fresh.text, written: fresh.written, ..known },
                None => fresh,
            };
            rows::save_note(tx, &note)?;
            Ok(note)
        })
    }
}

/// The note that belongs to a card.
pub(crate) fn note_of_card(connection: &Connection, card: &str) -> Result<Option<Note>> {
    rows::note_of_card(connection, card)
}
