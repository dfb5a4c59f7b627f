//! A translation with anything in it, beside a good small course: the course is shown in that language as far as it fits, and the
//! file can be brought up to date; doing so again changes nothing more.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const FILE: &str = "locale/sw.po";

fn home() -> &'static Path {
    static HOME: OnceLock<tempfile::TempDir> = OnceLock::new();
    HOME.get_or_init(|| {
        let home = tempfile::tempdir().unwrap();
        copy(&saywell_author::home().join("author/tests/good"), home.path());
        fs::create_dir_all(home.path().join("locale")).unwrap();
        home
    })
    .path()
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// The translation, up to date; none if lines of it cannot be read.
fn updated() -> Option<String> {
    let files = saywell_author::extract(home()).ok()?;
    files.into_iter().find(|(file, _)| *file == PathBuf::from(FILE)).map(|(_, text)| text)
}

fuzz_target!(|bytes: &[u8]| {
    let file = home().join(FILE);
    fs::write(&file, bytes).unwrap();
    let languages = saywell_author::languages(home()).unwrap();
    assert!(!languages.is_empty(), "English is always there");
    let _ = saywell_author::status(home()).unwrap();
    if let Some(once) = updated() {
        fs::write(&file, &once).unwrap();
        assert_eq!(updated().as_ref(), Some(&once));
    }
});
