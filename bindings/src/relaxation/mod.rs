//! Relaxation.

mod log;

use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::content::{CueKind, Prose};
use saywell_core::help::Facts;
use saywell_core::relaxation::{
    Breathing, Ended, Form as RelaxationForm, Outcome as RelaxationOutcome, Playing, RelaxationCard, Session, Start,
    Tension, TimedCue, Timeline,
};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Relaxation: start a session, report how far it is, finish it, look at the log.
#[derive(uniffi::Object)]
pub struct RelaxationVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl RelaxationVerbs {
    /// All scripts, in the course's order.
    pub fn relaxations(&self, now: Moment) -> Result<Vec<RelaxationCard>, SaywellError> {
        Ok(self.0.relaxations(now))
    }

    /// Starts a session. One that still runs is closed as interrupted. Starting the same id again returns what is there.
    ///
    /// # Errors
    /// `NotFound` if there is no such script, `Invalid` if the id cannot be one.
    pub fn start_relaxation(&self, start: Start, now: Moment) -> Result<Playing, SaywellError> {
        self.0.start_relaxation(start, now)
    }

    /// Records that the session is `elapsed_ms` in: time of the shell's monotonic clock, without pauses. Time that runs
    /// backwards, or beyond the plan, is held at what is possible.
    ///
    /// # Errors
    /// `NotFound` if there is no such session.
    pub fn report_relaxation(&self, id: &str, elapsed_ms: i64) -> Result<Session, SaywellError> {
        self.0.report_relaxation(id, elapsed_ms)
    }

    /// Pauses the session: it waits for ten minutes, also if the process dies. Pausing it again changes nothing.
    ///
    /// # Errors
    /// `NotFound` if there is no such session.
    pub fn pause_relaxation(&self, id: &str, elapsed_ms: i64, now: Moment) -> Result<Session, SaywellError> {
        self.0.pause_relaxation(id, elapsed_ms, now)
    }

    /// Goes on with the session, after a pause or after the process died.
    ///
    /// # Errors
    /// `NotFound` if there is no such session.
    pub fn resume_relaxation(&self, id: &str, now: Moment) -> Result<Session, SaywellError> {
        self.0.resume_relaxation(id, now)
    }

    /// Ends the session, early or not, with how tense the person is now. A retry counts once.
    ///
    /// # Errors
    /// `NotFound` if there is no such session.
    pub fn finish_relaxation(&self, id: &str, elapsed_ms: i64, after: Option<Tension>) -> Result<Ended, SaywellError> {
        self.0.finish_relaxation(id, elapsed_ms, after)
    }

    /// Leaves the session. What was practised stays in the log.
    ///
    /// # Errors
    /// `NotFound` if there is no such session.
    pub fn leave_relaxation(&self, id: &str, elapsed_ms: i64) -> Result<Session, SaywellError> {
        self.0.leave_relaxation(id, elapsed_ms)
    }

    /// The session to offer for resuming, if one still makes sense at `now`; otherwise it is closed as interrupted.
    pub fn current_relaxation(&self, now: Moment) -> Result<Option<Playing>, SaywellError> {
        self.0.current_relaxation(now)
    }

    /// Writes the session's bells and breath tones to the file at `path`, as a WAV file of its length: whole or not at all. A
    /// file that is there is replaced.
    ///
    /// # Errors
    /// `NotFound` if there is no such script, `NoSpace` or `Storage` if it cannot be written.
    pub fn render_relaxation_to(&self, script: &str, form: RelaxationForm, path: &str) -> Result<(), SaywellError> {
        self.0.render_relaxation_to(script, form, path.as_ref())
    }
}

uniffi::custom_type!(
    /// How tense a person feels: 0 (at ease) to 10 (very tense).
    Tension,
    u8,
    { remote, lower: |tension| tension.value(), try_lift: |value| Ok(Tension::new(value)?) }
);

/// What the person chose before the first cue.
#[uniffi::remote(Record)]
pub struct Start {
    /// A fresh id, made by the shell.
    pub id: String,
    /// The script's id in the course.
    pub script: String,
    /// Which form of it.
    pub form: RelaxationForm,
    /// How tense the person is, if they cared to say.
    pub before: Option<Tension>,
}

