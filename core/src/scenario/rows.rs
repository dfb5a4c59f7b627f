//! Runs, their trees of lines, and talks of two people, as rows.

use super::stages::{Person, Progress, Stage};
use crate::{Moment, Result, vault};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use saywell_content::Side;

/// A run as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub id: String,
    pub scenario: String,
    pub side: Side,
    pub setup: Option<String>,
    pub seed: u64,
    pub head: Option<i64>,
    pub ended: bool,
    pub started: Moment,
}

/// A line in a run's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub seq: i64,
    pub parent: Option<i64>,
    pub line: String,
}

/// Inserts the run, or brings the one with its id up to date, as the one played last.
pub(super) fn save_run(tx: &Transaction, run: &Run) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO scenario_run
             (id, scenario, side, setup, seed, head, ended, touched, started_ms, offset_minutes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(touched), 0) + 1 FROM scenario_run), ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET head = excluded.head, ended = excluded.ended, touched = excluded.touched",
    )?
    .execute(params![
        run.id,
        run.scenario,
        SideText(run.side),
        run.setup,
        run.seed.cast_signed(),
        run.head,
        run.ended,
        run.started.utc_ms(),
        run.started.offset_minutes(),
    ])?;
    Ok(())
}

pub(super) fn run(connection: &Connection, id: &str) -> Result<Option<Run>> {
    let mut query = connection.prepare_cached("SELECT * FROM scenario_run WHERE id = ?1")?;
    Ok(query.query_row([id], run_from_row).optional()?)
}

/// The run of a scenario that was played last.
pub(super) fn last_run(connection: &Connection, scenario: &str) -> Result<Option<Run>> {
    let mut query =
        connection.prepare_cached("SELECT * FROM scenario_run WHERE scenario = ?1 ORDER BY touched DESC LIMIT 1")?;
    Ok(query.query_row([scenario], run_from_row).optional()?)
}

/// The run that was played last, of any scenario.
pub(super) fn newest_run(connection: &Connection) -> Result<Option<Run>> {
    let mut query = connection.prepare_cached("SELECT * FROM scenario_run ORDER BY touched DESC LIMIT 1")?;
    Ok(query.query_row([], run_from_row).optional()?)
}

fn run_from_row(row: &Row) -> rusqlite::Result<Run> {
    Ok(Run {
        id: row.get("id")?,
        scenario: row.get("scenario")?,
        side: row.get::<_, SideText>("side")?.0,
        setup: row.get("setup")?,
        seed: row.get::<_, i64>("seed")?.cast_unsigned(),
        head: row.get("head")?,
        ended: row.get("ended")?,
        started: vault::moment(row, "started_ms", "offset_minutes")?,
    })
}

/// Adds a line below `parent`, or finds it there; answers with its place in the tree.
pub(super) fn add_choice(tx: &Transaction, run: &str, parent: Option<i64>, line: &str) -> Result<i64> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO scenario_choice (run, parent, line)
         VALUES ((SELECT seq FROM scenario_run WHERE id = ?1), ?2, ?3)
         ON CONFLICT (run, coalesce(parent, 0), line) DO UPDATE SET line = excluded.line
         RETURNING seq",
    )?;
    Ok(insert.query_row(params![run, parent, line], |row| row.get(0))?)
}

/// The lines from the first one to this one. The schema sees to it that each is there. One that was said before is always older: what a
/// damaged file says else is no way, and must not lead round and round.
pub(super) fn way_to(connection: &Connection, head: Option<i64>) -> Result<Vec<Choice>> {
    let mut query = connection.prepare_cached("SELECT seq, parent, line FROM scenario_choice WHERE seq = ?1")?;
    let (mut way, mut next) = (Vec::new(), head);
    while let Some(seq) = next {
        let choice = query.query_row([seq], choice_from_row)?;
        next = choice.parent.filter(|parent| *parent < seq);
        way.push(choice);
    }
    way.reverse();
    Ok(way)
}

