//! Plays a session: each cue at its time, told by a clock that only runs forward, and on disk before the next one.
//!
//! At a keyboard, Enter pauses and goes on, `o` shows the way out, `q` ends early. A pipe is not listened to meanwhile.

use crate::clock::Stopwatch;
use crate::prose::Page;
use crate::screen;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use saywell_core::relaxation::{Breathing, RelaxationCard, Session, Timeline};
use std::io::{self, IsTerminal};
use std::time::Duration;

/// How often the progress line moves.
const TICK: Duration = Duration::from_millis(250);

/// How a session ended.
pub enum Ending {
    /// The person left it.
    Left,
    /// It came to its end, or the person ended it: this far in.
    AtEnd(i64),
}

/// Plays what is left of the session.
pub fn play(
    shell: &mut Shell,
    card: &RelaxationCard,
    session: &Session,
    timeline: &Timeline,
    fast: bool,
) -> Go<Ending> {
    let shown = !fast && io::stderr().is_terminal() && !screen::is_dumb();
    let mut playing = Player {
        shell,
        card,
        session,
        timeline,
        fast,
        watch: Stopwatch::from(session.elapsed_ms),
        line: ProgressBar::with_draw_target(None, target(shown)),
    };
    playing.line.set_style(ProgressStyle::with_template("{msg}").unwrap_or_else(|_| ProgressStyle::default_spinner()));
    let ended = playing.run();
    playing.line.finish_and_clear();
    match ended {
        // Whoever leaves is not asked anything.
        Err(stop @ (Stop::End | Stop::Exit | Stop::Closed)) => {
            let elapsed = playing.elapsed();
            playing.shell.engine.leave_relaxation(&session.id, elapsed)?;
            Err(stop)
        }
        ended => ended,
    }
}

fn target(shown: bool) -> ProgressDrawTarget {
    if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() }
}

struct Player<'a> {
    shell: &'a mut Shell,
    card: &'a RelaxationCard,
    session: &'a Session,
    timeline: &'a Timeline,
    fast: bool,
    watch: Stopwatch,
    line: ProgressBar,
}

impl Player<'_> {
    fn run(&mut self) -> Go<Ending> {
        if !self.fast && io::stdin().is_terminal() {
            self.shell.screen.aside("Enter: pause.  o: the way out.  q: end here.  Then Enter.")?;
        }
        self.shell.screen.blank()?;
        let (timeline, from) = (self.timeline, self.session.elapsed_ms);
        // A pipe and a screen show words; breaths are on the line, bells in the sound file.
        for cue in timeline.cues.iter().filter(|cue| cue.at_ms >= from && !cue.say.is_empty()) {
            if let Some(ending) = self.until(cue.at_ms)? {
                return Ok(ending);
            }
            self.say(&format!("{:>5}  ", words::span(cue.at_ms)), &cue.say)?;
            self.shell.engine.report_relaxation(&self.session.id, cue.at_ms)?;
        }
        if let Some(ending) = self.until(timeline.length_ms)? {
            return Ok(ending);
        }
        self.shell.engine.report_relaxation(&self.session.id, timeline.length_ms)?;
        Ok(Ending::AtEnd(timeline.length_ms))
    }

    /// How far the session is.
    fn elapsed(&self) -> i64 {
        self.watch.milliseconds()
    }

    /// Waits until this time of the session, listening; an ending if the person wants one.
    fn until(&mut self, at_ms: i64) -> Go<Option<Ending>> {
        while !self.fast {
            let left = at_ms - self.elapsed();
            if left <= 0 {
                break;
            }
            self.show_progress();
            let wait = TICK.min(Duration::from_millis(left.unsigned_abs()));
            if let Some(typed) = self.shell.prompt.wait(wait)?
                && let Some(ending) = self.heard(typed.trim())?
            {
                return Ok(Some(ending));
            }
        }
        Ok(None)
    }

    fn heard(&mut self, typed: &str) -> Go<Option<Ending>> {
        match typed.to_lowercase().as_str() {
            "" => self.pause(),
            "q" => Ok(Some(Ending::AtEnd(self.elapsed()))),
            "x" => Err(Stop::Exit),
            "o" | "h" => self.way_out(),
            _ => Ok(None),
        }
    }

    /// Time stands still, on disk too: a session whose process dies in a pause is offered as it was left.
    fn stop_the_clock(&mut self) -> Go {
        self.watch.set_running(false);
        self.line.set_message("");
        let now = self.shell.now();
        self.shell.engine.pause_relaxation(&self.session.id, self.elapsed(), now)?;
        Ok(())
    }

    fn go_on(&mut self) -> Go {
        let now = self.shell.now();
        self.shell.engine.resume_relaxation(&self.session.id, now)?;
        self.watch.set_running(true);
        Ok(())
    }

    fn pause(&mut self) -> Go<Option<Ending>> {
        self.stop_the_clock()?;
        let left = self.timeline.length_ms - self.elapsed();
        self.say("", &format!("Paused. {} left. Enter: go on.", words::span(left)))?;
        loop {
            match self.shell.ask()?.to_lowercase().as_str() {
                "q" => return Ok(Some(Ending::AtEnd(self.elapsed()))),
                "x" => return Err(Stop::Exit),
                "o" | "h" => return self.way_out(),
                "" => break,
                _ => {}
            }
        }
        self.go_on()?;
        Ok(None)
    }

    /// Shows how to come back to the room, with a door to help; the session waits.
    fn way_out(&mut self) -> Go<Option<Ending>> {
        self.stop_the_clock()?;
        loop {
            let mut page = Page::new(&self.card.facts);
            self.shell.screen.blank()?;
            page.prose(&mut self.shell.screen, &self.card.grounding)?;
            match self.shell.choose(&page, &Menu::of(["Go on", "End here"]).leave("end here"))? {
                Pick::Rows(rows) if rows == [0] => break,
                Pick::Leave | Pick::Rows(_) => {
                    self.shell.engine.leave_relaxation(&self.session.id, self.elapsed())?;
                    self.shell.screen.text("You stopped when it suited you. That counts.")?;
                    return Ok(Some(Ending::Left));
                }
                _ => {}
            }
        }
        self.go_on()?;
        Ok(None)
    }

    fn say(&mut self, head: &str, text: &str) -> Go {
        let screen = &mut self.shell.screen;
        self.line.suspend(|| screen.hanging(head, text))
    }

    /// `breathe in   ####----   3:10 of 10:00`
    fn show_progress(&self) {
        let elapsed = self.elapsed();
        let time = format!("{} of {}", words::span(elapsed), words::span(self.timeline.length_ms));
        let breath = self.timeline.breathing.and_then(|breathing| breath(&breathing, elapsed));
        let message = breath.map_or(time.clone(), |breath| format!("{time}  {breath}"));
        if self.line.message() != message {
            self.line.set_message(message);
        }
    }
}

