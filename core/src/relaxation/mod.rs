//! Relaxation: start a session, report how far it is, finish it, look at the log.
//!
//! Ten minutes of breathing must not depend on a phone that kills apps. So every report is on disk when its verb
//! returns, a session survives the process, and a verb that is retried counts once. At most one session runs at a time.
//! What the log shows is in `log.rs`.

mod log;
#[cfg(test)]
mod model;
mod rows;
mod series;
mod session;
mod sound;
mod timeline;

pub use log::{CalendarDay, DayPractice, HourPractice, PracticeMonth};
pub(crate) use log::{last_practice, practice};
pub use saywell_content::CueKind;
pub use series::TensionPair;
pub use session::{Form, Outcome, Session, Tension};
pub use timeline::{Breathing, TimedCue, Timeline};

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Error, Moment, Result, id, vault};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, Prose, Relaxation};
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

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
    /// The help card to open first: the last two ratings were very high, the newest just now.
    pub door: Option<String>,
}

/// A session that was ended or left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The session.
    pub session: Session,
    /// As in [`Playing::door`].
    pub door: Option<String>,
}

/// Opened when somebody was very tense twice in a row.
const LOW_MOOD: &str = "help/low-mood";

impl Engine {
    /// All scripts, in the course's order.
    #[must_use]
    pub fn relaxations(&self, now: Moment) -> Vec<RelaxationCard> {
        let course = self.course();
        let card = |script: &Relaxation| RelaxationCard {
            id: script.id.clone(),
            title: script.title.clone(),
            before: script.before.clone(),
            grounding: script.grounding.clone(),
            facts: Facts::of(&course, &script.claims(), now),
        };
        course.relaxations.iter().map(card).collect()
    }

    /// Starts a session. One that still runs is closed as interrupted. Starting the same id again returns what is there.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such script, [`crate::Error::Invalid`] if the id cannot be one.
    pub fn start_relaxation(&self, start: Start, now: Moment) -> Result<Playing> {
        let course = self.course();
        let script = course.relaxation(&start.script).or_not_found("relaxation")?;
        id::checked(&start.id)?;
        let timeline = Timeline::of(script, start.form);
        self.vault.write(|tx| {
            if let Some(known) = rows::by_id(tx, &start.id)? {
                return playing(&course, tx, known);
            }
            if let Some(other) = rows::running(tx)? {
                rows::save(tx, &other.interrupted())?;
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
                day: now.day(vault::day_starts_at(tx)?),
                paused: None,
                zero_ms: now.utc_ms(),
            };
            rows::save(tx, &session)?;
            let door = door(&course, tx, &session)?;
            Ok(Playing { session, timeline, door })
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

    /// Pauses the session: it waits for ten minutes, also if the process dies. Pausing it again changes nothing.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such session.
    pub fn pause_relaxation(&self, id: &str, elapsed_ms: i64, now: Moment) -> Result<Session> {
        self.change_session(id, |session| session.paused_at(elapsed_ms, now))
    }

    /// Goes on with the session, after a pause or after the process died.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such session.
    pub fn resume_relaxation(&self, id: &str, now: Moment) -> Result<Session> {
        self.change_session(id, |session| session.resumed_at(now))
    }

    /// Ends the session, early or not, with how tense the person is now. A retry counts once.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such session.
    pub fn finish_relaxation(&self, id: &str, elapsed_ms: i64, after: Option<Tension>) -> Result<Ended> {
        let course = self.course();
        self.vault.write(|tx| {
            let session = rows::by_id(tx, id)?.or_not_found("session")?.finished(elapsed_ms, after);
            rows::save(tx, &session)?;
            let door = door(&course, tx, &session)?;
            Ok(Ended { session, door })
        })
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
        let course = self.course();
        self.vault.write(|tx| {
            let Some(session) = rows::running(tx)? else { return Ok(None) };
            let session = session.found_at(now);
            let known = course.relaxation(&session.script).is_some();
            if session.outcome == Outcome::Running && known {
                return playing(&course, tx, session).map(Some);
            }
            rows::save(tx, &session.interrupted())?;
            Ok(None)
        })
    }

    /// Writes the session's bells and breath tones, as a WAV file of its length. The same bytes on every machine.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such script, [`crate::Error::NoSpace`] or [`crate::Error::Storage`] if it cannot be
    /// written.
    pub fn render_relaxation(&self, script: &str, form: Form, out: &mut impl Write) -> Result<()> {
        let course = self.course();
        let script = course.relaxation(script).or_not_found("relaxation")?;
        sound::render(&Timeline::of(script, form), out).map_err(|fault| not_written(&fault))
    }

    /// Writes what [`Self::render_relaxation`] does to the file at `path`: whole or not at all. One that is there is replaced.
    ///
    /// # Errors
    /// As [`Self::render_relaxation`].
    pub fn render_relaxation_to(&self, script: &str, form: Form, path: &Path) -> Result<()> {
        let part = path.with_extension("part");
        let file = File::create(&part).map_err(|fault| not_written(&fault))?;
        let whole = self
            .render_relaxation(script, form, &mut BufWriter::new(file))
            .and_then(|()| fs::rename(&part, path).map_err(|fault| not_written(&fault)));
        // What is left of a file that was not written is of no use; what went wrong is already known.
        whole.inspect_err(|_| drop(fs::remove_file(&part)))
    }

    fn change_session(&self, id: &str, rule: impl FnOnce(Session) -> Session) -> Result<Session> {
        self.vault.write(|tx: &Transaction| {
            let session = rule(rows::by_id(tx, id)?.or_not_found("session")?);
            rows::save(tx, &session)?;
            Ok(session)
        })
    }
}

fn playing(course: &Course, connection: &Connection, session: Session) -> Result<Playing> {
    let script = course.relaxation(&session.script).or_not_found("relaxation")?;
    let door = door(course, connection, &session)?;
    Ok(Playing { timeline: Timeline::of(script, session.form), session, door })
}

/// The card for somebody who was very tense twice in a row, if this session's rating made it so.
fn door(course: &Course, connection: &Connection, session: &Session) -> Result<Option<String>> {
    if session.before.or(session.after).is_none() {
        return Ok(None);
    }
    let ratings = rows::ratings_up_to(connection, &session.id)?;
    let opens = series::twice_very_tense(ratings.into_iter());
    Ok(course.help_card(LOW_MOOD).filter(|_| opens).map(|card| card.id.clone()))
}

fn not_written(fault: &io::Error) -> Error {
    match fault.kind() {
        ErrorKind::StorageFull => Error::NoSpace,
        _ => Error::Storage { code: 0 },
    }
}

/// The session that runs and still makes sense at `now`.
pub(crate) fn running(connection: &Connection, now: Moment) -> Result<Option<Session>> {
    let running = rows::running(connection)?.map(|session| session.found_at(now));
    Ok(running.filter(|session| session.outcome == Outcome::Running))
}
