//! Progress: what Home shows.

use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::lesson::UnitRow;
use saywell_core::progress::Home;
use saywell_core::quiz::OpenQuiz;
use saywell_core::relaxation::{DayPractice, Session};
use saywell_core::scenario::OpenTalk;
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Progress: what Home shows.
#[derive(uniffi::Object)]
pub struct ProgressVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl ProgressVerbs {
    /// What to go on with, what is due and what was practised.
    pub fn home(&self, now: Moment) -> Result<Home, SaywellError> {
        self.0.home(now)
    }

    /// The hour at which a practice day begins; 4 unless the person has set another.
    pub fn day_starts_at(&self) -> Result<u8, SaywellError> {
        self.0.day_starts_at()
    }

    /// From now on a practice day begins at this hour, 0 to 23. What was practised keeps the day that it has.
    ///
    /// # Errors
    /// `Invalid` above 23.
    pub fn set_day_starts_at(&self, hour: u8) -> Result<(), SaywellError> {
        self.0.set_day_starts_at(hour)
    }
}

/// What Home shows.
#[uniffi::remote(Record)]
pub struct Home {
    /// The unit to go on with; nothing when all are done.
    pub go_on: Option<UnitRow>,
    /// Units that are done.
    pub units_done: u16,
    /// All units.
    pub units: u16,
    /// Quizzes to go on with.
    pub open_quizzes: Vec<OpenQuiz>,
    /// A talk to go on with.
    pub open_talk: Option<OpenTalk>,
    /// What is due for review today.
    pub due: u16,
    /// A relaxation that still makes sense to go on with.
    pub relaxation: Option<Session>,
    /// Practice of the seven days up to today; days without any are left out.
    pub week: Vec<DayPractice>,
    /// The newest day of practice.
    pub last_practised: Option<Day>,
    /// The practice day that it is now.
    pub today: Day,
}
