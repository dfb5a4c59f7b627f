//! Languages: in which ones the course is in the library, which one a person wants, and how the engine goes over to another.
//!
//! Only the one that is spoken is loaded. Nothing that was begun is lost by a change: attempts, talks, sessions and notes
//! hang on ids, which are the same in every language. What a person has written stays as they wrote it.

use crate::{Engine, Error, Result};
use saywell_content::{self as content, Course};

/// A language in which the course is in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Such as `es`.
    pub tag: String,
    /// What it calls itself, such as `Español`.
    pub name: String,
}

struct Embedded {
    tag: &'static str,
    name: &'static str,
    /// Other tags that mean it.
    aliases: &'static [&'static str],
    course: &'static [u8],
}

/// The one in which the course was written, then the others by tag.
static EMBEDDED: &[Embedded] = &include!(concat!(env!("OUT_DIR"), "/languages.rs"));

const NONE: Error = Error::Unexpected { what: "the course" };

/// All languages: the one in which the course was written, then the others by tag.
#[must_use]
pub fn languages() -> Vec<Language> {
    EMBEDDED.iter().map(|embedded| Language { tag: embedded.tag.into(), name: embedded.name.into() }).collect()
}

/// The course of the library in the language that fits these tags best: those that a person reads, the one they like
/// most first. In English where none fits.
///
/// # Errors
/// [`Error::Unexpected`] if the library was built wrongly.
pub fn course_in(preferred: &[&str]) -> Result<Course> {
    lookup(preferred).ok_or(NONE)?.load()
}

/// The course of the library as it was written, in English.
///
/// # Errors
/// [`Error::Unexpected`] if the library was built wrongly.
pub fn course() -> Result<Course> {
    course_in(&[])
}

impl Engine {
    /// From now on the course is taught in the language that fits these tags best, as for [`course_in`]; its tag. What was
    /// begun goes on in it. A shell asks again by id, and hands the plan of the reminders to the phone anew.
    ///
    /// # Errors
    /// As [`course_in`]; nothing is changed then.
    pub fn speak(&self, preferred: &[&str]) -> Result<String> {
        let embedded = lookup(preferred).ok_or(NONE)?;
        if self.language() != embedded.tag {
            self.teach(embedded.load()?);
        }
        Ok(embedded.tag.into())
    }
}

impl Embedded {
    fn load(&self) -> Result<Course> {
        content::load_embedded(self.course).map_err(|_| NONE)
    }

    fn is(&self, tag: &str) -> bool {
        std::iter::once(&self.tag).chain(self.aliases).any(|own| own.eq_ignore_ascii_case(tag))
    }
}

/// The language for a list of tags: lookup as in RFC 4647, section 3.4.
fn lookup(preferred: &[&str]) -> Option<&'static Embedded> {
    let known = |tag: &str| EMBEDDED.iter().find(|embedded| embedded.is(tag));
    preferred.iter().find_map(|range| ever_wider(range).find_map(known)).or(EMBEDDED.first())
}

/// The tag, then the tag without its last part, and so on. A single letter goes with the part after it, which it introduces.
fn ever_wider(tag: &str) -> impl Iterator<Item = &str> {
    let wider = |tag: &&str| {
        let (shorter, _) = tag.rsplit_once('-')?;
        let introduced = shorter.rsplit_once('-').filter(|(_, last)| last.len() == 1);
        Some(introduced.map_or(shorter, |(shorter, _)| shorter))
    };
    std::iter::successors(Some(tag), wider)
}
