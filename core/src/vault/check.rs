//! Checks: the short one of every practice day, and the long one that a person asks for and that mends.

use super::{Place, Vault, attached, erase, files, kept, setting, today};
use crate::{Engine, Error, Moment, Result};
use rusqlite::{Connection, Transaction};

/// What the check of a day did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyCheck {
    /// Entries that were older than the person wants to keep.
    pub erased: super::Contents,
    /// A fresh copy was kept; there was no space for one otherwise.
    pub kept: bool,
}

/// What a long check found, and has mended: empty if all was well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// One for each rule that something broke.
    pub mended: Vec<Mended>,
}

/// What was mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mended {
    /// Which rule was broken.
    pub rule: Rule,
    /// By how many rows; 1 for an index.
    pub rows: u32,
}

/// What holds in a sound vault, beyond what the schema enforces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// An index agrees with its table; it is built anew.
    Indexes,
    /// What hangs on something hangs on something that is there; it is deleted otherwise.
    Links,
    /// A talk goes on at a line of its own; it begins anew otherwise.
    Talks,
    /// A time can be shown; it becomes 1970 otherwise.
    Times,
    /// A review comes within 60 days of the last one; it comes then.
    Reviews,
    /// A setting is within its range, and the one row of reminder settings is there; it is as shipped otherwise.
    Settings,
}

impl Engine {
    /// The check of a practice day: whether the file is sound, what is too old, and a fresh copy. Call it after opening and
    /// when the app comes to the front; nothing if it was done on this day.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the file is not sound: see [`repair`](super::repair()). [`Error::NoSpace`] if the disk is so full
    /// that not even this could be noted.
    pub fn daily_check(&self, now: Moment) -> Result<Option<DailyCheck>> {
        self.vault.daily_check(now)
    }

    /// Looks at every row, and mends what breaks a rule. A second run finds nothing.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the file is not sound: see [`repair`](super::repair()).
    pub fn check_data(&self) -> Result<Checked> {
        self.vault.write(|tx| {
            let mut mended = Vec::new();
            if !is_sound(tx, "integrity_check")? {
                // Perhaps it is only an index. Those are built from the tables.
                tx.execute_batch("REINDEX")?;
                if !is_sound(tx, "integrity_check")? {
                    return Err(Error::Damaged);
                }
                mended.push(Mended { rule: Rule::Indexes, rows: 1 });
            }
            mended.extend(mend(tx)?);
            Ok(Checked { mended })
        })
    }
}

/// Days for which a damaged file stays beside the one that took its place.
pub(super) const SET_ASIDE_DAYS: i64 = 7;

impl Vault {
    pub(super) fn daily_check(&self, now: Moment) -> Result<Option<DailyCheck>> {
        let Some(Place { file, key }) = self.place() else { return Ok(None) };
        let (today, before) = self.read(|connection| {
            let before = setting::get(connection, setting::CHECKED)?;
            Ok((today(connection, now)?, before))
        })?;
        if before == Some(today) {
            return Ok(None);
        }
        self.read(quick)?;
        files::remove_database(&files::beside(&file, files::NEW))?;
        // A clock that runs ahead for a day shall not delete what is young: the older of two checks is the measure.
        let measure = before.map_or(today, |before| before.min(today));
        let (erased, is_over) = self.write(|tx| {
            setting::set(tx, setting::CHECKED, Some(today))?;
            setting::set(tx, setting::RESTORED, None)?;
            // What was answered on a clock that ran ahead by more than that would stay away for as long.
            tx.execute(AHEAD, [today])?;
            let erased = erase::delete_older(tx, measure)?;
            if erased != super::Contents::default() {
                setting::set(tx, setting::STALE, Some(1))?;
            }
            Ok((erased, set_aside_is_over(tx, &file, today)?))
        })?;
        if is_over {
            files::remove_database(&files::beside(&file, files::DAMAGED))?;
        }
        let kept = match kept::take(&self.held().connection, &file, &key) {
            Err(Error::NoSpace) => false,
            taken => taken.map(|()| true)?,
        };
        self.finish_erasing()?;
        self.read(|connection| attached::sweep(connection, &file))?;
        Ok(Some(DailyCheck { erased, kept }))
    }
}

/// Whether a damaged file has been beside this one for long enough. Counts from today if nobody has begun to.
fn set_aside_is_over(tx: &Transaction, database: &std::path::Path, today: i64) -> Result<bool> {
    let there = files::beside(database, files::DAMAGED).exists();
    let since = setting::get(tx, setting::SET_ASIDE)?.filter(|since| *since <= today);
    let is_over = there && since.is_some_and(|since| today - since >= SET_ASIDE_DAYS);
    setting::set(tx, setting::SET_ASIDE, (there && !is_over).then(|| since.unwrap_or(today)))?;
    Ok(is_over)
}

/// Reads every page and every row's shape.
pub(super) fn quick(connection: &Connection) -> Result<()> {
    if is_sound(connection, "quick_check")? { Ok(()) } else { Err(Error::Damaged) }
}

