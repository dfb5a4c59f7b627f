//! `course export` and `course import`: the course in the formats of other programs.

use crate::{complain, print, refuse, write};
use clap::Subcommand;
use saywell_author::{Format, Import, NotWritten};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum ExportTask {
    /// A quiz as GIFT, for Moodle
    Gift {
        /// Its id, such as `quiz/talk-it-through`
        id: String,
        /// The file to write, instead of printing
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// A scenario as Twee 3, for Twine and its story format SugarCube
    Twee {
        /// Its id, such as `scenario/a-new-start`
        id: String,
        /// The file to write, instead of printing
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// A page to print: a chapter with its answers and sources, role cards, or the sheet to plan a talk with
    Html {
        /// Its id, such as `chapter/talk-it-through`, `scenario/a-new-start` or `journal/plan-the-talk`
        id: String,
        /// The file to write, instead of printing
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub enum ImportTask {
    /// Quiz items out of a GIFT file, as a file for `quiz/`
    ///
    /// An item that a course cannot hold is named with its line, and nothing is written. What GIFT does not have is left
    /// empty and named by `course check`: a reason for each option; nobody can check for claim marks that are not there.
    Gift {
        /// What Moodle has written
        file: PathBuf,
        /// The id of the quiz, such as `quiz/first` [default: as the file says, or from its title]
        #[arg(long)]
        id: Option<String>,
        /// The file to write, instead of printing
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Leave out what a course cannot hold, and write the rest
        #[arg(long)]
        partial: bool,
    },
}

pub fn export(home: &Path, task: ExportTask) -> ExitCode {
    let (format, id, out) = match task {
        ExportTask::Gift { id, out } => (Format::Gift, id, out),
        ExportTask::Twee { id, out } => (Format::Twee, id, out),
        ExportTask::Html { id, out } => (Format::Html, id, out),
    };
    let course = match saywell_author::compile(home) {
        Ok(course) => course,
        Err(faults) => return refuse(home, &faults),
    };
    match saywell_author::export(&course, format, &id) {
        Ok(bytes) => put(out.as_deref(), &bytes),
        Err(NotWritten::Unknown(known)) => complain(&format!("`{id}` is not known; known: {}", known.join(", "))),
        Err(NotWritten::Unfit(reasons)) => complain(&reasons.join("\n")),
    }
}

pub fn import(task: ImportTask) -> ExitCode {
    let ImportTask::Gift { file, id, out, partial } = task;
    let shown = file.display().to_string();
    let gift = match std::fs::read_to_string(&file) {
        Ok(gift) => gift,
        Err(error) => return complain(&format!("{shown}: {error}")),
    };
    let Import { file, items, without_reason, refused } = saywell_author::import_gift(&shown, &gift, id.as_deref());
    for item in &refused {
        say(&item.to_string());
    }
    match file {
        None => complain("no item that a course can hold"),
        Some(_) if !refused.is_empty() && !partial => {
            complain(&format!("nothing was written: {} refused; --partial takes the other {items}", refused.len()))
        }
        Some(file) => {
            say(&format!(
                "items: {items}, options without a reason: {without_reason}, claim marks: none; add them, then run `course check`"
            ));
            put(out.as_deref(), file.as_bytes())
        }
    }
}

fn say(line: &str) {
    // Nobody is left to tell if this cannot be written.
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn put(out: Option<&Path>, bytes: &[u8]) -> ExitCode {
    match (out, std::str::from_utf8(bytes)) {
        (Some(file), _) => write(file, bytes),
        (None, Ok(text)) => print(text),
        (None, Err(_)) => complain("this is no text: name a file with --out"),
    }
}
