//! Places, seen cards and checks as rows.

use super::check::Tapped;
use super::place::PlaceRow;
use crate::{Moment, Result};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::HashSet;

/// Puts the reader at `card`. A unit that was done once stays done.
pub(super) fn save_place(tx: &Transaction, place: &PlaceRow) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO lesson_place (unit, card, done, touched)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(touched), 0) + 1 FROM lesson_place))
         ON CONFLICT (unit) DO UPDATE SET
             card = excluded.card, done = max(done, excluded.done), touched = excluded.touched",
    )?
    .execute(params![place.unit, place.card, place.done])?;
    Ok(())
}

pub(super) fn place(connection: &Connection, unit: &str) -> Result<Option<PlaceRow>> {
    let mut query = connection.prepare_cached("SELECT unit, card, done FROM lesson_place WHERE unit = ?1")?;
    Ok(query.query_row([unit], place_from_row).optional()?)
}

/// All units that were opened, the one read last first.
pub(super) fn places(connection: &Connection) -> Result<Vec<PlaceRow>> {
    let mut query = connection.prepare_cached("SELECT unit, card, done FROM lesson_place ORDER BY touched DESC")?;
    Ok(query.query_map([], place_from_row)?.collect::<rusqlite::Result<_>>()?)
}

fn place_from_row(row: &rusqlite::Row) -> rusqlite::Result<PlaceRow> {
    Ok(PlaceRow { unit: row.get("unit")?, card: row.get("card")?, done: row.get("done")? })
}

/// Notes that a card was on screen; only the first time is kept.
pub(super) fn save_seen(tx: &Transaction, card: &str, now: Moment) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO lesson_seen (card, first_ms, offset_minutes) VALUES (?1, ?2, ?3) ON CONFLICT (card) DO NOTHING",
    )?
    .execute(params![card, now.utc_ms(), now.offset_minutes()])?;
    Ok(())
}

/// All cards that were on screen once: at most as many as the course has had.
pub(super) fn seen(connection: &Connection) -> Result<HashSet<String>> {
    let mut query = connection.prepare_cached("SELECT card FROM lesson_seen")?;
    Ok(query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The cards of one unit that were on screen once.
pub(super) fn seen_in(connection: &Connection, unit: &str) -> Result<HashSet<String>> {
    // A card's id is its unit's id, a slash and a word; '0' is the character after the slash.
    let mut query =
        connection.prepare_cached("SELECT card FROM lesson_seen WHERE card >= ?1 || '/' AND card < ?1 || '0'")?;
    Ok(query.query_map([unit], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn save_check(tx: &Transaction, unit: &str, card: &str, tapped: &Tapped) -> Result<()> {
    tx.prepare_cached(
        "INSERT INTO lesson_check (card, unit, option, tries) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (card) DO UPDATE SET option = excluded.option, tries = excluded.tries",
    )?
    .execute(params![card, unit, tapped.option, tapped.tries])?;
    Ok(())
}

pub(super) fn check(connection: &Connection, card: &str) -> Result<Option<Tapped>> {
    let mut query = connection.prepare_cached("SELECT option, tries FROM lesson_check WHERE card = ?1")?;
    Ok(query.query_row([card], |row| Ok(Tapped { option: row.get(0)?, tries: row.get(1)? })).optional()?)
}

/// Forgets the answers to a unit's checks, so that it can be read anew.
pub(super) fn delete_checks(tx: &Transaction, unit: &str) -> Result<()> {
    tx.prepare_cached("DELETE FROM lesson_check WHERE unit = ?1")?.execute([unit])?;
    Ok(())
}
