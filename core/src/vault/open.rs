//! Opening a folder: what to ask for, whether it is right, and the answer that fits if it is not.

use super::header::{Header, Keys, SLOTS};
use super::key::{Key, Pin, Secret, Wrap};
use super::tries::Tries;
use super::{Vault, files, folder, make, ready, wipe};
use crate::{Error, Result};
use rusqlite::Connection;
use std::path::Path;

/// What one try at opening takes.
#[derive(Clone, Copy)]
pub struct Unlock<'a> {
    /// What the platform keeps for this app.
    pub secret: &'a Secret,
    /// What the person typed, where a PIN is asked.
    pub pin: Option<&'a Pin>,
    /// How long the device has been on, in milliseconds: `elapsedRealtime` on Android, `mach_continuous_time` on iOS,
    /// `CLOCK_BOOTTIME` on Linux. It runs while the device sleeps, and no setting of a clock changes it.
    pub uptime_ms: u64,
}

/// What a shell shows before it opens a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// There is no vault yet. A secret from before is of no more use: make a new one.
    New,
    /// It opens without a PIN.
    Open,
    /// It asks for a PIN.
    Pin {
        /// How long no try is taken, 0 to 3,600.
        wait_seconds: u32,
    },
    /// A wipe of everything was interrupted: opening finishes it, and so does [`wipe()`].
    Wiping,
}

/// How this folder is locked. A wipe of one space that was interrupted is finished first. `secret` is what the platform has, or
/// none if it has none (any more).
///
/// # Errors
/// [`Error::KeyLost`] if that secret is not the vault's, [`Error::Damaged`], [`Error::NewerVersion`], [`Error::Storage`].
pub fn look(folder: &Path, secret: Option<&Secret>, uptime_ms: u64) -> Result<Lock> {
    if wipe::is_of_all(folder)? {
        return Ok(Lock::Wiping);
    }
    let header = match Header::read(folder)? {
        Some((header, _)) => header,
        None if is_new(folder)? => return Ok(Lock::New),
        None => return secret.map(|_| Lock::Open).ok_or(Error::KeyLost),
    };
    let secret = secret.filter(|secret| header.is_of(secret)).ok_or(Error::KeyLost)?;
    if header.find(&Wrap::without_pin(secret, &header.salt)?).is_some() {
        return Ok(Lock::Open);
    }
    Ok(Lock::Pin { wait_seconds: Tries::in_folder(folder, uptime_ms)?.wait_seconds(uptime_ms) })
}

/// A space that was opened, in a header that says how.
pub(super) struct Entered {
    pub header: Header,
    pub slot: usize,
    pub keys: Keys,
    pub wrap: Wrap,
}

/// Whether `unlock` opens a space of this header; only this one, where one is given.
pub(super) fn enter(folder: &Path, header: Header, unlock: &Unlock, only: Option<usize>) -> Result<Entered> {
    if !header.is_of(unlock.secret) {
        return Err(Error::KeyLost);
    }
    let uptime = unlock.uptime_ms;
    let find = |wrap: &Wrap| header.find(wrap).filter(|(slot, _)| only.is_none_or(|only| only == *slot));
    let Some(pin) = unlock.pin else {
        let wrap = Wrap::without_pin(unlock.secret, &header.salt)?;
        let Some((slot, keys)) = find(&wrap) else {
            let wait_seconds = Tries::in_folder(folder, uptime)?.wait_seconds(uptime);
            return Err(Error::WrongPin { wait_seconds });
        };
        return Ok(Entered { header, slot, keys, wrap });
    };
    let tries = Tries::in_folder(folder, uptime)?;
    let wait_seconds = tries.wait_seconds(uptime);
    if wait_seconds > 0 {
        return Err(Error::WrongPin { wait_seconds });
    }
    let tries = tries.another(uptime);
    tries.keep(folder)?;
    let wrap = Wrap::with_pin(unlock.secret, pin, header.cost.unwrap_or_default(), &header.salt)?;
    let Some((slot, keys)) = find(&wrap) else {
        return Err(Error::WrongPin { wait_seconds: tries.wait_seconds(uptime) });
    };
    Tries::default().keep(folder)?;
    Ok(Entered { header, slot, keys, wrap })
}

