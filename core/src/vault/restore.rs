//! Restoring a backup: all of it or nothing, and back again on the same day.
//!
//! What is in the backup is written aside, checked, upgraded and encrypted with this vault's key. Only then, in one rename,
//! it takes the place of what is there; and what is there is the newest copy from then on.

use super::backup::Opened;
use super::files::{self, NEW};
use super::sealed::Passphrase;
use super::{Before, Held, Key, Place, Vault, check, connect, kept, setting, today};
use crate::{Engine, Error, Moment, Result};
use rusqlite::Connection;
use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::Path;

/// What a restore did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// What was there before can come back today: [`Engine::undo_restore`]. There was no space to keep it otherwise.
    pub can_undo: bool,
}

impl Engine {
    /// Puts a backup in the place of all that is kept. Whatever goes wrong, the one or the other is there, whole.
    ///
    /// # Errors
    /// As [`preview_backup`](super::preview_backup); [`Error::NoSpace`]; [`Error::Storage`] also if another process has the
    /// vault open. Nothing is changed then.
    pub fn restore(&self, from: &mut impl Read, passphrase: &Passphrase, now: Moment) -> Result<Restored> {
        let restored = self.vault.restore(from, passphrase, now)?;
        self.show_courses();
        Ok(restored)
    }

    /// [`Engine::restore`] from this file.
    ///
    /// # Errors
    /// As [`Engine::restore`].
    pub fn restore_from(&self, file: &Path, passphrase: &Passphrase, now: Moment) -> Result<Restored> {
        self.restore(&mut BufReader::new(File::open(file)?), passphrase, now)
    }

    /// Whether a restore of today can be undone.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn can_undo_restore(&self) -> Result<bool> {
        // A full disk may have taken the copy.
        let is_kept =
            self.vault.place().is_some_and(|place| !files::is_empty(&files::beside(&place.file, files::KEPT)));
        self.vault.read(|connection| Ok(is_kept && setting::get(connection, setting::RESTORED)?.is_some()))
    }

    /// Brings back what a restore has replaced, until the next practice day, or until something is deleted.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is nothing to undo.
    pub fn undo_restore(&self) -> Result<()> {
        self.vault.undo_restore()?;
        self.show_courses();
        Ok(())
    }
}

impl Vault {
    pub(super) fn restore(&self, from: &mut impl Read, passphrase: &Passphrase, now: Moment) -> Result<Restored> {
        let place = self.place().ok_or(Error::NotFound { kind: "vault" })?;
        let incoming = files::beside(&place.file, NEW);
        files::remove_database(&incoming)?;
        let restored = receive(from, passphrase, &incoming).and_then(|key| {
            check_incoming(&incoming, &key)?;
            // From the copy to the change nobody saves anything that neither of the two would have.
            let mut held = self.held();
            let can_undo = match kept::take(&held.connection, &place.file, &place.key) {
                Err(Error::NoSpace) => false,
                taken => taken.map(|()| true)?,
            };
            adopt(&incoming, &key, &place.key, |connection| {
                if schema(connection)? != schema(&super::memory()?)? {
                    return Err(Error::Damaged);
                }
                let today = today(connection, now)?;
                setting::set(connection, setting::CHECKED, Some(today))?;
                setting::set(connection, setting::RESTORED, can_undo.then_some(today))?;
                setting::set(connection, setting::SET_ASIDE, None)
            })?;
            held.replace(&place, &incoming)?;
            Ok(Restored { can_undo })
        });
        if restored.is_err() {
            files::remove_database(&incoming)?;
        }
        restored
    }

    fn undo_restore(&self) -> Result<()> {
        let missing = Error::NotFound { kind: "restore" };
        let place = self.place().ok_or(missing.clone())?;
        self.read(|connection| setting::get(connection, setting::RESTORED)?.ok_or(missing.clone()))?;
        // The newest copy is what was replaced; one from before is another day.
        let before = files::beside(&place.file, files::KEPT);
        kept::inspect(&before, &place.key).map_err(|_| missing)?;
        let incoming = files::beside(&place.file, NEW);
        files::remove_database(&incoming)?;
        let undone = files::copy(&before, &incoming)
            .and_then(|()| {
                adopt(&incoming, &place.key, &place.key, |connection| setting::set(connection, setting::RESTORED, None))
            })
            .and_then(|()| self.held().replace(&place, &incoming));
        if undone.is_err() {
            files::remove_database(&incoming)?;
        }
        undone
    }
}

impl Held {
    /// Puts a whole database, closed and with this vault's key, in the place of the one that is open.
    fn replace(&mut self, place: &Place, incoming: &Path) -> Result<()> {
        // Goes only if nobody else has it open, and leaves no log that could be taken for that of the new one.
        without_log(&self.connection)?;
        let nothing = Connection::open_in_memory()?;
        let old = std::mem::replace(&mut self.connection, nothing);
        if let Err((old, fault)) = old.close() {
            self.connection = old;
            return Err(fault.into());
        }
        self.file = None;
        let renamed = files::rename(incoming, &place.file);
        // The new one, or the old one where that failed.
        self.connection = connect(&place.file, &place.key, Before::Nothing)?;
        renamed
    }
}

/// Writes the database in a backup aside. Its key.
fn receive(from: &mut impl Read, passphrase: &Passphrase, incoming: &Path) -> Result<Key> {
    let mut backup = Opened::begin(from, passphrase)?;
    let write = |file: &mut File, part: &[u8]| Ok(file.write_all(part)?);
    let mut database = files::create(incoming)?;
    backup.database(|part| write(&mut database, part))?;
    let mut log = files::create(&files::beside(incoming, "-wal"))?;
    backup.log(|part| write(&mut log, part))?;
    for file in [database, log] {
        file.sync_all()?;
    }
    Ok(backup.key)
}

/// Whether what came in is sound, before anything is given up for it.
fn check_incoming(incoming: &Path, key: &Key) -> Result<()> {
    let connection = Connection::open(incoming)?;
    saywell_sqlite::unlock(&connection, key.bytes())?;
    if super::schema_version(&connection)? == 0 {
        return Err(Error::Damaged);
    }
    check::quick(&connection)
}

/// All that a database is made of. What else a file holds, such as a trigger, would go along in every copy.
fn schema(connection: &Connection) -> Result<Vec<[Option<String>; 4]>> {
    let mut query = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = query.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Upgrades a database that stands aside, lets `note` write to it, and gives it this vault's key. Closed and on disk then.
pub(super) fn adopt(
    aside: &Path,
    its_key: &Key,
    key: &Key,
    note: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    let connection = connect(aside, its_key, Before::Nothing)?;
    note(&connection)?;
    without_log(&connection)?;
    if its_key.bytes() != key.bytes() {
        saywell_sqlite::rekey(&connection, key.bytes())?;
    }
    connection.close().map_err(|(_, fault)| fault)?;
    kept::inspect(aside, key)?;
    files::sync(aside)
}

/// Moves the log into the database and does without it.
fn without_log(connection: &Connection) -> Result<()> {
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    if mode == "delete" { Ok(()) } else { Err(Error::Storage { code: rusqlite::ffi::SQLITE_BUSY }) }
}
