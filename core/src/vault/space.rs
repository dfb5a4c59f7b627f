//! What can be changed about how a vault opens: its PIN, its key, another space beside it.
//!
//! Each change is one rewrite of the header, so that a kill leaves the old or the new one. Each asks for the PIN anew
//! ([`Unlock`]), and a wrong one counts as it does at the door.

use super::header::{Header, Keys, SLOTS};
use super::key::{Cost, Key, Pin, Secret, Wrap};
use super::open::{Entered, database, enter};
use super::{Held, Space, Unlock, folder, kept, reserve, setting, wipe};
use crate::{Engine, Error, Result};
use rusqlite::Connection;
use std::path::Path;

impl Engine {
    /// Tells the space that is open from any other; nothing where nothing is kept. A number that says no more than that, so an
    /// app may write it down: who opens another space must not find the pages of the person before. A fresh key
    /// ([`Engine::rekey`]) makes a fresh one.
    #[must_use]
    pub fn space_mark(&self) -> Option<u64> {
        self.vault.held().space.as_ref().map(|space| space.key.mark())
    }

    /// Sets a PIN on the space that is open, or another one in place of it. `cost` counts for the first PIN in a folder and
    /// then stays, because other spaces may hang on it: what a header says before that is not believed.
    ///
    /// A PIN that opens another space cannot be taken. Saying so would tell of that space, so each phone also declines one
    /// PIN in sixteen, always the same ones, and a PIN that is declined says next to nothing.
    ///
    /// # Errors
    /// [`Error::WrongPin`] if `now` does not open this space, [`Error::Invalid`] if this PIN is declined: ask for another.
    pub fn set_pin(&self, now: &Unlock, pin: &Pin, cost: Cost) -> Result<()> {
        self.vault.with_space(|_, space| {
            let mut entered = space.enter(now)?;
            let is_first = now.pin.is_none() && is_alone(&space.folder, space.slot)?;
            let cost = entered.header.cost.filter(|_| !is_first).unwrap_or(cost);
            entered.header.cost = Some(cost);
            let wrap = with_new_pin(&entered, space.slot, now.secret, pin, cost)?;
            space.seal(&mut entered.header, &wrap)
        })
    }

    /// From now on this space opens without a PIN.
    ///
    /// # Errors
    /// [`Error::WrongPin`] if `now` does not open this space, [`Error::Invalid`] if another space opens without one.
    pub fn remove_pin(&self, now: &Unlock) -> Result<()> {
        self.vault.with_space(|_, space| {
            let mut entered = space.enter(now)?;
            let wrap = Wrap::without_pin(now.secret, &entered.header.salt)?;
            if entered.header.find(&wrap).is_some_and(|(slot, _)| slot != space.slot) {
                return Err(Error::Invalid { field: "pin", reason: "is needed: another space opens without one" });
            }
            space.seal(&mut entered.header, &wrap)
        })
    }

    /// Makes another space, empty, that this PIN opens. The one that is open must have a PIN of its own. For several people
    /// with one phone; it hides nothing from somebody who can look at the folder.
    ///
    /// # Errors
    /// As [`Engine::set_pin`]; [`Error::Invalid`] also if this space has no PIN, or if there are four.
    pub fn add_space(&self, now: &Unlock, pin: &Pin) -> Result<()> {
        self.vault.with_space(|_, space| {
            let folder = &space.folder;
            let mut entered = space.enter(now)?;
            if now.pin.is_none() {
                return Err(Error::Invalid { field: "pin", reason: "is needed here before there is another space" });
            }
            let cost = entered.header.cost.unwrap_or_default();
            let wrap = with_new_pin(&entered, SLOTS, now.secret, pin, cost)?;
            let mut free = None;
            for slot in 0..SLOTS {
                if free.is_none() && slot != space.slot && !folder::is_taken(folder, slot)? {
                    free = Some(slot);
                }
            }
            let slot = free.ok_or(Error::Invalid { field: "space", reason: "is one of four at most" })?;
            let keys = Keys::Making(Key::random()?);
            entered.header.put(slot, &wrap, &keys)?;
            entered.header.write(folder)?;
            let (_, key) = database(folder, slot, keys)?;
            entered.header.put(slot, &wrap, &Keys::Settled(key))?;
            entered.header.write(folder)
        })
    }

