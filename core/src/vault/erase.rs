//! Erasing: one entry, a day, or everything older than the person wants to keep.
//!
//! What is deleted is overwritten in the database (`secure_delete`), the log is emptied, and the two copies are renewed. So
//! a deleted entry is in no file that the vault uses; only a damaged file that was set aside keeps it, for seven days.
//! On a full disk the reserve makes the space for deleting it, and then the copies, which hold what shall be deleted.
//!
//! What goes with a day: attempts, talks, relaxations, notes and plans (by their last change), which reminders were shown,
//! what is remembered of items that were last answered on it, the answers to checks on cards that were first seen on it and
//! the date of that, and which lines were heard in talks of which no run is left. What stays: that a unit is done, a card
//! seen, an ending reached; none of them has a date. What is remembered of items outlives the days that a person keeps: it
//! says when each was answered last.

use super::contents::{self, Contents};
use super::{Held, Place, Vault, kept, setting, today};
use crate::{Engine, Error, Moment, Result, moment};
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction};
use std::ops::RangeInclusive;

/// How a table says when.
pub(super) enum When {
    /// The practice day.
    Day,
    /// Milliseconds UTC in this column, and the offset beside it.
    Ms(&'static str),
}

/// A table whose rows belong to a day.
pub(super) struct Dated {
    pub name: &'static str,
    pub when: When,
}

/// Rows that are deleted with their day, and with everything that hangs on them.
pub(super) const DATED: &[Dated] = &[
    Dated { name: "quiz_attempt", when: When::Ms("started_ms") },
    Dated { name: "relaxation_session", when: When::Day },
    Dated { name: "scenario_run", when: When::Ms("started_ms") },
    Dated { name: "scenario_pair", when: When::Ms("started_ms") },
    Dated { name: "journal_note", when: When::Ms("written_ms") },
    Dated { name: "journal_plan", when: When::Ms("written_ms") },
    Dated { name: "reminder_shown", when: When::Day },
];

/// Practice days in a row.
#[derive(Clone, Copy)]
pub(super) struct Days {
    first: i64,
    last: i64,
    starts_at: u8,
}

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

impl Days {
    /// From one day to another, both included.
    pub fn of(connection: &Connection, first: NaiveDate, last: NaiveDate) -> Result<Self> {
        let starts_at = setting::day_starts_at(connection)?;
        Ok(Self { first: moment::day_number(first), last: moment::day_number(last), starts_at })
    }

    /// All that the calendar has.
    pub fn ever(connection: &Connection) -> Result<Self> {
        Self::of(connection, NaiveDate::MIN, NaiveDate::MAX)
    }

    /// How many rows, and the first and the last day among them.
    pub fn look(self, connection: &Connection, table: &Dated) -> Result<(u32, Option<NaiveDate>, Option<NaiveDate>)> {
        let (when, range) = self.span(&table.when);
        let query =
            format!("SELECT count(*), min({when}), max({when}) FROM {} WHERE {when} BETWEEN ?1 AND ?2", table.name);
        let looked = connection.prepare_cached(&query)?.query_row([range.start(), range.end()], |row| {
            let day = |at: Option<i64>| at.map(|at| self.day(&table.when, at));
            Ok((row.get(0)?, day(row.get(1)?), day(row.get(2)?)))
        });
        Ok(looked?)
    }

    /// Deletes the rows. How many there were.
    fn delete(self, tx: &Transaction, table: &Dated) -> Result<usize> {
        let (when, range) = self.span(&table.when);
        let delete = format!("DELETE FROM {} WHERE {when} BETWEEN ?1 AND ?2", table.name);
        Ok(tx.prepare_cached(&delete)?.execute([range.start(), range.end()])?)
    }

    /// What is compared, and with what.
    fn span(self, when: &When) -> (String, RangeInclusive<i64>) {
        match when {
            When::Day => ("day".to_owned(), self.first..=self.last),
            When::Ms(column) => {
                let begins = i64::from(self.starts_at) * HOUR_MS;
                let first = self.first.saturating_mul(DAY_MS).saturating_add(begins);
                let after = self.last.saturating_add(1).saturating_mul(DAY_MS).saturating_add(begins);
                (format!("({column} + offset_minutes * 60000)"), first..=after.saturating_sub(1))
            }
        }
    }

