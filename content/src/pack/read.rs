//! Reading a pack from a stream, a little at a time.

use super::{
    COMMENT, Key, LENGTHS_BYTES, MAGIC, MOST_BYTES, MOST_MANIFEST_BYTES, Manifest, Part, Refusal, SIGNATURE_BYTES,
    limit,
};
use crate::{Course, FORMAT};
use ct_codecs::{Base64, Encoder, Hex};
use minisign_verify::Signature;
use sha2::{Digest, Sha256};
use std::io::{self, ErrorKind, Read};

/// How much is held at a time.
const CHUNK_BYTES: usize = 64 * 1024;
/// The signature scheme of minisign: Ed25519 over a hash.
const ALGORITHM: &[u8; 2] = b"ED";

/// A pack whose signature is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The id of the key that signed it.
    pub signer: [u8; 8],
}

/// Why nothing came of reading a pack.
#[derive(Debug)]
pub enum Unread {
    /// It is not taken.
    Refused(Refusal),
    /// It could not be read, or not be handed on.
    Failed(io::Error),
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Unread {
    fn from(fault: io::Error) -> Self {
        Self::Failed(fault)
    }
}

/// Reads a pack to its end, and hands each byte to `take` as it comes. None of them is to be believed before this returns
/// `Ok`: then one of `keys` has signed every one.
///
/// # Errors
/// Any [`Refusal`] but [`Refusal::Older`] and [`Refusal::Taken`]; and what `from` and `take` say.
pub fn verify(
    from: &mut impl Read,
    keys: &[Key],
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<Pack, Unread> {
    let (signer, signature) = head(from, &mut take)?;
    let key = keys.iter().find(|key| key.id() == signer).ok_or(Refusal::UnknownSigner)?;
    let mut verifier = key.public.verify_stream(&signature).map_err(|_| Refusal::Changed)?;
    let lengths = exactly::<LENGTHS_BYTES>(from)?;
    let (all, manifest_bytes) = read_lengths(lengths)?;
    verifier.update(&lengths);
    take(&lengths)?;
    let mut json = Vec::new();
    let mut left = all - LENGTHS_BYTES;
    let mut chunk = vec![0; CHUNK_BYTES];
    while left > 0 {
        let read = some(from, &mut chunk, left)?;
        verifier.update(read);
        take(read)?;
        let of_manifest = read.len().min(manifest_bytes - json.len());
        json.extend(read.iter().take(of_manifest));
        left -= read.len();
    }
    // Whatever comes after the end was not signed.
    if !matches!(some(from, &mut chunk, 1), Err(Unread::Refused(Refusal::CutOff))) {
        return Err(Refusal::Changed.into());
    }
    verifier.finalize().map_err(|_| Refusal::Changed)?;
    let manifest = Manifest::read(&json)?;
    if manifest.bytes() != all - LENGTHS_BYTES - manifest_bytes {
        return Err(Refusal::Malformed { what: "the parts are as long as the manifest says" }.into());
    }
    Ok(Pack { manifest, signer })
}

/// The beginning of a pack that was verified before, and lay where nobody could change it since. `from` stands before the
/// first part then, for [`Pack::course`].
///
/// # Errors
/// As [`verify`].
pub fn open(from: &mut impl Read) -> Result<Pack, Unread> {
    let (signer, _) = head(from, &mut |_| Ok(()))?;
    let (_, manifest_bytes) = read_lengths(exactly(from)?)?;
    let json = whole(from, manifest_bytes)?;
    Ok(Pack { manifest: Manifest::read(&json)?, signer })
}

impl Pack {
    /// The course in one of its languages. `from` stands before the first part.
    ///
    /// # Errors
    /// [`Refusal::Malformed`] if it is not as the manifest says, or not as a course has to be.
    pub fn course(&self, from: &mut impl Read, language: &str) -> Result<Course, Unread> {
        let missing = Refusal::Malformed { what: "the pack has this language" };
        let (begin, part) = self.manifest.place(language).ok_or(missing)?;
        skip(from, begin)?;
        self.read(from, part)
    }

    /// Each course in it, one after the other. `from` stands before the first part.
    ///
    /// # Errors
    /// As [`Pack::course`], and what `take` says.
    pub fn each<E: From<Unread>>(
        &self,
        from: &mut impl Read,
        mut take: impl FnMut(Course) -> Result<(), E>,
    ) -> Result<(), E> {
        self.manifest.parts.iter().try_for_each(|part| take(self.read(from, part)?))
    }

    fn read(&self, from: &mut impl Read, part: &Part) -> Result<Course, Unread> {
        let malformed = |what| Refusal::Malformed { what };
        let json = whole(from, part.bytes.try_into().unwrap_or(usize::MAX))?;
        let sum = Hex::encode_to_string(Sha256::digest(&json)).unwrap_or_default();
        if sum != part.sha256 {
            return Err(malformed("each part has its SHA-256").into());
        }
        if !limit::keeps(&json) {
            return Err(malformed("a part has at most 16 levels, 8 KiB in a text, and 400,000 values").into());
        }
        let course = crate::load(&json).map_err(|_| malformed("each part is a course"))?;
        let (edition, said) = (&course.edition, &self.manifest.edition);
        if course.clash(None).is_some() {
            return Err(malformed("each id is used once").into());
        }
        if (course.format, &edition.id, edition.version, course.language.as_str())
            != (FORMAT, &said.id, said.version, part.language.as_str())
        {
            return Err(malformed("each part is of this edition").into());
        }
        Ok(course)
    }
}

/// The head of a pack, up to what is signed.
fn head(from: &mut impl Read, take: &mut impl FnMut(&[u8]) -> io::Result<()>) -> Result<([u8; 8], Signature), Unread> {
    let mut magic = Vec::with_capacity(MAGIC.len());
    from.by_ref().take(8).read_to_end(&mut magic)?;
    if !MAGIC.starts_with(&magic) || magic.is_empty() {
        return Err(Refusal::NotAPack.into());
    }
    take(&magic)?;
    let both = exactly::<SIGNATURE_BYTES>(from)?;
    take(&both)?;
    let signer = *both.first_chunk().unwrap_or(&[0; 8]);
    // What minisign's own program writes, with comments that are always the same.
    let (own, global) = both.split_at_checked(SIGNATURE_BYTES - 64).unwrap_or_default();
    let coded = |bytes: &[u8]| Base64::encode_to_string(bytes).unwrap_or_default();
    let text = format!(
        "untrusted comment: \n{}\ntrusted comment: {COMMENT}\n{}\n",
        coded(&[ALGORITHM.as_slice(), own].concat()),
        coded(global)
    );
    Ok((signer, Signature::decode(&text).map_err(|_| Refusal::Changed)?))
}

/// How long all that is signed is, and how long the manifest.
fn read_lengths(lengths: [u8; LENGTHS_BYTES]) -> Result<(usize, usize), Refusal> {
    let both = u64::from_le_bytes(lengths);
    let (all, manifest) = (both & u64::from(u32::MAX), both >> 32);
    if all > MOST_BYTES.into() || manifest > MOST_MANIFEST_BYTES.into() {
        return Err(Refusal::TooLarge);
    }
    let (all, manifest) = (usize::try_from(all).unwrap_or(0), usize::try_from(manifest).unwrap_or(0));
    if all < LENGTHS_BYTES + manifest {
        return Err(Refusal::Changed);
    }
    Ok((all, manifest))
}

/// Some of the next `most` bytes.
fn some<'a>(from: &mut impl Read, chunk: &'a mut [u8], most: usize) -> Result<&'a [u8], Unread> {
    let most = most.min(chunk.len());
    let space = chunk.get_mut(..most).unwrap_or_default();
    loop {
        match from.read(space) {
            Ok(0) => return Err(Refusal::CutOff.into()),
            Ok(read) => return Ok(space.get(..read).unwrap_or_default()),
            Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
            Err(fault) => return Err(fault.into()),
        }
    }
}

fn exactly<const N: usize>(from: &mut impl Read) -> Result<[u8; N], Unread> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes).map_err(cut_off)?;
    Ok(bytes)
}

/// Exactly so many bytes, which are there to be held: no more than there are is asked of the memory.
fn whole(from: &mut impl Read, bytes: usize) -> Result<Vec<u8>, Unread> {
    let mut held = Vec::new();
    from.take(u64::try_from(bytes).unwrap_or(u64::MAX)).read_to_end(&mut held)?;
    if held.len() < bytes { Err(Refusal::CutOff.into()) } else { Ok(held) }
}

fn skip(from: &mut impl Read, bytes: u64) -> Result<(), Unread> {
    let skipped = io::copy(&mut from.take(bytes), &mut io::sink())?;
    if skipped < bytes { Err(Refusal::CutOff.into()) } else { Ok(()) }
}

fn cut_off(fault: io::Error) -> Unread {
    match fault.kind() {
        ErrorKind::UnexpectedEof => Refusal::CutOff.into(),
        _ => fault.into(),
    }
}

impl Manifest {
    /// Of all parts.
    fn bytes(&self) -> usize {
        self.parts.iter().map(|part| usize::try_from(part.bytes).unwrap_or(usize::MAX)).sum()
    }
}
