//! Lessons: the outline, one card at a time, its check, and search.
//!
//! A reader is always where they left off, whatever happened to the phone in between: every move is on disk before its
//! card is shown. A unit is done when its last card was on screen. What a gate asks is never stored.

mod check;
mod contents;
mod place;
mod rows;
mod search;

pub use check::CheckFeedback;
pub use contents::{CardPlace, CardRow};
pub use search::{Hit, HitKind};

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::journal::{self, Note};
use crate::{Engine, Error, Moment, Result, review};
use place::{Move, Place, PlaceRow};
use rusqlite::{Connection, Transaction};
use saywell_content::{Card, CardKind, Chapter, Course, Unit};
use std::collections::HashSet;

/// All chapters, with how far the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// In the course's order.
    pub chapters: Vec<ChapterRow>,
    /// The unit to go on with: the one read last that is not done, or the first one that is not.
    pub go_on: Option<UnitRow>,
}

/// A chapter in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterRow {
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// How many of its units are done.
    pub done: u16,
    /// In order.
    pub units: Vec<UnitRow>,
}

/// A unit in the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LessonStep {
    /// A card.
    Card(Box<LessonCard>),
    /// The unit is over.
    End(UnitEnd),
    /// A gate led to a help card; the reader stays where they are.
    Help {
        /// The help card's id.
        card: String,
    },
}

/// A card, and what the person has done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl Engine {
    /// All chapters and units, and the one to go on with.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn outline(&self) -> Result<Outline> {
        self.vault.read(|connection| outline_in(&self.course(), connection))
    }

    /// Opens a unit at the card the reader left, or at its first one.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such unit.
    pub fn open_unit(&self, unit: &str, now: Moment) -> Result<LessonStep> {
        let course = self.course();
        let unit = course.unit(unit).or_not_found("unit")?;
        self.vault.write(|tx| {
            let left = rows::place(tx, &unit.id)?;
            let seen = rows::seen_in(tx, &unit.id)?;
            arrive(&course, tx, unit, place::resumed(unit, left.as_ref().map(|row| row.card.as_str()), &seen), now)
        })
    }

    /// Goes from `card` to the one after it, or to the end of the unit. Asking twice goes once.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such unit or card, [`Error::Invalid`] if the card is a gate.
    pub fn next_card(&self, unit: &str, card: &str, now: Moment) -> Result<LessonStep> {
        self.move_from(unit, card, Move::Next, now)
    }

    /// Goes from `card` to the one before it. Before the first card there is the first card.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such unit or card.
    pub fn previous_card(&self, unit: &str, card: &str, now: Moment) -> Result<LessonStep> {
        self.move_from(unit, card, Move::Back, now)
    }

    /// Goes from `card` to any card that was seen before.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such unit or card, [`Error::Invalid`] if `to` was never seen.
    pub fn go_to_card(&self, unit: &str, card: &str, to: &str, now: Moment) -> Result<LessonStep> {
        self.move_from(unit, card, Move::To(to), now)
    }

    /// Answers the gate `card`: on to the next card, or to a help card. The answer is not stored.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such unit, card or option, [`Error::Invalid`] if the card is no gate.
    pub fn answer_gate(&self, unit: &str, card: &str, option: &str, now: Moment) -> Result<LessonStep> {
        let course = self.course();
        let unit = course.unit(unit).or_not_found("unit")?;
        match place::through_gate(unit, card, option)? {
            (_, Some(help)) => Ok(LessonStep::Help { card: help.to_owned() }),
            (place, None) => self.vault.write(|tx| arrive(&course, tx, unit, place, now)),
        }
    }

    /// Answers the check `card`. After an answer that is not the better one it may be answered once more.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such unit, card or option, [`Error::Invalid`] if the card is no check,
    /// [`Error::OutOfDate`] if it is over.
    pub fn answer_check(&self, unit: &str, card: &str, option: &str, now: Moment) -> Result<LessonStep> {
        let course = self.course();
        let unit = course.unit(unit).or_not_found("unit")?;
        let position = unit.cards.iter().position(|known| known.id == card).or_not_found("card")?;
        let known = unit.cards.get(position).or_not_found("card")?;
        let CardKind::Check { options, .. } = &known.kind else {
            return Err(Error::Invalid { field: "card", reason: "is a check" });
        };
        self.vault.write(|tx| {
            let tapped = check::tapped(options, rows::check(tx, card)?.as_ref(), option)?;
            rows::save_check(tx, &unit.id, card, &tapped)?;
            card_in(&course, tx, unit, position, known, now)
        })
    }

    fn move_from(&self, unit: &str, card: &str, to: Move, now: Moment) -> Result<LessonStep> {
        let course = self.course();
        let unit = course.unit(unit).or_not_found("unit")?;
        self.vault.write(|tx| {
            // Only a jump needs it, and it is read row by row.
            let seen = if let Move::To(_) = to { rows::seen_in(tx, &unit.id)? } else { HashSet::new() };
            let place = place::moved(unit, card, to, &seen)?;
            arrive(&course, tx, unit, place, now)
        })
    }
}

