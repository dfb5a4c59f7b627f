//! What opens a vault: the platform's secret and a PIN, which are wiped from our memory after each call.

use super::VaultVerbs;
use crate::SaywellError;
use saywell_core::vault::{Cost, Lock, Unlock as CoreUnlock, look, wipe};
use saywell_core::{Pin, Secret};
use zeroize::Zeroizing;

/// What one try at opening takes.
#[derive(uniffi::Record)]
pub struct Unlock {
    /// What the platform keeps for this app: 32 random bytes.
    pub secret: Vec<u8>,
    /// What the person typed, where a PIN is asked: 4 to 12 digits in ASCII.
    pub pin: Option<Vec<u8>>,
    /// How long the device has been on, in milliseconds: `elapsedRealtime` on Android, `mach_continuous_time` on iOS. It runs
    /// while the device sleeps, and no setting of a clock changes it.
    pub uptime_ms: u64,
}

impl Unlock {
    pub(super) fn with<T>(self, call: impl FnOnce(&CoreUnlock) -> Result<T, SaywellError>) -> Result<T, SaywellError> {
        let (secret, pin) = (as_secret(self.secret)?, self.pin.map(as_pin).transpose()?);
        call(&CoreUnlock { secret: &secret, pin: pin.as_ref(), uptime_ms: self.uptime_ms })
    }
}

/// What an app shows before it opens a vault.
#[uniffi::remote(Enum)]
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
    /// A wipe of everything was interrupted: opening finishes it, and so does `wipeVault`.
    Wiping,
}

/// How this folder is locked. `secret` is what the platform has, or nothing if it has none (any more).
///
/// # Errors
/// `KeyLost` if that secret is not the vault's.
#[uniffi::export]
pub fn look_at_vault(folder: &str, secret: Option<Vec<u8>>, uptime_ms: u64) -> Result<Lock, SaywellError> {
    look(folder.as_ref(), secret.map(as_secret).transpose()?.as_ref(), uptime_ms)
}

/// Erases a vault with all its spaces, also one that is locked or damaged, key first. `also` names files of the app's own in
/// this folder, such as the one with the platform's secret: they go before all else. Afterwards the folder is as new.
///
/// # Errors
/// `Invalid` if `also` is not plain names. What is not finished is finished at the next opening.
#[uniffi::export]
pub fn wipe_vault(folder: &str, also: Vec<String>) -> Result<(), SaywellError> {
    wipe(folder.as_ref(), &as_names(&also))
}

/// Pays once, for nothing, what a guess at a PIN costs at least, so that an app can take the time for `setPin`.
#[uniffi::export]
pub fn rehearse_pin() -> Result<(), SaywellError> {
    Cost::rehearse()
}

#[uniffi::export]
impl VaultVerbs {
    /// Whether what is done stays. It does not without a vault, after `lock` and after `wipe`.
    pub fn keeps(&self) -> Result<bool, SaywellError> {
        Ok(self.0.keeps())
    }

    /// Tells the space that is open from any other; nothing where nothing is kept. It says no more than that, so an app may
    /// write it down: who opens another space must not find the pages of the person before. A fresh key makes a fresh one.
    pub fn space_mark(&self) -> Result<Option<u64>, SaywellError> {
        Ok(self.0.space_mark())
    }

    /// Sets a PIN on the space that is open, or another one in place of it; `now` opens it as it is. `rehearsed_ms` is how long
    /// `rehearsePin` took on this device: the first PIN in a folder is made so slow to guess that a try takes a quarter of
    /// a second.
    ///
    /// # Errors
    /// `WrongPin` if `now` does not open this space; `Invalid` with the field `pin` if this one is none, or cannot be used
    /// here: ask for another, and say no more.
    pub fn set_pin(&self, now: Unlock, pin: Vec<u8>, rehearsed_ms: u32) -> Result<(), SaywellError> {
        let pin = as_pin(pin)?;
        now.with(|now| self.0.set_pin(now, &pin, Cost::for_device(rehearsed_ms)))
    }

    /// From now on this space opens without a PIN.
    ///
    /// # Errors
    /// `WrongPin` if `now` does not open this space, `Invalid` if another space opens without one.
    pub fn remove_pin(&self, now: Unlock) -> Result<(), SaywellError> {
        now.with(|now| self.0.remove_pin(now))
    }

    /// Makes another space, empty, that this PIN opens: for several people with one phone. It hides nothing from somebody who
    /// can look at the files.
    ///
    /// # Errors
    /// As `setPin`; `Invalid` also if this space has no PIN, or if there are four.
    pub fn add_space(&self, now: Unlock, pin: Vec<u8>) -> Result<(), SaywellError> {
        let pin = as_pin(pin)?;
        now.with(|now| self.0.add_space(now, &pin))
    }

    /// Encrypts this space anew with a fresh key, as after somebody may have had a copy of the old one.
    ///
    /// # Errors
    /// `WrongPin` if `now` does not open this space. If it could not be done, the old key stays.
    pub fn rekey(&self, now: Unlock) -> Result<(), SaywellError> {
        now.with(|now| self.0.rekey(now))
    }

    /// Locks: the file is closed, and the key is gone from memory, whoever else still holds an object of this app. Nothing is
    /// kept any more; open again to go on.
    pub fn lock(&self) -> Result<(), SaywellError> {
        self.0.lock()
    }

    /// Erases the space that is open, key first; all of the folder if there is no other one. `also` names files of the app's
    /// own in the folder, which go with the whole of it.
    ///
    /// # Errors
    /// What is not finished is finished at the next opening.
    pub fn wipe(&self, also: Vec<String>) -> Result<(), SaywellError> {
        self.0.wipe(&as_names(&also))
    }
}

fn as_secret(bytes: Vec<u8>) -> Result<Secret, SaywellError> {
    let bytes = Zeroizing::new(bytes);
    Ok(Secret::new(bytes.as_slice().try_into().map_err(|_| NO_SECRET)?))
}

const NO_SECRET: SaywellError = SaywellError::Invalid { field: "secret", reason: "is 32 bytes" };

fn as_pin(digits: Vec<u8>) -> Result<Pin, SaywellError> {
    Pin::new(&Zeroizing::new(digits))
}

fn as_names(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
