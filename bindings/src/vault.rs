//! Opening, and the objects that an app gets from it.

use crate::{
    HelpVerbs, JournalVerbs, LessonVerbs, ProgressVerbs, QuizVerbs, RelaxationVerbs, ReminderVerbs, ReviewVerbs,
    SaywellError, ScenarioVerbs,
};
use saywell_core::{Engine, Key};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The whole app behind one object. Opened once, kept as long as the process lives.
#[derive(uniffi::Object)]
pub struct Saywell(Arc<Engine>);

#[uniffi::export]
impl Saywell {
    /// Opens, creates or upgrades the encrypted file at `path`. The key is 32 bytes that the platform keeps.
    ///
    /// # Errors
    /// `NewerVersion` if a newer app wrote the file and `Damaged` if it cannot be read with this key (both leave it
    /// untouched), `Invalid` if the key has another length, `NoSpace` or `Storage` otherwise.
    #[uniffi::constructor]
    pub fn open(path: &str, key: Vec<u8>) -> Result<Self, SaywellError> {
        let bytes = Zeroizing::new(key);
        let key = Key::new(bytes.as_slice().try_into().map_err(|_| NO_KEY)?);
        Ok(Self(Arc::new(Engine::open(path.as_ref(), &key, saywell_core::course()?)?)))
    }

    /// Lessons.
    pub fn lesson(&self) -> LessonVerbs {
        LessonVerbs(self.0.clone())
    }

    /// Quizzes.
    pub fn quiz(&self) -> QuizVerbs {
        QuizVerbs(self.0.clone())
    }

    /// Spaced review.
    pub fn review(&self) -> ReviewVerbs {
        ReviewVerbs(self.0.clone())
    }

    /// Rehearse.
    pub fn scenario(&self) -> ScenarioVerbs {
        ScenarioVerbs(self.0.clone())
    }

    /// Relaxation.
    pub fn relaxation(&self) -> RelaxationVerbs {
        RelaxationVerbs(self.0.clone())
    }

    /// Reminders.
    pub fn reminder(&self) -> ReminderVerbs {
        ReminderVerbs(self.0.clone())
    }

    /// The journal.
    pub fn journal(&self) -> JournalVerbs {
        JournalVerbs(self.0.clone())
    }

    /// What Home shows, and when a day begins.
    pub fn progress(&self) -> ProgressVerbs {
        ProgressVerbs(self.0.clone())
    }

    /// Help.
    pub fn help(&self) -> HelpVerbs {
        HelpVerbs(self.0.clone())
    }
}

const NO_KEY: SaywellError = SaywellError::Invalid { field: "key", reason: "is 32 bytes" };

/// Only in tests: what an app sees of a fault of ours.
#[cfg(feature = "provoke")]
#[uniffi::export]
impl Saywell {
    /// Falls.
    ///
    /// # Panics
    /// Always.
    pub fn provoke_panic(&self) -> Result<(), SaywellError> {
        panic!("provoked")
    }
}
