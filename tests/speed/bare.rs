//! A bare rusqlite transaction that writes the same rows as a verb: same SQLite, same key, same settings, same disk.

use crate::rehearsal::Stored;
use crate::{DATABASE, Fallible};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use std::path::Path;

/// A connection with the engine's settings, to a vault that the engine made.
pub fn connection(vault: &Path, key: &[u8; saywell_sqlite::KEY_BYTES]) -> Fallible<Connection> {
    let connection = Connection::open(vault.join(DATABASE))?;
    saywell_sqlite::unlock(&connection, key)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;",
    )?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// One durable transaction.
pub fn write(connection: &mut Connection, rows: impl FnOnce(&Transaction) -> rusqlite::Result<()>) -> Fallible<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    rows(&transaction)?;
    Ok(transaction.commit()?)
}

/// The row of `write_note`.
pub fn note(tx: &Transaction, id: &str, text: &str) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO journal_note (id, card, body, written_ms, offset_minutes) VALUES (?1, NULL, ?2, 0, 60)",
    )?
    .execute(params![id, text])?;
    Ok(())
}

/// The row of `report_relaxation`.
pub fn report(tx: &Transaction, id: &str, elapsed_ms: i64) -> rusqlite::Result<()> {
    tx.prepare_cached("UPDATE relaxation_session SET elapsed_ms = ?2 WHERE id = ?1")?
        .execute(params![id, elapsed_ms])?;
    Ok(())
}

/// The rows of `next_card` and `previous_card`, to cards that were seen.
pub fn place(tx: &Transaction, unit: &str, card: &str, touched: i64) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO lesson_seen (card, first_ms, offset_minutes) VALUES (?1, 0, 60) ON CONFLICT DO NOTHING",
    )?
    .execute([card])?;
    tx.prepare_cached("UPDATE lesson_place SET card = ?2, touched = ?3 WHERE unit = ?1")?
        .execute(params![unit, card, touched])?;
    Ok(())
}

/// The rows of `answer_item`: an answer with its choice, and what is remembered about the item.
pub fn answer(tx: &Transaction, attempt: i64, item: &str, option: &str) -> rusqlite::Result<()> {
    tx.prepare_cached("INSERT INTO quiz_answer (attempt, item, right_count) VALUES (?1, ?2, 0)")?
        .execute(params![attempt, item])?;
    tx.prepare_cached("INSERT INTO quiz_choice (attempt, item, option) VALUES (?1, ?2, ?3)")?
        .execute(params![attempt, item, option])?;
    tx.prepare_cached(
        "INSERT INTO review_memory (subject, stability, difficulty, answers, last_day, due_day)
         VALUES (?1, 0.2, 6.4, 1, 1, 2)
         ON CONFLICT (subject) DO UPDATE SET stability = 0.2, answers = answers + 1",
    )?
    .execute([item])?;
    Ok(())
}

/// The row of `begin_talk`.
pub fn begin_talk(tx: &Transaction, stored: &Stored) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO scenario_run (id, scenario, side, setup, seed, head, ended, touched, started_ms, offset_minutes)
         VALUES (?1, ?2, 'a', NULL, 0, NULL, 0, (SELECT coalesce(max(touched), 0) + 1 FROM scenario_run), 0, 60)
         ON CONFLICT DO NOTHING",
    )?
    .execute([&stored.run, &stored.scenario])?;
    Ok(())
}

/// The rows of `say`: the person's line and the app's below the one that was `said` last, an ending, and where it stands.
pub fn say(tx: &Transaction, stored: &Stored, said: &mut Option<i64>) -> rusqlite::Result<()> {
    for line in &stored.lines {
        *said = tx
            .prepare_cached(
                "INSERT INTO scenario_choice (run, parent, line)
                 VALUES ((SELECT seq FROM scenario_run WHERE id = ?1), ?2, ?3) RETURNING seq",
            )?
            .query_row(params![stored.run, *said, line], |row| row.get(0))?;
        tx.prepare_cached(
            "INSERT INTO scenario_heard (line, times) VALUES (?1, 1)
             ON CONFLICT (line) DO UPDATE SET times = times + 1",
        )?
        .execute([line])?;
    }
    if let Some(ending) = &stored.ending {
        tx.prepare_cached("INSERT INTO scenario_ending (scenario, ending) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
            .execute([&stored.scenario, ending])?;
    }
    tx.prepare_cached(
        "UPDATE scenario_run SET head = ?2, ended = ?3,
             touched = (SELECT coalesce(max(touched), 0) + 1 FROM scenario_run) WHERE id = ?1",
    )?
    .execute(params![stored.run, *said, stored.ending.is_some()])?;
    Ok(())
}
