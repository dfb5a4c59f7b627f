//! The vault: one encrypted SQLite file a space, one connection, the history of its schema, and what opens it.
//!
//! Features reach it only through `Vault::read` and `Vault::write`. A folder is opened with what the platform keeps and,
//! where one was set, a PIN ([`Unlock`]). Wrong PIN, lost key, damaged file and newer version are four answers, and none
//! of them changes a byte of the file. Why it is as it is: `docs/decisions/0006-keys.md` and `0007-damage-and-backup.md`.

mod attached;
mod backup;
mod check;
mod columns;
mod contents;
mod erase;
mod files;
mod folder;
mod header;
mod kept;
mod key;
mod log;
mod open;
mod repair;
mod reserve;
mod restore;
mod salvage;
mod sealed;
mod setting;
mod space;
mod tries;
mod wipe;

pub(crate) use attached::Attached;
pub use backup::{Preview, preview_backup, preview_backup_in};
pub use check::{Checked, DailyCheck, Mended, Rule};
pub(crate) use columns::moment;
pub use contents::Contents;
pub use key::{Cost, Key, Pin, Secret};
pub use open::{Lock, Unlock, look};
pub use repair::{Recovery, Repaired, repair};
pub use restore::Restored;
pub use sealed::Passphrase;
pub(crate) use sealed::Sealer;
pub(crate) use setting::{day_starts_at, set_day_starts_at, today};
pub use wipe::wipe;

use crate::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

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
    include_str!("../../sql/0009_pack.sql"),
];

/// More than the features have, so that each is prepared once.
const STATEMENTS: usize = 64;

/// What the features use.
pub(crate) struct Vault(Mutex<Held>);

struct Held {
    connection: Connection,
    /// Where it is kept; nowhere if it is gone when the process ends.
    space: Option<Space>,
    /// The file itself, from the first backup on. Closing it would take the locks of the connection with it, so it is let go
    /// after that.
    file: Option<File>,
}

impl Held {
    /// Nothing is kept.
    fn nowhere() -> Result<Self> {
        Ok(Self { connection: memory()?, space: None, file: None })
    }
}

/// Where an open vault is kept.
struct Space {
    folder: PathBuf,
    slot: usize,
    key: Key,
}

/// A database of the vault's own, and its key.
struct Place {
    file: PathBuf,
    key: Key,
}

impl Vault {
    /// A vault in memory: gone when the process ends.
    pub fn in_memory() -> Result<Self> {
        Ok(Self(Mutex::new(Held::nowhere()?)))
    }

    fn kept(connection: Connection, folder: &Path, slot: usize, key: Key) -> Result<Self> {
        let space = Some(Space { folder: folder.to_owned(), slot, key });
        let vault = Self(Mutex::new(Held { connection, space, file: None }));
        vault.finish_erasing()?;
        reserve::fill(&folder::database_in(folder, slot));
        Ok(vault)
    }

    /// The database in this file of the first space, made if it is not there.
    #[cfg(test)]
    fn at(file: &Path, key: &Key) -> Result<Self> {
        repair::finish(file)?;
        let is_new = !file.exists();
        if is_new {
            files::create(file)?;
        }
        let connection = if is_new { make(file, key)? } else { ready(file, key)? };
        let folder = file.parent().unwrap_or(Path::new("."));
        Self::kept(connection, folder, 0, key.clone())
    }

    /// Whether what is done is on disk.
    pub fn keeps(&self) -> bool {
        self.held().space.is_some()
    }

    /// Where the database lies; nowhere if it is gone when the process ends.
    fn place(&self) -> Option<Place> {
        let held = self.held();
        let space = held.space.as_ref()?;
        Some(Place { file: folder::database_in(&space.folder, space.slot), key: space.key.clone() })
    }

    /// For verbs that only look.
    pub fn read<T>(&self, look: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        look(&self.held().connection)
    }

    /// For verbs that change something: all of it is on disk when this returns `Ok`, none of it otherwise.
    pub fn write<T>(&self, change: impl FnOnce(&Transaction) -> Result<T>) -> Result<T> {
        let mut held = self.held();
        let transaction = held.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let answer = change(&transaction)?;
        transaction.commit()?;
        Ok(answer)
    }