/// A script in a list, with what to read before the first cue.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct Playing {
    /// The session; cues before its `elapsed_ms` were played.
    pub session: Session,
    /// What is said when.
    pub timeline: Timeline,
    /// The help card to open first: the last two ratings were very high, the newest just now.
    pub door: Option<String>,
}

/// A session that was ended or left.
#[uniffi::remote(Record)]
pub struct Ended {
    /// The session.
    pub session: Session,
    /// As in `Playing::door`.
    pub door: Option<String>,
}

/// Which form of a script is played.
#[uniffi::remote(Enum)]
pub enum RelaxationForm {
    /// Five minutes; counted as practice.
    Five,
    /// Ten minutes, as written; counted as practice.
    Full,
    /// Fifteen minutes; counted as practice.
    Fifteen,
    /// *Quick calm*, three minutes for a hard moment; never counted as practice.
    Short,
}

/// Where a session stands.
#[uniffi::remote(Enum)]
pub enum RelaxationOutcome {
    /// It may still be paused, resumed, finished.
    Running,
    /// The person ended it, early or at its end.
    Finished,
    /// The person left it; how they feel now is nobody's business.
    Left,
    /// It stopped reporting for too long.
    Interrupted,
}

/// One relaxation, from its first cue on.
#[uniffi::remote(Record)]
pub struct Session {
    /// Made by the shell, unique.
    pub id: String,
    /// The script's id in the course, such as `relaxation/slow-breath`.
    pub script: String,
    /// Which form of it.
    pub form: RelaxationForm,
    /// Milliseconds, more than 0.
    pub planned_ms: i64,
    /// Milliseconds spent in it, 0 to `planned_ms`.
    pub elapsed_ms: i64,
    /// Where it stands.
    pub outcome: RelaxationOutcome,
    /// As rated before the first cue, if the person cared to.
    pub before: Option<Tension>,
    /// As rated after the last one.
    pub after: Option<Tension>,
    /// When it began.
    pub started: Moment,
    /// The practice day that it belongs to, as days began when it began.
    pub day: Day,
    /// Since when it is paused, if it is.
    pub paused: Option<Moment>,
    /// Where the wall clock would have stood at its first cue, had there been no pause. Milliseconds, UTC.
    pub zero_ms: i64,
}

/// A session from its first cue to its end.
#[uniffi::remote(Record)]
pub struct Timeline {
    /// The end, in milliseconds.
    pub length_ms: i64,
    /// By time; the first is at 0.
    pub cues: Vec<TimedCue>,
    /// Where the breathing circle moves, if it does.
    pub breathing: Option<Breathing>,
}

/// One thing that is said, done or heard.
#[uniffi::remote(Record)]
pub struct TimedCue {
    /// Milliseconds from the start.
    pub at_ms: i64,
    /// How long it stays.
    pub length_ms: i64,
    /// What the person does.
    pub kind: CueKind,
    /// The block it belongs to, such as `settle`.
    pub block: String,
    /// The words; empty for a breath or a bell of its own.
    pub say: String,
}

/// The part of a session that the breathing circle paces.
#[uniffi::remote(Record)]
pub struct Breathing {
    /// Milliseconds from the start.
    pub from_ms: i64,
    /// Milliseconds from the start.
    pub until_ms: i64,
    /// Milliseconds to breathe in.
    pub inhale_ms: i64,
    /// Milliseconds to hold after it; mostly 0.
    pub hold_ms: i64,
    /// Milliseconds to breathe out.
    pub exhale_ms: i64,
    /// Milliseconds to rest after it; mostly 0.
    pub rest_ms: i64,
}

/// What a person does at a cue.
#[uniffi::remote(Enum)]
pub enum CueKind {
    /// Listens.
    Say,
    /// Breathes in.
    In,
    /// Holds the breath.
    Hold,
    /// Breathes out.
    Out,
    /// Rests.
    Rest,
    /// Makes a part of the body a little tense.
    Tense,
    /// Lets it go.
    Release,
    /// Hears a bell.
    Bell,
}
