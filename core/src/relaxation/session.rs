//! The rule of a relaxation session. Pure: no clock, no store.
//!
//! A session runs until it is finished, left or interrupted; all three are final. Elapsed time is the shell's monotonic clock: it
//! only grows, and never beyond what was planned, whatever arrives late, twice or out of order.

use crate::{Error, Moment, Result};
use chrono::TimeDelta;

/// How long a session that stopped reporting may still be taken up again, counted from its planned end.
const GRACE: TimeDelta = TimeDelta::minutes(10);

/// How tense a person feels: 0 (at ease) to 10 (very tense).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tension(u8);

impl Tension {
    /// # Errors
    /// [`Error::Invalid`] above 10.
    pub fn new(value: u8) -> Result<Self> {
        if value > 10 {
            return Err(Error::Invalid { field: "tension", reason: "is 0 to 10" });
        }
        Ok(Self(value))
    }

    /// 0 to 10.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }
}

/// Which form of a script is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Ten minutes; counted as practice.
    Full,
    /// *Quick calm*, three minutes for a hard moment; never counted as practice.
    Short,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Made by the shell, unique.
    pub id: String,
    /// The script's id in the course, such as `relaxation/slow-breath`.
    pub script: String,
    /// Which form of it.
    pub form: Form,
    /// Milliseconds, more than 0.
    pub planned_ms: i64,
    /// Milliseconds spent in it, 0 to `planned_ms`.
    pub elapsed_ms: i64,
    /// Where it stands.
    pub outcome: Outcome,
    /// As rated before the first cue, if the person cared to.
    pub before: Option<Tension>,
    /// As rated after the last one.
    pub after: Option<Tension>,
    /// When it began.
    pub started: Moment,
}

impl Session {
    /// The session `elapsed_ms` in. A final session stays as it is.
    #[must_use]
    pub fn reached(mut self, elapsed_ms: i64) -> Self {
        if self.outcome == Outcome::Running {
            self.elapsed_ms = elapsed_ms.clamp(self.elapsed_ms, self.planned_ms);
        }
        self
    }

    /// The session, ended by the person. Ending it again changes nothing.
    #[must_use]
    pub fn finished(self, elapsed_ms: i64, after: Option<Tension>) -> Self {
        if self.outcome != Outcome::Running {
            return self;
        }
        Self { outcome: Outcome::Finished, after, ..self.reached(elapsed_ms) }
    }

    /// The session, left by the person where they had come to. Leaving it again changes nothing.
    #[must_use]
    pub fn left(self, elapsed_ms: i64) -> Self {
        if self.outcome != Outcome::Running {
            return self;
        }
        Self { outcome: Outcome::Left, ..self.reached(elapsed_ms) }
    }

    /// The session as it is found at `now`: one that should have ended long ago was interrupted.
    #[must_use]
    pub fn found_at(self, now: Moment) -> Self {
        let latest = (TimeDelta::milliseconds(self.planned_ms) + GRACE).num_milliseconds();
        if self.outcome == Outcome::Running && now.utc_ms().saturating_sub(self.started.utc_ms()) > latest {
            return Self { outcome: Outcome::Interrupted, ..self };
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn running(elapsed_ms: i64) -> Session {
        Session {
            id: "s".into(),
            script: "relaxation/slow-breath".into(),
            form: Form::Full,
            planned_ms: 600_000,
            elapsed_ms,
            outcome: Outcome::Running,
            before: None,
            after: None,
            started: Moment("2026-11-23T20:00:00+01:00".parse().unwrap()),
        }
    }

    #[test]
    fn a_finish_that_arrives_twice_counts_once() {
        let once = running(0).finished(600_000, Tension::new(3).ok());
        assert_eq!(once.clone().finished(1, Tension::new(9).ok()), once);
    }

    #[test]
    fn what_is_over_stays_over() {
        let left = running(0).left(120_000);
        assert_eq!((left.outcome, left.elapsed_ms), (Outcome::Left, 120_000));
        assert_eq!(left.clone().finished(600_000, Tension::new(1).ok()), left);
        assert_eq!(left.clone().reached(300_000), left);
        let finished = running(0).finished(600_000, None);
        assert_eq!(finished.clone().left(1), finished);
    }

    #[test]
    fn it_is_interrupted_ten_minutes_after_its_planned_end() {
        let at =
            |clock: &str| running(0).found_at(Moment(format!("2026-11-23T{clock}+01:00").parse().unwrap())).outcome;
        assert_eq!(at("20:20:00"), Outcome::Running);
        assert_eq!(at("20:20:01"), Outcome::Interrupted);
    }

    proptest! {
        #[test]
        fn elapsed_time_only_grows_and_never_beyond_the_plan(reports: Vec<i64>) {
            reports.into_iter().fold(running(0), |session, report| {
                let before = session.elapsed_ms;
                let session = session.reached(report);
                assert!((before..=600_000).contains(&session.elapsed_ms));
                session
            });
        }
    }
}