    /// As [`Self::write`], for what must work on a full disk too: there the log is emptied, to be written from its beginning
    /// again, and if that is not enough the reserve makes room, and then the copies.
    pub fn write_with_room<T>(&self, change: impl Fn(&Transaction) -> Result<T>) -> Result<T> {
        let is_full = |done: &Result<T>| matches!(done, Err(Error::NoSpace));
        let mut done = self.write(&change);
        if is_full(&done) {
            erase::empty_log(&self.held().connection)?;
            done = self.write(&change);
        }
        if let (true, Some(place)) = (is_full(&done), self.place()) {
            done = reserve::with(&place.file, || self.write(&change));
            if is_full(&done) {
                kept::forget(&place.file)?;
                done = self.write(&change);
            }
        }
        done
    }

    /// A panic in one verb rolled its transaction back; the next verb may go on.
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A new database in this empty file, made with this key.
fn make(file: &Path, key: &Key) -> Result<Connection> {
    let mut connection = keyed(file, key)?;
    settings(&connection)?;
    migrate(&mut connection, 0, MIGRATIONS.len())?;
    // From here on an empty file is one that lost something.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(connection)
}

/// The database in this file, made ready for a person: a repair that was cut short is finished, and after an end that was
/// none the file is looked through.
///
/// # Errors
/// As [`connect`].
fn ready(file: &Path, key: &Key) -> Result<Connection> {
    repair::finish(file)?;
    // Closing removes the log. Where it is there, the last end was none.
    let cut_short = !files::is_empty(&files::beside(file, "-wal"));
    let connection = connect_with_room(file, key)?;
    if cut_short {
        check::quick(&connection).inspect_err(|_| {
            let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        })?;
    }
    Ok(connection)
}

/// Opening needs a little space, for the log. On a full disk the reserve makes it, and then the copies, the older one first.
fn connect_with_room(file: &Path, key: &Key) -> Result<Connection> {
    let mut opened = reserve::with(file, || connect(file, key, Before::KeepCopy));
    for copy in [files::KEPT_BEFORE, files::KEPT] {
        if !matches!(opened, Err(Error::NoSpace)) {
            break;
        }
        files::remove_database(&files::beside(file, copy))?;
        opened = connect(file, key, Before::KeepCopy);
    }
    opened
}

/// What is done before an older file is upgraded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    KeepCopy,
    Nothing,
}

/// The database in this file, upgraded if it is older.
///
/// # Errors
/// [`Error::Damaged`] if it cannot be read with this key, [`Error::NewerVersion`]; both leave the file as it is.
fn connect(file: &Path, key: &Key, before: Before) -> Result<Connection> {
    if files::is_empty(file) {
        return Err(Error::Damaged);
    }
    let mut connection = keyed(file, key)?;
    // What stands in the log stays there until the file is known to be ours to change.
    let log = !files::is_empty(&files::beside(file, "-wal"));
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, log)?;
    // The first read proves the key. A newer file is refused before a pragma could touch it.
    let version = schema_version(&connection)?;
    if version == 0 {
        return Err(Error::Damaged);
    }
    if log {
        log::check(&connection, file)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    settings(&connection)?;
    if before == Before::KeepCopy && version < MIGRATIONS.len() {
        // An upgrade is one transaction a step; where there is no space for a copy, that must do.
        match kept::take(&connection, file, key) {
            Err(Error::NoSpace) | Ok(()) => {}
            Err(fault) => return Err(fault),
        }
    }
    migrate(&mut connection, version, MIGRATIONS.len())?;
    Ok(connection)
}

fn memory() -> Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    settings(&connection)?;
    migrate(&mut connection, 0, MIGRATIONS.len())?;
    Ok(connection)
}

fn keyed(file: &Path, key: &Key) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    saywell_sqlite::unlock(&connection, key.bytes())?;
    Ok(connection)
}

fn settings(connection: &Connection) -> Result<()> {
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
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
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

/// An engine on this folder, for tests of other features.
#[cfg(test)]
pub(crate) fn opened(folder: &Path, course: saywell_content::Course) -> crate::Engine {
    let unlock = Unlock { secret: &Secret::new(&[7; saywell_sqlite::KEY_BYTES]), pin: None, uptime_ms: 0 };
    crate::Engine::open(folder, &unlock, course).unwrap()
}

#[cfg(test)]
mod answer_tests;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod memory_tests;
#[cfg(test)]
mod open_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wipe_tests;
