//! Notes and plans as rows.

use super::{Note, Plan};
use crate::{Result, vault};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// Inserts the note, or brings the one with its id up to date. A note never changes its card.
pub(super) fn save_note(tx: &Transaction, note: &Note) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO journal_note (id, card, body, written_ms, offset_minutes) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET
             body = excluded.body, written_ms = excluded.written_ms, offset_minutes = excluded.offset_minutes",
    )?
    .execute(params![note.id, note.card, note.text, note.written.utc_ms(), note.written.offset_minutes()])?;
    Ok(())
}

pub(super) fn note(connection: &Connection, id: &str) -> Result<Option<Note>> {
    let mut query = connection.prepare_cached("SELECT * FROM journal_note WHERE id = ?1")?;
    Ok(query.query_row([id], note_from_row).optional()?)
}

pub(super) fn note_of_card(connection: &Connection, card: &str) -> Result<Option<Note>> {
    let mut query = connection.prepare_cached("SELECT * FROM journal_note WHERE card = ?1")?;
    Ok(query.query_row([card], note_from_row).optional()?)
}

/// The `limit` notes that were begun before the one with the id `before`, or the newest ones; newest first.
pub(super) fn notes(connection: &Connection, before: Option<&str>, limit: u32) -> Result<Vec<Note>> {
    let mut query = connection.prepare_cached(
        "SELECT * FROM journal_note
         WHERE ?1 IS NULL OR seq < (SELECT seq FROM journal_note WHERE id = ?1)
         ORDER BY seq DESC LIMIT ?2",
    )?;
    Ok(query.query_map(params![before, limit], note_from_row)?.collect::<rusqlite::Result<_>>()?)
}

/// Whether there was such a note.
pub(super) fn delete_note(tx: &Transaction, id: &str) -> Result<bool> {
    Ok(tx.prepare_cached("DELETE FROM journal_note WHERE id = ?1")?.execute([id])? > 0)
}

fn note_from_row(row: &Row) -> rusqlite::Result<Note> {
    Ok(Note {
        id: row.get("id")?,
        card: row.get("card")?,
        text: row.get("body")?,
        written: vault::moment(row, "written_ms", "offset_minutes")?,
    })
}

/// Inserts the plan, or brings the one with its id up to date.
pub(super) fn save_plan(tx: &Transaction, plan: &Plan) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO journal_plan (id, time, place, opening, offer, exit, written_ms, offset_minutes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET
             time = excluded.time, place = excluded.place, opening = excluded.opening, offer = excluded.offer,
             exit = excluded.exit, written_ms = excluded.written_ms, offset_minutes = excluded.offset_minutes",
    )?
    .execute(params![
        plan.id,
        plan.fields.time,
        plan.fields.place,
        plan.fields.opening,
        plan.fields.offer,
        plan.fields.exit,
        plan.written.utc_ms(),
        plan.written.offset_minutes(),
    ])?;
    Ok(())
}

pub(super) fn plan(connection: &Connection, id: &str) -> Result<Option<Plan>> {
    let mut query = connection.prepare_cached("SELECT * FROM journal_plan WHERE id = ?1")?;
    Ok(query.query_row([id], plan_from_row).optional()?)
}

/// The newest `limit` plans, newest first.
pub(super) fn plans(connection: &Connection, limit: u32) -> Result<Vec<Plan>> {
    let mut query = connection.prepare_cached("SELECT * FROM journal_plan ORDER BY seq DESC LIMIT ?1")?;
    Ok(query.query_map([limit], plan_from_row)?.collect::<rusqlite::Result<_>>()?)
}

/// Whether there was such a plan.
pub(super) fn delete_plan(tx: &Transaction, id: &str) -> Result<bool> {
    Ok(tx.prepare_cached("DELETE FROM journal_plan WHERE id = ?1")?.execute([id])? > 0)
}

fn plan_from_row(row: &Row) -> rusqlite::Result<Plan> {
    Ok(Plan {
        id: row.get("id")?,
        fields: super::PlanFields {
            time: row.get("time")?,
            place: row.get("place")?,
            opening: row.get("opening")?,
            offer: row.get("offer")?,
            exit: row.get("exit")?,
        },
        written: vault::moment(row, "written_ms", "offset_minutes")?,
    })
}
