//! What is taught, as the engine sees it: the model of a checked course, and how its compiled form is loaded.
//!
//! How a course is read from the files that people write lives in `author/`, a crate of its own, so that no build can
//! carry TOML or Markdown into a phone. No engine, no storage and no screen lives here, and this crate has no features:
//! the build script that compiles the course and the phone that loads it must mean the same thing.

mod beside;
mod claims;
mod course;
mod edition;
mod find;
mod glossary;
mod help;
mod lesson;
pub mod pack;
mod prose;
mod quiz;
mod relaxation;
mod reminder;
mod resource;
mod scenario;
pub mod stretch;

pub use course::{Chapter, Claim, Course, FORMAT, PlanPrompts, Prompt, Review, Source};
pub use edition::{Edition, Reviewed};
pub use glossary::{Technique, Term};
pub use help::{HelpCard, HelpPart, PepQuestions, PepState, PepText, PepTexts};
pub use lesson::{Card, CardKind, CheckOption, Door, Spoken, Step, TableRow, Unit};
pub use prose::{Block, Line, Prose, Span};
pub use quiz::{Item, ItemKind, Quiz, QuizOption};
pub use relaxation::{Cue, CueBlock, CueKind, CuePlace, Instead, Pace, Relaxation, Retimed};
pub use reminder::ReminderText;
pub use resource::{Channel, Resource};
pub use scenario::{
    DebriefDoor, Ending, EndingKind, Node, Role, Scenario, ScenarioGate, ScenarioLine, Scene, Setup, SetupOption, Side,
    WayOut, Who,
};

/// Loads a compiled course from a file: JSON, which a later version can read too.
///
/// # Errors
/// If the bytes are not a compiled course.
pub fn load(json: &[u8]) -> Result<Course, serde_json::Error> {
    serde_json::from_slice(json)
}

/// The form that goes into the library: small and quick to read, but without names, so that only the build that wrote it can.
/// It knows every field by its place: no field may be left out when it is written.
///
/// # Errors
/// If something in the course has no such form.
pub fn embed(course: &Course) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(course)
}

/// Loads the form that [`embed`] has made.
///
/// # Errors
/// If the bytes are not a course of this build.
pub fn load_embedded(bytes: &[u8]) -> Result<Course, postcard::Error> {
    postcard::from_bytes(bytes)
}
