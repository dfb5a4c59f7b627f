//! Four answers that are never mixed up, over random folders: wrong PIN, lost key, damaged file, newer version. Asking changes
//! nothing but the count of tries.
//!
//! `SAYWELL_LONG=1` asks ten thousand times; otherwise a few hundred.

use super::open_tests::{PINS, Phone, pin, secret, write};
use super::*;
use crate::mix::mix;
use std::fs;

/// What was done to a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Harm {
    Nothing,
    OtherPin,
    NoPin,
    OtherSecret,
    NoHeader,
    OneCopy,
    BothCopies,
    Page,
    Short,
    Gone,
    NewerHeader,
}

const HARMS: [Harm; 11] = [
    Harm::Nothing,
    Harm::OtherPin,
    Harm::NoPin,
    Harm::OtherSecret,
    Harm::NoHeader,
    Harm::OneCopy,
    Harm::BothCopies,
    Harm::Page,
    Harm::Short,
    Harm::Gone,
    Harm::NewerHeader,
];

/// A folder with some notes behind a PIN or without, and one that a newer app used.
fn folders() -> Vec<(Phone, Option<&'static str>, bool)> {
    let make = |digits: Option<&'static str>, newer: bool| {
        let phone = Phone::new();
        let engine = phone.open(None).unwrap();
        (0..50).for_each(|note| write(&engine, &format!("note-{note}")));
        drop(engine);
        if let Some(digits) = digits {
            phone.set(None, digits).unwrap();
        }
        if newer {
            let engine = phone.open(digits).unwrap();
            engine.vault.read(|connection| Ok(connection.pragma_update(None, "user_version", 999)?)).unwrap();
        }
        (phone, digits, newer)
    };
    vec![make(None, false), make(Some(PINS[0]), false), make(None, true), make(Some(PINS[1]), true)]
}

#[test]
fn four_answers_are_never_mixed_up_and_change_nothing() {
    let cases: u64 = if std::env::var_os("SAYWELL_LONG").is_some() { 10_000 } else { 300 };
    let folders = folders();
    let mut asked = [0_u64; HARMS.len()];
    for case in 0..cases {
        let draw = |what: &str| mix(case, what);
        let pick = |what: &str, most: usize| usize::try_from(draw(what) % most as u64).unwrap();
        let (source, digits, newer) = &folders[pick("folder", folders.len())];
        let harm = HARMS[pick("harm", HARMS.len())];
        let mut phone = Phone::new();
        for (name, bytes) in source.files() {
            fs::write(phone.folder().join(name), bytes).unwrap();
        }
        let mut typed = *digits;
        let file = phone.folder().join("vault.db");
        let odd = format!("{:06}", draw("pin") % 1_000_000);
        let flip = |name: &str, salt: &str, most: usize| {
            let path = phone.folder().join(name);
            let mut bytes = fs::read(&path).unwrap();
            let bit = pick(salt, 8 * bytes.len().min(most));
            bytes[bit / 8] ^= 1 << (bit % 8);
            fs::write(path, bytes).unwrap();
        };
        let wrong = Err(Error::WrongPin { wait_seconds: 0 });
        let opens = if *newer { Err(Error::NewerVersion) } else { Ok(()) };
        let expected = match harm {
            // Where a newer app used the folder, its file opens and says so.
            Harm::Nothing => opens,
            Harm::OtherPin => {
                typed = Some(&odd);
                wrong
            }
            Harm::NoPin => {
                typed = None;
                if digits.is_some() { wrong } else { opens }
            }
            Harm::OtherSecret => {
                phone.secret = secret(u8::try_from(8 + draw("secret") % 200).unwrap());
                Err(Error::KeyLost)
            }
            Harm::NoHeader => {
                for name in folder::HEADERS {
                    fs::remove_file(phone.folder().join(name)).unwrap();
                }
                Err(Error::KeyLost)
            }
            Harm::OneCopy => {
                flip(folder::HEADERS[pick("copy", 2)], "bit", usize::MAX);
                opens
            }
            Harm::BothCopies => {
                flip(folder::HEADERS[0], "bit", usize::MAX);
                flip(folder::HEADERS[1], "other bit", usize::MAX);
                Err(Error::Damaged)
            }
            Harm::Page => {
                flip("vault.db", "bit", 4096);
                Err(Error::Damaged)
            }
            Harm::Short => {
                let bytes = fs::read(&file).unwrap();
                fs::write(&file, &bytes[..pick("length", 4096)]).unwrap();
                Err(Error::Damaged)
            }
            Harm::Gone => {
                fs::remove_file(&file).unwrap();
                Err(Error::Damaged)
            }
            Harm::NewerHeader => {
                for name in folder::HEADERS {
                    fs::write(phone.folder().join(name), newer_header()).unwrap();
                }
                Err(Error::NewerVersion)
            }
        };
        let before = phone.files();
        let answer = phone.open(typed).map(drop);
        assert_eq!(answer, expected, "case {case}: {harm:?}");
        let after = phone.files();
        if expected.is_err() {
            let same = |name: &str| before.get(name) == after.get(name);
            let untouched =
                before.keys().chain(after.keys()).filter(|name| *name != folder::TRIES).all(|name| same(name));
            assert!(untouched, "case {case}: {harm:?} changed a file");
        }
        asked[HARMS.iter().position(|known| *known == harm).unwrap()] += 1;
    }
    assert!(asked.iter().all(|times| *times > 5), "{asked:?}");
    let all: u64 = asked.iter().sum();
    println!("fault: four-answers {all} cases of {} kinds, 0 mixed up, 0 bytes changed ok", HARMS.len());
}

/// What a later app may write: the same beginning, another version, and the digest at the end.
fn newer_header() -> Vec<u8> {
    use sha2::Digest;
    let mut bytes = [&b"saywell\0\x02\0"[..], &[9; 700]].concat();
    let digest = sha2::Sha256::digest(&bytes);
    bytes.extend(digest);
    bytes
}

#[test]
fn a_pin_needs_all_of_it() {
    // Every PIN that differs in one digit opens nothing.
    let phone = Phone::new();
    phone.set(None, "4711").unwrap();
    for place in 0..4 {
        for digit in b'0'..=b'9' {
            let mut digits = *b"4711";
            digits[place] = digit;
            let typed = std::str::from_utf8(&digits).unwrap();
            fs::remove_file(phone.folder().join(folder::TRIES)).unwrap_or_default();
            let opened = phone.open(Some(typed)).is_ok();
            assert_eq!(opened, typed == "4711", "{typed}");
        }
    }
    assert!(pin("4711") == pin("4711") && pin("4711") != pin("47110"));
}
