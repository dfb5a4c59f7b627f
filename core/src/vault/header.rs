//! The header: a small file, in two copies, that holds the database keys, sealed.
//!
//! | Bytes | What |
//! |---|---|
//! | 0 to 7 | `saywell` and a zero |
//! | 8, 9 | the format's version |
//! | 10 to 13, 14 to 17 | what a guess at a PIN costs: KiB, passes; zeros before the first PIN |
//! | 18 to 33 | salt |
//! | 34 to 49 | by which another platform secret is noticed |
//! | 50 to 469 | four slots of 105 bytes: nonce (24), sealed keys (65), tag (16) |
//! | 470 to 501 | SHA-256 of all before |
//!
//! Numbers begin with their lowest byte. A slot that is not in use holds random bytes, and nothing tells it from another.
//! In every version the file begins with the same eight bytes and the version, and ends with the SHA-256.

use super::folder;
use super::key::{CHECK, Cost, Key, NONCE, SALT, Secret, TAG, Wrap, random};
use crate::{Error, Result};
use saywell_sqlite::KEY_BYTES;
use sha2::{Digest, Sha256};
use std::path::Path;
use zeroize::Zeroizing;

/// Spaces that a folder has room for.
pub const SLOTS: usize = 4;

const MAGIC: &[u8; 8] = b"saywell\0";
const VERSION: u16 = 1;
const SEALED: usize = 1 + 2 * KEY_BYTES;
const SLOT: usize = NONCE + SEALED + TAG;
const DIGEST: usize = 32;
/// Later versions may be longer, but not as long as this.
const LONGEST: usize = 64 * 1024;

/// Which key opens a space's database.
pub enum Keys {
    /// The database is being made: nothing was ever kept in it.
    Making(Key),
    /// This one.
    Settled(Key),
    /// The key is being changed: one of the two.
    Changing {
        /// The one that was.
        old: Key,
        /// The one that will be.
        new: Key,
    },
}

/// What the file says.
pub struct Header {
    /// None as long as no PIN was ever set; from then on it stays, because other spaces may hang on it.
    pub cost: Option<Cost>,
    /// Stays as long as the folder lives.
    pub salt: [u8; SALT],
    check: [u8; CHECK],
    slots: [[u8; SLOT]; SLOTS],
}

impl Header {
    /// A header in which every slot is empty.
    pub fn new(secret: &Secret) -> Result<Self> {
        let mut header = Self { cost: None, salt: [0; SALT], check: secret.check(), slots: [[0; SLOT]; SLOTS] };
        random(&mut header.salt)?;
        for slot in 0..SLOTS {
            header.empty(slot)?;
        }
        Ok(header)
    }

    /// The header of this folder, if it has one, and whether both copies say the same. A damaged copy is passed over if the
    /// other one is whole.
    ///
    /// # Errors
    /// [`Error::NewerVersion`], or [`Error::Damaged`] if no copy is whole.
    pub fn read(folder: &Path) -> Result<Option<(Self, bool)>> {
        let copies = [copy(folder, 0)?, copy(folder, 1)?];
        if copies.iter().all(Option::is_none) {
            return Ok(None);
        }
        let same = matches!(&copies, [Some(one), Some(other)] if one == other);
        let mut whole = copies.iter().flatten().map(|bytes| Self::from_bytes(bytes)).filter(|read| {
            // The first copy is the newer one where they differ.
            !matches!(read, Err(Error::Damaged))
        });
        let header = whole.next().unwrap_or(Err(Error::Damaged))?;
        Ok(Some((header, same)))
    }

