//! A disk refuses one change, or all from one on. The person is told that nothing was saved and sees what was there before;
//! once the disk is well again the same verb goes through, and nothing that was acknowledged is lost.

use crate::life::{Found, Life};
use crate::person;
use crate::seen::seen;
use crate::shim;
use crate::tally::{Tally, progress};
use saywell_core::{Engine, Error};
use saywell_tests::open_for;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The folder of the phone, the mark that makes a fault last, and what the shim makes when it refuses.
const PHONE: &str = "phone";
const LASTS: &str = "lasts";
const TELL: &str = "refused";
const MOST: u64 = 500;
/// EIO and ENOSPC on Linux.
const ERRORS: [&str; 2] = ["5", "28"];

/// What is refused: the call as the shim knows it, the number of turns in which it happens once at least, and how often.
struct Kind {
    call: &'static str,
    turns: u64,
    every: u64,
}

/// Every verb that saves syncs and writes; a file is cut when a vault is closed or something deleted.
const KINDS: [Kind; 3] = [
    Kind { call: "s", turns: 2, every: 1 },
    Kind { call: "w", turns: 1, every: 1 },
    Kind { call: "t", turns: 12, every: 10 },
];

/// `count` of all the faults there are, spread evenly; 0 stands for each.
pub fn run(count: u64) -> Tally {
    let mut tally = Tally::default();
    for what in ["runs", "refused", "told", "done-all-the-same", "not-reached", "inconsistent"] {
        tally.add(what, 0);
    }
    let home = tempfile::tempdir().unwrap();
    let shim = shim::compiled("refuse.c", home.path());
    let all: Vec<(&Kind, u64, &str, bool)> = KINDS
        .iter()
        .flat_map(|kind| (1..=MOST / kind.every).map(move |at| (kind, at)))
        .flat_map(|(kind, at)| ERRORS.map(|error| (kind, at, error)))
        .flat_map(|(kind, at, error)| [false, true].map(|lasts| (kind, at, error, lasts)))
        .collect();
    let of = u64::try_from(all.len()).unwrap();
    let count = if count == 0 { of } else { count.min(of) };
    for run in 0..count {
        let (kind, at, error, lasts) = all[usize::try_from(run * of / count).unwrap()];
        let how = format!("call {}, the {at}-th, error {error}, lasting {lasts}", kind.call);
        refuse(&mut tally, &shim, (kind, at, error, lasts), &how);
        progress("io", run + 1, count);
    }
    tally
}

fn refuse(tally: &mut Tally, shim: &Path, (kind, at, error, lasts): (&Kind, u64, &str, bool), how: &str) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(PHONE);
    fs::create_dir(&folder).unwrap();
    let (seed, turns) = (at, at * kind.turns + 20);
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.arg("endure").arg(home.path()).args([seed, turns].map(|number| number.to_string()));
    child.env("LD_PRELOAD", shim).env("REFUSE_FOLDER", &folder).env("REFUSE_TELL", home.path().join(TELL));
    child.env("REFUSE_CALL", kind.call).env("REFUSE_AT", at.to_string()).env("REFUSE_ERRNO", error);
    if lasts {
        fs::write(home.path().join(LASTS), []).unwrap();
        child.env("REFUSE_WHILE", home.path().join(LASTS));
    }
    let ended = child.output().unwrap();
    tally.add("runs", 1);
    if !home.path().join(TELL).exists() {
        return tally.add("not-reached", 1);
    }
    tally.add("refused", 1);
    if !ended.status.success() {
        return tally.miss("inconsistent", &format!("{how}: {}", String::from_utf8_lossy(&ended.stderr)));
    }
    let said = String::from_utf8_lossy(&ended.stdout);
    let count = |word: &str| u64::try_from(said.lines().filter(|line| *line == word).count()).unwrap();
    tally.add("told", count("told"));
    tally.add("done-all-the-same", count("done"));
    let mut life = Life::of(seed);
    let found = open_for(&folder, saywell_core::course().unwrap()).and_then(|engine| seen(&engine));
    if found.map(|found| life.compare(turns, &found)) != Ok(Found::Acknowledged) {
        tally.miss("inconsistent", &format!("{how}: after {turns} turns"));
    }
}

/// The child: plays a person, and looks after each turn that was not saved.
pub fn endure(told: &[String]) {
    let (home, seed, turns) = (Path::new(&told[0]), told[1].parse().unwrap(), told[2].parse().unwrap());
    let mend = || drop(fs::remove_file(home.join(LASTS)));
    let engine = opened(&home.join(PHONE), mend);
    let (mut turn, mut well) = (0, true);
    while turn < turns {
        let answer = person::act(&engine, seed, turn);
        if !person::is_told_unsaved(&answer) {
            assert!(!matches!(answer, Err(Error::Damaged | Error::KeyLost | Error::Unexpected { .. })), "{answer:?}");
            (turn, well) = (turn + 1, true);
            continue;
        }
        assert!(well, "turn {turn} is refused by a disk that is well: {answer:?}");
        mend();
        match Life::of(seed).compare(turn, &seen(&engine).unwrap()) {
            Found::Acknowledged => println!("told"),
            // What was deleted is gone, though not yet from the copies.
            Found::OneMore => {
                println!("done");
                turn += 1;
            }
            found => panic!("turn {turn} was not saved, and what is there is {found:?}"),
        }
        well = false;
    }
}

/// Opens what cannot be opened at first; that it is damaged or without a key is never said of a disk that fails.
fn opened(folder: &Path, mend: impl Fn()) -> Engine {
    let open = || open_for(folder, saywell_core::course().unwrap());
    match open() {
        Ok(engine) => engine,
        Err(Error::NoSpace | Error::Storage { .. }) => {
            println!("told");
            mend();
            open().unwrap()
        }
        Err(other) => panic!("{other:?}"),
    }
}
