//! A sealed stream: what a backup is on the outside. `docs/decisions/0007-damage-and-backup.md` has it byte by byte.
//!
//! A key is derived from a passphrase (Argon2id); the content goes in chunks that are encrypted and whose order and end are
//! authenticated (the STREAM construction over ChaCha20-Poly1305, <https://eprint.iacr.org/2015/189>). A wrong passphrase is
//! told apart from damage: the head has a checksum, and a value that only the right passphrase gives. What is sealed with a
//! key that is used once has no head.

use super::Key;
use super::key::{Cost, random};
use crate::{Error, Result};
use aead_stream::{DecryptorBE32, EncryptorBE32};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::ChaCha20Poly1305;
use sha2::{Digest, Sha256};
use std::io::{self, ErrorKind, Read, Write};
use zeroize::Zeroizing;

const MAGIC: &[u8; 8] = b"SAYWBKUP";
const FORMAT: u16 = 1;
const SALT_BYTES: usize = 32;
const KEY_BYTES: usize = 32;
const PROOF_BYTES: usize = 16;
const SUM_BYTES: usize = 16;
/// Magic, format, memory, passes, salt, proof of the passphrase, checksum.
const HEAD_BYTES: usize = 8 + 2 + 4 + 4 + SALT_BYTES + PROOF_BYTES + SUM_BYTES;
/// Of content in a chunk; all but the last one are full.
const CHUNK_BYTES: usize = 64 * 1024;
const TAG_BYTES: usize = 16;

const SHORTEST: usize = 8;
const LONGEST_BYTES: usize = 1_024;

/// What a person seals a backup with. Wiped from memory when dropped.
pub struct Passphrase(Zeroizing<Vec<u8>>);

impl Passphrase {
    /// The passphrase in these bytes of UTF-8; a shell that knows Unicode hands them in as NFC, so that every keyboard gives
    /// the same ones.
    ///
    /// # Errors
    /// [`Error::Invalid`] if it has fewer than 8 characters or more than 1,024 bytes.
    pub fn new(bytes: Vec<u8>) -> Result<Self> {
        let bytes = Zeroizing::new(bytes);
        let characters = std::str::from_utf8(&bytes).map_or(0, |text| text.chars().count());
        if characters < SHORTEST {
            return Err(Error::Invalid { field: "passphrase", reason: "has at least 8 characters" });
        }
        if bytes.len() > LONGEST_BYTES {
            return Err(Error::Invalid { field: "passphrase", reason: "has at most 1024 bytes" });
        }
        Ok(Self(bytes))
    }
}

/// What a passphrase gives: the key of the stream, and what is stored to recognise the passphrase by.
struct Derived(Zeroizing<[u8; KEY_BYTES + PROOF_BYTES]>);

impl Derived {
    fn from(passphrase: &Passphrase, cost: Cost, salt: &[u8]) -> Result<Self> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES + PROOF_BYTES]);
        let params = Params::new(cost.memory_kib, cost.passes, 1, None);
        let done = params.and_then(|params| {
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
                &passphrase.0,
                salt,
                bytes.as_mut(),
            )
        });
        done.map_err(|_| Error::Unexpected { what: "a key could not be derived" })?;
        Ok(Self(bytes))
    }

    /// The salt makes each key be used once, so that the nonce may begin at zero.
    fn key(&self) -> Zeroizing<[u8; KEY_BYTES]> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        key.iter_mut().zip(self.0.iter()).for_each(|(to, from)| *to = *from);
        key
    }

    fn proof(&self) -> impl Iterator<Item = &u8> {
        self.0.iter().skip(KEY_BYTES)
    }
}

const NONCE: [u8; 7] = [0; 7];
/// Of Argon2id, in a head that is believed.
const MOST_PASSES: u32 = 10;

/// Seals what is written through it.
pub(crate) struct Sealer<'a, W: Write> {
    to: &'a mut W,
    head: Vec<u8>,
    stream: EncryptorBE32<ChaCha20Poly1305>,
    chunk: Zeroizing<Vec<u8>>,
}

