//! What opens a vault, and what is worked out of it. All of it is wiped from memory when dropped.
//!
//! The primitives are those of the `RustCrypto` project; `key_tests.rs` holds each to its published answers. Values
//! stand in boxes from the start, so that moving one leaves no copy behind.

use crate::{Error, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use saywell_sqlite::KEY_BYTES;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Bytes of the salt, which a folder keeps as long as it lives.
pub const SALT: usize = 16;
/// Bytes by which a platform secret is told from another one.
pub const CHECK: usize = 16;
/// Bytes of a nonce: drawn at random each time, and long enough for that (draft-irtf-cfrg-xchacha-03).
pub const NONCE: usize = 24;
/// Bytes that show whether something sealed is whole.
pub const TAG: usize = 16;

type Hidden = Box<Zeroizing<[u8; KEY_BYTES]>>;

#[expect(clippy::unnecessary_box_returns, reason = "on the stack, each move would leave a copy behind")]
fn hidden(bytes: &[u8; KEY_BYTES]) -> Hidden {
    let mut own = Hidden::default();
    own.copy_from_slice(bytes);
    own
}

/// The database key: 32 random bytes.
#[derive(Clone)]
pub struct Key(Hidden);

impl Key {
    /// The key in these bytes. The caller wipes its own copy.
    #[must_use]
    pub fn new(bytes: &[u8; KEY_BYTES]) -> Self {
        Self(hidden(bytes))
    }

    /// A key that nobody has.
    pub(crate) fn random() -> Result<Self> {
        let mut own = Hidden::default();
        random(own.as_mut_slice())?;
        Ok(Self(own))
    }

    pub(crate) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// By which a database is told from another one. Nothing follows from it.
    pub(crate) fn mark(&self) -> u64 {
        let drawn = mac(self.0.as_slice(), b"saywell vault: whose it is");
        drawn.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

/// What the platform keeps for this app alone (Keystore, Keychain, a file that only its owner reads): 32 random bytes.
/// Without them no PIN opens anything, and no PIN can be guessed.
pub struct Secret(Hidden);

impl Secret {
    /// The secret in these bytes. The caller wipes its own copy.
    #[must_use]
    pub fn new(bytes: &[u8; KEY_BYTES]) -> Self {
        Self(hidden(bytes))
    }

    /// By which another secret is noticed before anything is opened.
    pub(crate) fn check(&self) -> [u8; CHECK] {
        let mut check = [0; CHECK];
        check
            .copy_from_slice(mac(self.0.as_slice(), b"saywell vault: this secret").get(..CHECK).unwrap_or(&[0; CHECK]));
        check
    }

    /// The key of the database, in a folder from before there were headers.
    pub(crate) fn as_key(&self) -> Key {
        Key(hidden(&self.0))
    }

    /// Whether this phone does not take this PIN. See [`crate::Engine::set_pin`].
    pub(crate) fn declines(&self, pin: &Pin) -> bool {
        let drawn = mac(self.0.as_slice(), pin.0.as_slice());
        drawn.first().is_some_and(|byte| *byte < 16)
    }
}

/// 4 to 12 digits.
#[derive(PartialEq, Eq)]
pub struct Pin(Zeroizing<Vec<u8>>);

impl Pin {
    /// The PIN in these bytes, each a digit in ASCII. The caller wipes its own copy.
    ///
    /// # Errors
    /// [`Error::Invalid`] if these are not 4 to 12 digits.
    pub fn new(digits: &[u8]) -> Result<Self> {
        if !(4..=12).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
            return Err(Error::Invalid { field: "pin", reason: "is 4 to 12 digits" });
        }
        Ok(Self(Zeroizing::new(digits.to_vec())))
    }
}

/// What one guess at a PIN or a passphrase costs, with Argon2id on one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
}

impl Default for Cost {
    /// 19 MiB and two passes: the least that OWASP's *Password Storage Cheat Sheet* asks for.
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2 }
    }
}

impl Cost {
    /// The most that is believed of a header: a forged one must not take all memory.
    const MOST: Self = Self { memory_kib: 128 * 1024, passes: 64 };
    /// What a person waits for without noticing much.
    const AIM_MS: u32 = 250;
    /// For the passphrase of a backup, which may be guessed at leisure and anywhere: 64 MiB and three passes, the second
    /// choice of RFC 9106, section 4, for where 2 GiB are too much.
    pub const FOR_BACKUP: Self = Self { memory_kib: 64 * 1024, passes: 3 };

    /// Another cost, for a device with little memory, or for tests.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless memory is 8 KiB to 128 MiB, and passes are 1 to 64.
    pub fn new(memory_kib: u32, passes: u32) -> Result<Self> {
        Self::written(memory_kib, passes)
            .ok_or(Error::Invalid { field: "cost", reason: "is 8 to 131072 KiB, 1 to 64 passes" })
    }

