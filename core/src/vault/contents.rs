//! How much there is: what a person is told before a backup replaces it, or before a day is deleted.

use super::erase::{self, Days};
use crate::{Engine, Result, moment};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// Numbers of entries, and the days between which they lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contents {
    /// Units that were begun. They have no date: 0 for a single day.
    pub units: u32,
    /// Attempts at quizzes.
    pub quiz_attempts: u32,
    /// Rehearsed talks, alone or by two.
    pub talks: u32,
    /// Relaxation sessions.
    pub relaxations: u32,
    /// Notes, by their last change.
    pub notes: u32,
    /// Plans for a talk, by their last change.
    pub plans: u32,
    /// Reminders that are set. They have no date: 0 for a single day.
    pub reminders: u32,
    /// The first practice day with an entry.
    #[serde(with = "day_number")]
    pub first_day: Option<NaiveDate>,
    /// The last one.
    #[serde(with = "day_number")]
    pub last_day: Option<NaiveDate>,
}

impl Engine {
    /// What is kept now.
    ///
    /// # Errors
    /// [`Error::Storage`](crate::Error::Storage) only.
    pub fn contents(&self) -> Result<Contents> {
        self.vault.read(all)
    }

    /// What is kept of one practice day.
    ///
    /// # Errors
    /// [`Error::Storage`](crate::Error::Storage) only.
    pub fn contents_of_day(&self, day: NaiveDate) -> Result<Contents> {
        self.vault.read(|connection| of_days(connection, Days::of(connection, day, day)?))
    }
}

/// All of it.
pub(super) fn all(connection: &Connection) -> Result<Contents> {
    let dated = of_days(connection, Days::ever(connection)?)?;
    Ok(Contents {
        units: rows(connection, "SELECT count(*) FROM lesson_place")?,
        reminders: rows(connection, "SELECT count(*) FROM reminder_rule")?,
        ..dated
    })
}

/// The entries of these days.
pub(super) fn of_days(connection: &Connection, days: Days) -> Result<Contents> {
    let mut contents = Contents::default();
    for table in erase::DATED {
        let (count, first, last) = days.look(connection, table)?;
        let number = match table.name {
            "quiz_attempt" => &mut contents.quiz_attempts,
            "scenario_run" | "scenario_pair" => &mut contents.talks,
            "relaxation_session" => &mut contents.relaxations,
            "journal_note" => &mut contents.notes,
            "journal_plan" => &mut contents.plans,
            _ => continue,
        };
        *number += count;
        contents.first_day = contents.first_day.into_iter().chain(first).min();
        contents.last_day = contents.last_day.max(last);
    }
    Ok(contents)
}

fn rows(connection: &Connection, query: &str) -> Result<u32> {
    Ok(connection.prepare_cached(query)?.query_row([], |row| row.get(0))?)
}

/// A day as its number.
mod day_number {
    use super::{NaiveDate, moment};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(moment::day_number).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<i64>::deserialize(from)?.map(moment::day_of_number))
    }
}