/// Stores where the reader is now, and says what to show there.
fn arrive(course: &Course, tx: &Transaction, unit: &Unit, place: Place, now: Moment) -> Result<LessonStep> {
    match place {
        Place::At(position, card) => {
            let done = position + 1 == unit.cards.len();
            rows::save_seen(tx, &card.id, now)?;
            rows::save_place(tx, &PlaceRow { unit: unit.id.clone(), card: card.id.clone(), done })?;
            if done {
                review::learn(tx, &unit.teaches, now)?;
            }
            card_in(course, tx, unit, position, card, now)
        }
        Place::End => end(course, tx, unit),
    }
}

/// The next opening begins anew.
fn end(course: &Course, tx: &Transaction, unit: &Unit) -> Result<LessonStep> {
    rows::delete_checks(tx, &unit.id)?;
    if let Some(first) = unit.cards.first() {
        rows::save_place(tx, &PlaceRow { unit: unit.id.clone(), card: first.id.clone(), done: true })?;
    }
    let rows = outline_in(course, tx)?.chapters.into_iter().flat_map(|chapter| chapter.units);
    let next = rows.skip_while(|row| row.id != unit.id).nth(1);
    Ok(LessonStep::End(UnitEnd { unit: unit.id.clone(), title: unit.title.clone(), goal: unit.goal.clone(), next }))
}

fn card_in(
    course: &Course,
    connection: &Connection,
    unit: &Unit,
    position: usize,
    card: &Card,
    now: Moment,
) -> Result<LessonStep> {
    let feedback = match &card.kind {
        CardKind::Check { options, again, .. } => {
            rows::check(connection, &card.id)?.and_then(|tapped| check::feedback(options, again, &tapped))
        }
        _ => None,
    };
    let note = match card.kind {
        CardKind::Reflect { .. } => journal::note_of_card(connection, &card.id)?,
        _ => None,
    };
    Ok(LessonStep::Card(Box::new(LessonCard {
        unit: unit.id.clone(),
        title: unit.title.clone(),
        position: count(position + 1),
        of: count(unit.cards.len()),
        card: card.clone(),
        feedback,
        note,
        facts: Facts::of(course, &card.claims(), now),
    })))
}

fn outline_in(course: &Course, connection: &Connection) -> Result<Outline> {
    let places = rows::places(connection)?;
    let seen = rows::seen(connection)?;
    let row = |unit: &Unit| unit_row(unit, &places, &seen);
    let chapter = |chapter: &Chapter| {
        let done = chapter.units.iter().filter(|unit| place::is_done(&unit.id, &places)).count();
        ChapterRow {
            id: chapter.id.clone(),
            title: chapter.outside_title().to_owned(),
            done: u16::try_from(done).unwrap_or(u16::MAX),
            units: chapter.units.iter().map(row).collect(),
        }
    };
    Ok(Outline {
        chapters: course.chapters.iter().map(chapter).collect(),
        go_on: place::go_on(course, &places).map(row),
    })
}

/// The unit to go on with, and how many are done; costs what it says, not what was read in ten years.
pub(crate) fn standing(course: &Course, connection: &Connection) -> Result<(Option<UnitRow>, u16)> {
    let places = rows::places(connection)?;
    let done = course.units().filter(|unit| place::is_done(&unit.id, &places)).count();
    let go_on = match place::go_on(course, &places) {
        Some(unit) => Some(unit_row(unit, &places, &rows::seen_in(connection, &unit.id)?)),
        None => None,
    };
    Ok((go_on, count(done)))
}

fn unit_row(unit: &Unit, places: &[PlaceRow], seen: &HashSet<String>) -> UnitRow {
    UnitRow {
        id: unit.id.clone(),
        title: unit.outside_title().to_owned(),
        minutes: unit.minutes,
        seen: count(unit.cards.iter().filter(|card| seen.contains(&card.id)).count()),
        of: count(unit.cards.len()),
        done: place::is_done(&unit.id, places),
    }
}

/// A small count. A unit of 65,535 cards would be a fault of the checker.
fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