/// The lines of a run after which nothing else was said, in the order in which they were said first.
pub(super) fn tips(connection: &Connection, run: &str) -> Result<Vec<i64>> {
    let mut query = connection.prepare_cached(
        "SELECT seq FROM scenario_choice AS tip
         WHERE run = (SELECT seq FROM scenario_run WHERE id = ?1)
             AND NOT EXISTS (SELECT 1 FROM scenario_choice AS child WHERE child.parent = tip.seq)
         ORDER BY seq",
    )?;
    Ok(query.query_map([run], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn choice_from_row(row: &Row) -> rusqlite::Result<Choice> {
    Ok(Choice { seq: row.get("seq")?, parent: row.get("parent")?, line: row.get("line")? })
}

/// Counts a line as heard once more.
pub(super) fn add_heard(tx: &Transaction, line: &str) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO scenario_heard (line, times) VALUES (?1, 1) ON CONFLICT (line) DO UPDATE SET times = times + 1",
    )?
    .execute([line])?;
    Ok(())
}

/// How often a line was heard, if it was.
pub(super) fn times_heard(connection: &Connection, line: &str) -> Result<Option<u32>> {
    let mut query = connection.prepare_cached("SELECT times FROM scenario_heard WHERE line = ?1")?;
    Ok(query.query_row([line], |row| row.get(0)).optional()?)
}

/// The lines of a scenario that were heard, in the order of their ids.
pub(super) fn heard(connection: &Connection, scenario: &str) -> Result<Vec<String>> {
    // A line's id is its scenario's id, a slash and a word; '0' is the character after the slash.
    let mut query = connection
        .prepare_cached("SELECT line FROM scenario_heard WHERE line >= ?1 || '/' AND line < ?1 || '0' ORDER BY line")?;
    Ok(query.query_map([scenario], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Notes that an ending was reached; only the first time is kept.
pub(super) fn add_ending(tx: &Transaction, scenario: &str, ending: &str) -> Result<()> {
    tx.prepare_cached("INSERT INTO scenario_ending (scenario, ending) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute([scenario, ending])?;
    Ok(())
}

/// The endings of a scenario that were reached.
pub(super) fn endings(connection: &Connection, scenario: &str) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached("SELECT ending FROM scenario_ending WHERE scenario = ?1")?;
    Ok(query.query_map([scenario], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// A talk of two people as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub id: String,
    pub scenario: String,
    pub setup: Option<String>,
    pub progress: Progress,
    pub started: Moment,
}

/// Inserts the talk, or brings the one with its id up to date.
pub(super) fn save_pair(tx: &Transaction, pair: &Pair) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO scenario_pair (id, scenario, setup, stage, round, elapsed_ms, started_ms, offset_minutes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET
             stage = excluded.stage, round = excluded.round, elapsed_ms = excluded.elapsed_ms",
    )?
    .execute(params![
        pair.id,
        pair.scenario,
        pair.setup,
        pair.progress.stage,
        pair.progress.round,
        pair.progress.elapsed_ms,
        pair.started.utc_ms(),
        pair.started.offset_minutes(),
    ])?;
    Ok(())
}

pub(super) fn pair(connection: &Connection, id: &str) -> Result<Option<Pair>> {
    let mut query = connection.prepare_cached("SELECT * FROM scenario_pair WHERE id = ?1")?;
    Ok(query.query_row([id], pair_from_row).optional()?)
}

/// The talk that is going on, if one is.
pub(super) fn going_on(connection: &Connection) -> Result<Option<Pair>> {
    let mut query = connection.prepare_cached("SELECT * FROM scenario_pair WHERE stage <> 'over'")?;
    Ok(query.query_row([], pair_from_row).optional()?)
}

fn pair_from_row(row: &Row) -> rusqlite::Result<Pair> {
    Ok(Pair {
        id: row.get("id")?,
        scenario: row.get("scenario")?,
        setup: row.get("setup")?,
        progress: Progress { stage: row.get("stage")?, round: row.get("round")?, elapsed_ms: row.get("elapsed_ms")? },
        started: vault::moment(row, "started_ms", "offset_minutes")?,
    })
}

/// Puts a person's marks of a round in place of those they had made.
pub(super) fn save_marks(
    tx: &Transaction,
    pair: &str,
    round: u16,
    person: Person,
    techniques: &[String],
) -> Result<()> {
    tx.prepare_cached(
        "DELETE FROM scenario_mark
         WHERE pair = (SELECT seq FROM scenario_pair WHERE id = ?1) AND round = ?2 AND person = ?3",
    )?
    .execute(params![pair, round, person])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO scenario_mark (pair, round, person, technique)
         VALUES ((SELECT seq FROM scenario_pair WHERE id = ?1), ?2, ?3, ?4) ON CONFLICT DO NOTHING",
    )?;
    for technique in techniques {
        insert.execute(params![pair, round, person, technique])?;
    }
    Ok(())
}

/// What a person marked in a round.
pub(super) fn marks(connection: &Connection, pair: &str, round: u16, person: Person) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached(
        "SELECT technique FROM scenario_mark
         WHERE pair = (SELECT seq FROM scenario_pair WHERE id = ?1) AND round = ?2 AND person = ?3 ORDER BY technique",
    )?;
    Ok(query.query_map(params![pair, round, person], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// A side as the schema's words.
struct SideText(Side);

impl ToSql for SideText {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Side::A => "a",
            Side::B => "b",
        }
        .into())
    }
}

impl FromSql for SideText {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "a" => Ok(Self(Side::A)),
            "b" => Ok(Self(Side::B)),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Person {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::First => "first",
            Self::Second => "second",
        }
        .into())
    }
}

impl ToSql for Stage {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Situation => "situation",
            Self::FirstCard => "first-card",
            Self::SecondCard => "second-card",
            Self::Talk => "talk",
            Self::FirstMarks => "first-marks",
            Self::SecondMarks => "second-marks",
            Self::Debrief => "debrief",
            Self::Over => "over",
        }
        .into())
    }
}

impl FromSql for Stage {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "situation" => Ok(Self::Situation),
            "first-card" => Ok(Self::FirstCard),
            "second-card" => Ok(Self::SecondCard),
            "talk" => Ok(Self::Talk),
            "first-marks" => Ok(Self::FirstMarks),
            "second-marks" => Ok(Self::SecondMarks),
            "debrief" => Ok(Self::Debrief),
            "over" => Ok(Self::Over),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::Vault;

    /// As after one bit of a row has flipped.
    #[test]
    fn a_circle_is_no_way() {
        let vault = Vault::in_memory().unwrap();
        let circle = "INSERT INTO scenario_run VALUES (1, 'run', 'scenario/one', 'a', NULL, 1, NULL, 0, 1, 0, 0);
             INSERT INTO scenario_choice VALUES (1, 1, NULL, 'one'), (2, 1, 1, 'two'), (3, 1, 2, 'three');
             UPDATE scenario_choice SET parent = 3 WHERE seq = 2;";
        vault.write(|tx| Ok(tx.execute_batch(circle)?)).unwrap();
        let way = vault.read(|connection| way_to(connection, Some(3))).unwrap();
        assert_eq!(way.iter().map(|choice| choice.seq).collect::<Vec<_>>(), [2, 3]);
    }
}