impl Vault {
    /// See [`crate::Engine::open`].
    pub fn open(folder: &Path, unlock: &Unlock) -> Result<Self> {
        let _held = folder::hold(folder);
        wipe::finish(folder)?;
        match Header::read(folder)? {
            Some((header, same)) => Self::of(folder, enter(folder, header, unlock, None)?, same),
            None if is_new(folder)? => Self::create(folder, unlock),
            None => Self::adopt(folder, unlock.secret),
        }
    }

    fn create(folder: &Path, unlock: &Unlock) -> Result<Self> {
        if unlock.pin.is_some() {
            return Err(Error::Invalid { field: "pin", reason: "was not set yet" });
        }
        let mut header = Header::new(unlock.secret)?;
        let wrap = Wrap::without_pin(unlock.secret, &header.salt)?;
        let keys = Keys::Making(Key::random()?);
        header.put(0, &wrap, &keys)?;
        header.write(folder)?;
        Self::of(folder, Entered { header, slot: 0, keys, wrap }, true)
    }

    /// A folder from before there were headers: the secret was the key. Nothing else is ever taken over.
    fn adopt(folder: &Path, secret: &Secret) -> Result<Self> {
        let key = secret.as_key();
        let file = folder::database_in(folder, 0);
        let connection = ready(&file, &key).map_err(|fault| match fault {
            // Whatever key it has, it was in the header that is gone.
            Error::Damaged => Error::KeyLost,
            other => other,
        })?;
        let mut header = Header::new(secret)?;
        let wrap = Wrap::without_pin(secret, &header.salt)?;
        header.put(0, &wrap, &Keys::Settled(key))?;
        header.write(folder)?;
        Self::kept(connection, folder, 0, secret.as_key())
    }

    /// Opens the database of a space, and tidies the header where it has something left to say.
    fn of(folder: &Path, entered: Entered, same: bool) -> Result<Self> {
        let Entered { mut header, slot, keys, wrap } = entered;
        let settled = same && matches!(keys, Keys::Settled(_));
        let (connection, key) = database(folder, slot, keys)?;
        let keys = Keys::Settled(key);
        if !settled {
            header.put(slot, &wrap, &keys)?;
            header.write(folder)?;
        }
        Self::kept(connection, folder, slot, keys.into_one())
    }
}

/// The database of a space, and the key that opened it.
pub(super) fn database(folder: &Path, slot: usize, keys: Keys) -> Result<(Connection, Key)> {
    let file = folder::database_in(folder, slot);
    match keys {
        Keys::Settled(key) => Ok((ready(&file, &key)?, key)),
        Keys::Changing { old, new } => match ready(&file, &new) {
            Err(Error::Damaged) => Ok((ready(&file, &old)?, old)),
            opened => Ok((opened?, new)),
        },
        Keys::Making(key) => {
            for name in folder::names(folder, |name| folder::belongs_to(slot, name))? {
                files::remove(&folder.join(name))?;
            }
            files::create(&file)?;
            let connection = make(&file, &key)?;
            folder::sync(folder)?;
            Ok((connection, key))
        }
    }
}

/// Whether nothing was ever kept here.
fn is_new(folder: &Path) -> Result<bool> {
    let kept =
        |name: &str| (0..SLOTS).any(|slot| folder::belongs_to(slot, name)) && !files::is_empty(&folder.join(name));
    if !folder.exists() {
        return Ok(true);
    }
    Ok(folder::names(folder, kept)?.is_empty())
}

impl Keys {
    fn into_one(self) -> Key {
        match self {
            Self::Making(key) | Self::Settled(key) | Self::Changing { new: key, .. } => key,
        }
    }
}
