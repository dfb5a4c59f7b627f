//! Where a person's data lives: one folder with the encrypted file and the key beside it.
//!
//! The key is on disk for good before the file is first made, so that no file is ever without its key. And no key is ever
//! made over a file that is there: that would look like a fresh start, and be a loss.

use crate::stop::{Stop, plain};
use etcetera::BaseStrategy;
use saywell_core::{Engine, Key, content::Course};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zeroize::Zeroizing;

const FILE: &str = "vault.db";
const KEY: &str = "key";
const KEY_BEING_WRITTEN: &str = "key.new";
const KEY_BYTES: usize = 32;

/// A folder for data.
pub struct Home {
    /// Where it is.
    pub folder: PathBuf,
    /// Deleted with this.
    throwaway: Option<TempDir>,
}

impl Home {
    /// The folder that was asked for, or the usual one of this system.
    pub fn kept(asked: Option<PathBuf>) -> Result<Self, Stop> {
        let folder = match asked {
            Some(folder) => folder,
            None => etcetera::base_strategy::choose_native_strategy()
                .map_err(|_| Stop::Say("This computer has no home folder. Please name one: saywell --data DIR".into()))?
                .data_dir()
                .join("saywell"),
        };
        Ok(Self { folder, throwaway: None })
    }

    /// A folder that is gone when the program ends.
    pub fn throwaway() -> Result<Self, Stop> {
        let folder =
            TempDir::with_prefix("saywell-").map_err(|fault| cannot(Path::new("the temporary folder"), &fault))?;
        Ok(Self { folder: folder.path().to_owned(), throwaway: Some(folder) })
    }

    /// Whether what is done now stays.
    pub fn keeps(&self) -> bool {
        self.throwaway.is_none()
    }

    /// Whether nothing was ever done here.
    pub fn is_new(&self) -> bool {
        !self.folder.join(FILE).exists()
    }

    /// Opens the engine on this folder, made if it is not there.
    pub fn open(&self, course: Course) -> Result<Engine, Stop> {
        make_private(&self.folder).map_err(|fault| cannot(&self.folder, &fault))?;
        let key = self.key()?;
        let file = self.folder.join(FILE);
        make_own(&file).map_err(|fault| cannot(&file, &fault))?;
        Ok(Engine::open(&file, &key, course)?)
    }

    /// Where the encrypted file lies.
    pub fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// The key that is there, or a fresh one for a folder that is new.
    pub fn key(&self) -> Result<Key, Stop> {
        let file = self.folder.join(KEY);
        // Two first starts at once make one key: the second one waits here and finds it.
        let folder = File::open(&self.folder).ok();
        let _held = folder.as_ref().map(File::lock);
        if file.exists() {
            return read_key(&file);
        }
        if !self.is_new() {
            return Err(Stop::Say(format!(
                "The key is missing: there is no file {}. Your notes and progress in {FILE} beside it are unharmed, but \
                 closed without it. No new key was made.\nPlease put the key file back from a copy.\n\
                 Help is there without it: saywell now",
                file.display()
            )));
        }
        write_key(&self.folder, &file).map_err(|fault| cannot(&file, &fault))
    }
}

fn read_key(file: &Path) -> Result<Key, Stop> {
    let mut open = File::open(file).map_err(|fault| cannot(file, &fault))?;
    if tightened(&open).map_err(|fault| cannot(file, &fault))? {
        eprintln!("Others on this computer could read the key file. Now only you can: {}", file.display());
    }
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    let whole = open.read_exact(key.as_mut()).is_ok() && matches!(open.read(&mut [0]), Ok(0));
    if !whole {
        return Err(Stop::Say(format!(
            "The key file {} is not a key: it must have {KEY_BYTES} bytes. Your notes and progress are unharmed, but \
             closed without it. Nothing was changed.\nPlease put the key file back from a copy.",
            file.display()
        )));
    }
    Ok(Key::new(&key))
}

/// Writes a fresh key so that it is there whole or not at all.
fn write_key(folder: &Path, file: &Path) -> io::Result<Key> {
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    getrandom::fill(key.as_mut()).map_err(|_| io::Error::other("no random numbers"))?;
    let unfinished = folder.join(KEY_BEING_WRITTEN);
    match fs::remove_file(&unfinished) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
        _ => {}
    }
    let mut open = private(OpenOptions::new().write(true).create_new(true)).open(&unfinished)?;
    open.write_all(key.as_ref())?;
    open.sync_all()?;
    fs::rename(&unfinished, file)?;
    sync_folder(folder)?;
    Ok(Key::new(&key))
}

/// An empty file that only its owner can open; the engine fills it. One that is there stays as it is.
fn make_own(file: &Path) -> io::Result<()> {
    match private(OpenOptions::new().write(true).create_new(true)).open(file) {
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

fn cannot(what: &Path, fault: &io::Error) -> Stop {
    Stop::Say(format!(
        "Cannot use {}: {}. Nothing was changed.\nPlease check it, or name another folder: saywell --data DIR",
        what.display(),
        plain(fault)
    ))
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::DirBuilder::new().mode(0o700).create(folder) {
        Err(_) if folder.is_dir() => Ok(()),
        done => done,
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

/// Takes the key away from everybody else; whether that was needed.
#[cfg(unix)]
fn tightened(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    let open_to_others = file.metadata()?.permissions().mode() & 0o077 != 0;
    if open_to_others {
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    Ok(open_to_others)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

// Elsewhere a home folder is private by itself, and a folder cannot be opened to be synced.
#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(not(unix))]
fn tightened(_: &File) -> io::Result<bool> {
    Ok(false)
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
