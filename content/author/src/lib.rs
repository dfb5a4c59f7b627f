//! From the files that people write to the checked course that the engine embeds.
//!
//! This crate knows TOML, Markdown, gettext templates and how English reads; nothing of it goes into a phone. It embeds
//! no course, so that it runs on a broken one, and nothing here stops at the first fault. The format of the files is
//! told in `docs/authoring.md`; the model that they become lives in `saywell-content`.

mod cited;
mod claim;
mod course;
mod desk;
mod edition;
mod evidence;
mod exchange;
mod fault;
mod glossary;
mod grade;
mod help;
mod lesson;
mod links;
mod markup;
mod near;
mod pack;
mod plan;
mod quiz;
mod quoted;
mod relaxation;
mod reminder;
mod report;
mod resource;
mod retimed;
mod review;
mod scenario;
mod screens;
mod seeds;
mod table;
mod template;
mod text;
mod voice;
mod whereabouts;
mod words;

pub use exchange::{Format, Import, NotWritten, Refused, export, import_gift};
pub use fault::{Fault, Place};
pub use grade::Reading;
pub use pack::{pack, sha256, sign, signed};
pub use report::{Figures, Report};
pub use scenario::{Tally, Ways};
pub use seeds::fingerprint;
pub use template::template;
pub use text::Text;

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

/// Every text that a translator sees, in the order in which it was read.
///
/// # Errors
/// As [`compile`].
pub fn texts(home: &Path) -> Result<Vec<Text>, Vec<Fault>> {
    let (_, mut desk) = read(home);
    let texts = std::mem::take(&mut desk.texts);
    let faults = desk.faults();
    if faults.is_empty() { Ok(texts.into_iter().map(|said| said.text).collect()) } else { Err(faults) }
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

/// How the course reads, however broken it is.
#[must_use]
pub fn report(home: &Path) -> Report {
    let (course, desk) = read(home);
    let scenarios = course.scenarios.iter().map(Tally::of).collect();
    Report { figures: report::figures(&course, &desk), scenarios, faults: desk.faults() }
}

fn read(home: &Path) -> (Course, Desk) {
    let mut desk = Desk::new();
    let course = course::read(home, &mut desk);
    report::check(&course, &mut desk);
    (course, desk)
}
