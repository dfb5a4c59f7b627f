//! From the files that people write to the checked course that the engine embeds.
//!
//! This crate knows TOML, Markdown, gettext templates and how English reads; nothing of it goes into a phone. It embeds
//! no course, so that it runs on a broken one, and nothing here stops at the first fault. The format of the files is
//! told in `docs/authoring.md`; the model that they become lives in `saywell-content`.

mod allowed;
mod app;
mod cards;
mod cited;
mod claim;
mod course;
mod dated;
mod desk;
mod ease;
mod edition;
mod evidence;
mod exchange;
mod extract;
mod fault;
mod fits;
mod giveaway;
mod glossary;
mod grade;
mod help;
mod language;
mod lesson;
mod links;
mod markup;
mod near;
mod pace;
mod pack;
mod plan;
mod po;
mod pseudo;
mod quiz;
mod quoted;
mod relaxation;
mod release;
mod reminder;
mod report;
mod resource;
mod retimed;
mod review;
mod rule;
mod scenario;
mod screens;
mod seeds;
mod sourced;
mod table;
mod text;
mod translation;
mod voice;
mod whereabouts;
mod words;

pub use cards::CardFigures;
pub use ease::Ease;
pub use exchange::{Format, Import, NotWritten, Refused, export, import_gift};
pub use fault::{Fault, Place};
pub use grade::Reading;
pub use language::{Language, Status, android_strings, extract, ios_strings, languages, pseudo, status};
pub use pack::{pack, sha256, sign, signed};
pub use pseudo::Pseudo;
pub use report::{Figures, Report};
pub use rule::Rule;
pub use scenario::{Tally, Ways};
pub use seeds::fingerprint;
pub use translation::Completeness;

use chrono::NaiveDate;
use desk::Desk;
use saywell_content::Course;
use std::path::{Path, PathBuf};

/// The folder that holds this repository's course.
#[must_use]
pub fn home() -> PathBuf {
    let author = Path::new(env!("CARGO_MANIFEST_DIR"));
    author.parent().unwrap_or(author).into()
}

/// Reads and checks the course in `home/course`.
///
/// # Errors
/// All its faults, by place.
pub fn compile(home: &Path) -> Result<Course, Vec<Fault>> {
    let (course, desk) = read(home);
    let faults = desk.faults();
    if faults.is_empty() { Ok(course) } else { Err(faults) }
}

/// What a clinician has to approve, as Markdown to be printed: `docs/clinical-review.md`.
///
/// # Errors
/// As [`compile`].
pub fn review(home: &Path) -> Result<String, Vec<Fault>> {
    let (course, desk) = read(home);
    let paper = review::paper(&course, &desk);
    let faults = desk.faults();
    if faults.is_empty() { Ok(paper) } else { Err(faults) }
}

/// How a scenario is drawn for its authors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// For Graphviz.
    Dot,
    /// A picture.
    Svg,
}

/// The lines of a scenario as a graph, however broken the course is. `scenario` is its id, with or without `scenario/`.
///
/// # Errors
/// The ids of those that are there.
pub fn graph(home: &Path, scenario: &str, drawing: Drawing) -> Result<String, Vec<String>> {
    let (course, _) = read(home);
    let id = format!("scenario/{}", scenario.trim_start_matches("scenario/"));
    let Some(scenario) = course.scenario(&id) else {
        return Err(course.scenarios.into_iter().map(|scenario| scenario.id).collect());
    };
    Ok(match drawing {
        Drawing::Dot => scenario::dot(scenario),
        Drawing::Svg => scenario::svg(scenario),
    })
}

/// How a course is checked beyond what every build holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Strict {
    /// The day on which nothing may be overdue; without one, nothing is too old.
    pub today: Option<NaiveDate>,
    /// Whether everything that holds a release back is a fault.
    pub release: bool,
}

/// How the course reads, however broken it is.
#[must_use]
pub fn report(home: &Path, strict: Strict) -> Report {
    let (course, mut desk) = read(home);
    if let Some(today) = strict.today {
        dated::check(&course, today, &mut desk);
    }
    if strict.release {
        release::check(home, &course, &mut desk);
    }
    let scenarios = course.scenarios.iter().map(Tally::of).collect();
    Report { figures: report::figures(&course, &desk), cards: cards::figures(&desk), scenarios, faults: desk.faults() }
}

fn read(home: &Path) -> (Course, Desk) {
    let mut desk = Desk::new();
    let course = course::read(home, &mut desk);
    report::check(&course, &mut desk);
    desk.settle_exceptions();
    (course, desk)
}
