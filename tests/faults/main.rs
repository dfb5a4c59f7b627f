//! `./test faults`: what the engine promises, kept while processes are killed, power is cut, and disks fail or fill up.
//!
//! Everything is done to the real product: the verbs of all features, the real course, an encrypted vault. Each line ends
//! in `ok` or `MISS`. A control breaks the promise on purpose, and a harness that does not see it is a MISS too. What is
//! random follows from a seed, and stands in the line of what was missed.
//!
//!   faults NAME --count N
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod child;
mod dice;
mod disk;
mod full;
mod fuzz;
mod io;
mod kill;
mod life;
mod packs;
mod person;
mod power;
mod seen;
mod shim;
mod tally;
mod year;

use std::process::ExitCode;
use tally::Tally;

/// A harness: how it is called, how often it strikes in a short run, and itself.
type Harness = (&'static str, u64, fn(u64) -> Tally);

const HARNESSES: &[Harness] = &[
    ("kill", 300, kill::run),
    ("power", 2_000, power::run),
    ("io", 120, io::run),
    ("full", 10, full::run),
    ("fuzz", 300, fuzz::run),
    ("packs", 300, packs::run),
    ("year", 5, year::run),
];

fn main() -> ExitCode {
    let told: Vec<String> = std::env::args().skip(1).collect();
    match told.first().map(String::as_str) {
        Some("play") => {
            child::play(&told[1..]);
            return ExitCode::SUCCESS;
        }
        Some("endure") => {
            io::endure(&told[1..]);
            return ExitCode::SUCCESS;
        }
        Some("grow-older") => {
            year::grow_older(&told[1..]);
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    let count = told.iter().position(|word| word == "--count").map(|at| told[at + 1].parse().unwrap());
    let name = told.first().filter(|word| !word.starts_with("--"));
    let asked: Vec<&Harness> = HARNESSES.iter().filter(|(known, ..)| name.is_none_or(|name| name == known)).collect();
    if asked.is_empty() {
        eprintln!("faults: there is {}", HARNESSES.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(", "));
        return ExitCode::FAILURE;
    }
    let kept = asked.into_iter().map(|(name, short, run)| run(count.unwrap_or(*short)).print(name));
    // Each is run, whatever the one before it found.
    if kept.fold(true, |all, kept| all & kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
