//! Files beside a database for what is too large to be in it. Each is sealed with a key of its own, which stands in the
//! database: whoever loses that can read none of them, and a row that goes makes its file unreadable.
//!
//! Their names begin as the database's does, so that a wipe takes them along, and say nothing else. A file that no row
//! names is what was left when something was cut short; the daily check takes it away.

use super::sealed::{Opener, Sealer};
use super::{Key, Vault, files, folder, key};
use crate::{Error, Result};
use rusqlite::Connection;
use std::fmt::Write as _;
use std::fs::File;
use std::io;
use std::path::Path;

/// What stands in the database about a file beside it.
pub(crate) struct Attached {
    /// The end of its name.
    pub name: String,
    pub key: Key,
}

impl Vault {
    /// Seals what `write` puts into a new file. It is on disk when this returns, and stays if a row names it.
    pub fn attach<T>(&self, write: impl FnOnce(&mut Sealer<File>) -> Result<T>) -> Result<(Attached, T)> {
        let place = self.place().ok_or(Error::NotFound { kind: "vault" })?;
        let attached = Attached { name: name()?, key: Key::random()? };
        let path = files::beside(&place.file, &ending(&attached.name));
        let done = (|| {
            let mut file = files::create(&path)?;
            let mut sealer = Sealer::keyed(&mut file, &attached.key);
            let made = write(&mut sealer)?;
            sealer.finish()?;
            file.sync_all()?;
            folder::sync(path.parent().unwrap_or(Path::new(".")))?;
            Ok(made)
        })();
        match done {
            Ok(made) => Ok((attached, made)),
            Err(fault) => {
                files::remove(&path)?;
                Err(fault)
            }
        }
    }

    /// Lets `read` have what is sealed in this file.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is gone; and what `read` says, which gets an error of its own where the file is damaged.
    pub fn attached<T>(&self, attached: &Attached, read: impl FnOnce(&mut Opener<File>) -> Result<T>) -> Result<T> {
        let missing = Error::NotFound { kind: "file" };
        let place = self.place().ok_or(missing.clone())?;
        let mut file = match File::open(files::beside(&place.file, &ending(&attached.name))) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Err(missing),
            file => file?,
        };
        read(&mut Opener::keyed(&mut file, &attached.key)?)
    }

    /// Takes a file away that no row names any more. If it cannot be, the daily check will.
    pub fn detach(&self, name: &str) {
        if let Some(place) = self.place() {
            let _ = files::remove(&files::beside(&place.file, &ending(name)));
        }
    }
}

/// Takes away the files that no row names.
pub(super) fn sweep(connection: &Connection, database: &Path) -> Result<()> {
    let (Some(home), Some(own)) = (database.parent(), database.file_name().and_then(|name| name.to_str())) else {
        return Ok(());
    };
    let mut query = connection.prepare_cached("SELECT file FROM pack WHERE file IS NOT NULL")?;
    let named: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let beginning = format!("{own}{}", files::ATTACHED);
    let is_left = |name: &str| name.strip_prefix(&beginning).is_some_and(|end| !named.iter().any(|known| known == end));
    folder::names(home, is_left)?.iter().try_for_each(|name| files::remove(&home.join(name)))
}

fn ending(name: &str) -> String {
    format!("{}{name}", files::ATTACHED)
}

/// Of no meaning.
fn name() -> Result<String> {
    let mut bytes = [0; 8];
    key::random(&mut bytes)?;
    Ok(bytes.iter().fold(String::new(), |mut name, byte| {
        // Writing to a text cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    }))
}
