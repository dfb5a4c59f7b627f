//! What a person has set, and what the vault notes about itself. Small numbers.

use crate::{Moment, Result, moment};
use rusqlite::{Connection, OptionalExtension, Transaction};

const DAY_STARTS_AT: &str = "day-starts-at";
/// The day of the last daily check.
pub(super) const CHECKED: &str = "checked-day";
/// The day on which a damaged file was set aside.
pub(super) const SET_ASIDE: &str = "set-aside-day";
/// The day on which the newest copy was what a backup replaced.
pub(super) const RESTORED: &str = "restored-day";
/// The copies may still know what was deleted.
pub(super) const STALE: &str = "copies-stale";
/// After how many days entries go.
pub(super) const RETENTION: &str = "retention-days";

/// What is set under this name, if something is.
pub(super) fn get(connection: &Connection, name: &str) -> Result<Option<i64>> {
    let mut query = connection.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    Ok(query.query_row([name], |row| row.get(0)).optional()?)
}

/// Sets it, or takes it away.
pub(super) fn set(connection: &Connection, name: &str, value: Option<i64>) -> Result<()> {
    match value {
        Some(value) => connection
            .prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute((name, value))?,
        None => connection.prepare_cached("DELETE FROM setting WHERE name = ?1")?.execute([name])?,
    };
    Ok(())
}

/// The hour at which a practice day begins, 0 to 23.
pub(crate) fn day_starts_at(connection: &Connection) -> Result<u8> {
    let set = get(connection, DAY_STARTS_AT)?.and_then(|hour| u8::try_from(hour).ok());
    Ok(set.unwrap_or(moment::DAY_STARTS_AT))
}

/// Days from now on begin at this hour; what is stored keeps the day that it has.
pub(crate) fn set_day_starts_at(tx: &Transaction, hour: u8) -> Result<()> {
    set(tx, DAY_STARTS_AT, Some(hour.into()))
}

/// The practice day that it is, as a number.
pub(crate) fn today(connection: &Connection, now: Moment) -> Result<i64> {
    Ok(moment::day_number(now.day(day_starts_at(connection)?)))
}
