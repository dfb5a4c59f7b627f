//! Interchange: the course in the formats of other programs, and quiz items that come from one.
//!
//! One file a format. What leaves is made from the checked course, so that no fault travels; glossary links become plain
//! words and claim marks a line of sources, since no other program knows either. `docs/exchange.md` says what each format
//! carries and what it loses.

mod gift;
mod html;
mod sources;
mod twee;

pub use gift::{Import, Refused, import as import_gift};

use crate::pack::sha256;
use saywell_content::{Course, Line, Span};

/// What another program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Quiz items for Moodle: a quiz.
    Gift,
    /// A story for Twine: a scenario.
    Twee,
    /// A page to print: a chapter, the role cards of a scenario, or the plan-the-talk sheet.
    Html,
}

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWritten {
    /// The format takes no such thing; these are the ids that it takes.
    Unknown(Vec<String>),
    /// The format cannot say this; a line names the part and the reason.
    Unfit(Vec<String>),
}

/// The thing with this id in a format of another program.
///
/// # Errors
/// If the course has nothing with this id that the format takes, or what it has does not fit.
pub fn export(course: &Course, format: Format, id: &str) -> Result<Vec<u8>, NotWritten> {
    match format {
        Format::Gift => {
            let quiz = course.quiz(id).ok_or_else(|| unknown(course.quizzes.iter().map(|quiz| &quiz.id)))?;
            gift::write(quiz, course).map(String::into_bytes).map_err(NotWritten::Unfit)
        }
        Format::Twee => {
            let known = || unknown(course.scenarios.iter().map(|scenario| &scenario.id));
            Ok(twee::write(course.scenario(id).ok_or_else(known)?, course).into_bytes())
        }
        Format::Html => {
            html::write(course, id).map(String::into_bytes).ok_or_else(|| NotWritten::Unknown(html::known(course)))
        }
    }
}

fn unknown<'a>(known: impl Iterator<Item = &'a String>) -> NotWritten {
    NotWritten::Unknown(known.cloned().collect())
}

/// The words of a line, as a person reads them aloud.
fn words(line: &Line) -> String {
    folded(&line.iter().map(Span::words).collect::<String>())
}

/// One space where there were several or a line break, and none around.
fn folded(text: &str) -> String {
    text.trim().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last word of an id.
fn own(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

/// A UUID that is always the same for an id. It says version 4, since formats ask for one, though nothing here is random.
fn uuid(id: &str) -> String {
    let digits = sha256(id.as_bytes());
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("{}-{}-4{}-a{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30))
}
