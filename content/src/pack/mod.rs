//! Packs: a course that travels as one signed file, from phone to phone.
//!
//! All numbers are little-endian.
//!
//! | Bytes | What |
//! |---|---|
//! | 0–7 | `SAYWPACK` |
//! | 8–15 | the id of the key that signed it |
//! | 16–79 | Ed25519 signature over the BLAKE2b-512 hash of all bytes from 144 on |
//! | 80–143 | Ed25519 signature over bytes 16–79 and [`COMMENT`] |
//! | 144–147 | how many bytes there are from 144 on |
//! | 148–151 | how many of them the manifest has |
//! | 152–… | the manifest: JSON, [`Manifest`] |
//! | … | the parts, one behind the other: each a compiled course in one language, JSON |
//!
//! This is the signature scheme of [minisign](https://jedisct1.github.io/minisign/), prehashed, with its two comments fixed;
//! so that its own program can sign, and no byte stands outside the signature. The signature stands first, so that
//! whoever reads a stream knows at once whether to go on. Nothing is compressed, nothing can be run, and no path is in it.
//!
//! Nothing is believed before the last byte was read and the signature is right: [`verify`] looks at the manifest after it.
//! Why it is so, and how packs are made: `docs/packs.md`.

mod key;
mod limit;
mod manifest;
mod read;

pub use key::{Key, KeyFault, trusted};
pub use manifest::{Manifest, Part, SCHEMA};
pub use read::{Pack, Unread, open, verify};

/// What the signature's trusted comment says. It keeps a signature that the same key made for something else from fitting.
pub const COMMENT: &str = "saywell pack 1";

/// Bytes of a whole pack.
pub const MOST_BYTES: u32 = 20 * 1024 * 1024;
/// Bytes of a manifest.
pub const MOST_MANIFEST_BYTES: u32 = 256 * 1024;
/// Bytes of a part: a course in one language.
pub const MOST_PART_BYTES: u32 = 4 * 1024 * 1024;
/// Parts of a pack.
pub const MOST_PARTS: usize = 64;

/// Where a pack begins.
pub(crate) const MAGIC: &[u8; 8] = b"SAYWPACK";
/// The key's id and two signatures.
pub(crate) const SIGNATURE_BYTES: usize = 8 + 64 + 64;
/// The two lengths at the beginning of what is signed.
pub(crate) const LENGTHS_BYTES: usize = 4 + 4;

/// Why a pack is not taken. Each is something else to tell a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is another kind of file.
    NotAPack,
    /// It ends too early: it was cut off on its way.
    CutOff,
    /// It is not as it was signed: it was changed, by accident or on purpose.
    Changed,
    /// It is larger than a pack may be.
    TooLarge,
    /// It was signed with a key that this version of the app does not know.
    UnknownSigner,
    /// It is for a newer version of the app.
    NewerApp,
    /// It was signed, and is not as a pack has to be: its makers have to mend it.
    Malformed {
        /// What should hold and does not, for them.
        what: &'static str,
    },
    /// A newer edition of the same course is here, or was.
    Older {
        /// The newest one so far.
        newest: u32,
    },
    /// It uses an id that another course has.
    Taken {
        /// The first such id.
        id: String,
    },
}
