//! A backup: one sealed file that a person keeps elsewhere.
//!
//! Inside the seal: how much there is, the key of the database, and the database as it lies on the disk, encrypted as it is,
//! with its log. So nothing is ever on a disk in the clear, no second copy is made first, and a backup can be made with
//! the disk full. A newer format is refused, and so is a newer schema: a head and a manifest say which they are.

use super::key::Cost;
use super::sealed::{Opener, Passphrase, Sealer};
use super::{Contents, Held, Key, MIGRATIONS, Place, Vault, contents, erase, files};
use crate::{Engine, Error, Moment, Result};
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, IntoInnerError, Read, Seek, Write};
use std::path::Path;

/// What a backup holds, before anything is replaced by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preview {
    /// When it was made.
    pub made: Moment,
    /// What is in it.
    pub contents: Contents,
}

/// The first thing in a backup.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub schema: u32,
    pub made_ms: i64,
    pub offset_minutes: i32,
    pub contents: Contents,
    pub database_bytes: u64,
    pub log_bytes: u64,
}

/// Far more than a manifest has.
const LONGEST_MANIFEST: usize = 64 * 1024;

impl Engine {
    /// Writes all that is kept into one sealed file. What is in it.
    ///
    /// # Errors
    /// [`Error::NoSpace`] or [`Error::Storage`] if `to` cannot be written; what was written then is no backup.
    pub fn back_up(&self, to: &mut impl Write, passphrase: &Passphrase, cost: Cost, now: Moment) -> Result<Contents> {
        self.vault.back_up(to, passphrase, cost, now)
    }

    /// The same into this file, which is made, or written over; on disk when this returns. A phone hands in a file of its own,
    /// and takes it from there to where the person wants it.
    ///
    /// # Errors
    /// As [`Engine::back_up`].
    pub fn back_up_to(&self, file: &Path, passphrase: &Passphrase, cost: Cost, now: Moment) -> Result<Contents> {
        let mut to = BufWriter::new(File::create(file)?);
        let contents = self.back_up(&mut to, passphrase, cost, now)?;
        match to.into_inner().map_err(IntoInnerError::into_error)?.sync_all() {
            // What a person picked may be no file of this device's: then its own system sees to it.
            Err(fault) if fault.kind() != ErrorKind::InvalidInput => Err(fault.into()),
            _ => Ok(contents),
        }
    }
}

/// [`preview_backup`] of this file.
///
/// # Errors
/// As [`preview_backup`].
pub fn preview_backup_in(file: &Path, passphrase: &Passphrase) -> Result<Preview> {
    preview_backup(&mut BufReader::new(File::open(file)?), passphrase)
}

/// Reads a backup to its end, and says what is in it. Nothing is written anywhere.
///
/// # Errors
/// [`Error::Invalid`] if the passphrase is another one, [`Error::Damaged`] if it is no backup or not whole,
/// [`Error::NewerVersion`] if a newer app made it.
pub fn preview_backup(from: &mut impl Read, passphrase: &Passphrase) -> Result<Preview> {
    let mut backup = Opened::begin(from, passphrase)?;
    backup.database(|_| Ok(()))?;
    backup.log(|_| Ok(()))?;
    let Manifest { made_ms, offset_minutes, contents, .. } = backup.manifest;
    let made = Moment::from_parts(made_ms, offset_minutes).ok_or(Error::Damaged)?;
    Ok(Preview { made, contents })
}

impl Vault {
    pub(super) fn back_up(
        &self,
        to: &mut impl Write,
        passphrase: &Passphrase,
        cost: Cost,
        now: Moment,
    ) -> Result<Contents> {
        let place = self.place().ok_or(Error::NotFound { kind: "vault" })?;
        let mut held = self.held();
        erase::empty_log(&held.connection)?;
        let Held { connection, file, .. } = &mut *held;
        let database = match file {
            Some(database) => database,
            None => file.insert(File::open(&place.file)?),
        };
        // Nobody writes while both files are read; where the log could not be emptied, it goes along.
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let contents = contents::all(&tx)?;
        seal(to, passphrase, cost, now, (&place, database), &tx, contents)?;
        Ok(contents)
    }
}

