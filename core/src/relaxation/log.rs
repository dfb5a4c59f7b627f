//! What was practised: the log, and what it adds up to. No streaks, no goals, no days missed.

use super::session::Session;
use super::{rows, series};
use crate::error::OrNotFound;
use crate::{Engine, Error, Result, moment};
use chrono::{Datelike, Months, NaiveDate};
use rusqlite::Connection;

/// Practice of one day. Quick calm is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayPractice {
    /// The practice day.
    pub day: NaiveDate,
    /// Milliseconds of all sessions.
    pub practised_ms: i64,
    /// How many sessions.
    pub sessions: u32,
}

/// A month of practice, as a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub day: NaiveDate,
    /// Milliseconds of practice; 0 for none.
    pub practised_ms: i64,
}

/// Practice that began within one hour of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HourPractice {
    /// 0 to 23, on the wall clock that the person had then.
    pub hour: u8,
    /// How many sessions.
    pub sessions: u32,
}

impl Engine {
    /// The newest `limit` sessions that are over, quick calm among them, newest first.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn relaxation_log(&self, limit: u32) -> Result<Vec<Session>> {
        self.vault.read(|connection| rows::over(connection, limit))
    }

    /// Deletes one session for good, also one that runs.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such session.
    pub fn delete_relaxation(&self, id: &str) -> Result<()> {
        self.vault.erase(|tx| rows::delete(tx, id)?.then_some(()).or_not_found("session"))
    }

    /// Deletes all sessions of a practice day for good, also one that runs. How many there were; a retry finds none.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn delete_relaxation_day(&self, day: NaiveDate) -> Result<u32> {
        let deleted = self.vault.erase(|tx| rows::delete_day(tx, moment::day_number(day)))?;
        Ok(u32::try_from(deleted).unwrap_or(u32::MAX))
    }

    /// Practice from one day to another, both included, by day; days without any are left out.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn practice_days(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayPractice>> {
        self.vault.read(|connection| practice(connection, from, to))
    }

    /// The month of practice that `day` lies in.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the calendar ends within that month.
    pub fn practice_month(&self, day: NaiveDate) -> Result<PracticeMonth> {
        let first = day.with_day0(0);
        let last = first.and_then(|first| first.checked_add_months(Months::new(1))?.pred_opt());
        let no_month = Error::Invalid { field: "day", reason: "is in a month that the calendar has" };
        let (first, last) = first.zip(last).ok_or(no_month)?;
        let (practised, calms) = self.vault.read(|connection| {
            let calms = rows::calms(connection, moment::day_number(first), moment::day_number(last))?;
            Ok((practice(connection, first, last)?, calms))
        })?;
        let mut known = practised.iter().peekable();
        let days = first.iter_days().take_while(|day| *day <= last).map(|day| {
            let practised_ms = known.next_if(|known| known.day == day).map_or(0, |known| known.practised_ms);
            CalendarDay { day, practised_ms }
        });
        Ok(PracticeMonth {
            days: days.collect(),
            practised_days: u32::try_from(practised.len()).unwrap_or(u32::MAX),
            practised_ms: practised.iter().map(|day| day.practised_ms).sum(),
            calms,
        })
    }

    /// Tension before and after, of the newest `limit` sessions that have both, oldest first, with the running middle.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn tension_series(&self, limit: u32) -> Result<Vec<series::TensionPair>> {
        let more = u32::try_from(series::WINDOW).unwrap_or(u32::MAX);
        let rated = self.vault.read(|connection| rows::rated(connection, limit.saturating_add(more)))?;
        Ok(series::with_middles(&rated, usize::try_from(limit).unwrap_or(usize::MAX)))
    }

    /// At which hours of the day practice began, from one day to another; hours without any are left out.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn practice_hours(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<HourPractice>> {
        let (from, to) = (moment::day_number(from), moment::day_number(to));
        self.vault.read(|connection| rows::hours(connection, from, to))
    }
}

pub(crate) fn practice(connection: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayPractice>> {
    rows::practice(connection, moment::day_number(from), moment::day_number(to))
}

/// The newest day of practice.
pub(crate) fn last_practice(connection: &Connection) -> Result<Option<NaiveDate>> {
    Ok(rows::last_practice(connection)?.map(moment::day_of_number))
}
