//! The talk of two people: a gentle timer that runs forward only, and on disk every quarter of a minute.
//!
//! Nothing ticks and nothing rings. The time is told to whoever asks, and once, softly, when the minutes are over.

use crate::clock::Stopwatch;
use crate::screen::unbroken;
use crate::shell::Shell;
use crate::stop::{Go, Stop};
use crate::{help, words};
use saywell_core::scenario::TogetherView;
use std::time::Duration;

/// How often the time is stored.
const STORED_EVERY: Duration = Duration::from_secs(15);

/// How the two came out of their talk.
pub enum Talked {
    /// They are done.
    Done,
    /// They stop for now.
    Stop,
    /// They end it here.
    End,
}

/// Waits while they talk. However it ends, the time is kept.
pub fn talk(shell: &mut Shell, view: &TogetherView) -> Go<Talked> {
    let mut watch = Stopwatch::from(view.elapsed_ms);
    let talked = listen(shell, view, &mut watch);
    store(shell, view, &watch)?;
    talked
}

fn store(shell: &Shell, view: &TogetherView, watch: &Stopwatch) -> Go {
    shell.engine.report_together(&view.id, watch.milliseconds(), shell.now())?;
    Ok(())
}

fn listen(shell: &mut Shell, view: &TogetherView, watch: &mut Stopwatch) -> Go<Talked> {
    let minutes = words::count(view.minutes, "minute", "minutes");
    shell.screen.heading("Now talk")?;
    shell.screen.text(&format!(
        "{} and {}: put the keyboard between you, and talk. You have {minutes}, and there is no hurry. Say \"pause\" to stop \
         at any time.",
        view.first, view.second
    ))?;
    say_time(shell, watch, &minutes)?;
    keys(shell)?;
    let end_ms = i64::from(view.minutes) * 60_000;
    let mut over = watch.milliseconds() >= end_ms;
    loop {
        let left = u64::try_from(end_ms - watch.milliseconds()).ok().filter(|_| !over).map(Duration::from_millis);
        let wait = left.map_or(STORED_EVERY, |left| left.min(STORED_EVERY));
        let Some(typed) = shell.prompt.line_within(&mut shell.screen, wait)? else {
            store(shell, view, watch)?;
            if !over && watch.milliseconds() >= end_ms {
                over = true;
                shell.screen.text(&format!("That was {minutes}. No hurry: you can go past the time."))?;
            }
            continue;
        };
        match typed.trim().to_lowercase().as_str() {
            "" => return Ok(Talked::Done),
            "q" => return Ok(Talked::Stop),
            "e" => return Ok(Talked::End),
            "x" => return Err(Stop::Exit),
            "t" => say_time(shell, watch, &minutes)?,
            "h" => {
                watch.set_running(false);
                help::list(shell)?;
                watch.set_running(true);
                keys(shell)?;
            }
            _ => keys(shell)?,
        }
    }
}

fn say_time(shell: &mut Shell, watch: &Stopwatch, minutes: &str) -> Go {
    shell.screen.text(&format!("{} of {minutes}.", words::span(watch.milliseconds())))
}

fn keys(shell: &mut Shell) -> Go {
    let keys = ["Enter: you are done.", "t: the time.", "e: end it here.", "q: stop for now, your place is kept."];
    shell.screen.aside(&keys.map(unbroken).join("  "))
}
