//! What is remembered, as rows.

use super::memory::{Memory, Remembered};
use crate::Result;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// Inserts what is remembered about a subject, or brings it up to date.
pub(super) fn save(tx: &Transaction, kept: &Remembered) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO review_memory (subject, stability, difficulty, answers, last_day, due_day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (subject) DO UPDATE SET
             stability = excluded.stability, difficulty = excluded.difficulty, answers = excluded.answers,
             last_day = excluded.last_day, due_day = excluded.due_day",
    )?
    .execute(params![
        kept.subject,
        kept.memory.stability,
        kept.memory.difficulty,
        kept.answers,
        kept.last_day,
        kept.due_day,
    ])?;
    Ok(())
}

pub(super) fn by_subject(connection: &Connection, subject: &str) -> Result<Option<Remembered>> {
    let mut query = connection.prepare_cached("SELECT * FROM review_memory WHERE subject = ?1")?;
    Ok(query.query_row([subject], from_row).optional()?)
}

/// What is due on this day or was before, longest due first.
pub(super) fn due(connection: &Connection, today: i64) -> Result<Vec<Remembered>> {
    let mut query =
        connection.prepare_cached("SELECT * FROM review_memory WHERE due_day <= ?1 ORDER BY due_day, subject")?;
    Ok(query.query_map([today], from_row)?.collect::<rusqlite::Result<_>>()?)
}

/// The ids of what is due on this day or was before; read from the index alone.
pub(super) fn due_subjects(connection: &Connection, today: i64) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached("SELECT subject FROM review_memory WHERE due_day <= ?1")?;
    Ok(query.query_map([today], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The first day on which something is due after this one.
pub(super) fn next_due_day(connection: &Connection, today: i64) -> Result<Option<i64>> {
    let mut query = connection.prepare_cached("SELECT min(due_day) FROM review_memory WHERE due_day > ?1")?;
    Ok(query.query_row([today], |row| row.get(0))?)
}

/// Everything that is remembered, by subject: at most as many as the course has had.
pub(super) fn all(connection: &Connection) -> Result<Vec<Remembered>> {
    let mut query = connection.prepare_cached("SELECT * FROM review_memory ORDER BY subject")?;
    Ok(query.query_map([], from_row)?.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row) -> rusqlite::Result<Remembered> {
    Ok(Remembered {
        subject: row.get("subject")?,
        memory: Memory { stability: row.get("stability")?, difficulty: row.get("difficulty")? },
        answers: row.get("answers")?,
        last_day: row.get("last_day")?,
        due_day: row.get("due_day")?,
    })
}