impl<'a, W: Write> Sealer<'a, W> {
    /// Writes the head.
    pub fn begin(to: &'a mut W, passphrase: &Passphrase, cost: Cost) -> Result<Self> {
        if cost.passes > MOST_PASSES {
            return Err(Error::Invalid { field: "cost", reason: "of a backup is 10 passes at most" });
        }
        let mut salt = [0; SALT_BYTES];
        random(&mut salt)?;
        let derived = Derived::from(passphrase, cost, &salt)?;
        let mut head = Vec::with_capacity(HEAD_BYTES);
        head.extend(MAGIC);
        head.extend(FORMAT.to_le_bytes());
        head.extend(cost.memory_kib.to_le_bytes());
        head.extend(cost.passes.to_le_bytes());
        head.extend(salt);
        head.extend(derived.proof());
        let sum = Sha256::digest(&head);
        head.extend(sum.iter().take(SUM_BYTES));
        to.write_all(&head)?;
        Ok(Self::bare(to, head, &derived.key()))
    }

    /// Begins without a head, with a key that seals nothing else.
    pub fn keyed(to: &'a mut W, key: &Key) -> Self {
        Self::bare(to, Vec::new(), key.bytes())
    }

    fn bare(to: &'a mut W, head: Vec<u8>, key: &[u8; KEY_BYTES]) -> Self {
        let stream = EncryptorBE32::new(&(*key).into(), &NONCE.into());
        Self { to, head, stream, chunk: Zeroizing::new(Vec::with_capacity(CHUNK_BYTES + TAG_BYTES)) }
    }

    /// Takes content. It may stay here until [`Self::finish`].
    pub fn put(&mut self, mut content: &[u8]) -> Result<()> {
        while !content.is_empty() {
            if self.chunk.len() == CHUNK_BYTES {
                let sealed = self.stream.encrypt_next_in_place(&self.head, &mut *self.chunk);
                sealed.map_err(|_| Error::Invalid { field: "content", reason: "is too much" })?;
                self.to.write_all(&self.chunk)?;
                self.chunk.clear();
            }
            let (now, later) = content.split_at(content.len().min(CHUNK_BYTES - self.chunk.len()));
            self.chunk.extend_from_slice(now);
            content = later;
        }
        Ok(())
    }

    /// Writes the last chunk. Without it, the stream is damaged.
    pub fn finish(mut self) -> Result<()> {
        let sealed = self.stream.encrypt_last_in_place(&self.head, &mut *self.chunk);
        sealed.map_err(|_| Error::Unexpected { what: "a chunk could not be sealed" })?;
        Ok(self.to.write_all(&self.chunk).and_then(|()| self.to.flush())?)
    }
}

/// Gives back what was sealed: only what is whole and in its place.
pub(crate) struct Opener<'a, R: Read> {
    from: &'a mut R,
    head: Vec<u8>,
    /// None once the last chunk was opened.
    stream: Option<DecryptorBE32<ChaCha20Poly1305>>,
    /// Sealed, read ahead: only what follows tells whether a chunk is the last one.
    ahead: Vec<u8>,
    /// Opened.
    chunk: Zeroizing<Vec<u8>>,
    /// How much of it was given.
    given: usize,
}

impl<'a, R: Read> Opener<'a, R> {
    /// Reads the head.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a wrong passphrase, [`Error::NewerVersion`], [`Error::Damaged`].
    pub fn begin(from: &'a mut R, passphrase: &Passphrase) -> Result<Self> {
        let mut head = Vec::new();
        fill(from, &mut head, HEAD_BYTES)?;
        let (cost, salt, proof) = read_head(&head)?;
        let derived = Derived::from(passphrase, cost, salt)?;
        let differs = derived.proof().zip(proof).fold(0, |differs, (one, other)| differs | (one ^ other));
        if differs != 0 {
            return Err(Error::Invalid { field: "passphrase", reason: "is another one" });
        }
        Self::bare(from, head, &derived.key())
    }

    /// What was sealed with [`Sealer::keyed`].
    pub fn keyed(from: &'a mut R, key: &Key) -> Result<Self> {
        Self::bare(from, Vec::new(), key.bytes())
    }

