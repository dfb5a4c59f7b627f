//! Power is cut at any moment. All that a child does to its files is written down, and played again up to the cut on a disk
//! that keeps what was synced and as little of the rest as it likes.

use crate::child::{Planted, Play, acknowledged};
use crate::dice::Dice;
use crate::disk::{Disk, Entry, entries};
use crate::life::Life;
use crate::seen::seen;
use crate::shim;
use crate::tally::{Tally, progress};
use saywell_core::content::Course;
use saywell_tests::open_for;
use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// How many turns are recorded, and after how many the vault is closed and opened again.
const TURNS: u64 = 120;
const SESSION: u64 = 30;
/// Cuts in one record; then another person plays.
const CUTS_A_RECORD: u64 = 1_000;
/// Of the cuts of a disk that syncs nothing, more than this part must lose something.
const CONTROL_PERCENT: u64 = 30;

pub fn run(count: u64) -> Tally {
    let mut tally = Tally::default();
    for what in ["cuts", "different", "writes", "syncs", "one-more", "corrupt", "lost"] {
        tally.add(what, 0);
    }
    let mut cuts = 0;
    for seed in 0..count.div_ceil(CUTS_A_RECORD) {
        let here = CUTS_A_RECORD.min(count - cuts);
        cut_one_record(&mut tally, seed, here, true);
        cuts += here;
        progress("power", cuts, count);
    }
    let mut control = Tally::default();
    let controls = CUTS_A_RECORD.min(count);
    cut_one_record(&mut control, 0, controls, false);
    let bad = control.count("corrupt") + control.count("lost");
    tally.control("control-percent", bad * 100 / controls, CONTROL_PERCENT);
    tally
}

fn cut_one_record(tally: &mut Tally, seed: u64, cuts: u64, syncs: bool) {
    let course = saywell_core::course().unwrap();
    let record = recorded(seed, syncs);
    let states = states(seed);
    let mut dice = Dice::of(seed, cuts);
    let mut places: Vec<usize> = (0..cuts).map(|_| 1 + dice.below(record.len())).collect();
    places.sort_unstable();
    let (mut disk, mut played, mut said) = (Disk::default(), 0, Vec::new());
    let mut looked = HashMap::new();
    for place in places {
        for entry in &record[played..place] {
            disk.take(entry);
            if let Entry::Said(line) = entry {
                said.extend_from_slice(line);
            }
        }
        played = place;
        let known = usize::try_from(acknowledged(&said, 0)).unwrap();
        tally.add("cuts", 1);
        let how = format!("seed {seed}, cut {place} of {}, turn {known}", record.len());
        let files = disk.cut(&mut dice);
        // Many cuts leave the same bytes, which are looked at once.
        let state = looked.entry(hash(&files)).or_insert_with(|| found(&files, &course)).clone();
        match state {
            Ok(state) if state == states[known] => {}
            Ok(state) if states.get(known + 1) == Some(&state) => tally.add("one-more", 1),
            Ok(state) if states[..known].contains(&state) => tally.miss("lost", &how),
            Ok(_) => tally.miss("corrupt", &how),
            Err(fault) => tally.miss("corrupt", &format!("{how}: {fault}")),
        }
    }
    let count = |is: fn(&Entry) -> bool| u64::try_from(record.iter().filter(|entry| is(entry)).count()).unwrap();
    tally.add("different", u64::try_from(looked.len()).unwrap());
    tally.add("writes", count(|entry| matches!(entry, Entry::Write { .. })));
    tally.add("syncs", count(|entry| matches!(entry, Entry::Sync { .. })));
}

/// Plays a person, and all that this does to the files.
fn recorded(seed: u64, syncs: bool) -> Vec<Entry> {
    let home = tempfile::tempdir().unwrap();
    let (folder, record) = (home.path().join("phone"), home.path().join("record"));
    fs::create_dir(&folder).unwrap();
    let play = Play { folder: &folder, seed, from: 0, to: TURNS, session: SESSION, planted: Planted::Nothing };
    let mut command = play.command();
    command.env("LD_PRELOAD", shim::compiled("record.c", home.path()));
    command.env("RECORD_FOLDER", &folder).env("RECORD_TO", &record);
    if !syncs {
        command.env("RECORD_NO_SYNC", "1");
    }
    let played = command.output().unwrap();
    assert!(played.status.success(), "{}", String::from_utf8_lossy(&played.stderr));
    assert_eq!(acknowledged(&played.stdout, 0), TURNS);
    entries(&fs::read(record).unwrap())
}

/// What must be there after each turn.
fn states(seed: u64) -> Vec<u64> {
    let mut life = Life::of(seed);
    let state = |turn| {
        life.live_to(turn);
        hash(life.seen().as_str())
    };
    (0..=TURNS).map(state).collect()
}

/// What is there.
fn found(files: &[(String, Vec<u8>)], course: &Course) -> saywell_core::Result<u64> {
    let phone = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(Path::new(phone.path()).join(name), bytes).unwrap();
    }
    Ok(hash(seen(&open_for(phone.path(), course.clone())?)?.as_str()))
}

fn hash<T: Hash + ?Sized>(what: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
