//! How the course is practised and remembered: one folder a feature, one noun in every room.
//!
//! Data goes one way. A shell calls a verb in `<feature>/mod.rs`; the verb loads rows (`rows.rs`), lets a pure rule
//! decide, stores the result in the same transaction, and returns what the screen shows next. When a verb returns `Ok`,
//! what it did is on disk. Nothing here reads a clock: shells pass a [`Moment`]. No rule draws a random number: shells pass a
//! seed, an id. The one exception is the vault, which draws its own keys, salts and nonces from the system, so that no
//! shell can draw them badly. SQL stands only in `rows.rs` and `vault/`, sentences for people only in the course.

mod error;
pub mod help;
mod id;
pub mod journal;
mod language;
pub mod lesson;
mod mix;
mod moment;
pub mod pack;
pub mod progress;
pub mod quiz;
pub mod relaxation;
pub mod reminder;
pub mod review;
pub mod scenario;
mod text;
pub mod vault;
pub mod zone;

pub use error::{Error, Result};
pub use language::{Language, course, course_in, language_for, languages};
pub use moment::Moment;
pub use saywell_content as content;
pub use vault::{Key, Pin, Secret, Unlock};

use pack::Courses;
use saywell_content::Course;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use vault::Vault;

/// The engine. Opened once, kept as long as the process lives; each feature adds its verbs in its own folder.
pub struct Engine {
    course: RwLock<Arc<Course>>,
    courses: Mutex<Courses>,
    vault: Vault,
}

impl Engine {
    /// Opens the vault in `folder`, which exists, to practise `course`. A folder without a vault gets one, without a PIN. One
    /// from before there were headers, whose database opens with the secret itself, gets a header. A wipe that was
    /// interrupted is finished first. Call [`vault::look`] before, to know what to ask the person for.
    ///
    /// # Errors
    /// [`Error::WrongPin`], [`Error::KeyLost`], [`Error::Damaged`] and [`Error::NewerVersion`] leave the database as it is;
    /// [`Error::Invalid`] for a PIN where there is no vault yet; [`Error::NoSpace`] or [`Error::Storage`] otherwise.
    pub fn open(folder: &Path, unlock: &Unlock, course: Course) -> Result<Self> {
        Ok(Self::of(course, Vault::open(folder, unlock)?))
    }

    /// An engine that keeps nothing: for lessons, quizzes and talks where the vault cannot be opened.
    ///
    /// # Errors
    /// [`Error::Storage`] if there is not even memory for it.
    pub fn without_vault(course: Course) -> Result<Self> {
        Ok(Self::of(course, Vault::in_memory()?))
    }

    fn of(course: Course, vault: Vault) -> Self {
        let course = Arc::new(course);
        let courses = Mutex::new(Courses::new(Arc::clone(&course)));
        let engine = Self { course: RwLock::new(course), courses, vault };
        engine.show_courses();
        engine
    }

    /// Whether what is done stays. It does not without a vault, and after [`Engine::wipe`].
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.vault.keeps()
    }

    /// What is taught now. It may become another course between two verbs, so a verb asks once and holds what it was given
    /// to its end.
    #[must_use]
    pub fn course(&self) -> Arc<Course> {
        Arc::clone(&self.course.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A compiled course from a file.
///
/// # Errors
/// [`Error::Invalid`] if this is not a compiled course, or one of another format.
pub fn load_course(json: &[u8]) -> Result<Course> {
    let course =
        content::load(json).map_err(|_| Error::Invalid { field: "course", reason: "is not a compiled course" })?;
    if course.format != content::FORMAT {
        return Err(Error::Invalid { field: "course", reason: "was compiled for another version" });
    }
    Ok(course)
}

#[cfg(test)]
mod tests {
    #[test]
    fn other_bytes_are_no_course() {
        assert!(super::load_course(b"{}").is_err());
    }
}
