//! What a harness counts, and the line that it prints.

use std::io::{IsTerminal, Write};

/// Counts by name, in the order in which they were first named.
#[derive(Default)]
pub struct Tally {
    counts: Vec<(&'static str, u64)>,
    misses: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, what: &'static str, many: u64) {
        match self.counts.iter_mut().find(|(name, _)| *name == what) {
            Some((_, count)) => *count += many,
            None => self.counts.push((what, many)),
        }
    }

    pub fn count(&self, what: &str) -> u64 {
        self.counts.iter().find(|(name, _)| *name == what).map_or(0, |(_, count)| *count)
    }

    /// A promise that was not kept, and how to see it again.
    pub fn miss(&mut self, what: &'static str, how: &str) {
        self.add(what, 1);
        eprintln!("faults: {what}: {how}");
        self.misses.push(format!("{what}: {how}"));
    }

    /// A promise that was broken on purpose must be seen broken this often.
    pub fn control(&mut self, what: &'static str, seen: u64, least: u64) {
        self.add(what, seen);
        if seen < least {
            self.misses.push(format!("{what}: {seen} of at least {least}"));
        }
    }

    /// Prints the line, and what was missed before it. Whether nothing was.
    pub fn print(&self, name: &str) -> bool {
        for miss in self.misses.iter().take(20) {
            println!("{miss}");
        }
        let counts: Vec<String> = self.counts.iter().map(|(name, count)| format!("{name}={count}")).collect();
        let word = if self.misses.is_empty() { "ok" } else { "MISS" };
        println!("fault: {name} {} {word}", counts.join(" "));
        self.misses.is_empty()
    }
}

/// Says how far it is: all the time where somebody watches, and else ten times, so that a run that is cut short has said
/// something. A miss is told when it is seen.
pub fn progress(name: &str, done: u64, of: u64) {
    let mut to = std::io::stderr();
    if to.is_terminal() {
        if done.is_multiple_of(10) || done == of {
            let end = if done == of { "\r\x1b[K" } else { "" };
            let _ = write!(to, "\rfaults: {name} {done} of {of}{end}");
        }
    } else if done.is_multiple_of(of.div_ceil(10)) {
        let _ = writeln!(to, "faults: {name} {done} of {of}");
    }
}
