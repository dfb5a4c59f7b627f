//! Spaced review: what was missed in a quiz and what a unit taught come back when they are about to be forgotten.
//!
//! A quiz item is answered again; a technique is recalled, compared and judged by the person. Nothing is asked twice a
//! day, nothing stays away for more than 60 days, and nothing is counted against anybody.

mod memory;
mod rows;

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::mix::mix;
use crate::quiz::{self, Offered, QuizFeedback, score};
use crate::{Engine, Moment, Result, moment, vault};
use chrono::NaiveDate;
use memory::{Recall, Remembered};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, Item, ItemKind, Line, Technique};

/// What a screen shows next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStep {
    /// What is due today, this one counted.
    pub due: u16,
    /// What to ask now; nothing if nothing is due.
    pub ask: Option<ReviewAsk>,
    /// The day on which something is due again.
    pub next_day: Option<NaiveDate>,
}

/// Something to recall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewAsk {
    /// A quiz item, to be answered.
    Item {
        /// Its id.
        item: String,
        /// How it is answered.
        kind: ItemKind,
        /// The question.
        ask: Line,
        /// In the order to show.
        options: Vec<Offered>,
    },
    /// A technique, to be recalled and compared.
    Technique {
        /// Its id.
        technique: String,
        /// Its name.
        name: String,
        /// The question.
        ask: Line,
        /// Shown when the person asks for it.
        answer: Line,
        /// What it claims.
        facts: Facts,
    },
}

/// How well one technique is practised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The technique's id.
    pub technique: String,
    /// Its name.
    pub name: String,
    /// How often it came up in review or was learnt; 0 if never.
    pub answers: u32,
    /// The day on which it is due.
    pub due: Option<NaiveDate>,
}

impl Engine {
    /// What to recall now, what is due today and when more is due.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn review_step(&self, now: Moment) -> Result<ReviewStep> {
        let course = self.course();
        self.vault.read(|connection| step(&course, connection, now))
    }

    /// Answers the quiz item that is due. One that was answered on this practice day already is not answered anew: the same
    /// options then have the same feedback, and nothing is written. So a screen that lost it asks again, with the moment of the answer.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the item is not in the review, [`crate::Error::Invalid`] if that many options are no answer,
    /// [`crate::Error::OutOfDate`] if it is not due, and was not answered on this day.
    pub fn answer_review(&self, item: &str, options: &[String], now: Moment) -> Result<QuizFeedback> {
        let course = self.course();
        let item = course.item(item).or_not_found("item")?;
        let chosen = score::answer(item, options)?;
        self.vault.write(|tx| {
            let seed = match answered_today(tx, &item.id, now)? {
                Some(seed) => seed,
                None => recall(tx, &item.id, Recall::of(score::is_right(item, &chosen)), now)?,
            };
            Ok(quiz::feedback(&course, item, &chosen, seed, now))
        })
    }

    /// Says whether the technique that is due came to mind, and answers with what to recall next.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the technique is not in the review, [`crate::Error::OutOfDate`] if it is not due, for
    /// instance because it was rated already.
    pub fn rate_technique(&self, technique: &str, recalled: bool, now: Moment) -> Result<ReviewStep> {
        let course = self.course();
        let technique = course.technique(technique).or_not_found("technique")?;
        self.vault.write(|tx| recall(tx, &technique.id, Recall::of(recalled), now).map(|_| ()))?;
        self.vault.read(|connection| step(&course, connection, now))
    }

    /// How often each technique was practised, in the course's order.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn technique_coverage(&self) -> Result<Vec<Coverage>> {
        let course = self.course();
        let kept = self.vault.read(rows::all)?;
        let row = |technique: &Technique| {
            let kept = kept.iter().find(|kept| kept.subject == technique.id);
            Coverage {
                technique: technique.id.clone(),
                name: technique.name.clone(),
                answers: kept.map_or(0, |kept| kept.answers),
                due: kept.map(|kept| moment::day_of_number(kept.due_day)),
            }
        };
        Ok(course.techniques.iter().map(row).collect())
    }
}

/// What to recall now.
fn step(course: &Course, connection: &Connection, now: Moment) -> Result<ReviewStep> {
    let due = due(course, connection, now)?;
    let next_day = rows::next_due_day(connection, vault::today(connection, now)?)?.map(moment::day_of_number);
    Ok(ReviewStep {
        due: u16::try_from(due.len()).unwrap_or(u16::MAX),
        ask: due.first().map(|(kept, subject)| ask(course, kept, *subject, now)),
        next_day,
    })
}