    /// The cost that takes about a quarter of a second on a device on which the least one took `least_took_ms` (see
    /// [`Self::rehearse`]). Never less than the least one: more passes where the device is quicker.
    #[must_use]
    pub fn for_device(least_took_ms: u32) -> Self {
        let least = Self::default();
        let passes = least.passes.saturating_mul(Self::AIM_MS) / least_took_ms.max(1);
        Self { passes: passes.clamp(least.passes, 32), ..least }
    }

    /// Pays the least cost once, for nothing, so that a shell can take the time.
    ///
    /// # Errors
    /// [`Error::Unexpected`] if there is not enough memory.
    pub fn rehearse() -> Result<()> {
        Self::default().stretch(b"0000", &[0; SALT]).map(drop)
    }

    /// As written in a header; none if it is more than this app pays.
    pub(crate) fn written(memory_kib: u32, passes: u32) -> Option<Self> {
        let payable = (Params::MIN_M_COST..=Self::MOST.memory_kib).contains(&memory_kib)
            && (Params::MIN_T_COST..=Self::MOST.passes).contains(&passes);
        payable.then_some(Self { memory_kib, passes })
    }

    fn stretch(self, pin: &[u8], salt: &[u8; SALT]) -> Result<Hidden> {
        let fault = |_| Error::Unexpected { what: "Argon2id" };
        let params = Params::new(self.memory_kib, self.passes, 1, Some(KEY_BYTES)).map_err(fault)?;
        let mut memory: Zeroizing<Vec<Block>> = Zeroizing::new(Vec::new());
        let blocks = params.block_count();
        memory.try_reserve_exact(blocks).map_err(|_| Error::Unexpected { what: "memory for Argon2id" })?;
        memory.resize(blocks, Block::new());
        let mut stretched = Hidden::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(pin, salt, stretched.as_mut_slice(), memory.as_mut_slice())
            .map_err(fault)?;
        Ok(stretched)
    }
}

/// What the keys in a header are sealed with.
pub struct Wrap(Hidden);

impl Wrap {
    /// Where no PIN is asked: HKDF-SHA256 (RFC 5869) over the platform secret.
    pub fn without_pin(secret: &Secret, salt: &[u8; SALT]) -> Result<Self> {
        Self::derive(secret.0.as_slice(), salt, b"saywell vault: without a PIN")
    }

    /// The same over the platform secret and what Argon2id makes of the PIN: neither is of use alone.
    pub fn with_pin(secret: &Secret, pin: &Pin, cost: Cost, salt: &[u8; SALT]) -> Result<Self> {
        let stretched = cost.stretch(&pin.0, salt)?;
        let mut both = Zeroizing::new([0; 2 * KEY_BYTES]);
        for (to, from) in both.iter_mut().zip(secret.0.iter().chain(stretched.iter())) {
            *to = *from;
        }
        Self::derive(both.as_slice(), salt, b"saywell vault: with a PIN")
    }

    fn derive(material: &[u8], salt: &[u8; SALT], purpose: &[u8]) -> Result<Self> {
        let mut own = Hidden::default();
        Hkdf::<Sha256>::new(Some(salt), material)
            .expand(purpose, own.as_mut_slice())
            .map_err(|_| Error::Unexpected { what: "HKDF" })?;
        Ok(Self(own))
    }

    /// Encrypts in place; what comes back belongs beside it.
    pub fn seal(&self, nonce: &[u8; NONCE], bound: &[u8], text: &mut [u8]) -> Result<[u8; TAG]> {
        let tag = self.cipher().encrypt_inout_detached(nonce.into(), bound, text.into());
        tag.map(Into::into).map_err(|_| Error::Unexpected { what: "sealing" })
    }

    /// Decrypts in place. Whether it was sealed so, with this key.
    pub fn unseal(&self, nonce: &[u8; NONCE], bound: &[u8], text: &mut [u8], tag: &[u8; TAG]) -> bool {
        self.cipher().decrypt_inout_detached(nonce.into(), bound, text.into(), tag.into()).is_ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.0.as_slice().try_into().unwrap_or(&[0; KEY_BYTES].into()))
    }
}

/// HMAC-SHA256 (RFC 2104).
fn mac(key: &[u8], text: &[u8]) -> [u8; 32] {
    // A key of any length will do, so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// Fills this with random bytes of the system.
pub(crate) fn random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|_| Error::Unexpected { what: "random numbers" })
}

#[cfg(test)]
#[path = "key_tests.rs"]
mod tests;
