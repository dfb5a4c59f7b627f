//! Damage: what is done when the file cannot be read. A person asks for it; nothing here happens by itself.
//!
//! The ladder: where nothing but the log is damaged, all that can be read; else the newest whole copy; else the rows that can still be read (`salvage.rs`); else, if the person says so, an
//! empty vault. The damaged file is set aside as it is, and stays for seven days. Whatever takes its place is made whole
//! first, so that a kill leaves the one or the other.
//!
//! The key must be known to be the right one, by other means than the file: a wrong key looks like damage.

use super::files::{self, DAMAGED, NEW, REPAIRED};
use super::header::{Header, Keys};
use super::open::{Entered, enter};
use super::{
    Before, Key, Unlock, check, connect, folder, kept, keyed, make, restore, salvage, schema_version, setting, today,
};
use crate::{Error, Moment, Result};
use chrono::NaiveDate;
use rusqlite::config::DbConfig;
use std::path::Path;

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Where what is there now comes from.
    pub from: Recovery,
    /// A damaged file was set aside, for seven days.
    pub set_aside: bool,
}

/// Where a repaired vault comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// The file was sound; nothing was changed.
    Unharmed,
    /// From a copy: what was done after it was taken is missing.
    Copy {
        /// The practice day on which it was taken, where it says.
        day: Option<NaiveDate>,
    },
    /// From the damaged file, row by row. What came back may be wrong in places.
    Salvaged {
        /// Rows that came back.
        rows: u32,
        /// Rows that could be read but not be right.
        dropped: u32,
        /// Tables that could not be read to their end.
        lost_tables: u32,
    },
    /// From nothing.
    Empty,
}

/// Repairs the database of the space that `unlock` opens; no engine has it open. With `else_empty` it begins anew where
/// nothing can be recovered.
///
/// # Errors
/// [`Error::WrongPin`] and [`Error::KeyLost`] as in opening; [`Error::Damaged`] if nothing can be recovered, which is so
/// where no copy of the header is whole, [`Error::NewerVersion`], [`Error::NoSpace`], [`Error::Storage`]. All files are as
/// before then.
pub fn repair(folder: &Path, unlock: &Unlock, now: Moment, else_empty: bool) -> Result<Repaired> {
    let _held = folder::hold(folder);
    let (header, _) = Header::read(folder)?.ok_or(Error::KeyLost)?;
    let Entered { slot, keys, .. } = enter(folder, header, unlock, None)?;
    let file = folder::database_in(folder, slot);
    match keys {
        // Nothing was ever kept in it: opening makes it anew.
        Keys::Making(_) => Ok(Repaired { from: Recovery::Unharmed, set_aside: false }),
        Keys::Settled(key) => repair_file(&file, &key, now, else_empty),
        Keys::Changing { old, new } => match repair_file(&file, &new, now, false) {
            Err(Error::Damaged) => repair_file(&file, &old, now, else_empty),
            repaired => repaired,
        },
    }
}

pub(super) fn repair_file(path: &Path, key: &Key, now: Moment, else_empty: bool) -> Result<Repaired> {
    match finish(path).and_then(|()| is_sound(path, key)) {
        Ok(()) => return Ok(Repaired { from: Recovery::Unharmed, set_aside: false }),
        Err(Error::Damaged) => {}
        Err(fault) => return Err(fault),
    }
    let aside = files::beside(path, NEW);
    files::remove_database(&aside)?;
    let from = recover(path, &aside, key, now, else_empty);
    if from.is_err() {
        files::remove_database(&aside)?;
    }
    let from = from?;
    files::rename(&aside, &files::beside(path, REPAIRED))?;
    let set_aside = set_aside(path)?;
    files::rename(&files::beside(path, REPAIRED), path)?;
    Ok(Repaired { from, set_aside })
}

/// Ends a repair that was cut short between its last two renames. A file that is gone while its copies are there is not begun anew.
pub(super) fn finish(path: &Path) -> Result<()> {
    if !files::is_empty(path) {
        return Ok(());
    }
    let repaired = files::beside(path, REPAIRED);
    if repaired.exists() {
        return files::rename(&repaired, path);
    }
    let was_there = kept::exists(path) || files::beside(path, DAMAGED).exists();
    if was_there { Err(Error::Damaged) } else { Ok(()) }
}

fn is_sound(path: &Path, key: &Key) -> Result<()> {
    check::quick(&connect(path, key, Before::Nothing)?)
}

/// Whether the database is whole with what can be read of its log. Nothing is written.
fn is_readable(path: &Path, key: &Key) -> bool {
    let read = || {
        let connection = keyed(path, key)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        if schema_version(&connection)? == 0 {
            return Err(Error::Damaged);
        }
        check::quick(&connection)
    };
    !files::is_empty(path) && read().is_ok()
}

/// Makes what shall take the place of the damaged file.
fn recover(path: &Path, aside: &Path, key: &Key, now: Moment, else_empty: bool) -> Result<Recovery> {
    let only_the_log = is_readable(path, key);
    let from = if let Some(copy) = kept::newest(path, key).filter(|_| !only_the_log) {
        let day = kept::day_of(&kept::inspect(&copy, key)?);
        files::copy(&copy, aside)?;
        Recovery::Copy { day }
    } else if let Some(salvaged) = salvage::salvage(path, aside, key)? {
        salvaged
    } else if else_empty {
        files::create(aside)?;
        drop(make(aside, key)?);
        Recovery::Empty
    } else {
        return Err(Error::Damaged);
    };
    restore::adopt(aside, key, key, |connection| {
        let today = today(connection, now)?;
        setting::set(connection, setting::SET_ASIDE, Some(today))
    })?;
    Ok(from)
}

/// Moves the damaged file away, its log first: a log that is left alone would be taken for that of the next file. Whether
/// there was a file.
fn set_aside(path: &Path) -> Result<bool> {
    let (wal, shm) = (files::beside(path, "-wal"), files::beside(path, "-shm"));
    let damaged = files::beside(path, DAMAGED);
    let damaged_wal = files::beside(&damaged, "-wal");
    // A log without its file is what an earlier run, cut short, has moved away: it belongs to the file that is about to follow.
    if damaged.exists() {
        files::remove(&damaged_wal)?;
        files::remove(&damaged)?;
    }
    files::rename(&wal, &damaged_wal)?;
    files::remove(&shm)?;
    files::remove(&files::beside(path, "-journal"))?;
    files::rename(path, &damaged)?;
    Ok(damaged.exists())
}
