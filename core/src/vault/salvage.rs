//! Salvage: the rows of a damaged file that can still be read.
//!
//! The file is copied and read without asking whether its pages are authentic (SQLite3MC's `hmac_check`), each table from
//! its front until it breaks, and then from its end until it breaks. Rows go into a fresh database of the same schema; what
//! breaks a constraint or hangs on nothing is left out and counted. What comes back may be wrong: a person is told so.

use super::files::{self, beside};
use super::{Key, MIGRATIONS, Recovery, check, migrate, schema_version};
use crate::{Error, Result};
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};
use std::path::Path;

/// More than ten years of daily use put into any table.
const MOST_ROWS: u32 = 1_000_000;

/// What was found in one table.
#[derive(Default)]
struct Found {
    rows: u32,
    dropped: u32,
    broke: bool,
}

/// Reads what can be read into a new database. None if there is nothing.
pub(super) fn salvage(damaged: &Path, into: &Path, key: &Key) -> Result<Option<Recovery>> {
    // Opening may write, to a log or from one: to a copy, not to the damaged file.
    let copy = beside(damaged, files::SALVAGE);
    let salvaged = match copy_with_log(damaged, &copy).and_then(|()| read(&copy, into, key)) {
        Err(Error::Damaged) => Ok(None),
        read => read,
    };
    files::remove_database(&copy)?;
    if !matches!(salvaged, Ok(Some(_))) {
        files::remove_database(into)?;
    }
    salvaged
}

fn copy_with_log(damaged: &Path, copy: &Path) -> Result<()> {
    files::remove_database(copy)?;
    if files::is_empty(damaged) {
        return Ok(());
    }
    files::copy(damaged, copy)?;
    let log = beside(damaged, "-wal");
    if files::is_empty(&log) { Ok(()) } else { files::copy(&log, &beside(copy, "-wal")) }
}

fn read(copy: &Path, into: &Path, key: &Key) -> Result<Option<Recovery>> {
    if files::is_empty(copy) {
        return Ok(None);
    }
    let source = Connection::open(copy)?;
    source.pragma_update_and_check(None, "hmac_check", 0, |_| Ok(()))?;
    // A table that is described wrongly shall not hide the others.
    source.execute_batch("PRAGMA writable_schema = ON")?;
    saywell_sqlite::unlock(&source, key.bytes())?;
    // Where page 1 is beyond reading, nothing is left.
    let Ok(version) = schema_version(&source) else { return Ok(None) };
    if version == 0 {
        return Ok(None);
    }
    files::create(into)?;
    let mut target = Connection::open(into)?;
    saywell_sqlite::unlock(&target, key.bytes())?;
    target.execute_batch("PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = OFF")?;
    migrate(&mut target, 0, version)?;
    let mut all = Found::default();
    let mut lost_tables = 0;
    let tx = target.transaction()?;
    mend_schema(&source, &tx)?;
    for table in tables(&tx)? {
        let found = copy_table(&source, &tx, &table)?;
        all = Found { rows: all.rows + found.rows, dropped: all.dropped + found.dropped, broke: false };
        lost_tables += u32::from(found.broke);
    }
    tx.commit()?;
    migrate(&mut target, version, MIGRATIONS.len())?;
    let tx = target.transaction()?;
    let strays: u32 = check::mend(&tx)?.iter().filter(|mended| mended.rule == check::Rule::Links).map(|m| m.rows).sum();
    tx.commit()?;
    if all.rows == 0 {
        return Ok(None);
    }
    let rows = all.rows.saturating_sub(strays);
    Ok(Some(Recovery::Salvaged { rows, dropped: all.dropped + strays, lost_tables }))
}

/// Says anew what the tables are, where those words are damaged; a table whose name is damaged is lost.
fn mend_schema(copy: &Connection, fresh: &Connection) -> Result<()> {
    let mut query = fresh.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let known: Vec<(String, String)> =
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for entry in known {
        // Where even that cannot be read or written, the table is lost.
        let _ = copy.execute("UPDATE sqlite_schema SET sql = ?2 WHERE name = ?1 AND sql <> ?2", entry);
    }
    copy.execute_batch("PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON")?;
    Ok(())
}

fn tables(fresh: &Connection) -> Result<Vec<String>> {
    let mut query = fresh.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage")?;
    Ok(query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The columns of a table, and those that order it.
fn columns(fresh: &Connection, table: &str) -> Result<(Vec<String>, Vec<String>)> {
    let mut query = fresh.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let known: Vec<(String, u32)> =
        query.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut keys: Vec<&(String, u32)> = known.iter().filter(|(_, place)| *place > 0).collect();
    keys.sort_by_key(|(_, place)| *place);
    Ok((known.iter().map(|(name, _)| quoted(name)).collect(), keys.iter().map(|(name, _)| quoted(name)).collect()))
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

fn copy_table(source: &Connection, tx: &Transaction, table: &str) -> Result<Found> {
    let (columns, keys) = columns(tx, table)?;
    let (names, places) = (columns.join(", "), vec!["?"; columns.len()].join(", "));
    let insert = format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})");
    let mut found = Found::default();
    // What the schema brings along, such as settings, gives way to what the person had.
    tx.execute(&format!("DELETE FROM {table}"), [])?;
    for order in ["ASC", "DESC"] {
        let by: Vec<String> = keys.iter().map(|key| format!("{key} {order}")).collect();
        let select = format!("SELECT {names} FROM {table} ORDER BY {}", by.join(", "));
        let Copied { dropped, broke } = copy_rows(source, tx, &select, &insert, columns.len())?;
        // The second time round most rows are known already.
        found.dropped = found.dropped.max(dropped * u32::from(order == "ASC"));
        found.broke |= broke;
        if !broke {
            break;
        }
    }
    found.rows = tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
    Ok(found)
}

/// How far a table could be read.
struct Copied {
    dropped: u32,
    broke: bool,
}

/// Copies rows until reading breaks.
fn copy_rows(source: &Connection, tx: &Transaction, select: &str, insert: &str, width: usize) -> Result<Copied> {
    let mut copied = Copied { dropped: 0, broke: true };
    let Ok(mut query) = source.prepare(select) else { return Ok(copied) };
    let mut insert = tx.prepare(insert)?;
    let Ok(mut rows) = query.query([]) else { return Ok(copied) };
    // A broken tree may lead in circles.
    for _ in 0..MOST_ROWS {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(Copied { broke: false, ..copied }),
            Err(_) => return Ok(copied),
        };
        // Words that are no words, and whatever the schema forbids, are left out.
        let values: rusqlite::Result<Vec<Value>> = (0..width).map(|column| row.get(column)).collect();
        match values.map(|values| insert.execute(params_from_iter(values)).map_err(Error::from)) {
            Ok(Err(Error::NoSpace)) => return Err(Error::NoSpace),
            Ok(Ok(1)) => {}
            _ => copied.dropped += 1,
        }
    }
    Ok(copied)
}
