//! Relaxation: start a session, report how far it is, finish it, look at the log.
//!
//! Ten minutes of breathing must not depend on a phone that kills apps. So every report is on disk when its verb
//! returns, a session survives the process, and a verb that is retried counts once. At most one session runs at a time.

mod rows;
mod session;
mod timeline;

pub use session::{Form, Outcome, Session, Tension};
pub use timeline::{Breathing, TimedCue, Timeline};

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Moment, Result, id, moment};
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction};
use saywell_content::{Prose, Relaxation};

/// What the person chose before the first cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// A fresh id, made by the shell.
    pub id: String,
    /// The script's id in the course.
    pub script: String,
    /// Which form of it.
    pub form: Form,
    /// How tense the person is, if they cared to say.
    pub before: Option<Tension>,
}

/// A script in a list, with what to read before the first cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelaxationCard {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who asks a clinic first, and where not to do this.
    pub before: Prose,
    /// The way out that is in reach at every cue.
    pub grounding: Prose,
    /// What these texts claim.
    pub facts: Facts,
}

/// A session that runs, with all that is needed to play it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playing {
    /// The session; cues before its `elapsed_ms` were played.
    pub session: Session,
    /// What is said when.
    pub timeline: Timeline,
}

/// Practice of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayPractice {
    /// The practice day.
    pub day: NaiveDate,
    /// Milliseconds of all sessions.
    pub practised_ms: i64,
    /// How many sessions.
    pub sessions: u32,
}

/// How tense a person was before and after one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TensionPair {
    /// When it began.
    pub started: Moment,
    /// Before.
    pub before: Tension,
    /// After.
    pub after: Tension,
}

impl Engine {
    /// All scripts, in the course's order.
    #[must_use]
    pub fn relaxations(&self, now: Moment) -> Vec<RelaxationCard> {
        let card = |script: &Relaxation| RelaxationCard {
            id: script.id.clone(),
            title: script.title.clone(),
            before: script.before.clone(),
            grounding: script.grounding.clone(),
            facts: Facts::of(&self.course, &script.claims(), now),
        };
        self.course.relaxations.iter().map(card).collect()
    }

    /// Starts a session. One that still runs is closed as interrupted. Starting the same id again returns what is there.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such script, [`crate::Error::Invalid`] if the id cannot be one.
    pub fn start_relaxation(&self, start: Start, now: Moment) -> Result<Playing> {
        let script = self.course.relaxation(&start.script).or_not_found("relaxation")?;
        id::checked(&start.id)?;
        let timeline = Timeline::of(script, start.form);
        self.vault.write(|tx| {
            if let Some(known) = rows::by_id(tx, &start.id)? {
                return self.playing(known);
            }
            if let Some(other) = rows::running(tx)? {
                rows::save(tx, &Session { outcome: Outcome::Interrupted, ..other })?;
            }
            let session = Session {
                id: start.id,
                script: start.script,
                form: start.form,
                planned_ms: timeline.length_ms,
                elapsed_ms: 0,
                outcome: Outcome::Running,
                before: start.before,
                after: None,
                started: now,
            };
            rows::save(tx, &session)?;
            Ok(Playing { session, timeline })
        })
    }

    /// Records that the session is `elapsed_ms` in: time of the shell's monotonic clock, without pauses. Time that runs
    /// backwards, or beyond the plan, is held at what is possible.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such session.
    pub fn report_relaxation(&self, id: &str, elapsed_ms: i64) -> Result<Session> {
        self.change_session(id, |session| session.reached(elapsed_ms))
    }

    /// Ends the session, early or not, with how tense the person is now.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such session.
    pub fn finish_relaxation(&self, id: &str, elapsed_ms: i64, after: Option<Tension>) -> Result<Session> {
        self.change_session(id, |session| session.finished(elapsed_ms, after))
    }

    /// Leaves the session. What was practised stays in the log.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such session.
    pub fn leave_relaxation(&self, id: &str, elapsed_ms: i64) -> Result<Session> {
        self.change_session(id, |session| session.left(elapsed_ms))
    }

    /// The session to offer for resuming, if one still makes sense at `now`; otherwise it is closed as interrupted.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn current_relaxation(&self, now: Moment) -> Result<Option<Playing>> {
        self.vault.write(|tx| {
            let Some(session) = rows::running(tx)? else { return Ok(None) };
            let session = session.found_at(now);
            let known = self.course.relaxation(&session.script).is_some();
            if session.outcome == Outcome::Running && known {
                return self.playing(session).map(Some);
            }
            rows::save(tx, &Session { outcome: Outcome::Interrupted, ..session })?;
            Ok(None)
        })
    }

    /// The newest `limit` sessions that are over, newest first.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn relaxation_log(&self, limit: u32) -> Result<Vec<Session>> {
        self.vault.read(|connection| rows::over(connection, limit))
    }

    /// Practice from one day to another, both included, by day; days without any are left out.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn practice_days(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayPractice>> {
        self.vault.read(|connection| practice(connection, from, to))
    }

    /// Tension before and after, of the newest `limit` sessions that have both, oldest first.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn tension_series(&self, limit: u32) -> Result<Vec<TensionPair>> {
        self.vault.read(|connection| rows::tensions(connection, limit))
    }

    fn playing(&self, session: Session) -> Result<Playing> {
        let script = self.course.relaxation(&session.script).or_not_found("relaxation")?;
        Ok(Playing { timeline: Timeline::of(script, session.form), session })
    }

    fn change_session(&self, id: &str, rule: impl FnOnce(Session) -> Session) -> Result<Session> {
        self.vault.write(|tx: &Transaction| {
            let session = rule(rows::by_id(tx, id)?.or_not_found("session")?);
            rows::save(tx, &session)?;
            Ok(session)
        })
    }
}

/// The session that runs and still makes sense at `now`.
pub(crate) fn running(connection: &Connection, now: Moment) -> Result<Option<Session>> {
    let running = rows::running(connection)?.map(|session| session.found_at(now));
    Ok(running.filter(|session| session.outcome == Outcome::Running))
}

pub(crate) fn practice(connection: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayPractice>> {
    rows::practice(connection, moment::day_number(from), moment::day_number(to))
}

/// The newest day of practice.
pub(crate) fn last_practice(connection: &Connection) -> Result<Option<NaiveDate>> {
    Ok(rows::last_practice(connection)?.map(moment::day_of_number))
}
