//! Rehearsing together: the verbs of a talk between two people with one phone.

use super::check_start;
use super::debrief::{Onward, onward};
use super::rows::{self, Pair};
use super::stages::{Person, Progress, Stage};
use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Error, Moment, Result, id};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, Prose, Role, Technique};

/// What two people chose before they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeginTogether {
    /// A fresh id, made by the shell.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The option they picked, where the story can be more than one.
    pub setup: Option<String>,
    /// The answer to the gate, where there is one. It is not stored.
    pub gate: Option<String>,
}

/// What a screen shows of a talk between two people. It never holds a private card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TogetherView {
    /// The talk's id.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's own title.
    pub title: String,
    /// Where they are.
    pub stage: Stage,
    /// From 1; sides are swapped every round.
    pub round: u16,
    /// The name that the first person plays in this round.
    pub first: String,
    /// The name that the second person plays in this round.
    pub second: String,
    /// What both know.
    pub situation: Prose,
    /// Read before they begin.
    pub safety: Prose,
    /// Minutes of the gentle timer.
    pub minutes: u8,
    /// Milliseconds that they have talked in this round.
    pub elapsed_ms: i64,
    /// What can be marked, while marks are made.
    pub to_mark: Vec<Heard>,
    /// What the first person heard the second do, in the debrief.
    pub first_heard: Vec<Heard>,
    /// What the second person heard the first do, in the debrief.
    pub second_heard: Vec<Heard>,
    /// Read in the debrief.
    pub debrief: Prose,
    /// Where to go from the debrief.
    pub onward: Vec<Onward>,
    /// What the texts of this stage claim: the situation and the safety note, or what is read in the debrief.
    pub facts: Facts,
}

/// A technique that one person may hear the other use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The technique's id.
    pub technique: String,
    /// Its name.
    pub name: String,
}

impl Engine {
    /// Begins a talk of two people; one that was going on is over. Beginning the same id again returns what is there.
    ///
    /// # Errors
    /// As [`Self::begin_talk`].
    pub fn begin_together(&self, begin: &BeginTogether, now: Moment) -> Result<TogetherView> {
        let course = self.course();
        let scenario = course.scenario(&begin.scenario).or_not_found("scenario")?;
        let id = id::checked(&begin.id)?;
        self.vault.write(|tx| {
            if let Some(known) = rows::pair(tx, id)? {
                return pair_view(&course, tx, &known, now);
            }
            check_start(scenario, begin.gate.as_deref(), begin.setup.as_deref())?;
            if let Some(other) = rows::going_on(tx)? {
                let over = Progress { stage: Stage::Over, ..other.progress };
                rows::save_pair(tx, &Pair { progress: over, ..other })?;
            }
            let progress = Progress { stage: Stage::Situation, round: 1, elapsed_ms: 0 };
            let (scenario, setup) = (scenario.id.clone(), begin.setup.clone());
            let pair = Pair { id: id.to_owned(), scenario, setup, progress, started: now };
            rows::save_pair(tx, &pair)?;
            pair_view(&course, tx, &pair, now)
        })
    }

