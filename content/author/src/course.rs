//! The folders of a course: which file holds what, in which order, and what no file may hold on its own.

use crate::desk::Desk;
use crate::fault::{Fault, Source};
use crate::rule::Rule;
use crate::table::Table;
use crate::{
    allowed, claim, edition, glossary, help, lesson, plan, quiz, relaxation, reminder, resource, scenario, screens,
};
use saywell_content::{Chapter, Claim, Course, FORMAT, Term};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

const ALLOWED: &str = "allowed.toml";
const PACK: &str = "pack.toml";
const PLAN: &str = "journal/plan-the-talk.toml";
const REMINDERS: &str = "reminder/texts.toml";

/// Reads all files of the course in `home`.
pub(crate) fn read(home: &Path, desk: &mut Desk) -> Course {
    let mut shelf = Shelf::new(home);
    desk.allowed = shelf.own(ALLOWED, true, desk, allowed::read);
    let (edition, beside) = shelf.one(PACK, desk, edition::edition);
    if let Some(beside) = &beside {
        neighbour(beside, &edition.id, &shelf, desk);
    }
    let (mut claims, mut sources) = (BTreeMap::new(), BTreeMap::new());
    shelf.each("claim", desk, |file, desk| claim::file(file, desk, &mut claims, &mut sources));
    let named = |key: &String| claims.values().any(|claim: &Claim| claim.sources.contains(key));
    sources.retain(|key, _| named(key));
    let (mut techniques, mut terms) = (Vec::new(), Vec::new());
    shelf.each("glossary", desk, |file, desk| glossary::file(file, desk, &mut techniques, &mut terms));
    terms.sort_by_cached_key(|term: &Term| letters(&term.name));
    let folders = shelf.folders("lesson");
    let course = Course {
        format: FORMAT,
        language: "en".into(),
        edition,
        chapters: folders.into_iter().map(|folder| chapter(&folder, &mut shelf, desk)).collect(),
        quizzes: shelf.each("quiz", desk, quiz::quiz),
        relaxations: shelf.each("relaxation", desk, relaxation::relaxation),
        scenarios: shelf.each("scenario", desk, scenario::scenario),
        help: shelf.each("help", desk, help::card),
        terms,
        techniques,
        claims: claims.into_values().collect(),
        sources: sources.into_values().collect(),
        plan: shelf.own(PLAN, beside.is_some(), desk, plan::prompts),
        reminders: shelf.own(REMINDERS, beside.is_some(), desk, reminder::texts),
        telling: desk.words.all_telling(),
        resources: shelf.each("resource", desk, resource::file).concat(),
    };
    shelf.report_unread(desk);
    desk.settle();
    screens::check(desk);
    course
}

/// What names are sorted by: their small letters, those with an accent beside those without.
fn letters(name: &str) -> String {
    name.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)).collect()
}

/// Puts the ids of this repository's course on the desk: a course beside it may lead there, and gives none of them anew.
fn neighbour(id: &str, own: &str, shelf: &Shelf, desk: &mut Desk) {
    let there = crate::home();
    let mut other = Desk::new();
    // What is wrong with it is said to its own authors.
    let known = Shelf::new(&there).one(PACK, &mut other, |file, desk| edition::edition(file, desk).0.id);
    if id != known || id == own {
        let reason = format!("`beside` is the course of this repository, `{known}`, or left out");
        return desk.take(Fault::in_file(&shelf.shown(Path::new(PACK)), Rule::Beside, reason));
    }
    let mut other = Desk::new();
    read(&there, &mut other);
    desk.ids.append(&mut other.ids);
    desk.for_clinician.append(&mut other.for_clinician);
}

