//! Bytes that nobody of ours wrote, in each file that is read: a header, a backup, a compiled course, an author's file. The
//! answer is what was there or a typed error, never a panic.
//!
//! Mutations of good files, without looking at what the reader does with them: no coverage guides them.

use crate::dice::Dice;
use crate::tally::{Tally, progress};
use saywell_core::Error;
use saywell_core::vault::{Cost, Passphrase, preview_backup};
use saywell_tests::{Phone, at, open_for};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Bytes at which readers stumble.
const ODD: [u8; 8] = [0, 1, 0x7f, 0x80, 0xff, b'"', b'\n', b'['];

/// `count` mutations of each file but an author's, whose whole course is read for every one: a hundredth of it there.
pub fn run(count: u64) -> Tally {
    let mut tally = Tally::default();
    // What a panic would print is not of interest; that there is one is counted.
    let printed = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| ()));
    header(&mut tally, count);
    backup(&mut tally, count);
    course(&mut tally, count);
    author(&mut tally, count.div_ceil(100));
    std::panic::set_hook(printed);
    tally.add("panics", 0);
    tally
}

/// One to eight changes.
pub fn mutated(good: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len().max(1));
        let longest = 1 << dice.below(8);
        let length = dice.below(longest).min(bytes.len() - at);
        match dice.below(6) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << dice.below(8)),
            1 => bytes.iter_mut().skip(at).take(length).for_each(|byte| *byte = ODD[dice.below(ODD.len())]),
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let part = bytes[at..at + length].to_vec();
                bytes.splice(at..at, part);
            }
            4 => drop(bytes.splice(at..at, (0..length).map(|_| u8::try_from(dice.below(256)).unwrap()))),
            _ if dice.below(16) == 0 => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

/// Reads mutations of this file; `read` says whether the answer is one that may be given.
fn each(tally: &mut Tally, name: &'static str, count: u64, good: &[u8], mut read: impl FnMut(&[u8]) -> bool) {
    for turn in 0..count {
        let mut dice = Dice::of(u64::from(name.as_bytes()[0]), turn);
        let bytes = mutated(good, &mut dice);
        match catch_unwind(AssertUnwindSafe(|| read(&bytes))) {
            Ok(true) => tally.add(name, 1),
            Ok(false) => tally.miss("wrong", &format!("{name}, mutation {turn}")),
            Err(_) => tally.miss("panics", &format!("{name}, mutation {turn}")),
        }
        progress(name, turn + 1, count);
    }
}

fn header(tally: &mut Tally, count: u64) {
    let phone = Phone::new();
    phone.engine().write_note("note", "kingfisher", at("2026-11-23T20:00")).unwrap();
    let good = fs::read(phone.folder().join("vault.hdr")).unwrap();
    let course = saywell_core::course().unwrap();
    let small = saywell_core::content::Course { chapters: vec![], quizzes: vec![], scenarios: vec![], ..course };
    each(tally, "header", count, &good, |bytes| {
        for name in ["vault.hdr", "vault.hdr.2"] {
            fs::write(phone.folder().join(name), bytes).unwrap();
        }
        match open_for(phone.folder(), small.clone()) {
            Ok(engine) => engine.notes(None, 9).unwrap().len() == 1,
            Err(fault) => {
                matches!(fault, Error::Damaged | Error::KeyLost | Error::NewerVersion | Error::WrongPin { .. })
            }
        }
    });
}

fn backup(tally: &mut Tally, count: u64) {
    let phone = Phone::new();
    let (mut good, passphrase) = (Vec::new(), Passphrase::new(b"a heron by the river".to_vec()).unwrap());
    let now = at("2026-11-23T20:00");
    let contents = phone.engine().back_up(&mut good, &passphrase, Cost::new(8, 1).unwrap(), now).unwrap();
    each(tally, "backup", count, &good, |bytes| match preview_backup(&mut &*bytes, &passphrase) {
        Ok(preview) => preview.contents == contents && bytes == good,
        Err(fault) => matches!(fault, Error::Damaged | Error::NewerVersion | Error::Invalid { .. }),
    });
}

fn course(tally: &mut Tally, count: u64) {
    let good = serde_json::to_vec(&saywell_core::course().unwrap()).unwrap();
    each(tally, "course", count, &good, |bytes| {
        matches!(saywell_core::load_course(bytes), Ok(_) | Err(Error::Invalid { .. }))
    });
}

/// Each file of the course in turn, among the good others.
fn author(tally: &mut Tally, count: u64) {
    let home = tempfile::tempdir().unwrap();
    copy(&saywell_author::home(), home.path());
    let mut files = Vec::new();
    written(home.path(), &mut files);
    let each_file = count.div_ceil(u64::try_from(files.len()).unwrap());
    for file in &files {
        let good = fs::read(file).unwrap();
        each(tally, "author", each_file, &good, |bytes| {
            fs::write(file, bytes).unwrap();
            // Both are answers: a change may be none that matters.
            let _ = saywell_author::compile(home.path());
            true
        });
        fs::write(file, good).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn written(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            written(&path, files);
        } else if path.extension().is_some_and(|kind| kind == "toml") {
            files.push(path);
        }
    }
}