fn is_sound(connection: &Connection, check: &str) -> Result<bool> {
    let found: String = connection.pragma_query_value(None, check, |row| row.get(0))?;
    Ok(found == "ok")
}

/// Mends what breaks a rule; the rules in an order in which none breaks an earlier one.
pub(super) fn mend(tx: &Transaction) -> Result<Vec<Mended>> {
    tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let settings = settings(tx)?;
    let (talks, links) = links(tx)?;
    let found = [
        (Rule::Settings, settings),
        (Rule::Talks, talks),
        (Rule::Links, links),
        (Rule::Times, times(tx)?),
        (Rule::Reviews, changed(tx, REVIEWS)?),
    ];
    let found = found.into_iter().filter(|(_, rows)| *rows > 0);
    Ok(found.map(|(rule, rows)| Mended { rule, rows: u32::try_from(rows).unwrap_or(u32::MAX) }).collect())
}

const TALKS: &str = "UPDATE scenario_run SET head = NULL, ended = 0
     WHERE head IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM scenario_choice AS line WHERE line.seq = head AND line.run = scenario_run.seq)";

const REVIEWS: &str = "UPDATE review_memory SET due_day = last_day + 60 WHERE due_day > last_day + 60";

/// Due today what a clock that ran ahead has put off.
const AHEAD: &str = "UPDATE review_memory SET last_day = min(last_day, ?1 - 1), due_day = ?1 WHERE due_day > ?1 + 60";

/// Rows that hang on nothing.
const STRAYS: &[&str] = &[
    "DELETE FROM quiz_answer WHERE attempt NOT IN (SELECT seq FROM quiz_attempt)",
    "DELETE FROM quiz_choice WHERE (attempt, item) NOT IN (SELECT attempt, item FROM quiz_answer)",
    "DELETE FROM scenario_choice WHERE run NOT IN (SELECT seq FROM scenario_run)",
    "DELETE FROM scenario_choice
     WHERE parent IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM scenario_choice AS above
                         WHERE above.seq = scenario_choice.parent AND above.run = scenario_choice.run
                             AND above.seq < scenario_choice.seq)",
    "DELETE FROM scenario_mark WHERE pair NOT IN (SELECT seq FROM scenario_pair)",
];

fn changed(tx: &Transaction, mend: &str) -> Result<usize> {
    Ok(tx.execute(mend, [])?)
}

fn settings(tx: &Transaction) -> Result<usize> {
    let set = "DELETE FROM setting
         WHERE (name = 'day-starts-at' AND value NOT BETWEEN 0 AND 23)
             OR (name = ?1 AND value NOT BETWEEN ?2 AND ?3)";
    let of_reminders = "INSERT INTO reminder_settings (one, quiet_from, quiet_to, skip_practised, most_a_day)
         SELECT 1, 1320, 420, 1, 3 WHERE NOT EXISTS (SELECT 1 FROM reminder_settings)";
    let range = erase::RETENTION;
    Ok(tx.execute(set, (setting::RETENTION, range.start(), range.end()))? + changed(tx, of_reminders)?)
}

/// Begins talks anew that go on nowhere, and deletes rows that hang on nothing, until none does: whatever hung on them may
/// hang on nothing then. How many of either.
fn links(tx: &Transaction) -> Result<(usize, usize)> {
    let (mut talks, mut rows) = (changed(tx, TALKS)?, 0);
    loop {
        let mut deleted = 0;
        for stray in STRAYS {
            deleted += changed(tx, stray)?;
        }
        let begun_anew = changed(tx, TALKS)?;
        (talks, rows) = (talks + begun_anew, rows + deleted);
        if deleted + begun_anew == 0 {
            break;
        }
    }
    // Whatever the strays do not know is a fault of ours, and nothing to delete.
    let left: u32 = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if left == 0 { Ok((talks, rows)) } else { Err(Error::Damaged) }
}

/// Every pair of columns that holds a moment.
const MOMENTS: &[(&str, &str)] = &[
    ("lesson_seen", "first_ms"),
    ("quiz_attempt", "started_ms"),
    ("relaxation_session", "started_ms"),
    ("scenario_run", "started_ms"),
    ("scenario_pair", "started_ms"),
    ("journal_note", "written_ms"),
    ("journal_plan", "written_ms"),
];

/// One row whose time cannot be shown would make its whole list unreadable.
fn times(tx: &Transaction) -> Result<usize> {
    let (earliest, latest) = (chrono::DateTime::<chrono::Utc>::MIN_UTC, chrono::DateTime::<chrono::Utc>::MAX_UTC);
    let range = (earliest.timestamp_millis(), latest.timestamp_millis());
    let mut rows = 0;
    for (table, ms) in MOMENTS {
        let mend = format!(
            "UPDATE {table} SET {ms} = 0, offset_minutes = 0
             WHERE {ms} NOT BETWEEN ?1 AND ?2 OR offset_minutes NOT BETWEEN -1439 AND 1439"
        );
        rows += tx.execute(&mend, range)?;
    }
    let paused = "UPDATE relaxation_session SET paused_ms = NULL WHERE paused_ms NOT BETWEEN ?1 AND ?2";
    Ok(rows + tx.execute(paused, range)?)
}
