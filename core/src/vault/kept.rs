//! Two copies of the database, encrypted with the same key: the newer one and the one before it.
//!
//! A copy is written aside, opened, checked and synced before it counts. Then the newer one becomes the one before, and
//! the copy the newer one: whatever is cut short, a whole copy stays. Deleting an entry renews them (`erase.rs`), so that
//! they never bring back what a person has deleted.

use super::files::{self, KEPT, KEPT_BEFORE, KEPT_UNFINISHED};
use super::{Key, check, schema_version, setting};
use crate::{Error, Result, moment};
use chrono::NaiveDate;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// Copies what the connection sees.
pub(super) fn take(connection: &Connection, database: &Path, key: &Key) -> Result<()> {
    let unfinished = files::beside(database, KEPT_UNFINISHED);
    if let Err(fault) = write(connection, &unfinished, key) {
        files::remove_database(&unfinished)?;
        return Err(fault);
    }
    files::rename(&files::beside(database, KEPT), &files::beside(database, KEPT_BEFORE))?;
    files::rename(&unfinished, &files::beside(database, KEPT))
}

fn write(connection: &Connection, unfinished: &Path, key: &Key) -> Result<()> {
    files::remove_database(unfinished)?;
    files::create(unfinished)?;
    let name = unfinished.to_str().ok_or(Error::Storage { code: 0 })?;
    connection.execute("VACUUM INTO ?1", [name])?;
    // What the database holds is sound, or so it was; a copy that is not was not written well.
    inspect(unfinished, key)
        .map_err(|fault| if fault == Error::Damaged { Error::Storage { code: 0 } } else { fault })?;
    files::sync(unfinished)
}

/// Takes a copy that does not know what was just deleted, and gives up those that do; all of them, where there is no space.
pub(super) fn renew(connection: &Connection, database: &Path, key: &Key) -> Result<()> {
    match take(connection, database, key) {
        Ok(()) => files::remove_database(&files::beside(database, KEPT_BEFORE)),
        Err(_) => forget(database),
    }
}

/// Deletes the copies.
pub(super) fn forget(database: &Path) -> Result<()> {
    [KEPT_BEFORE, KEPT, KEPT_UNFINISHED]
        .iter()
        .try_for_each(|copy| files::remove_database(&files::beside(database, copy)))
}

/// Whether there is a copy, good or not.
pub(super) fn exists(database: &Path) -> bool {
    [KEPT, KEPT_BEFORE].iter().any(|copy| !files::is_empty(&files::beside(database, copy)))
}

/// The newest copy that is whole.
pub(super) fn newest(database: &Path, key: &Key) -> Option<PathBuf> {
    [KEPT, KEPT_BEFORE].iter().map(|copy| files::beside(database, copy)).find(|copy| inspect(copy, key).is_ok())
}

/// Opens a file that nobody writes to, whole and of a version that this one knows, and leaves it as it is.
pub(super) fn inspect(file: &Path, key: &Key) -> Result<Connection> {
    if files::is_empty(file) {
        return Err(Error::Damaged);
    }
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    saywell_sqlite::unlock(&connection, key.bytes())?;
    if schema_version(&connection)? == 0 {
        return Err(Error::Damaged);
    }
    check::quick(&connection)?;
    Ok(connection)
}

/// The practice day on which a copy was taken, if it was taken by a daily check.
pub(super) fn day_of(copy: &Connection) -> Option<NaiveDate> {
    setting::get(copy, setting::CHECKED).ok().flatten().map(moment::day_of_number)
}
