//! A vault's header that nobody of ours wrote: the vault opens with what it kept, or says one of four things.
#![no_main]

use libfuzzer_sys::fuzz_target;
use saywell_core::content::Course;
use saywell_core::{Engine, Error, Moment, Secret, Unlock};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// Where the two places of a guess's cost stand: what is written there decides how long it takes to open.
const COST: std::ops::Range<usize> = 10..18;

fn open(folder: &Path) -> Result<Engine, Error> {
    static COURSE: OnceLock<Course> = OnceLock::new();
    let course = COURSE.get_or_init(|| {
        let whole = saywell_core::course().unwrap();
        Course { chapters: vec![], quizzes: vec![], scenarios: vec![], ..whole }
    });
    Engine::open(folder, &Unlock { secret: &Secret::new(&[7; 32]), pin: None, uptime_ms: 60_000 }, course.clone())
}

fn phone() -> &'static Path {
    static PHONE: OnceLock<tempfile::TempDir> = OnceLock::new();
    PHONE
        .get_or_init(|| {
            let phone = tempfile::tempdir().unwrap();
            let evening = Moment("2026-11-23T20:00:00+01:00".parse().unwrap());
            open(phone.path()).unwrap().write_note("note", "kingfisher", evening).unwrap();
            phone
        })
        .path()
}

fuzz_target!(|bytes: &[u8]| {
    let good = phone().join("good");
    if !good.exists() {
        fs::copy(phone().join("vault.hdr"), &good).unwrap();
    }
    let mut header = fs::read(&good).unwrap();
    // What is fuzzed lies over the good header, and half of them get the sum that fits.
    let (summed, bytes) = bytes.split_first().map_or((false, bytes), |(first, rest)| (first % 2 == 1, rest));
    let over = bytes.len().min(header.len());
    header.iter_mut().zip(&bytes[..over]).for_each(|(byte, change)| *byte ^= change);
    header.extend_from_slice(&bytes[over..]);
    if summed {
        header.get_mut(COST).into_iter().flatten().for_each(|byte| *byte = 0);
        let end = header.len() - 32;
        let sum = Sha256::digest(&header[..end]);
        header[end..].copy_from_slice(&sum);
    }
    for name in ["vault.hdr", "vault.hdr.2"] {
        fs::write(phone().join(name), &header).unwrap();
    }
    match open(phone()) {
        Ok(engine) => assert_eq!(engine.notes(None, 9).unwrap().len(), 1),
        Err(Error::Damaged | Error::KeyLost | Error::NewerVersion | Error::WrongPin { .. }) => {}
        Err(other) => panic!("{other:?}"),
    }
});
