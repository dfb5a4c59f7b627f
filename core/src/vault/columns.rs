//! Columns that several features share.

use crate::Moment;
use rusqlite::Row;
use rusqlite::types::FromSqlError;

/// The moment in a pair of columns: milliseconds UTC, and minutes that the wall clock was ahead.
pub(crate) fn moment(row: &Row, utc_ms: &str, offset_minutes: &str) -> rusqlite::Result<Moment> {
    let utc: i64 = row.get(utc_ms)?;
    Ok(Moment::from_parts(utc, row.get(offset_minutes)?).ok_or(FromSqlError::OutOfRange(utc))?)
}
