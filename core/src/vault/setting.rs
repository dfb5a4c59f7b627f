//! What a person has set. Small numbers that several features go by.

use crate::{Moment, Result, moment};
use rusqlite::{Connection, OptionalExtension, Transaction};

const DAY_STARTS_AT: &str = "day-starts-at";

/// The hour at which a practice day begins, 0 to 23.
pub(crate) fn day_starts_at(connection: &Connection) -> Result<u8> {
    let mut query = connection.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    let set: Option<u8> = query.query_row([DAY_STARTS_AT], |row| row.get(0)).optional()?;
    Ok(set.unwrap_or(moment::DAY_STARTS_AT))
}

/// Days from now on begin at this hour; what is stored keeps the day that it has.
pub(crate) fn set_day_starts_at(tx: &Transaction, hour: u8) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?
    .execute((DAY_STARTS_AT, hour))?;
    Ok(())
}

/// The practice day that it is, as a number.
pub(crate) fn today(connection: &Connection, now: Moment) -> Result<i64> {
    Ok(moment::day_number(now.day(day_starts_at(connection)?)))
}