    /// Makes both copies say this, one after the other.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let bytes = self.to_bytes();
        folder::HEADERS.iter().try_for_each(|name| folder::replace(folder, name, &bytes))
    }

    /// Whether it was made with this platform secret.
    pub fn is_of(&self, secret: &Secret) -> bool {
        secret.check() == self.check
    }

    /// The space that this opens. All slots are tried, whichever is the one.
    pub fn find(&self, wrap: &Wrap) -> Option<(usize, Keys)> {
        let opened = self.slots.iter().enumerate().map(|(at, slot)| unseal(wrap, at, slot).map(|keys| (at, keys)));
        opened.fold(None, Option::or)
    }

    /// Seals keys into a slot, in place of what was there.
    pub fn put(&mut self, slot: usize, wrap: &Wrap, keys: &Keys) -> Result<()> {
        let mut nonce = [0; NONCE];
        random(&mut nonce)?;
        self.set(slot, sealed(wrap, slot, keys, nonce)?);
        Ok(())
    }

    /// Fills a slot with random bytes.
    pub fn empty(&mut self, slot: usize) -> Result<()> {
        let mut noise = [0; SLOT];
        random(&mut noise)?;
        self.set(slot, noise);
        Ok(())
    }

    fn set(&mut self, slot: usize, bytes: [u8; SLOT]) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = bytes;
        }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let cost = self.cost.map_or([0, 0], |cost| [cost.memory_kib, cost.passes]);
        let mut bytes = Vec::from(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(cost.iter().flat_map(|number| number.to_le_bytes()));
        bytes.extend(self.salt);
        bytes.extend(self.check);
        bytes.extend(self.slots.as_flattened());
        bytes.extend(Sha256::digest(&bytes));
        bytes
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let (body, digest) = bytes.split_last_chunk::<DIGEST>().ok_or(Error::Damaged)?;
        let mut rest = body.strip_prefix(MAGIC).ok_or(Error::Damaged)?;
        if bytes.len() > LONGEST || Sha256::digest(body)[..] != *digest {
            return Err(Error::Damaged);
        }
        let version = u16::from_le_bytes(take(&mut rest)?);
        if version != VERSION {
            return Err(if version > VERSION { Error::NewerVersion } else { Error::Damaged });
        }
        let cost = match [u32::from_le_bytes(take(&mut rest)?), u32::from_le_bytes(take(&mut rest)?)] {
            [0, 0] => None,
            [memory_kib, passes] => Some(Cost::written(memory_kib, passes).ok_or(Error::Damaged)?),
        };
        let (salt, check) = (take(&mut rest)?, take(&mut rest)?);
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            *slot = take(&mut rest)?;
        }
        if rest.is_empty() { Ok(Self { cost, salt, check, slots }) } else { Err(Error::Damaged) }
    }
}

fn copy(folder: &Path, which: usize) -> Result<Option<Vec<u8>>> {
    let name = folder::HEADERS.get(which).copied().unwrap_or_default();
    folder::read(&folder.join(name), LONGEST)
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N]> {
    let (taken, left) = rest.split_first_chunk().ok_or(Error::Damaged)?;
    *rest = left;
    Ok(*taken)
}

/// What a slot is bound to, so that none opens in another place or format.
fn bound(slot: usize) -> [u8; 3] {
    let [low, high] = VERSION.to_le_bytes();
    [low, high, u8::try_from(slot).unwrap_or(u8::MAX)]
}

pub(crate) fn sealed(wrap: &Wrap, slot: usize, keys: &Keys, nonce: [u8; NONCE]) -> Result<[u8; SLOT]> {
    // The second key is the first one again where there is only one: the length tells nothing.
    let (state, first, second) = match keys {
        Keys::Making(key) => (0, key, key),
        Keys::Settled(key) => (1, key, key),
        Keys::Changing { old, new } => (2, old, new),
    };
    let mut text = Zeroizing::new([0; SEALED]);
    let written = [&state].into_iter().chain(first.bytes()).chain(second.bytes());
    text.iter_mut().zip(written).for_each(|(to, from)| *to = *from);
    let tag = wrap.seal(&nonce, &bound(slot), text.as_mut_slice())?;
    let mut bytes = [0; SLOT];
    let written = nonce.into_iter().chain(*text).chain(tag);
    bytes.iter_mut().zip(written).for_each(|(to, from)| *to = from);
    Ok(bytes)
}

fn unseal(wrap: &Wrap, slot: usize, bytes: &[u8; SLOT]) -> Option<Keys> {
    let (nonce, rest) = bytes.split_first_chunk::<NONCE>()?;
    let (text, tag) = rest.split_last_chunk::<TAG>()?;
    let mut text: Zeroizing<[u8; SEALED]> = Zeroizing::new(text.try_into().ok()?);
    if !wrap.unseal(nonce, &bound(slot), text.as_mut_slice(), tag) {
        return None;
    }
    let (state, keys) = text.split_first()?;
    let (first, second) = keys.split_first_chunk::<KEY_BYTES>()?;
    let (first, second) = (Key::new(first), Key::new(second.first_chunk()?));
    match state {
        0 => Some(Keys::Making(first)),
        1 => Some(Keys::Settled(first)),
        2 => Some(Keys::Changing { old: first, new: second }),
        _ => None,
    }
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
