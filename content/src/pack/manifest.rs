//! What a pack says of itself.

use super::{MOST_PART_BYTES, MOST_PARTS, Refusal};
use crate::{Edition, FORMAT};
use serde::{Deserialize, Serialize};

/// What this version of the app can read in a pack. It counts up whenever the model of a course learns something that an
/// older app could not leave out.
pub const SCHEMA: u32 = 1;

/// The manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The [`SCHEMA`] that an app needs, at least.
    pub min_app_schema: u32,
    /// The [`FORMAT`] of the courses in it.
    pub course_format: u32,
    /// The title page, in the language that the course was written in.
    pub edition: Edition,
    /// In the order in which they lie in the pack; each language once. The first is what the course was written in.
    pub parts: Vec<Part>,
}

/// A part: the course in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// A tag such as `en`.
    pub language: String,
    /// How long it is.
    pub bytes: u32,
    /// Of its bytes, in small hexadecimal digits.
    pub sha256: String,
}

/// The one thing that every version of a manifest has.
#[derive(Deserialize)]
struct Needs {
    min_app_schema: u32,
}

impl Manifest {
    /// Reads a manifest that is signed.
    pub(super) fn read(json: &[u8]) -> Result<Self, Refusal> {
        let malformed = |what| Refusal::Malformed { what };
        let Needs { min_app_schema } = serde_json::from_slice(json).map_err(|_| malformed("the manifest is JSON"))?;
        if min_app_schema > SCHEMA {
            return Err(Refusal::NewerApp);
        }
        let manifest: Self =
            serde_json::from_slice(json).map_err(|_| malformed("the manifest has its fields, and no others"))?;
        manifest.check().map_err(malformed)?;
        // An app that has learnt another way to write a course reads the old one no more.
        if manifest.course_format != FORMAT {
            return Err(malformed("the courses are written for this version of the app"));
        }
        Ok(manifest)
    }

    fn check(&self) -> Result<(), &'static str> {
        let Edition { id, version, title, publisher, .. } = &self.edition;
        if !is_id(id) {
            return Err("the id is one such as pack/saywell");
        }
        if *version == 0 || title.trim().is_empty() || publisher.trim().is_empty() {
            return Err("it has a version, a title and a publisher");
        }
        if self.parts.is_empty() || self.parts.len() > MOST_PARTS {
            return Err("there are 1 to 64 parts");
        }
        for (before, part) in self.parts.iter().enumerate() {
            if !is_tag(&part.language) || self.parts.iter().take(before).any(|other| other.language == part.language) {
                return Err("each part has a language of its own");
            }
            if part.bytes > MOST_PART_BYTES {
                return Err("a part has at most 4 MiB");
            }
        }
        Ok(())
    }

    /// Where the part in this language begins among the parts, and the part.
    pub(super) fn place(&self, language: &str) -> Option<(u64, &Part)> {
        let mut begin = 0;
        for part in &self.parts {
            if part.language == language {
                return Some((begin, part));
            }
            begin += u64::from(part.bytes);
        }
        None
    }

    /// The tags of its languages.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.language.as_str())
    }
}

/// `pack/` and small letters, digits, dots and hyphens: it is shown to people, and may not imitate anything else.
fn is_id(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    id.strip_prefix("pack/").is_some_and(|own| (1..=64).contains(&own.len()) && own.bytes().all(plain))
}

fn is_tag(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