/// The circle of other screens as a bar: it grows to breathe in, and shrinks to breathe out.
fn breath(breathing: &Breathing, elapsed_ms: i64) -> Option<String> {
    const WIDEST: i64 = 10;
    if !(breathing.from_ms..breathing.until_ms).contains(&elapsed_ms) {
        return None;
    }
    let Breathing { inhale_ms, hold_ms, exhale_ms, rest_ms, .. } = *breathing;
    let at = (elapsed_ms - breathing.from_ms).checked_rem(inhale_ms + hold_ms + exhale_ms + rest_ms)?;
    let out_from = inhale_ms + hold_ms;
    let (words, full) = if at < inhale_ms {
        ("in  ", (at * WIDEST).checked_div(inhale_ms)? + 1)
    } else if at < out_from {
        ("hold", WIDEST)
    } else if at < out_from + exhale_ms {
        ("out ", WIDEST - ((at - out_from) * WIDEST).checked_div(exhale_ms)?)
    } else {
        ("rest", 0)
    };
    Some(format!("{words} {}", "=".repeat(usize::try_from(full).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_breathes() {
        let (from_ms, until_ms, hold_ms, rest_ms) = (10_000, 40_000, 0, 0);
        let breathing = Breathing { from_ms, until_ms, inhale_ms: 4_000, hold_ms, exhale_ms: 6_000, rest_ms };
        let bar = |at| breath(&breathing, at);
        assert_eq!(bar(9_999), None);
        assert_eq!(bar(10_000).unwrap(), "in   =");
        assert_eq!(bar(13_999).unwrap(), "in   ==========");
        assert_eq!(bar(14_000).unwrap(), "out  ==========");
        assert_eq!(bar(19_999).unwrap(), "out  =");
        assert_eq!(bar(20_000).unwrap(), "in   =");
        assert_eq!(bar(40_000), None);
        let square = Breathing { hold_ms: 4_000, exhale_ms: 4_000, rest_ms: 4_000, ..breathing };
        let bar = |at| breath(&square, at).unwrap();
        assert_eq!((bar(15_000), bar(23_000)), ("hold ==========".into(), "rest ".into()));
    }
}
