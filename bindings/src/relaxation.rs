//! Relaxation.

use chrono::NaiveDate as Day;
use saywell_core::Moment;
use saywell_core::relaxation::{DayPractice, Form as RelaxationForm, Outcome as RelaxationOutcome, Session, Tension};

uniffi::custom_type!(
    /// How tense a person feels: 0 (at ease) to 10 (very tense).
    Tension,
    u8,
    { remote, lower: |tension| tension.value(), try_lift: |value| Ok(Tension::new(value)?) }
);

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

/// Practice of one day. Quick calm is not counted.
#[uniffi::remote(Record)]
pub struct DayPractice {
    /// The practice day.
    pub day: Day,
    /// Milliseconds of all sessions.
    pub practised_ms: i64,
    /// How many sessions.
    pub sessions: u32,
}