    /// Encrypts this space anew with a fresh key, as after somebody may have had a copy of the old one.
    ///
    /// # Errors
    /// [`Error::WrongPin`] if `now` does not open this space; [`Error::NoSpace`] or [`Error::Storage`] if it could not be
    /// done: then the old key stays.
    pub fn rekey(&self, now: &Unlock) -> Result<()> {
        self.vault.with_space(|connection, space| {
            let Entered { mut header, wrap, .. } = space.enter(now)?;
            let new = Key::random()?;
            let changing = |new| Keys::Changing { old: Key::new(space.key.bytes()), new };
            header.put(space.slot, &wrap, &changing(Key::new(new.bytes())))?;
            header.write(&space.folder)?;
            let done = saywell_sqlite::rekey(connection, new.bytes());
            // A new connection tells which of the two it is now.
            *connection = Connection::open_in_memory()?;
            (*connection, space.key) = database(&space.folder, space.slot, changing(new))?;
            space.seal(&mut header, &wrap)?;
            // The copies still have the old key; and what a restore has replaced is among them no more.
            setting::set(connection, setting::RESTORED, None)?;
            kept::renew(connection, &folder::database_in(&space.folder, space.slot), &space.key)?;
            Ok(done?)
        })
    }

    /// Lets go of the vault: the file is closed, and the key is gone from memory. The engine stays usable and keeps nothing any
    /// more. Dropping the engine does the same.
    ///
    /// # Errors
    /// [`Error::Storage`] if there is not even memory for that.
    pub fn lock(&self) -> Result<()> {
        *self.vault.held() = Held::nowhere()?;
        Ok(())
    }

    /// Erases the space that is open, key first; all of the folder if there is no other one. `also` names files of the
    /// shell's own in the folder, which go with the whole of it. The engine stays usable and keeps nothing any more.
    ///
    /// # Errors
    /// [`Error::Storage`] if a file cannot be erased. What is not finished is finished at the next opening.
    pub fn wipe(&self, also: &[&str]) -> Result<()> {
        let mut held = self.vault.held();
        let Some(space) = &held.space else { return Ok(()) };
        let (at, slot) = (space.folder.clone(), space.slot);
        let _folder = folder::hold(&at);
        let what = if is_alone(&at, slot)? { wipe::What::Whole(also) } else { wipe::What::Space(slot) };
        wipe::begin(&at, what)?;
        // From here on nothing of it is written any more.
        *held = Held::nowhere()?;
        let erased = wipe::carry_out(&at, what);
        drop(held);
        // What was installed went along.
        self.show_courses();
        erased
    }
}

impl super::Vault {
    /// What changes how this vault opens, alone with its folder.
    fn with_space<T>(&self, change: impl FnOnce(&mut Connection, &mut Space) -> Result<T>) -> Result<T> {
        let mut held = self.held();
        let Held { connection, space, .. } = &mut *held;
        let space = space.as_mut().ok_or(Error::NotFound { kind: "vault" })?;
        let _folder = folder::hold(&space.folder);
        change(connection, space)
    }
}

impl Space {
    /// The header, if `now` opens this space.
    fn enter(&self, now: &Unlock) -> Result<Entered> {
        match Header::read(&self.folder)? {
            Some((header, _)) => enter(&self.folder, header, now, Some(self.slot)),
            None => Err(Error::Damaged),
        }
    }

    /// Writes that this space opens so.
    fn seal(&self, header: &mut Header, wrap: &Wrap) -> Result<()> {
        header.put(self.slot, wrap, &Keys::Settled(Key::new(self.key.bytes())))?;
        reserve::with(&folder::database_in(&self.folder, self.slot), || header.write(&self.folder))
    }
}

/// Whether there is no space but this one.
fn is_alone(at: &Path, slot: usize) -> Result<bool> {
    let mut alone = true;
    for other in (0..SLOTS).filter(|other| *other != slot) {
        alone &= !folder::is_taken(at, other)?;
    }
    Ok(alone)
}

/// What a new PIN makes, if it is taken for this slot. Both reasons to decline are looked into, whatever the first one says.
fn with_new_pin(entered: &Entered, slot: usize, secret: &Secret, pin: &Pin, cost: Cost) -> Result<Wrap> {
    let wrap = Wrap::with_pin(secret, pin, cost, &entered.header.salt)?;
    let opens_another = entered.header.find(&wrap).is_some_and(|(other, _)| other != slot);
    if secret.declines(pin) | opens_another {
        return Err(Error::Invalid { field: "pin", reason: "cannot be used here" });
    }
    Ok(wrap)
}
