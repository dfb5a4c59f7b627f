//! A bare rusqlite transaction that writes the same rows as a verb: same SQLite, same key, same settings, same disk.

use crate::Fallible;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use std::path::Path;

/// A connection with the engine's settings, to a vault that the engine made.
pub fn connection(vault: &Path, key: &[u8; saywell_sqlite::KEY_BYTES]) -> Fallible<Connection> {
    let connection = Connection::open(vault)?;
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
