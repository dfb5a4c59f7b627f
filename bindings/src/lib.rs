//! The door: what the Android and the iOS app call. Mirrors of the engine's types, and one line a verb.
//!
//! Nothing is decided here: no rule, no SQL, no clock, no thread, no sentence for people. A mirror repeats the fields of a type
//! of `core` or `content`, so that a field that is added there stops the build here; a verb hands its arguments on. It is
//! the only crate that knows uniffi. What is generated from it is Kotlin and Swift, and the comments become their documentation.
//!
//! [`Saywell`] is opened once and kept as long as the process lives; each feature has an object that it hands out. All else
//! are values. Every verb is synchronous and may wait for the disk: call it off the main thread. A fault of ours that
//! panics reaches the app as an internal error, and the object can still be used.
#![allow(clippy::missing_errors_doc, reason = "a verb names its own errors; the others are told once, on the error")]
#![allow(clippy::must_use_candidate, reason = "it means nothing in Kotlin and Swift")]
#![allow(clippy::needless_pass_by_value, reason = "what crosses the door is handed over")]

uniffi::setup_scaffolding!();

mod error;
mod help;
mod journal;
mod language;
mod lesson;
mod pack;
mod progress;
mod prose;
mod quiz;
mod relaxation;
mod reminder;
mod review;
mod scenario;
mod time;
mod vault;

pub use error::SaywellError;
pub use help::HelpVerbs;
pub use journal::JournalVerbs;
pub use language::{LanguageVerbs, language_for, languages};
pub use lesson::LessonVerbs;
pub use pack::PackVerbs;
pub use progress::ProgressVerbs;
pub use quiz::QuizVerbs;
pub use relaxation::RelaxationVerbs;
pub use reminder::{ReminderVerbs, Zone, reminder_instant};
pub use review::ReviewVerbs;
pub use scenario::ScenarioVerbs;
pub use vault::{Saywell, Unlock, VaultVerbs, look_at_vault, preview_backup, rehearse_pin, repair_vault, wipe_vault};