    /// The talk of two people that is going on, if one is and its scenario is still there.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn current_together(&self, now: Moment) -> Result<Option<TogetherView>> {
        let course = self.course();
        self.vault.read(|connection| match rows::going_on(connection)? {
            Some(pair) if course.scenario(&pair.scenario).is_some() => {
                pair_view(&course, connection, &pair, now).map(Some)
            }
            _ => Ok(None),
        })
    }

    /// Goes on from the stage `from`. Asking twice goes once.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such talk, [`Error::OutOfDate`] if it is elsewhere.
    pub fn next_stage(&self, id: &str, from: Stage, now: Moment) -> Result<TogetherView> {
        self.change_pair(id, now, |_, _, pair| pair.progress.after(from))
    }

    /// The private card that may be open in this stage: the shell shows it to one person and closes it again.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such talk, [`Error::OutOfDate`] if no card may be open now.
    pub fn open_card(&self, id: &str) -> Result<Role> {
        let course = self.course();
        let pair = self.vault.read(|connection| rows::pair(connection, id))?.or_not_found("talk")?;
        let scenario = course.scenario(&pair.scenario).or_not_found("scenario")?;
        let person = pair.progress.stage.card_of().ok_or(Error::OutOfDate { kind: "talk" })?;
        Ok(scenario.role(person.side(pair.progress.round)).clone())
    }

    /// Records that they have talked for `elapsed_ms` in this round. Time only grows.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such talk.
    pub fn report_together(&self, id: &str, elapsed_ms: i64, now: Moment) -> Result<TogetherView> {
        self.change_pair(id, now, |_, _, pair| Ok(pair.progress.reached(elapsed_ms)))
    }

    /// Stores what the person whose turn it is heard the other do, and goes on. None is fine. The same marks again are
    /// the same marks.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such talk or technique, [`Error::OutOfDate`] if `from` is not a stage of marks,
    /// or the talk is elsewhere.
    pub fn mark(&self, id: &str, from: Stage, techniques: &[String], now: Moment) -> Result<TogetherView> {
        let person = from.marks_of().ok_or(Error::OutOfDate { kind: "talk" })?;
        self.change_pair(id, now, |course, tx, pair| {
            if techniques.iter().any(|technique| course.technique(technique).is_none()) {
                return Err(Error::NotFound { kind: "technique" });
            }
            let after = pair.progress.after(from)?;
            rows::save_marks(tx, &pair.id, pair.progress.round, person, techniques)?;
            Ok(after)
        })
    }

    /// Plays the same story with sides swapped, from the debrief of this round. Asking twice swaps once.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such talk, [`Error::OutOfDate`] if it is elsewhere.
    pub fn swap_sides(&self, id: &str, round: u16, now: Moment) -> Result<TogetherView> {
        self.change_pair(id, now, |_, _, pair| pair.progress.swapped(round))
    }

    /// Ends the talk where it is. That is always fine.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such talk.
    pub fn leave_together(&self, id: &str, now: Moment) -> Result<TogetherView> {
        self.change_pair(id, now, |_, _, pair| Ok(Progress { stage: Stage::Over, ..pair.progress }))
    }

    fn change_pair(
        &self,
        id: &str,
        now: Moment,
        rule: impl FnOnce(&Course, &Transaction, &Pair) -> Result<Progress>,
    ) -> Result<TogetherView> {
        let course = self.course();
        self.vault.write(|tx| {
            let pair = rows::pair(tx, id)?.or_not_found("talk")?;
            let progress = rule(&course, tx, &pair)?;
            let pair = Pair { progress, ..pair };
            rows::save_pair(tx, &pair)?;
            pair_view(&course, tx, &pair, now)
        })
    }
}

fn pair_view(course: &Course, connection: &Connection, pair: &Pair, now: Moment) -> Result<TogetherView> {
    let scenario = course.scenario(&pair.scenario).or_not_found("scenario")?;
    let Progress { stage, round, elapsed_ms } = pair.progress;
    let name = |person: Person| scenario.role(person.side(round)).name.clone();
    let heard = |person| -> Result<Vec<Heard>> {
        if stage != Stage::Debrief {
            return Ok(Vec::new());
        }
        let marked = rows::marks(connection, &pair.id, round, person)?;
        Ok(course.techniques.iter().filter(|technique| marked.contains(&technique.id)).map(named).collect())
    };
    let debrief = stage == Stage::Debrief;
    let claims = if debrief { scenario.look_back_claims() } else { scenario.intro_claims() };
    Ok(TogetherView {
        id: pair.id.clone(),
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        stage,
        round,
        first: name(Person::First),
        second: name(Person::Second),
        situation: scenario.situation.clone(),
        safety: scenario.safety.clone(),
        minutes: scenario.minutes,
        elapsed_ms,
        to_mark: if stage.marks_of().is_some() { to_mark(course) } else { Vec::new() },
        first_heard: heard(Person::First)?,
        second_heard: heard(Person::Second)?,
        debrief: if debrief { scenario.debrief.clone() } else { Vec::new() },
        onward: if debrief { onward(course, scenario, None) } else { Vec::new() },
        facts: Facts::of(course, &claims, now),
    })
}

/// All techniques can be heard.
fn to_mark(course: &Course) -> Vec<Heard> {
    course.techniques.iter().map(named).collect()
}

fn named(technique: &Technique) -> Heard {
    Heard { technique: technique.id.clone(), name: technique.name.clone() }
}
