//! Languages.

use crate::SaywellError;
use saywell_core::{Engine, Language};
use std::sync::Arc;

/// In which language the course is taught.
#[derive(uniffi::Object)]
pub struct LanguageVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl LanguageVerbs {
    /// The language in which the course is taught.
    pub fn spoken(&self) -> Result<Language, SaywellError> {
        Ok(self.0.spoken())
    }

    /// From now on the course is taught in the language that `languageFor` finds for these tags; it. What was begun goes on in
    /// it: every screen is to ask again by id, and the plan of the reminders is to be laid anew.
    pub fn speak(&self, preferred: Vec<String>) -> Result<Language, SaywellError> {
        self.0.speak(&preferred)
    }
}

/// A language in which the course is in the library.
#[uniffi::remote(Record)]
pub struct Language {
    /// Such as `es`.
    pub tag: String,
    /// What it calls itself, such as `Español`.
    pub name: String,
}

/// All languages: the one in which the course was written, then the others by tag. It needs no open vault.
#[uniffi::export]
pub fn languages() -> Result<Vec<Language>, SaywellError> {
    Ok(saywell_core::languages())
}

/// The language that fits these tags best: those that a person reads, the one they like most first. English where none fits.
/// An app shows its own words in it too, so that the course and the screens around it never differ. It needs no open vault.
#[uniffi::export]
pub fn language_for(preferred: Vec<String>) -> Result<Language, SaywellError> {
    Ok(saywell_core::language_for(&preferred))
}