/// A quiz item was answered: a missed one enters the review, one that is in it was reviewed just now.
pub(crate) fn answered(tx: &Transaction, item: &str, right: bool, now: Moment) -> Result<()> {
    let recall = Recall::of(right);
    let today = vault::today(tx, now)?;
    match rows::by_subject(tx, item)? {
        Some(kept) => rows::save(tx, &kept.next(recall, today)),
        None if right => Ok(()),
        None => rows::save(tx, &Remembered::first(item, recall, today)),
    }
}

/// A unit taught these techniques: those that are new enter the review.
pub(crate) fn learn(tx: &Transaction, techniques: &[String], now: Moment) -> Result<()> {
    let today = vault::today(tx, now)?;
    for technique in techniques {
        if rows::by_subject(tx, technique)?.is_none() {
            rows::save(tx, &Remembered::first(technique, Recall::Recalled, today))?;
        }
    }
    Ok(())
}

/// A talk showed that this technique is worth a drill: it is due tomorrow at the latest.
pub(crate) fn suggest(tx: &Transaction, technique: &str, now: Moment) -> Result<()> {
    let today = vault::today(tx, now)?;
    let kept = rows::by_subject(tx, technique)?;
    rows::save(tx, &kept.map_or_else(|| Remembered::new(technique, today), |kept| kept.brought_forward(today)))
}

/// How many things are due today.
pub(crate) fn due_count(course: &Course, connection: &Connection, now: Moment) -> Result<u16> {
    let due = rows::due_subjects(connection, vault::today(connection, now)?)?;
    Ok(u16::try_from(due.iter().filter(|id| Subject::of(course, id).is_some()).count()).unwrap_or(u16::MAX))
}

/// What a subject is in the course.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Item(&'a Item),
    Technique(&'a Technique),
}

impl<'a> Subject<'a> {
    /// The item or technique with this id, if the course still has it.
    fn of(course: &'a Course, id: &str) -> Option<Self> {
        course.item(id).map(Self::Item).or_else(|| course.technique(id).map(Self::Technique))
    }
}

/// What is due and still in the course: longest due first, mixed within a day.
fn due<'a>(course: &'a Course, connection: &Connection, now: Moment) -> Result<Vec<(Remembered, Subject<'a>)>> {
    let today = vault::today(connection, now)?;
    let mut due: Vec<_> = rows::due(connection, today)?
        .into_iter()
        .filter_map(|kept| Subject::of(course, &kept.subject).map(|subject| (kept, subject)))
        .collect();
    due.sort_by_key(|(kept, _)| (kept.due_day, mix(today.cast_unsigned(), &kept.subject)));
    Ok(due)
}

fn ask(course: &Course, kept: &Remembered, subject: Subject, now: Moment) -> ReviewAsk {
    match subject {
        Subject::Item(item) => ReviewAsk::Item {
            item: item.id.clone(),
            kind: item.kind,
            ask: item.ask.clone(),
            options: quiz::offered(item, kept.answers.into()),
        },
        Subject::Technique(technique) => ReviewAsk::Technique {
            technique: technique.id.clone(),
            name: technique.name.clone(),
            ask: technique.ask.clone(),
            answer: technique.answer.clone(),
            facts: Facts::of(course, &technique.claims(), now),
        },
    }
}

/// The seed that the options of a subject were shown by, if it was answered on this day.
fn answered_today(tx: &Transaction, subject: &str, now: Moment) -> Result<Option<u64>> {
    let kept = rows::by_subject(tx, subject)?.or_not_found("review")?;
    let today = vault::today(tx, now)?;
    Ok(kept.was_answered_on(today).then(|| kept.answers.saturating_sub(1).into()))
}

/// Stores how a due subject was recalled; answers with the seed its options were shown by.
fn recall(tx: &Transaction, subject: &str, recall: Recall, now: Moment) -> Result<u64> {
    let kept = rows::by_subject(tx, subject)?.or_not_found("review")?;
    let today = vault::today(tx, now)?;
    kept.must_be_due(today)?;
    rows::save(tx, &kept.next(recall, today))?;
    Ok(kept.answers.into())
}
