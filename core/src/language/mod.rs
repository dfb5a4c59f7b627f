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

// The one in which the course was written, then the others by tag.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// All languages: the one in which the course was written, then the others by tag.
#[must_use]
pub fn languages() -> Vec<Language> {
    EMBEDDED.iter().map(Embedded::language).collect()
}

/// The language that fits these tags best: those that a person reads, the one they like most first. English where none fits.
/// A shell speaks it too, so that the course and the screens around it never differ.
#[must_use]
pub fn language_for<S: AsRef<str>>(preferred: &[S]) -> Language {
    lookup(preferred).language()
}

/// The course of the library in the language that fits these tags best, as for [`language_for`].
///
/// # Errors
/// [`Error::Unexpected`] if the library was built wrongly.
pub fn course_in<S: AsRef<str>>(preferred: &[S]) -> Result<Course> {
    lookup(preferred).load()
}

/// The course of the library as it was written, in English.
///
/// # Errors
/// As [`course_in`].
pub fn course() -> Result<Course> {
    written().load()
}

impl Engine {
    /// The language in which the course is taught. One that did not come with the library is named by its tag.
    #[must_use]
    pub fn spoken(&self) -> Language {
        let tag = self.language();
        let known = EMBEDDED.iter().find(|embedded| embedded.tag == tag).map(Embedded::language);
        known.unwrap_or_else(|| Language { name: tag.clone(), tag })
    }

    /// From now on the course is taught in the language that fits these tags best, as for [`language_for`]; it. What was
    /// begun goes on in it. A shell asks again by id, and hands the plan of the reminders to the phone anew. A course that
    /// did not come with the library gives way to the one that did.
    ///
    /// # Errors
    /// As [`course_in`]; nothing is changed then.
    pub fn speak<S: AsRef<str>>(&self, preferred: &[S]) -> Result<Language> {
        let embedded = lookup(preferred);
        if self.language() != embedded.tag {
            self.teach(embedded.load()?);
        }
        Ok(embedded.language())
    }
}

impl Embedded {
    fn language(&self) -> Language {
        Language { tag: self.tag.into(), name: self.name.into() }
    }

    fn load(&self) -> Result<Course> {
        content::load_embedded(self.course).map_err(|_| Error::Unexpected { what: "the course" })
    }

    fn is(&self, tag: &str) -> bool {
        std::iter::once(&self.tag).chain(self.aliases).any(|own| own.eq_ignore_ascii_case(tag))
    }
}

/// The language in which the course was written.
fn written() -> &'static Embedded {
    let [written, ..] = &EMBEDDED;
    written
}

/// Lookup as in RFC 4647, section 3.4.
fn lookup<S: AsRef<str>>(preferred: &[S]) -> &'static Embedded {
    let known = |tag: &str| EMBEDDED.iter().find(|embedded| embedded.is(tag));
    preferred.iter().find_map(|range| ever_wider(range.as_ref()).find_map(known)).unwrap_or_else(written)
}

/// The tag, then the tag without its last part, and so on.
fn ever_wider(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| wider(tag))
}

/// A single letter goes with the part after it, which it introduces.
fn wider(tag: &str) -> Option<&str> {
    let (shorter, _) = tag.rsplit_once('-')?;
    let introduced = shorter.rsplit_once('-').filter(|(_, last)| last.len() == 1);
    Some(introduced.map_or(shorter, |(shorter, _)| shorter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_gets_wider_part_by_part() {
        assert_eq!(
            ever_wider("zh-Hant-CN-x-private1-private2").collect::<Vec<_>>(),
            ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"]
        );
        assert_eq!(ever_wider("").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn the_first_tag_that_is_known_counts() {
        for (preferred, tag) in [
            (["es", "en"], "es"),
            (["ES-419", "en"], "es"),
            (["spa-MX", "en"], "es"),
            (["en-GB", "es"], "en"),
            (["fr-CA", "es-MX"], "es"),
            (["est", "e"], "en"),
            (["", "-es"], "en"),
            (["es-x", "\u{1f33a}"], "es"),
        ] {
            assert_eq!(language_for(&preferred).tag, tag, "{preferred:?}");
        }
        assert_eq!(language_for::<&str>(&[]).tag, "en");
    }

    #[test]
    fn every_language_loads_and_names_itself() {
        assert_eq!(languages()[0], Language { tag: "en".into(), name: "English".into() });
        assert!(languages().contains(&Language { tag: "es".into(), name: "Español".into() }));
        let english = course().unwrap();
        for Language { tag, .. } in languages() {
            let course = course_in(&[&tag]).unwrap();
            assert_eq!((&course.language, course.edition.version), (&tag, english.edition.version));
            assert!(course.units().map(|unit| &unit.id).eq(english.units().map(|unit| &unit.id)), "{tag}");
            assert_eq!(course.clash(None), None, "{tag}");
        }
    }
}
