//! Sessions as rows.

use super::log::{DayPractice, HourPractice};
use super::session::{Form, Outcome, Session, Tension};
use crate::{Moment, Result, moment, vault};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// Inserts the session, or brings the one with its id up to date.
pub(super) fn save(tx: &Transaction, session: &Session) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO relaxation_session
             (id, script, form, minutes, planned_ms, elapsed_ms, outcome, tension_before, tension_after, started_ms,
              offset_minutes, day, paused_ms, zero_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (id) DO UPDATE SET
             elapsed_ms = excluded.elapsed_ms, outcome = excluded.outcome, tension_after = excluded.tension_after,
             paused_ms = excluded.paused_ms, zero_ms = excluded.zero_ms",
    )?
    .execute(params![
        session.id,
        session.script,
        if session.form.is_practice() { "full" } else { "short" },
        session.form,
        session.planned_ms,
        session.elapsed_ms,
        session.outcome,
        session.before,
        session.after,
        session.started.utc_ms(),
        session.started.offset_minutes(),
        moment::day_number(session.day),
        session.paused.map(Moment::utc_ms),
        session.zero_ms,
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

/// Practice by the hour at which it began on the person's wall clock, from one day to another; hours without any are left out.
pub(super) fn hours(connection: &Connection, from: i64, to: i64) -> Result<Vec<HourPractice>> {
    let mut query = connection.prepare_cached(
        "SELECT ((started_ms + offset_minutes * 60000) % 86400000 + 86400000) % 86400000 / 3600000 AS hour,
                count(*) AS sessions
         FROM relaxation_session WHERE form = 'full' AND day BETWEEN ?1 AND ?2 AND outcome <> 'running'
         GROUP BY hour ORDER BY hour",
    )?;
    let hour = |row: &Row| Ok(HourPractice { hour: row.get("hour")?, sessions: row.get("sessions")? });
    Ok(query.query_map([from, to], hour)?.collect::<rusqlite::Result<_>>()?)
}

/// How often quick calm was played, from one day to another.
pub(super) fn calms(connection: &Connection, from: i64, to: i64) -> Result<u32> {
    let mut query = connection.prepare_cached(
        "SELECT count(*) FROM relaxation_session
         WHERE form = 'short' AND day BETWEEN ?1 AND ?2 AND outcome <> 'running'",
    )?;
    Ok(query.query_row([from, to], |row| row.get(0))?)
}

/// The newest `limit` sessions in which tension was rated before and after, oldest first.
pub(super) fn rated(connection: &Connection, limit: u32) -> Result<Vec<(Moment, Tension, Tension)>> {
    let mut query = connection.prepare_cached(
        "SELECT tension_before, tension_after, started_ms, offset_minutes FROM relaxation_session
         WHERE tension_before IS NOT NULL AND tension_after IS NOT NULL ORDER BY seq DESC LIMIT ?1",
    )?;
    let pair = |row: &Row| {
        // By number: this is asked for ten years of rows at once.
        let started_ms: i64 = row.get(2)?;
        let started = Moment::from_parts(started_ms, row.get(3)?).ok_or(FromSqlError::OutOfRange(started_ms))?;
        Ok((started, row.get(0)?, row.get(1)?))
    };
    let mut pairs: Vec<_> = query.query_map([limit], pair)?.collect::<rusqlite::Result<_>>()?;
    pairs.reverse();
    Ok(pairs)
}

/// The newest ratings up to those of this session, oldest first.
pub(super) fn ratings_up_to(connection: &Connection, id: &str) -> Result<[Option<Tension>; 4]> {
    let mut query = connection.prepare_cached(
        "SELECT tension_before, tension_after FROM relaxation_session
         WHERE (tension_before IS NOT NULL OR tension_after IS NOT NULL)
             AND seq <= (SELECT seq FROM relaxation_session WHERE id = ?1)
         ORDER BY seq DESC LIMIT 2",
    )?;
    let ratings = |row: &Row| Ok([row.get("tension_before")?, row.get("tension_after")?]);
    let newest: Vec<[Option<Tension>; 2]> = query.query_map([id], ratings)?.collect::<rusqlite::Result<_>>()?;
    let [before, after] = newest.first().copied().unwrap_or_default();
    let [earlier_before, earlier_after] = newest.get(1).copied().unwrap_or_default();
    Ok([earlier_before, earlier_after, before, after])
}

/// Whether there was such a session.
pub(super) fn delete(tx: &Transaction, id: &str) -> Result<bool> {
    Ok(tx.prepare_cached("DELETE FROM relaxation_session WHERE id = ?1")?.execute([id])? > 0)
}

/// How many sessions of this day there were.
pub(super) fn delete_day(tx: &Transaction, day: i64) -> Result<usize> {
    Ok(tx.prepare_cached("DELETE FROM relaxation_session WHERE day = ?1")?.execute([day])?)
}

fn paused(row: &Row) -> rusqlite::Result<Option<Moment>> {
    let Some(paused_ms) = row.get::<_, Option<i64>>("paused_ms")? else { return Ok(None) };
    Ok(Moment::from_parts(paused_ms, row.get("offset_minutes")?))
}

fn from_row(row: &Row) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        script: row.get("script")?,
        form: row.get("minutes")?,
        planned_ms: row.get("planned_ms")?,
        elapsed_ms: row.get("elapsed_ms")?,
        outcome: row.get("outcome")?,
        before: row.get("tension_before")?,
        after: row.get("tension_after")?,
        started: vault::moment(row, "started_ms", "offset_minutes")?,
        day: moment::day_of_number(row.get("day")?),
        paused: paused(row)?,
        zero_ms: row.get("zero_ms")?,
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
        Ok(self.minutes().into())
    }
}

impl FromSql for Form {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_minutes(u8::column_result(value)?).ok_or(FromSqlError::InvalidType)
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
