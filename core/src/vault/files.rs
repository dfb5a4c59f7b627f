//! The files beside a database: their names, and moves that neither a kill nor a power cut can tear.

use super::folder;
use crate::Result;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The newer of two copies.
pub(super) const KEPT: &str = ".kept-a";
/// The older one.
pub(super) const KEPT_BEFORE: &str = ".kept-b";
/// A copy that is being written.
pub(super) const KEPT_UNFINISHED: &str = ".kept-new";
/// What shall take the database's place, while it is being made.
pub(super) const NEW: &str = ".new";
/// A damaged database, while its rows are read.
pub(super) const SALVAGE: &str = ".salvage";
/// What takes a damaged database's place, whole; it is there for the moment of two renames.
pub(super) const REPAIRED: &str = ".repaired";
/// A damaged database, as it was.
pub(super) const DAMAGED: &str = ".damaged";
/// Room that can be given up.
pub(super) const RESERVE: &str = ".reserve";

/// What is too large for the database; the end of the name is of no meaning.
pub(super) const ATTACHED: &str = ".added-";

/// What SQLite writes beside a database.
pub(super) const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// A name beside the database.
pub(super) fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether there is nothing in the file.
pub(super) fn is_empty(file: &Path) -> bool {
    file.metadata().map_or(true, |known| known.len() == 0)
}

/// An empty file that only its owner can open.
pub(super) fn create(file: &Path) -> Result<File> {
    Ok(private(OpenOptions::new().write(true).create(true).truncate(true)).open(file)?)
}

/// Deletes the file, if it is there.
pub(super) fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault.into()),
        _ => Ok(()),
    }
}

/// Deletes a database with all that SQLite wrote beside it; the database last, so that no companion is left alone.
pub(super) fn remove_database(file: &Path) -> Result<()> {
    COMPANIONS.iter().try_for_each(|companion| remove(&beside(file, companion)))?;
    remove(file)
}

/// Renames a file over another one: after a power cut there is either of them. One that is not there stays away.
pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound && !from.exists() => Ok(()),
        Err(fault) => Err(fault.into()),
        Ok(()) => sync_folder_of(to),
    }
}

/// What was written to the file is on the disk.
pub(super) fn sync(file: &Path) -> Result<()> {
    let open = OpenOptions::new().write(true).open(file);
    Ok(open.and_then(|open| open.sync_all())?)
}

/// Copies a file to a new one, which is on the disk then.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut target = create(to)?;
    let mut source = File::open(from)?;
    io::copy(&mut source, &mut target)?;
    Ok(target.sync_all()?)
}

#[cfg(unix)]
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

fn sync_folder_of(file: &Path) -> Result<()> {
    folder::sync(file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))
}

// Elsewhere a home folder is private by itself.
#[cfg(not(unix))]
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
