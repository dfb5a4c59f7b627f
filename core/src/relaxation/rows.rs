//! Sessions as rows.

use super::session::{Form, Outcome, Session, Tension};
use super::{DayPractice, TensionPair};
use crate::{Result, moment, vault};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// Inserts the session, or brings the one with its id up to date.
pub(super) fn save(tx: &Transaction, session: &Session) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO relaxation_session
             (id, script, form, planned_ms, elapsed_ms, outcome, tension_before, tension_after, started_ms,
              offset_minutes, day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET
             elapsed_ms = excluded.elapsed_ms, outcome = excluded.outcome, tension_after = excluded.tension_after",
    )?
    .execute(params![
        session.id,
        session.script,
        session.form,
        session.planned_ms,
        session.elapsed_ms,
        session.outcome,
        session.before,
        session.after,
        session.started.utc_ms(),
        session.started.offset_minutes(),
        session.started.day_number(),
    ])?;
    Ok(())
}

pub(super) fn by_id(connection: &Connection, id: &str) -> Result<Option<Session>> {
    let mut query = connection.prepare_cached("SELECT * FROM relaxation_session WHERE id = ?1")?;
    Ok(query.query_row([id], from_row).optional()?)
}

pub(super) fn running(connection: &Connection) -> Result<Option<Session>> {
    let mut query = connection.prepare_cached("SELECT * FROM relaxation_session WHERE outcome = 'running'")?;
    Ok(query.query_row([], from_row).optional()?)
}

/// The newest `limit` sessions that are over, newest first.
pub(super) fn over(connection: &Connection, limit: u32) -> Result<Vec<Session>> {
    let mut query = connection
        .prepare_cached("SELECT * FROM relaxation_session WHERE outcome <> 'running' ORDER BY seq DESC LIMIT ?1")?;
    Ok(query.query_map([limit], from_row)?.collect::<rusqlite::Result<_>>()?)
}

/// Practice from one day to another, both included; days without any are left out. Only the full form counts.
pub(super) fn practice(connection: &Connection, from: i64, to: i64) -> Result<Vec<DayPractice>> {
    let mut query = connection.prepare_cached(
        "SELECT day, sum(elapsed_ms) AS practised_ms, count(*) AS sessions FROM relaxation_session
         WHERE form = 'full' AND day BETWEEN ?1 AND ?2 AND outcome <> 'running'
         GROUP BY day ORDER BY day",
    )?;
    let day = |row: &Row| {
        Ok(DayPractice {
            day: moment::day_of_number(row.get("day")?),
            practised_ms: row.get("practised_ms")?,
            sessions: row.get("sessions")?,
        })
    };
    Ok(query.query_map([from, to], day)?.collect::<rusqlite::Result<_>>()?)
}

/// The newest day of practice.
pub(super) fn last_practice(connection: &Connection) -> Result<Option<i64>> {
    let mut query = connection.prepare_cached(
        "SELECT day FROM relaxation_session WHERE form = 'full' AND outcome <> 'running' ORDER BY day DESC LIMIT 1",
    )?;
    Ok(query.query_row([], |row| row.get(0)).optional()?)
}

/// The newest `limit` sessions in which tension was rated before and after, oldest first.
pub(super) fn tensions(connection: &Connection, limit: u32) -> Result<Vec<TensionPair>> {
    let mut query = connection.prepare_cached(
        "SELECT tension_before, tension_after, started_ms, offset_minutes FROM relaxation_session
         WHERE tension_before IS NOT NULL AND tension_after IS NOT NULL ORDER BY seq DESC LIMIT ?1",
    )?;
    let pair = |row: &Row| {
        Ok(TensionPair {
            started: vault::moment(row, "started_ms", "offset_minutes")?,
            before: row.get("tension_before")?,
            after: row.get("tension_after")?,
        })
    };
    let mut pairs: Vec<TensionPair> = query.query_map([limit], pair)?.collect::<rusqlite::Result<_>>()?;
    pairs.reverse();
    Ok(pairs)
}

fn from_row(row: &Row) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        script: row.get("script")?,
        form: row.get("form")?,
        planned_ms: row.get("planned_ms")?,
        elapsed_ms: row.get("elapsed_ms")?,
        outcome: row.get("outcome")?,
        before: row.get("tension_before")?,
        after: row.get("tension_after")?,
        started: vault::moment(row, "started_ms", "offset_minutes")?,
    })
}

impl ToSql for Outcome {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Left => "left",
            Self::Interrupted => "interrupted",
        }
        .into())
    }
}

impl FromSql for Outcome {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "running" => Ok(Self::Running),
            "finished" => Ok(Self::Finished),
            "left" => Ok(Self::Left),
            "interrupted" => Ok(Self::Interrupted),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Form {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Full => "full",
            Self::Short => "short",
        }
        .into())
    }
}

impl FromSql for Form {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "full" => Ok(Self::Full),
            "short" => Ok(Self::Short),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Tension {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.value().into())
    }
}

impl FromSql for Tension {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(u8::column_result(value)?).map_err(|_| FromSqlError::InvalidType)
    }
}
