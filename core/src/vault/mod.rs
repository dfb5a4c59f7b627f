//! The vault: one encrypted SQLite file, one connection, and the history of its schema.
//!
//! Features reach it only through [`Vault::read`] and [`Vault::write`]. The file is opened with a raw key; a wrong key, a
//! damaged file or a newer one is refused before anything is written.

mod backup;
mod check;
mod columns;
mod contents;
mod erase;
mod files;
mod kept;
mod repair;
mod restore;
mod salvage;
mod sealed;
mod setting;

pub use backup::{Preview, preview_backup};
pub use check::{Checked, DailyCheck, Mended, Rule};
pub use contents::Contents;
pub use files::every as every_file;
pub use repair::{Recovery, Repaired, repair};
pub use restore::Restored;
pub use sealed::{Cost, Passphrase};

pub(crate) use columns::moment;
pub(crate) use setting::{day_starts_at, set_day_starts_at, today};

use crate::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// The schema's whole history. Append only: a released entry never changes.
const MIGRATIONS: &[&str] = &[
    include_str!("../../sql/0001_lesson.sql"),
    include_str!("../../sql/0002_quiz.sql"),
    include_str!("../../sql/0003_review.sql"),
    include_str!("../../sql/0004_relaxation.sql"),
    include_str!("../../sql/0005_journal.sql"),
    include_str!("../../sql/0006_scenario.sql"),
    include_str!("../../sql/0007_relaxation_2.sql"),
    include_str!("../../sql/0008_reminder.sql"),
];

/// More than the features have, so that each is prepared once.
const STATEMENTS: usize = 64;

/// The database key: 32 random bytes, wiped from memory when dropped.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; saywell_sqlite::KEY_BYTES]>);

impl Key {
    /// The key in these bytes. The caller wipes its own copy.
    #[must_use]
    pub fn new(bytes: &[u8; saywell_sqlite::KEY_BYTES]) -> Self {
        Self(Zeroizing::new(*bytes))
    }
}

pub(crate) struct Vault {
    connection: Mutex<Connection>,
    path: PathBuf,
    key: Key,
}

impl Vault {
    pub fn open(path: &Path, key: &Key) -> Result<Self> {
        repair::finish(path)?;
        let cut_short = !files::is_empty(&files::beside(path, "-wal"));
        let connection = connect_with_room(path, key)?;
        if cut_short {
            // Closing removes the log. Where it is there, the last end was none.
            check::quick(&connection).inspect_err(|_| {
                let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
            })?;
        }
        let vault = Self { connection: Mutex::new(connection), path: path.to_owned(), key: key.clone() };
        vault.finish_erasing()?;
        Ok(vault)
    }

    /// For verbs that only look.
    pub fn read<T>(&self, look: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        look(&self.connection())
    }

    /// For verbs that change something: all of it is on disk when this returns `Ok`, none of it otherwise.
    pub fn write<T>(&self, change: impl FnOnce(&Transaction) -> Result<T>) -> Result<T> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let answer = change(&transaction)?;
        transaction.commit()?;
        Ok(answer)
    }

    /// A panic in one verb rolled its transaction back; the next verb may go on.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opening needs a little space, for the log. On a full disk the copies make it, the older one first.
fn connect_with_room(path: &Path, key: &Key) -> Result<Connection> {
    let mut opened = connect(path, key, Before::KeepCopy);
    for copy in [files::KEPT_BEFORE, files::KEPT] {
        if !matches!(opened, Err(Error::NoSpace)) {
            break;
        }
        files::remove_database(&files::beside(path, copy))?;
        opened = connect(path, key, Before::KeepCopy);
    }
    opened
}

/// What is done before an older file is upgraded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    KeepCopy,
    Nothing,
}

/// Opens the file with its key and upgrades it.
fn connect(path: &Path, key: &Key, before: Before) -> Result<Connection> {
    let mut connection = Connection::open(path)?;
    saywell_sqlite::unlock(&connection, &key.0)?;
    // The first read proves the key. A newer file is refused before a pragma could touch it.
    let version = schema_version(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;      -- with FULL: an acknowledged verb survives a power cut
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;          -- on Apple's systems a plain fsync does not reach the disk
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;",
    )?;
    if before == Before::KeepCopy && (1..MIGRATIONS.len()).contains(&version) {
        // An upgrade is one transaction a step; where there is no space for a copy, that must do.
        match kept::take(&connection, path, key) {
            Err(Error::NoSpace) | Ok(()) => {}
            Err(fault) => return Err(fault),
        }
    }
    migrate(&mut connection, version, MIGRATIONS.len())?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

fn schema_version(connection: &Connection) -> Result<usize> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let version = usize::try_from(version).unwrap_or(usize::MAX);
    if version > MIGRATIONS.len() {
        return Err(Error::NewerVersion);
    }
    Ok(version)
}

fn migrate(connection: &mut Connection, from: usize, to: usize) -> Result<()> {
    for (step, sql) in (1_u16..).zip(MIGRATIONS).take(to).skip(from) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have taken this step while this one waited.
        if schema_version(&transaction)? < usize::from(step) {
            transaction.execute_batch(sql)?;
            transaction.pragma_update(None, "user_version", step)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod faults;
#[cfg(test)]
mod tests;
