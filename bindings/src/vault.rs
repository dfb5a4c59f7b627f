//! Opening, and the objects that an app gets from it.

mod kept;
mod unlock;

use crate::{
    HelpVerbs, JournalVerbs, LanguageVerbs, LessonVerbs, PackVerbs, ProgressVerbs, QuizVerbs, RelaxationVerbs,
    ReminderVerbs, ReviewVerbs, SaywellError, ScenarioVerbs,
};
pub use kept::{preview_backup, repair_vault};
use saywell_core::Engine;
use std::sync::Arc;
pub use unlock::{Unlock, look_at_vault, rehearse_pin, wipe_vault};

/// The whole app behind one object. Opened once, kept as long as the process lives.
#[derive(uniffi::Object)]
pub struct Saywell(Arc<Engine>);

/// The vault: PIN, spaces, backup, checks, erasing.
#[derive(uniffi::Object)]
pub struct VaultVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl Saywell {
    /// Opens the vault in `folder`, which exists. A folder without one gets one, without a PIN. Call `lookAtVault` before, to
    /// know what to ask the person for, and `dailyCheck` after. The course is taught in the language that `languageFor` finds
    /// for `languages`.
    ///
    /// # Errors
    /// `WrongPin`, `KeyLost`, `Damaged` and `NewerVersion` leave the database as it is; `Invalid` for a secret of another
    /// length, or a PIN where there is no vault yet.
    #[uniffi::constructor]
    pub fn open(folder: &str, unlock: Unlock, languages: Vec<String>) -> Result<Self, SaywellError> {
        let course = saywell_core::course_in(&languages)?;
        Ok(Self(Arc::new(unlock.with(|unlock| Engine::open(folder.as_ref(), unlock, course))?)))
    }

    /// An app that keeps nothing: for lessons, quizzes and talks where the vault cannot be opened. `languages` as for `open`.
    #[uniffi::constructor]
    pub fn without_vault(languages: Vec<String>) -> Result<Self, SaywellError> {
        Ok(Self(Arc::new(Engine::without_vault(saywell_core::course_in(&languages)?)?)))
    }

    /// The vault.
    pub fn vault(&self) -> VaultVerbs {
        VaultVerbs(self.0.clone())
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

    /// Packs.
    pub fn pack(&self) -> PackVerbs {
        PackVerbs(self.0.clone())
    }

    /// The language of the course.
    pub fn language(&self) -> LanguageVerbs {
        LanguageVerbs(self.0.clone())
    }

    /// Help.
    pub fn help(&self) -> HelpVerbs {
        HelpVerbs(self.0.clone())
    }
}

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
