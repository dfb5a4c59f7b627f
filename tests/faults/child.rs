//! The process that things happen to: this program again, which plays a person and acknowledges each turn when its verb
//! has returned.

use crate::person;
use saywell_tests::open_for;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Faults that are planted, so that a harness that sees none is found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    Nothing,
    /// Acknowledges a turn before its verb.
    TooEarly,
    /// Makes of each verb three transactions.
    InParts,
}

const PLANTED: [Planted; 3] = [Planted::Nothing, Planted::TooEarly, Planted::InParts];

/// What a child is to play.
#[derive(Debug, Clone, Copy)]
pub struct Play<'a> {
    pub folder: &'a Path,
    pub seed: u64,
    /// The first turn.
    pub from: u64,
    /// The turn before which it stops.
    pub to: u64,
    /// After so many turns the vault is closed and opened again.
    pub session: u64,
    pub planted: Planted,
}

impl Play<'_> {
    /// A process that plays this, its acknowledgements on its standard output.
    pub fn command(&self) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("play").arg(self.folder).arg(format!("{:?}", self.planted));
        command.args([self.seed, self.from, self.to, self.session].map(|number| number.to_string()));
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }

    /// Plays, in the process that is the child.
    fn run(&self) {
        let course = saywell_core::course().unwrap();
        let mut turn = self.from;
        while turn < self.to {
            let engine = open_for(self.folder, course.clone()).unwrap();
            say("opened");
            let end = self.to.min(turn.saturating_add(self.session));
            while turn < end {
                if self.planted == Planted::TooEarly {
                    say(&turn.to_string());
                }
                if self.planted == Planted::InParts {
                    engine.write_note("part", "half of it", saywell_tests::at("2026-11-23T20:00")).unwrap();
                }
                let answer = person::act(&engine, self.seed, turn);
                if self.planted == Planted::InParts {
                    engine.delete_note("part").unwrap();
                }
                assert!(!person::is_told_unsaved(&answer), "{answer:?}");
                if self.planted != Planted::TooEarly {
                    say(&turn.to_string());
                }
                turn += 1;
            }
        }
    }
}

/// One write each, so that it is in the pipe or not.
fn say(what: &str) {
    std::io::stdout().write_all(format!("{what}\n").as_bytes()).unwrap();
}

/// What a child was told on its command line.
pub fn play(told: &[String]) {
    let number = |at: usize| told[at].parse().unwrap();
    let planted = PLANTED.into_iter().find(|planted| format!("{planted:?}") == told[1]).unwrap();
    let folder = PathBuf::from(&told[0]);
    let play = Play { folder: &folder, seed: number(2), from: number(3), to: number(4), session: number(5), planted };
    play.run();
}

/// How many turns a child has acknowledged that began at `from`.
pub fn acknowledged(output: &[u8], from: u64) -> u64 {
    let said = String::from_utf8_lossy(output);
    // A line that was not ended was not said.
    let whole = said.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    whole.filter_map(|line| line.trim().parse::<u64>().ok()).map(|turn| turn + 1).max().unwrap_or(from)
}
