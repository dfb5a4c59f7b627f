//! Progress: what Home shows, and how much of the week was practised.
//!
//! It keeps nothing of its own: it asks the other features. No streaks, no goals, no days missed.

use crate::lesson::{self, UnitRow};
use crate::quiz::{self, OpenQuiz};
use crate::relaxation::{self, DayPractice, Session};
use crate::scenario::{self, OpenTalk};
use crate::{Engine, Error, Moment, Result, review, vault};
use chrono::{Days, NaiveDate};

/// What Home shows.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub last_practised: Option<NaiveDate>,
    /// The practice day that it is now.
    pub today: NaiveDate,
}

impl Engine {
    /// What to go on with, what is due and what was practised.
    ///
    /// # Errors
    /// [`crate::Error::Storage`] only.
    pub fn home(&self, now: Moment) -> Result<Home> {
        let course = self.course();
        self.vault.read(|connection| {
            let today = now.day(vault::day_starts_at(connection)?);
            let week_ago = today.checked_sub_days(Days::new(6)).unwrap_or(NaiveDate::MIN);
            let (go_on, units_done) = lesson::standing(&course, connection)?;
            let week = relaxation::practice(connection, week_ago, today)?;
            let last_practised = match week.last() {
                Some(newest) => Some(newest.day),
                None => relaxation::last_practice(connection)?,
            };
            Ok(Home {
                go_on,
                units_done,
                units: u16::try_from(course.units().count()).unwrap_or(u16::MAX),
                open_quizzes: quiz::open_quizzes(&course, connection)?,
                open_talk: scenario::open_talk(&course, connection)?,
                due: review::due_count(&course, connection, now)?,
                relaxation: relaxation::running(connection, now)?,
                week,
                last_practised,
                today,
            })
        })
    }

    /// The hour at which a practice day begins; 4 unless the person has set another.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn day_starts_at(&self) -> Result<u8> {
        self.vault.read(vault::day_starts_at)
    }

    /// From now on a practice day begins at this hour, 0 to 23. What was practised keeps the day that it has.
    ///
    /// # Errors
    /// [`Error::Invalid`] above 23.
    pub fn set_day_starts_at(&self, hour: u8) -> Result<()> {
        if hour > 23 {
            return Err(Error::Invalid { field: "hour", reason: "is 0 to 23" });
        }
        self.vault.write_with_room(|tx| vault::set_day_starts_at(tx, hour))
    }
}
