//! A small course in a folder of its own, which a test may break.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod scenario;

use saywell_author::{Fault, compile};
use saywell_content::Course;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub struct Home {
    _folder: TempDir,
    /// The folder that holds `course`.
    pub path: PathBuf,
}

impl Home {
    /// No course.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("content");
        fs::create_dir_all(path.join("course")).unwrap();
        Self { _folder: folder, path }
    }

    /// A small course without a fault: `tests/good`.
    pub fn good() -> Self {
        let home = Self::empty();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/course"), &home.path.join("course"));
        home
    }

    /// As [`Home::good`], with a scenario and what it leads to: `tests/scenario`.
    pub fn with_scenario() -> Self {
        let home = Self::good();
        home.write("scenario/1-walk.toml", include_str!("../scenario/1-walk.toml"))
            .write("glossary/techniques-more.toml", include_str!("../scenario/techniques.toml"))
            .write("help/3-low-mood.toml", include_str!("../scenario/low-mood.toml"));
        home
    }

    /// Writes a file of the course.
    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path.join("course").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Changes the first `from` of a file.
    pub fn change(&self, file: &str, from: &str, to: &str) -> &Self {
        let path = self.path.join("course").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from:?}");
        self.write(file, text.replacen(from, to, 1))
    }

    pub fn remove(&self, file: &str) -> &Self {
        fs::remove_file(self.path.join("course").join(file)).unwrap();
        self
    }

    pub fn compile(&self) -> Result<Course, Vec<Fault>> {
        compile(&self.path)
    }

    /// The faults as an author reads them.
    pub fn faults(&self) -> Vec<String> {
        self.compile().err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(path, copied).unwrap();
        }
    }
}

/// A change to a file, and the fault: the text where it points, and words of its reason.
pub struct Rule {
    from: &'static str,
    to: &'static str,
    at: &'static str,
    reason: &'static str,
}

pub const fn rule(from: &'static str, to: &'static str, at: &'static str, reason: &'static str) -> Rule {
    Rule { from, to, at, reason }
}

pub fn each_breaks_alone(file: &str, rules: &[Rule]) {
    each_breaks(Home::good, file, rules);
}

/// As [`each_breaks_alone`], in another home.
pub fn each_breaks(home: fn() -> Home, file: &str, rules: &[Rule]) {
    for Rule { from, to, at, reason } in rules {
        let home = home();
        home.change(file, from, to);
        let text = fs::read_to_string(home.path.join("course").join(file)).unwrap();
        let before = text.split_once(at).unwrap_or_else(|| panic!("{file} has no {at:?}")).0;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let start = format!("content/course/{file}:{}:{column}: ", before.matches('\n').count() + 1);
        let faults = home.faults();
        let alone = matches!(faults.as_slice(), [fault] if fault.starts_with(&start) && fault.contains(reason));
        assert!(alone, "{from:?} -> {to:?}\nwanted {start}… {reason} …\ngot {faults:#?}");
    }
}
