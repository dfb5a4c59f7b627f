//! What is taught, as the engine sees it: the model of a checked course, and how its compiled form is loaded.
//!
//! How a course is read from the files that people write lives in `author/`, a crate of its own, so that no build can
//! carry TOML or Markdown into a phone. No engine, no storage and no screen lives here, and this crate has no features:
//! the build script that compiles the course and the phone that loads it must mean the same thing.

mod claims;
mod course;
mod find;
mod glossary;
mod help;
mod lesson;
mod prose;
mod quiz;
mod relaxation;
mod reminder;
mod resource;
mod scenario;
pub mod stretch;

pub use course::{Chapter, Claim, Course, FORMAT, PlanPrompts, Prompt, Review, Source};
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

/// Loads the compiled form, as it is embedded in the library or carried by a file.
///
/// # Errors
/// If the bytes are not a compiled course.
pub fn load(json: &[u8]) -> Result<Course, serde_json::Error> {
    serde_json::from_slice(json)
}
