//! A process is killed at any moment, again and again, and goes on with what is left. All that it acknowledged is there,
//! and no half of what it did not.

use crate::child::{Planted, Play, acknowledged};
use crate::dice::Dice;
use crate::life::{Found, Life};
use crate::seen::seen;
use crate::tally::{Tally, progress};
use saywell_core::content::Course;
use saywell_tests::open_for;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// A phone dies so often before a new one is bought: what is on it shall not grow for ever, and first openings count too.
const KILLS_A_PHONE: u64 = 40;
/// What is killed while a fault is planted.
const CONTROLS: u64 = 120;

pub fn run(count: u64) -> Tally {
    let mut tally = Tally::default();
    killed(&mut tally, count, Planted::Nothing);
    for (planted, what) in [(Planted::TooEarly, "control-too-early"), (Planted::InParts, "control-in-parts")] {
        let mut control = Tally::default();
        killed(&mut control, CONTROLS.min(count), planted);
        tally.control(what, control.count("lost") + control.count("torn"), 1);
    }
    tally
}

fn killed(tally: &mut Tally, count: u64, planted: Planted) {
    for what in ["kills", "opening", "acknowledged", "one-more", "taken-twice", "lost", "torn"] {
        tally.add(what, 0);
    }
    let course = saywell_core::course().unwrap();
    let mut kills = 0;
    while kills < count {
        let seed = kills;
        let phone = tempfile::tempdir().unwrap();
        let (mut life, mut again) = (Life::of(seed), Vec::new());
        for _ in 0..KILLS_A_PHONE.min(count - kills) {
            let from = life.turns;
            let play = Play { folder: phone.path(), seed, from, to: u64::MAX, session: u64::MAX, planted };
            let said = play_and_kill(&play, &mut Dice::of(seed, kills));
            let known = acknowledged(&said, from);
            kills += 1;
            tally.add("kills", 1);
            tally.add("acknowledged", known - from);
            tally.add("opening", u64::from(known == from));
            progress("kill", kills, count);
            let how = format!("seed {seed}, kill {kills}, turn {known}");
            let found = match look(phone.path(), &course) {
                Ok(found) => found,
                Err(fault) => {
                    tally.miss("torn", &format!("{how}: {fault}"));
                    break;
                }
            };
            match life.compare(known, &found) {
                Found::Acknowledged => again.push(known),
                Found::OneMore => tally.add("one-more", 1),
                Found::Lost => tally.miss("lost", &how),
                Found::Torn if Life::took_one_twice(seed, &again, known, &found) => {
                    // What is on it is not what the model goes on with.
                    tally.add("taken-twice", 1);
                    break;
                }
                Found::Torn => tally.miss("torn", &how),
            }
            if tally.count("lost") + tally.count("torn") > 0 {
                break;
            }
        }
        if tally.count("lost") + tally.count("torn") > 0 {
            break;
        }
    }
}

/// What the child said before it was killed: 1 to 40 ms after it was begun, for every eighth, which opens its vault then;
/// for the others within 2 ms after a number of turns, so that a machine with much to do strikes as often.
fn play_and_kill(play: &Play, dice: &mut Dice) -> Vec<u8> {
    let mut child = play.command().spawn().unwrap();
    let (mut heard, mut said) = (BufReader::new(child.stdout.take().unwrap()), Vec::new());
    let wait = if dice.below(8) == 0 {
        1_000 + dice.below(39_000)
    } else {
        // The first line says that the vault is open.
        for _ in 0..=dice.below(20) {
            heard.read_until(b'\n', &mut said).unwrap();
        }
        dice.below(2_000)
    };
    sleep(Duration::from_micros(u64::try_from(wait).unwrap()));
    child.kill().unwrap();
    heard.read_to_end(&mut said).unwrap();
    let ended = child.wait().unwrap();
    assert!(ended.code().is_none(), "the child ended by itself: {ended}");
    said
}

/// What is seen on this phone. A copy of it is opened, so that the next child finds it as it was left.
fn look(folder: &Path, course: &Course) -> saywell_core::Result<String> {
    let copy = tempfile::tempdir().unwrap();
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    seen(&open_for(copy.path(), course.clone())?)
}
