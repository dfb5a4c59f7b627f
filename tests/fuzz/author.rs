//! A file of an author's, with anything in it, among the good others of a small course: read and checked, with all its faults.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A copy of the small course, and its files with what is in them.
struct Desk {
    home: tempfile::TempDir,
    files: Vec<(PathBuf, Vec<u8>)>,
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let (home, mut files) = (tempfile::tempdir().unwrap(), Vec::new());
        copy(&saywell_author::home().join("author/tests/good"), home.path(), &mut files);
        files.sort();
        Desk { home, files }
    })
}

fn copy(from: &Path, to: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target, files);
        } else {
            fs::copy(entry.path(), &target).unwrap();
            files.push((target, fs::read(entry.path()).unwrap()));
        }
    }
}

// The first byte says which file, and the second whether the rest stands in its place, or behind what is there.
fuzz_target!(|bytes: &[u8]| {
    let [which, place, rest @ ..] = bytes else { return };
    let Desk { home, files } = desk();
    let (file, good) = &files[usize::from(*which) % files.len()];
    let whole = if place % 2 == 0 { rest.to_vec() } else { [good.as_slice(), rest].concat() };
    fs::write(file, whole).unwrap();
    let _ = saywell_author::compile(home.path());
    fs::write(file, good).unwrap();
});
