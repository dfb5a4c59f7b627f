//! The journal: notes, and plans for a talk.

use crate::SaywellError;
use saywell_core::content::{Line, PlanPrompts, Prompt, Prose};
use saywell_core::help::Facts;
use saywell_core::journal::{Note, Plan, PlanFields, PlanQuestions};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// The journal: private notes, free or on a card, and plans for a talk.
#[derive(uniffi::Object)]
pub struct JournalVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl JournalVerbs {
    /// Writes a free note, or changes the one with this id. White space around it goes, and so do control characters.
    ///
    /// # Errors
    /// `Invalid` if the id cannot be one, or the text is empty or too long; then nothing is changed.
    pub fn write_note(&self, id: &str, written: &str, now: Moment) -> Result<Note, SaywellError> {
        self.0.write_note(id, written, now)
    }

    /// Writes the note of a card that asks for one, or changes it. A card has one note: the id of the first one stays.
    ///
    /// # Errors
    /// As `write_note`, and `NotFound` if there is no such card.
    pub fn write_card_note(&self, id: &str, card: &str, written: &str, now: Moment) -> Result<Note, SaywellError> {
        self.0.write_card_note(id, card, written, now)
    }

    /// The newest `limit` notes, newest first; or those begun before the note with the id `before`.
    ///
    /// # Errors
    /// `NotFound` if there is no note `before`.
    pub fn notes(&self, before: Option<String>, limit: u32) -> Result<Vec<Note>, SaywellError> {
        self.0.notes(before.as_deref(), limit)
    }

    /// Deletes a note for good.
    ///
    /// # Errors
    /// `NotFound` if there is no such note.
    pub fn delete_note(&self, id: &str) -> Result<(), SaywellError> {
        self.0.delete_note(id)
    }

    /// What a person is asked when they plan a talk.
    pub fn plan_questions(&self, now: Moment) -> Result<PlanQuestions, SaywellError> {
        Ok(self.0.plan_questions(now))
    }

    /// Writes a plan, or changes the one with this id.
    ///
    /// # Errors
    /// `Invalid` if the id cannot be one, all fields are empty or one is too long; then nothing is changed.
    pub fn write_plan(&self, id: &str, fields: &PlanFields, now: Moment) -> Result<Plan, SaywellError> {
        self.0.write_plan(id, fields, now)
    }

    /// The newest `limit` plans, newest first.
    pub fn plans(&self, limit: u32) -> Result<Vec<Plan>, SaywellError> {
        self.0.plans(limit)
    }

    /// A plan as plain text, under a title that names nothing.
    ///
    /// # Errors
    /// `NotFound` if there is no such plan.
    pub fn plan_as_text(&self, id: &str) -> Result<String, SaywellError> {
        self.0.plan_as_text(id)
    }

    /// Deletes a plan for good.
    ///
    /// # Errors
    /// `NotFound` if there is no such plan.
    pub fn delete_plan(&self, id: &str) -> Result<(), SaywellError> {
        self.0.delete_plan(id)
    }
}

/// A note.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct Plan {
    /// Made by the shell, unique.
    pub id: String,
    /// What the person wrote.
    pub fields: PlanFields,
    /// When it was last changed.
    pub written: Moment,
}

/// The answers to the questions of a plan; each may be empty, and has at most 20,000 characters.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct PlanQuestions {
    /// The questions, and what is read before them.
    pub prompts: PlanPrompts,
    /// What is claimed before them.
    pub facts: Facts,
}

/// What a person is asked when they plan a talk.
#[uniffi::remote(Record)]
pub struct PlanPrompts {
    /// `journal/plan-the-talk`.
    pub id: String,
    /// On screen.
    pub title: String,
    /// Read before the first question.
    pub before: Prose,
    /// Stands over a plan that leaves the app; names nothing.
    pub share_title: String,
    /// When will you talk?
    pub when: Prompt,
    /// Where?
    pub place: Prompt,
    /// Your first line.
    pub opening: Prompt,
    /// What you could offer.
    pub offer: Prompt,
    /// How you will end it.
    pub exit: Prompt,
}

/// One question of a plan.
#[uniffi::remote(Record)]
pub struct Prompt {
    /// Its short name, also used when the plan is shared.
    pub label: String,
    /// The question.
    pub ask: Line,
    /// An example.
    pub hint: Line,
}