pub(super) fn seal(
    to: &mut impl Write,
    passphrase: &Passphrase,
    cost: Cost,
    now: Moment,
    (place, database): (&Place, &mut File),
    held: &Connection,
    contents: Contents,
) -> Result<()> {
    database.rewind()?;
    let database_bytes = database.metadata()?.len();
    let log = open(&files::beside(&place.file, "-wal"))?;
    let manifest = Manifest {
        schema: held.pragma_query_value(None, "user_version", |row| row.get(0))?,
        made_ms: now.utc_ms(),
        offset_minutes: now.offset_minutes(),
        contents,
        database_bytes,
        log_bytes: log.as_ref().map_or(0, |(_, bytes)| *bytes),
    };
    let written = serde_json::to_vec(&manifest).map_err(|_| Error::Unexpected { what: "a manifest" })?;
    let mut sealer = Sealer::begin(to, passphrase, cost)?;
    sealer.put(&u32::try_from(written.len()).unwrap_or(u32::MAX).to_le_bytes())?;
    sealer.put(&written)?;
    sealer.put(place.key.bytes())?;
    pour(database, manifest.database_bytes, &mut sealer)?;
    if let Some((mut log, bytes)) = log {
        pour(&mut log, bytes, &mut sealer)?;
    }
    sealer.finish()
}

/// A file and its length; none if there is none.
fn open(file: &Path) -> Result<Option<(File, u64)>> {
    let opened = match File::open(file) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened,
    };
    let measured = opened.and_then(|file| Ok((file.metadata()?.len(), file)));
    Ok(measured.map(|(bytes, file)| Some((file, bytes)))?)
}

fn pour<W: Write>(from: &mut File, bytes: u64, sealer: &mut Sealer<W>) -> Result<()> {
    let mut left = bytes;
    let mut part = vec![0; 64 * 1024];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(part.len());
        let read = from.read(part.get_mut(..most).unwrap_or_default())?;
        if read == 0 {
            return Err(Error::Storage { code: 0 });
        }
        sealer.put(part.get(..read).unwrap_or_default())?;
        left = left.saturating_sub(u64::try_from(read).unwrap_or(u64::MAX));
    }
    Ok(())
}

/// A backup whose passphrase was the right one.
pub(super) struct Opened<'a, R: Read> {
    opener: Opener<'a, R>,
    pub manifest: Manifest,
    /// Of the database in it.
    pub key: Key,
}

impl<'a, R: Read> Opened<'a, R> {
    pub fn begin(from: &'a mut R, passphrase: &Passphrase) -> Result<Self> {
        let mut opener = Opener::begin(from, passphrase)?;
        let length = opener.exactly(4)?;
        let length = length.first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
        let length = usize::try_from(length).ok().filter(|length| *length <= LONGEST_MANIFEST);
        let manifest = opener.exactly(length.ok_or(Error::Damaged)?)?;
        let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|_| Error::Damaged)?;
        if usize::try_from(manifest.schema).map_or(true, |schema| schema > MIGRATIONS.len()) {
            return Err(Error::NewerVersion);
        }
        let key = opener.exactly(saywell_sqlite::KEY_BYTES)?;
        let key = Key::new(key.first_chunk().ok_or(Error::Damaged)?);
        Ok(Self { opener, manifest, key })
    }

    /// The database, part by part.
    pub fn database(&mut self, take: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        self.parts(self.manifest.database_bytes, take)
    }

    /// Its log, part by part, and then the end.
    pub fn log(&mut self, take: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        self.parts(self.manifest.log_bytes, take)?;
        if self.opener.part(1)?.is_empty() { Ok(()) } else { Err(Error::Damaged) }
    }

    fn parts(&mut self, bytes: u64, mut take: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let mut left = bytes;
        while left > 0 {
            let part = self.opener.part(usize::try_from(left).unwrap_or(usize::MAX))?;
            if part.is_empty() {
                return Err(Error::Damaged);
            }
            take(part)?;
            left = left.saturating_sub(u64::try_from(part.len()).unwrap_or(u64::MAX));
        }
        Ok(())
    }
}
