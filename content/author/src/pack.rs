//! Packs: from checked courses to the bytes that are signed, and from a signature to the file that travels.
//!
//! The same courses give the same bytes on every machine. The format is told where it is read, in `saywell_content::pack`.

use ct_codecs::{Base64, Decoder, Encoder, Hex};
use minisign::SecretKey;
use saywell_content::pack::{COMMENT, MOST_BYTES, MOST_MANIFEST_BYTES, MOST_PART_BYTES, Manifest, Part, SCHEMA};
use saywell_content::{Course, FORMAT};
use sha2::{Digest, Sha256};

/// What is to be signed: the course in each of its languages, the one it was written in first.
///
/// # Errors
/// In words, if there is too much of it.
pub fn pack(courses: &[Course]) -> Result<Vec<u8>, String> {
    let first = courses.first().ok_or("a pack has at least one course")?;
    let texts: Vec<Vec<u8>> = courses.iter().map(json).collect::<Result<_, _>>()?;
    let parts = courses.iter().zip(&texts).map(|(course, text)| part(course, text)).collect::<Result<_, _>>()?;
    let manifest = Manifest { min_app_schema: SCHEMA, course_format: FORMAT, edition: first.edition.clone(), parts };
    let manifest = json(&manifest)?;
    let manifest_bytes = at_most(manifest.len(), MOST_MANIFEST_BYTES, "the manifest")?;
    let bytes = 8 + manifest.len() + texts.iter().map(Vec::len).sum::<usize>();
    let all = at_most(bytes, MOST_BYTES, "the pack")?;
    let lengths = [all.to_le_bytes(), manifest_bytes.to_le_bytes()].concat();
    Ok([lengths, manifest].into_iter().chain(texts).collect::<Vec<_>>().concat())
}

/// The pack, from what was signed and what minisign has written beside it.
///
/// # Errors
/// In words, if this is no signature of a pack. Whether it fits is seen when the pack is verified.
pub fn signed(content: &[u8], signature: &str) -> Result<Vec<u8>, String> {
    let lines: Vec<&str> = signature.lines().collect();
    let [_, own, comment, global] = lines.as_slice() else {
        return Err("a signature of minisign has four lines".into());
    };
    if comment.strip_prefix("trusted comment: ") != Some(COMMENT) {
        return Err(format!("the trusted comment of the signature is `{COMMENT}`: minisign -S -t '{COMMENT}' -m FILE"));
    }
    let own = decoded(own)?;
    // Two letters for the algorithm, then what a pack keeps.
    let Some(own) = own.strip_prefix(b"ED").filter(|own| own.len() == 8 + 64) else {
        return Err("the signature is one over a hash (ED): use a minisign of these years".into());
    };
    let global = decoded(global)?;
    if global.len() != 64 {
        return Err("the second signature has 64 bytes".into());
    }
    Ok([b"SAYWPACK".as_slice(), own, &global, content].concat())
}

/// The pack, signed with this key.
///
/// # Errors
/// In words, if this key cannot sign.
pub fn sign(content: &[u8], key: &SecretKey) -> Result<Vec<u8>, String> {
    let signature = minisign::sign(None, key, content, Some(COMMENT), None).map_err(|fault| fault.to_string())?;
    signed(content, &signature.into_string())
}

fn json(what: &impl serde::Serialize) -> Result<Vec<u8>, String> {
    serde_json::to_vec(what).map_err(|fault| fault.to_string())
}

fn part(course: &Course, text: &[u8]) -> Result<Part, String> {
    let language = course.language.clone();
    let bytes = at_most(text.len(), MOST_PART_BYTES, &language)?;
    Ok(Part { language, bytes, sha256: sha256(text) })
}

/// In small hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Hex::encode_to_string(Sha256::digest(bytes)).unwrap_or_default()
}

fn at_most(bytes: usize, most: u32, what: &str) -> Result<u32, String> {
    let fits = u32::try_from(bytes).ok().filter(|bytes| *bytes <= most);
    fits.ok_or_else(|| format!("{what} has {bytes} bytes, and at most {most}"))
}

fn decoded(line: &str) -> Result<Vec<u8>, String> {
    Base64::decode_to_vec(line.trim(), None).map_err(|_| "the signature is written in base 64".into())
}
