//! The rule of a relaxation session. Pure: no clock, no store.
//!
//! A session runs, perhaps paused, until it is finished, left or interrupted; all three are final. Elapsed time is the shell's
//! monotonic clock: it only grows, and never beyond what was planned, whatever arrives late, twice or out of order. The wall
//! clock decides one thing only: whether a session whose process died is still worth offering.

use crate::{Error, Moment, Result};
use chrono::NaiveDate;

/// How long a session that nobody reports on may still be taken up again, in milliseconds: counted from its planned end, or
/// from where it was paused. A clock that was set back further than this ends it, too.
const GRACE_MS: i64 = 600_000;

/// How tense a person feels: 0 (at ease) to 10 (very tense).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Five minutes; counted as practice.
    Five,
    /// Ten minutes, as written; counted as practice.
    Full,
    /// Fifteen minutes; counted as practice.
    Fifteen,
    /// *Quick calm*, three minutes for a hard moment; never counted as practice.
    Short,
}

impl Form {
    /// How long it is.
    #[must_use]
    pub fn minutes(self) -> u8 {
        match self {
            Self::Short => 3,
            Self::Five => 5,
            Self::Full => 10,
            Self::Fifteen => 15,
        }
    }

    /// The form that is so long.
    #[must_use]
    pub fn of_minutes(minutes: u8) -> Option<Self> {
        [Self::Short, Self::Five, Self::Full, Self::Fifteen].into_iter().find(|form| form.minutes() == minutes)
    }

    /// Whether it is practice.
    #[must_use]
    pub fn is_practice(self) -> bool {
        self != Self::Short
    }

    pub(crate) fn seconds(self) -> u32 {
        u32::from(self.minutes()) * 60
    }
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
    /// The practice day that it belongs to, as days began when it began.
    pub day: NaiveDate,
    /// Since when it is paused, if it is.
    pub paused: Option<Moment>,
    /// Where the wall clock would have stood at its first cue, had there been no pause. Milliseconds, UTC.
    pub zero_ms: i64,
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

    /// The session, paused where it has come to. Pausing it again changes nothing, nor does pausing a final one.
    #[must_use]
    pub fn paused_at(self, elapsed_ms: i64, now: Moment) -> Self {
        if self.outcome != Outcome::Running || self.paused.is_some() {
            return self.reached(elapsed_ms);
        }
        Self { paused: Some(now), ..self.reached(elapsed_ms) }
    }

    /// The session, going on at `now` after a pause or a kill. A final session stays as it is.
    #[must_use]
    pub fn resumed_at(self, now: Moment) -> Self {
        if self.outcome != Outcome::Running {
            return self;
        }
        Self { paused: None, zero_ms: now.utc_ms().saturating_sub(self.elapsed_ms), ..self }
    }

    /// The session, ended by the person. Ending it again changes nothing.
    #[must_use]
    pub fn finished(self, elapsed_ms: i64, after: Option<Tension>) -> Self {
        if self.outcome != Outcome::Running {
            return self;
        }
        Self { after, ..self.reached(elapsed_ms).over(Outcome::Finished) }
    }

    /// The session, left by the person where they had come to. Leaving it again changes nothing.
    #[must_use]
    pub fn left(self, elapsed_ms: i64) -> Self {
        self.reached(elapsed_ms).over(Outcome::Left)
    }

    /// The session, given up for another one.
    #[must_use]
    pub fn interrupted(self) -> Self {
        self.over(Outcome::Interrupted)
    }

    /// The session as it is found at `now`: one that should have ended long ago was interrupted, paused or not.
    #[must_use]
    pub fn found_at(self, now: Moment) -> Self {
        let (since, longest) = match self.paused {
            Some(paused) => (paused.utc_ms(), GRACE_MS),
            None => (self.zero_ms, self.planned_ms.saturating_add(GRACE_MS)),
        };
        let gone = now.utc_ms().saturating_sub(since);
        if (-GRACE_MS..=longest).contains(&gone) { self } else { self.interrupted() }
    }

    fn over(self, outcome: Outcome) -> Self {
        if self.outcome != Outcome::Running {
            return self;
        }
        Self { outcome, paused: None, ..self }
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
            started: at("20:00:00"),
            day: "2026-11-23".parse().unwrap(),
            paused: None,
            zero_ms: at("20:00:00").utc_ms(),
        }
    }

    fn at(clock: &str) -> Moment {
        Moment(format!("2026-11-23T{clock}+01:00").parse().unwrap())
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
        let found = |clock: &str| running(0).found_at(at(clock)).outcome;
        assert_eq!(found("20:20:00"), Outcome::Running);
        assert_eq!(found("20:20:01"), Outcome::Interrupted);
        // A clock that was set back a little is only a clock.
        assert_eq!(found("19:50:00"), Outcome::Running);
        assert_eq!(found("19:49:59"), Outcome::Interrupted);
    }

    #[test]
    fn a_pause_waits_for_ten_minutes_and_is_not_counted() {
        let paused = running(0).paused_at(240_000, at("20:04:00"));
        assert_eq!(paused.clone().paused_at(1, at("20:09:00")), paused);
        assert_eq!(paused.clone().found_at(at("20:14:00")), paused);
        assert_eq!(paused.clone().found_at(at("20:14:01")).outcome, Outcome::Interrupted);
        let resumed = paused.resumed_at(at("20:13:00"));
        assert_eq!((resumed.paused, resumed.elapsed_ms), (None, 240_000));
        // Six minutes are left of it, and ten of grace.
        assert_eq!(resumed.clone().found_at(at("20:29:00")), resumed);
        assert_eq!(resumed.found_at(at("20:29:01")).outcome, Outcome::Interrupted);
    }

    #[test]
    fn what_is_over_is_not_paused() {
        let paused = running(0).paused_at(240_000, at("20:04:00"));
        for over in [paused.clone().left(0), paused.clone().finished(0, None), paused.interrupted()] {
            assert_eq!(over.paused, None);
            assert_eq!(over.clone().resumed_at(at("20:05:00")), over);
            assert_eq!(over.clone().paused_at(500_000, at("20:05:00")), over);
            assert_eq!(over.clone().found_at(at("23:05:00")), over);
        }
    }

    #[test]
    fn a_form_is_known_by_its_minutes() {
        for form in [Form::Short, Form::Five, Form::Full, Form::Fifteen] {
            assert_eq!(Form::of_minutes(form.minutes()), Some(form));
            assert_eq!(form.is_practice(), form.minutes() >= 5);
        }
        assert_eq!(Form::of_minutes(7), None);
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
