//! Attempts and answers as rows.

use super::score::Chosen;
use super::{Attempt, Outcome};
use crate::{Result, vault};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::collections::BTreeMap;

/// Inserts the attempt, or brings the one with its id up to date.
pub(super) fn save(tx: &Transaction, attempt: &Attempt) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO quiz_attempt
             (id, quiz, seed, outcome, right_count, item_count, started_ms, offset_minutes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET
             outcome = excluded.outcome, right_count = excluded.right_count, item_count = excluded.item_count",
    )?
    .execute(params![
        attempt.id,
        attempt.quiz,
        attempt.seed.cast_signed(),
        attempt.outcome,
        attempt.right,
        attempt.of,
        attempt.started.utc_ms(),
        attempt.started.offset_minutes(),
    ])?;
    Ok(())
}

pub(super) fn by_id(connection: &Connection, id: &str) -> Result<Option<Attempt>> {
    let mut query = connection.prepare_cached("SELECT * FROM quiz_attempt WHERE id = ?1")?;
    Ok(query.query_row([id], from_row).optional()?)
}

pub(super) fn open(connection: &Connection, quiz: &str) -> Result<Option<Attempt>> {
    let mut query = connection.prepare_cached("SELECT * FROM quiz_attempt WHERE quiz = ?1 AND outcome = 'open'")?;
    Ok(query.query_row([quiz], from_row).optional()?)
}

/// The quizzes whose attempt is open; read from the index alone.
pub(super) fn open_quizzes(connection: &Connection) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached("SELECT quiz FROM quiz_attempt WHERE outcome = 'open'")?;
    Ok(query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The newest `limit` attempts at a quiz that were finished, newest first.
pub(super) fn finished(connection: &Connection, quiz: &str, limit: u32) -> Result<Vec<Attempt>> {
    let mut query = connection.prepare_cached(
        "SELECT * FROM quiz_attempt WHERE quiz = ?1 AND outcome = 'finished' ORDER BY seq DESC LIMIT ?2",
    )?;
    Ok(query.query_map(params![quiz, limit], from_row)?.collect::<rusqlite::Result<_>>()?)
}

/// Keeps an answer. There is none yet.
pub(super) fn save_answer(tx: &Transaction, attempt: &str, item: &str, chosen: &Chosen, right: bool) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO quiz_answer (attempt, item, right_count)
         VALUES ((SELECT seq FROM quiz_attempt WHERE id = ?1), ?2, ?3)",
    )?
    .execute(params![attempt, item, right])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO quiz_choice (attempt, item, option)
         VALUES ((SELECT seq FROM quiz_attempt WHERE id = ?1), ?2, ?3)",
    )?;
    for option in chosen {
        insert.execute(params![attempt, item, option])?;
    }
    Ok(())
}

/// The items of an attempt that were answered, and whether the answer was right.
pub(super) fn answers(connection: &Connection, attempt: &str) -> Result<BTreeMap<String, bool>> {
    let mut query = connection.prepare_cached(
        "SELECT item, right_count FROM quiz_answer
         WHERE attempt = (SELECT seq FROM quiz_attempt WHERE id = ?1)",
    )?;
    Ok(query.query_map([attempt], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

/// What was chosen in an answer.
pub(super) fn chosen(connection: &Connection, attempt: &str, item: &str) -> Result<Chosen> {
    let mut query = connection.prepare_cached(
        "SELECT option FROM quiz_choice
         WHERE attempt = (SELECT seq FROM quiz_attempt WHERE id = ?1) AND item = ?2",
    )?;
    Ok(query.query_map([attempt, item], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        id: row.get("id")?,
        quiz: row.get("quiz")?,
        seed: row.get::<_, i64>("seed")?.cast_unsigned(),
        outcome: row.get("outcome")?,
        right: row.get("right_count")?,
        of: row.get("item_count")?,
        started: vault::moment(row, "started_ms", "offset_minutes")?,
    })
}

impl ToSql for Outcome {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Open => "open",
            Self::Finished => "finished",
            Self::Left => "left",
        }
        .into())
    }
}

impl FromSql for Outcome {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "open" => Ok(Self::Open),
            "finished" => Ok(Self::Finished),
            "left" => Ok(Self::Left),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}
