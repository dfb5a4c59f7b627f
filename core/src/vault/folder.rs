//! The files of a vault's folder: their names, and how they are written so that a kill leaves the old or the new one.
//!
//! | Name | What it is |
//! |---|---|
//! | `vault.hdr`, `vault.hdr.2` | the header, twice |
//! | `vault.tries` | wrong PINs, and when the last one was |
//! | `vault.wiping` | a wipe that is not finished |
//! | `vault.db`, `vault-2.db` to `vault-4.db` | the database of a space |
//! | such a name and more, as in `vault.db-wal` or `vault.db.kept-1` | what belongs to that space |

use super::files::{private, remove};
use super::header::SLOTS;
use crate::Result;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The header's two copies; the first is always written first.
pub const HEADERS: [&str; 2] = ["vault.hdr", "vault.hdr.2"];
/// Wrong PINs.
pub const TRIES: &str = "vault.tries";
/// A wipe that is not finished.
pub const WIPING: &str = "vault.wiping";
/// What is being written, before it takes its place.
const UNFINISHED: &str = "vault.new";

/// The file name of a space's database. All other files of the space begin with it.
pub fn database(slot: usize) -> String {
    if slot == 0 { "vault.db".into() } else { format!("vault-{}.db", slot + 1) }
}

/// Whether a file of this name belongs to this space.
pub fn belongs_to(slot: usize, name: &str) -> bool {
    name.strip_prefix(&database(slot)).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
}

/// Whether a file of this name is the vault's, the mark of an unfinished wipe apart.
pub fn is_ours(name: &str) -> bool {
    HEADERS.contains(&name) || [TRIES, UNFINISHED].contains(&name) || (0..SLOTS).any(|slot| belongs_to(slot, name))
}

/// The names of the files here that are of this kind.
pub fn names(folder: &Path, kind: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        found.extend(entry?.file_name().into_string().ok().filter(|name| kind(name)));
    }
    Ok(found)
}

/// Whether this space has any file.
pub fn is_taken(folder: &Path, slot: usize) -> Result<bool> {
    Ok(!names(folder, |name| belongs_to(slot, name))?.is_empty())
}

/// One opening, change or wipe of a folder at a time, also among processes: for as long as this is held.
pub fn hold(folder: &Path) -> Option<File> {
    // Where a folder cannot be locked, there is one process.
    let open = File::open(folder).ok()?;
    open.lock().ok().map(|()| open)
}

/// The bytes of a file; none if it is not there. No more than `most` and one are read.
pub fn read(file: &Path, most: usize) -> Result<Option<Vec<u8>>> {
    let open = match File::open(file) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
        open => open?,
    };
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    io::Read::read_to_end(&mut io::Read::take(open, limit), &mut bytes)?;
    Ok(Some(bytes))
}

/// Puts a file in place of the one that is there, on disk when this returns. What the old one said is overwritten before
/// its room is given back: it may have been sealed with less.
pub fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let (unfinished, place) = (folder.join(UNFINISHED), folder.join(name));
    let mut new = private(OpenOptions::new().write(true).create(true).truncate(true)).open(&unfinished)?;
    new.write_all(bytes)?;
    new.sync_all()?;
    let old = OpenOptions::new().write(true).open(&place).ok();
    fs::rename(&unfinished, &place)?;
    sync(folder)?;
    if let Some(old) = old {
        // The new one is in place: a fault here is none of the person's.
        let _ = overwrite(old);
    }
    Ok(())
}

/// Writes over a small file where it lies, which also works on a full disk.
pub fn write_over(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let place = folder.join(name);
    let is_new = !place.exists();
    let mut open = private(OpenOptions::new().write(true).create(true).truncate(false)).open(place)?;
    open.write_all(bytes)?;
    open.set_len(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    open.sync_data()?;
    if is_new { sync(folder) } else { Ok(()) }
}

/// Makes a file of small size unreadable, and takes it away. One that is not there is gone already.
pub fn destroy(file: &Path) -> Result<()> {
    if let Ok(old) = OpenOptions::new().write(true).open(file) {
        // What cannot be overwritten, as on a disk that fails, is taken away all the same.
        let _ = overwrite(old);
    }
    remove(file)
}

/// Where a space's database lies.
pub fn database_in(folder: &Path, slot: usize) -> PathBuf {
    folder.join(database(slot))
}

fn overwrite(mut old: File) -> io::Result<()> {
    let bytes = usize::try_from(old.metadata()?.len()).unwrap_or(usize::MAX);
    old.write_all(&vec![0; bytes])?;
    old.sync_data()
}

/// Makes it last that files came, went or changed their names.
#[cfg(unix)]
pub fn sync(folder: &Path) -> Result<()> {
    Ok(File::open(folder)?.sync_all()?)
}

// Elsewhere a folder cannot be opened to be synced.
#[cfg(not(unix))]
pub fn sync(_: &Path) -> Result<()> {
    Ok(())
}
