//! What was practised.

use super::RelaxationVerbs;
use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::Moment;
use saywell_core::relaxation::{CalendarDay, DayPractice, HourPractice, PracticeMonth, Session, Tension, TensionPair};

#[uniffi::export]
impl RelaxationVerbs {
    /// The newest `limit` sessions that are over, quick calm among them, newest first.
    pub fn relaxation_log(&self, limit: u32) -> Result<Vec<Session>, SaywellError> {
        self.0.relaxation_log(limit)
    }

    /// Deletes one session for good, also one that runs.
    ///
    /// # Errors
    /// `NotFound` if there is no such session.
    pub fn delete_relaxation(&self, id: &str) -> Result<(), SaywellError> {
        self.0.delete_relaxation(id)
    }

    /// Deletes all sessions of a practice day for good, also one that runs. How many there were; a retry finds none.
    pub fn delete_relaxation_day(&self, day: Day) -> Result<u32, SaywellError> {
        self.0.delete_relaxation_day(day)
    }

    /// Practice from one day to another, both included, by day; days without any are left out.
    pub fn practice_days(&self, from: Day, to: Day) -> Result<Vec<DayPractice>, SaywellError> {
        self.0.practice_days(from, to)
    }

    /// The month of practice that `day` lies in.
    ///
    /// # Errors
    /// `Invalid` if the calendar ends within that month.
    pub fn practice_month(&self, day: Day) -> Result<PracticeMonth, SaywellError> {
        self.0.practice_month(day)
    }

    /// Tension before and after, of the newest `limit` sessions that have both, oldest first, with the running middle.
    pub fn tension_series(&self, limit: u32) -> Result<Vec<TensionPair>, SaywellError> {
        self.0.tension_series(limit)
    }

    /// At which hours of the day practice began, from one day to another; hours without any are left out.
    pub fn practice_hours(&self, from: Day, to: Day) -> Result<Vec<HourPractice>, SaywellError> {
        self.0.practice_hours(from, to)
    }
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

/// A month of practice, as a calendar shows it.
#[uniffi::remote(Record)]
pub struct PracticeMonth {
    /// Each day of the month, from its first.
    pub days: Vec<CalendarDay>,
    /// Days with practice.
    pub practised_days: u32,
    /// Milliseconds of all practice.
    pub practised_ms: i64,
    /// How often quick calm was played; it stands apart.
    pub calms: u32,
}

/// A day in a calendar.
#[uniffi::remote(Record)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// Milliseconds of practice; 0 for none.
    pub practised_ms: i64,
}

/// Practice that began within one hour of the day.
#[uniffi::remote(Record)]
pub struct HourPractice {
    /// 0 to 23, on the wall clock that the person had then.
    pub hour: u8,
    /// How many sessions.
    pub sessions: u32,
}

/// How tense a person was before and after one session.
#[uniffi::remote(Record)]
pub struct TensionPair {
    /// When it began.
    pub started: Moment,
    /// Before.
    pub before: Tension,
    /// After.
    pub after: Tension,
    /// The middle of the ratings before, over this session and the six before it; of two middle ones the lower.
    pub middle_before: Tension,
    /// The same of the ratings after.
    pub middle_after: Tension,
}