    fn bare(from: &'a mut R, head: Vec<u8>, key: &[u8; KEY_BYTES]) -> Result<Self> {
        let stream = DecryptorBE32::new(&(*key).into(), &NONCE.into());
        let mut ahead = Vec::with_capacity(CHUNK_BYTES + TAG_BYTES);
        fill(from, &mut ahead, CHUNK_BYTES + TAG_BYTES)?;
        Ok(Self { from, head, stream: Some(stream), ahead, chunk: Zeroizing::default(), given: 0 })
    }

    /// The next `most` bytes of content, or what a chunk has of them; nothing at the end.
    pub fn part(&mut self, most: usize) -> Result<&[u8]> {
        if self.given == self.chunk.len() && self.stream.is_some() {
            self.open_next()?;
        }
        let begin = self.given;
        self.given = self.chunk.len().min(begin.saturating_add(most));
        Ok(self.chunk.get(begin..self.given).unwrap_or_default())
    }

    /// Exactly so many bytes.
    pub fn exactly(&mut self, bytes: usize) -> Result<Zeroizing<Vec<u8>>> {
        let mut content = Zeroizing::new(Vec::with_capacity(bytes));
        while content.len() < bytes {
            let part = self.part(bytes - content.len())?;
            if part.is_empty() {
                return Err(Error::Damaged);
            }
            content.extend_from_slice(part);
        }
        Ok(content)
    }

    fn open_next(&mut self) -> Result<()> {
        std::mem::swap(&mut *self.chunk, &mut self.ahead);
        fill(self.from, &mut self.ahead, CHUNK_BYTES + TAG_BYTES)?;
        self.given = 0;
        let opened = if self.ahead.is_empty() {
            self.stream.take().map(|stream| stream.decrypt_last_in_place(&self.head, &mut *self.chunk))
        } else {
            self.stream.as_mut().map(|stream| stream.decrypt_next_in_place(&self.head, &mut *self.chunk))
        };
        if let Some(Ok(())) = opened {
            return Ok(());
        }
        // Nothing of a chunk that is not whole is ever given.
        self.chunk.clear();
        self.stream = None;
        Err(Error::Damaged)
    }
}

impl<R: Read> Read for Opener<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let part = self.part(into.len()).map_err(|_| io::Error::from(ErrorKind::InvalidData))?;
        if let Some(into) = into.get_mut(..part.len()) {
            into.copy_from_slice(part);
        }
        Ok(part.len())
    }
}

/// Cost, salt and proof in a whole head of this format.
fn read_head(head: &[u8]) -> Result<(Cost, &[u8], &[u8])> {
    let (content, sum) = head.split_at_checked(HEAD_BYTES - SUM_BYTES).ok_or(Error::Damaged)?;
    let (magic, rest) = content.split_first_chunk::<8>().ok_or(Error::Damaged)?;
    let (format, rest) = rest.split_first_chunk::<2>().ok_or(Error::Damaged)?;
    let (memory, rest) = rest.split_first_chunk::<4>().ok_or(Error::Damaged)?;
    let (passes, rest) = rest.split_first_chunk::<4>().ok_or(Error::Damaged)?;
    let (salt, proof) = rest.split_at_checked(SALT_BYTES).ok_or(Error::Damaged)?;
    if magic != MAGIC || sum != Sha256::digest(content).iter().as_slice().split_at(SUM_BYTES).0 {
        return Err(Error::Damaged);
    }
    if u16::from_le_bytes(*format) > FORMAT {
        return Err(Error::NewerVersion);
    }
    // Whoever made up a head shall not make the phone run out of memory, or of time.
    let passes = Some(u32::from_le_bytes(*passes)).filter(|passes| *passes <= MOST_PASSES).ok_or(Error::Damaged)?;
    let cost = Cost::new(u32::from_le_bytes(*memory), passes).map_err(|_| Error::Damaged)?;
    Ok((cost, salt, proof))
}

/// Reads until there are so many bytes, or no more.
fn fill(from: &mut impl Read, into: &mut Vec<u8>, bytes: usize) -> Result<()> {
    into.clear();
    match from.take(u64::try_from(bytes).unwrap_or(u64::MAX)).read_to_end(into) {
        Err(fault) if fault.kind() != ErrorKind::UnexpectedEof => Err(fault.into()),
        _ => Ok(()),
    }
}