/// A folder of `lesson/`: `chapter.toml`, and its units in the order of their names.
fn chapter(name: &str, shelf: &mut Shelf, desk: &mut Desk) -> Chapter {
    let file = format!("{name}/chapter.toml");
    let mut chapter = shelf.one(&file, desk, lesson::chapter);
    chapter.units = shelf.each(name, desk, lesson::unit);
    if chapter.units.is_empty() {
        desk.take(Fault::in_file(&shelf.shown(Path::new(&file)), Rule::LostFile, "a chapter has at least one unit"));
    }
    chapter
}

/// The files of a course, and which of them were read.
struct Shelf {
    course: PathBuf,
    /// What paths begin with where they are shown.
    shown: PathBuf,
    /// All TOML files, from the course's folder, by name.
    files: Vec<PathBuf>,
    read: Vec<PathBuf>,
}

impl Shelf {
    fn new(home: &Path) -> Self {
        let course = home.join("course");
        let name = home.canonicalize().ok().and_then(|home| home.file_name().map(PathBuf::from)).unwrap_or_default();
        let mut files = Vec::new();
        walk(&course, &mut files);
        let mut files: Vec<PathBuf> =
            files.iter().filter_map(|file| file.strip_prefix(&course).ok()).map(Path::to_owned).collect();
        files.sort();
        Self { course, shown: name.join("course"), files, read: Vec::new() }
    }

    fn shown(&self, file: &Path) -> String {
        // The same on every machine.
        self.shown.join(file).display().to_string().replace('\\', "/")
    }

    fn source(&mut self, file: &Path, desk: &mut Desk) -> Option<Source> {
        self.read.push(file.into());
        Source::read(&self.course.join(file), self.shown(file)).map_err(|fault| desk.take(fault)).ok()
    }

    /// The files that stand in a folder itself and were not read before, by name.
    fn folder(&mut self, folder: &str, desk: &mut Desk) -> Vec<Source> {
        let here = |file: &&PathBuf| file.parent() == Some(Path::new(folder));
        let files: Vec<PathBuf> =
            self.files.iter().filter(here).filter(|file| !self.read.contains(file)).cloned().collect();
        files.iter().filter_map(|file| self.source(file, desk)).collect()
    }

    /// The folders in a folder, by name.
    fn folders(&self, folder: &str) -> Vec<String> {
        let mut folders: Vec<String> = self
            .files
            .iter()
            .filter_map(|file| file.parent())
            .filter(|parent| parent.parent() == Some(Path::new(folder)))
            .map(|parent| parent.display().to_string())
            .collect();
        folders.dedup();
        folders
    }

    /// One thing a file.
    fn each<T>(&mut self, folder: &str, desk: &mut Desk, mut read: impl FnMut(&mut Table, &mut Desk) -> T) -> Vec<T> {
        self.folder(folder, desk).iter().map(|source| desk.open(source, &mut read)).collect()
    }

    /// A file that must be there.
    fn one<T>(&mut self, file: &str, desk: &mut Desk, read: impl FnOnce(&mut Table, &mut Desk) -> T) -> T {
        let source = self.source(Path::new(file), desk).unwrap_or_else(|| {
            let name = self.shown(Path::new(file));
            desk.tear(&name);
            Source::new(name, "")
        });
        desk.open(&source, read)
    }

    /// As [`Shelf::one`]; a course that stands beside another one may do with what that one says.
    fn own<T>(
        &mut self,
        file: &str,
        may_lack: bool,
        desk: &mut Desk,
        read: impl FnOnce(&mut Table, &mut Desk) -> T,
    ) -> T {
        if !may_lack || self.files.iter().any(|there| there == Path::new(file)) {
            return self.one(file, desk, read);
        }
        let name = self.shown(Path::new(file));
        desk.tear(&name);
        desk.open(&Source::new(name, ""), read)
    }

    /// A file in the wrong folder would be missing without a word.
    fn report_unread(&self, desk: &mut Desk) {
        for file in self.files.iter().filter(|file| !self.read.contains(file)) {
            desk.take(Fault::in_file(
                &self.shown(file),
                Rule::LostFile,
                "no part of a course is read from here (see docs/authoring.md)",
            ));
        }
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}
