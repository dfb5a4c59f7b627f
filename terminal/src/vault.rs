//! Where a person's data lives: one folder with the vault, and the platform secret beside it in the file `key`.
//!
//! The key file is on disk for good before the vault is first made, so that no vault is ever without it. And none is ever
//! made over a vault that is there: that would look like a fresh start, and be a loss.

use crate::shell::Shell;
use crate::stop::{self, Go, Stop, plain};
use etcetera::BaseStrategy;
use saywell_core::vault::{self, Lock, Unlock};
use saywell_core::{Engine, Error, Pin, Secret, content::Course};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const KEY: &str = "key";
const KEY_BEING_WRITTEN: &str = "key.new";
const KEY_BYTES: usize = 32;
/// What this shell keeps in the folder beside the vault.
pub const OWN: [&str; 2] = [KEY, KEY_BEING_WRITTEN];

/// A folder for data.
pub struct Home {
    /// Where it is.
    pub folder: PathBuf,
}

impl Home {
    /// The folder that was asked for, or the usual one of this system.
    pub fn of(asked: Option<PathBuf>) -> Result<Self, Stop> {
        let folder = match asked {
            Some(folder) => folder,
            None => etcetera::base_strategy::choose_native_strategy()
                .map_err(|_| Stop::Say("This computer has no home folder. Please name one: saywell --data DIR".into()))?
                .data_dir()
                .join("saywell"),
        };
        Ok(Self { folder })
    }

    /// Whether nothing was ever done here.
    pub fn is_new(&self) -> bool {
        vault::look(&self.folder, None, 0) == Ok(Lock::New)
    }

    /// Opens the engine on this folder, made if it is not there. Asks for the PIN where one is set, or where the person wants
    /// to be asked; it comes back with the engine.
    pub fn open(&self, shell: &mut Shell, course: &Course, ask: bool) -> Go<Option<Pin>> {
        make_private(&self.folder).map_err(|fault| cannot(&self.folder, &fault))?;
        if vault::look(&self.folder, None, 0) == Ok(Lock::Wiping) {
            self.wipe()?;
            shell.screen.text("A wipe that was cut short is finished now.")?;
        }
        let secret = self.secret()?;
        let lock = self.lock(shell, &secret)?;
        let asks = match lock {
            Lock::Pin { .. } => true,
            Lock::Open => ask,
            Lock::New | Lock::Wiping => false,
        };
        if !asks {
            let unlock = Unlock { secret: &secret, pin: None, uptime_ms: shell.clock.uptime_ms() };
            shell.engine = Engine::open(&self.folder, &unlock, course.clone())?;
            return Ok(None);
        }
        shell.screen.heading("Saywell is locked")?;
        shell.screen.aside("Your PIN, then Enter. Enter alone or q: leave. h: help now. x: leave at once.")?;
        loop {
            let Some(pin) = shell.pin()? else { return Err(Stop::Left) };
            let unlock = Unlock { secret: &secret, pin: Some(&pin), uptime_ms: shell.clock.uptime_ms() };
            match Engine::open(&self.folder, &unlock, course.clone()) {
                Ok(engine) => {
                    shell.engine = engine;
                    return Ok(Some(pin));
                }
                Err(Error::WrongPin { wait_seconds: 0 }) => shell.screen.text("This PIN opens nothing here.")?,
                Err(other) => return Err(other.into()),
            }
        }
    }

    /// How the folder is locked. Says so at once if it is too early for a try.
    pub fn lock(&self, shell: &Shell, secret: &Secret) -> Go<Lock> {
        match vault::look(&self.folder, Some(secret), shell.clock.uptime_ms())? {
            Lock::Pin { wait_seconds } if wait_seconds > 0 => Err(Error::WrongPin { wait_seconds }.into()),
            lock => Ok(lock),
        }
    }

    /// Erases everything, the key first; also where nothing can be opened.
    pub fn wipe(&self) -> Go {
        Ok(vault::wipe(&self.folder, &OWN)?)
    }

    /// The platform secret: made when there is no vault yet.
    pub fn secret(&self) -> Result<Secret, Stop> {
        let file = self.folder.join(KEY);
        // Two first starts at once make one key: the second one waits here and finds it.
        let folder = File::open(&self.folder).ok();
        let _held = folder.as_ref().map(File::lock);
        if file.exists() {
            return read_key(&file);
        }
        if !self.is_new() {
            return Err(Stop::Say(format!(
                "The key is missing: there is no file {}. Your notes and progress beside it are unharmed, but closed \
                 without it. No new key was made.\nPlease put the key file back from a copy.\n{}",
                file.display(),
                stop::WITHOUT
            )));
        }
        write_key(&self.folder, &file).map_err(|fault| cannot(&file, &fault))
    }
}

fn read_key(file: &Path) -> Result<Secret, Stop> {
    let mut open = File::open(file).map_err(|fault| cannot(file, &fault))?;
    if tightened(&open).map_err(|fault| cannot(file, &fault))? {
        eprintln!("Others on this computer could read the key file. Now only you can: {}", file.display());
    }
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    let whole = open.read_exact(key.as_mut()).is_ok() && matches!(open.read(&mut [0]), Ok(0));
    if !whole {
        return Err(Stop::Say(format!(
            "The key file {} is not a key: it must have {KEY_BYTES} bytes. Your notes and progress are unharmed, but \
             closed without it. Nothing was changed.\nPlease put the key file back from a copy.\n{}",
            file.display(),
            stop::WITHOUT
        )));
    }
    Ok(Secret::new(&key))
}

/// Writes a fresh key so that it is there whole or not at all.
fn write_key(folder: &Path, file: &Path) -> io::Result<Secret> {
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
    Ok(Secret::new(&key))
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