    fn day(self, when: &When, at: i64) -> NaiveDate {
        moment::day_of_number(match when {
            When::Day => at,
            When::Ms(_) => at.saturating_sub(i64::from(self.starts_at) * HOUR_MS).div_euclid(DAY_MS),
        })
    }
}

impl Engine {
    /// Deletes a practice day for good. What there was of it.
    ///
    /// # Errors
    /// [`Error::Storage`] only, also on a full disk.
    pub fn delete_day(&self, day: NaiveDate) -> Result<Contents> {
        self.vault.erase(|tx| {
            let days = Days::of(tx, day, day)?;
            tx.prepare_cached("DELETE FROM review_memory WHERE last_day = ?1")?.execute([moment::day_number(day)])?;
            delete(tx, days)
        })
    }

    /// After how many days entries are deleted; never, as shipped.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn retention(&self) -> Result<Option<u16>> {
        self.vault.read(|connection| {
            Ok(setting::get(connection, setting::RETENTION)?.and_then(|days| u16::try_from(days).ok()))
        })
    }

    /// From now on deletes entries that are older than this many days, at once and with every daily check. What went now.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless it is 7 to 3,650 days, or none.
    pub fn set_retention(&self, days: Option<u16>, now: Moment) -> Result<Contents> {
        if days.is_some_and(|days| !RETENTION.contains(&days)) {
            return Err(Error::Invalid { field: "days", reason: "are 7 to 3650" });
        }
        let Some(days) = days else {
            self.vault.write_with_room(|tx| setting::set(tx, setting::RETENTION, None))?;
            return Ok(Contents::default());
        };
        self.vault.erase(|tx| {
            setting::set(tx, setting::RETENTION, Some(days.into()))?;
            delete_older(tx, today(tx, now)?)
        })
    }
}

/// What a person may set.
pub(super) const RETENTION: RangeInclusive<u16> = 7..=3_650;

/// Deletes what is older than the person wants to keep on this day.
pub(super) fn delete_older(tx: &Transaction, today: i64) -> Result<Contents> {
    let Some(kept_days) = setting::get(tx, setting::RETENTION)? else { return Ok(Contents::default()) };
    let last = moment::day_of_number(today.saturating_sub(kept_days).saturating_sub(1));
    delete(tx, Days::of(tx, NaiveDate::MIN, last)?)
}

fn delete(tx: &Transaction, days: Days) -> Result<Contents> {
    let contents = contents::of_days(tx, days)?;
    for table in DATED {
        days.delete(tx, table)?;
    }
    tx.execute(UNHEARD, [])?;
    // Nothing reads the date; that the card was seen is progress, and stays.
    let (when, range) = days.span(&When::Ms("first_ms"));
    for forget in [
        format!("DELETE FROM lesson_check WHERE card IN (SELECT card FROM lesson_seen WHERE {when} BETWEEN ?1 AND ?2)"),
        format!("UPDATE lesson_seen SET first_ms = 0, offset_minutes = 0 WHERE {when} BETWEEN ?1 AND ?2"),
    ] {
        tx.prepare_cached(&forget)?.execute([range.start(), range.end()])?;
    }
    Ok(contents)
}

/// A line's id begins with that of its talk.
const UNHEARD: &str = "DELETE FROM scenario_heard
     WHERE NOT EXISTS (SELECT 1 FROM scenario_run WHERE substr(line, 1, length(scenario) + 1) = scenario || '/')";

impl Vault {
    /// For verbs that delete what a person wrote or did: it is in no copy any more, and can be deleted on a full disk.
    pub fn erase<T>(&self, change: impl Fn(&Transaction) -> Result<T>) -> Result<T> {
        let answer = self.write_with_room(|tx| {
            let answer = change(tx)?;
            // The newest copy is about to be another one; also if a kill comes first.
            setting::set(tx, setting::RESTORED, None)?;
            setting::set(tx, setting::STALE, Some(1))?;
            Ok(answer)
        })?;
        self.finish_erasing()?;
        Ok(answer)
    }

    /// Empties the log and renews the copies, if they hold what was deleted.
    pub(super) fn finish_erasing(&self) -> Result<()> {
        let Some(Place { file, key }) = self.place() else { return Ok(()) };
        let Held { connection, .. } = &*self.held();
        if setting::get(connection, setting::STALE)?.is_none() {
            return Ok(());
        }
        empty_log(connection)?;
        if kept::exists(&file) {
            kept::renew(connection, &file, &key)?;
        }
        setting::set(connection, setting::STALE, None)?;
        empty_log(connection)
    }
}

/// Moves all of the log into the database. Where another process reads, or the disk is full, it is left for later.
pub(super) fn empty_log(connection: &Connection) -> Result<()> {
    match connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(Error::from) {
        Err(Error::NoSpace) | Ok(()) => Ok(()),
        Err(fault) => Err(fault),
    }
}
