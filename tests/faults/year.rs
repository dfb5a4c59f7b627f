//! A year of use in which nothing is deleted, and how much memory the process has by then: a phone that is short of it ends
//! the app that has most.

use crate::person;
use crate::seen::seen;
use crate::tally::{Tally, progress};
use chrono::Duration;
use saywell_core::Moment;
use saywell_tests::{at, memory, open_for};
use std::fs;
use std::path::Path;
use std::process::Command;

/// One every seven minutes, all day and all night: more than anybody does.
const TURNS_A_DAY: u64 = 206;
/// MiB that the engine may take at most, its course in it.
const MOST: u64 = 32;

/// `days` of a life in a process of its own; on each, all that can be seen is looked at.
pub fn run(days: u64) -> Tally {
    let mut tally = Tally::default();
    let home = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    let ended = child.arg("grow-older").arg(home.path()).arg(days.to_string()).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout);
    let figures: Vec<u64> = said.split_whitespace().map_while(|figure| figure.parse().ok()).collect();
    let &[refused, opened, peak, vault] = figures.as_slice() else {
        tally.miss("ended", &String::from_utf8_lossy(&ended.stderr));
        return tally;
    };
    for (what, many) in [
        ("days", days),
        ("turns", days * TURNS_A_DAY),
        ("opened_KiB", opened),
        ("peak_KiB", peak),
        ("vault_KiB", vault),
    ] {
        tally.add(what, many);
    }
    if refused > 0 {
        tally.miss("refused", &format!("{refused} turns of a phone that nothing happens to"));
    }
    if peak > MOST << 10 {
        tally.miss("too-much", &format!("{peak} KiB of {MOST} MiB"));
    }
    tally
}

/// The child: prints the turns that were not saved, the memory once the vault was open, the most it ever was, and the vault.
pub fn grow_older(told: &[String]) {
    let (folder, days) = (Path::new(&told[0]), told[1].parse().unwrap());
    let engine = open_for(folder, saywell_core::course().unwrap()).unwrap();
    let (opened, mut refused) = (memory("VmRSS"), 0);
    for day in 0..days {
        for turn in day * TURNS_A_DAY..(day + 1) * TURNS_A_DAY {
            refused += u64::from(person::is_told_unsaved(&person::act_keeping(&engine, 1, turn)));
        }
        seen(&engine).unwrap();
        engine.daily_check(Moment(at("2026-11-24T12:00").0 + Duration::days(day.try_into().unwrap()))).unwrap();
        progress("year", day + 1, days);
    }
    let vault: u64 = fs::read_dir(folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    println!("{refused} {opened} {} {}", memory("VmHWM"), vault >> 10);
}
