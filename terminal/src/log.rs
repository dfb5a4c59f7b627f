//! What was practised: minutes by day, tension before and after, and the sessions.
//!
//! A plot is a row of blocks with its number in front, so that it says the same to the eye and to the ear.

use crate::doors;
use crate::shell::Shell;
use crate::stop::Go;
use crate::words;
use chrono::{Days, NaiveDate};
use saywell_core::relaxation::{DayPractice, Form, Outcome, Session, TensionPair};

/// Days in the plot.
const DAYS: u64 = 14;
/// Sessions in the list.
const SESSIONS: u32 = 20;
/// Pairs of tension in the plot.
const PAIRS: u32 = 10;
/// The scale of the plot, at least: a minute shall not look like ten.
const TEN_MINUTES: i64 = 600_000;
/// The longest row of blocks.
const WIDEST: i64 = 30;

/// `saywell log`
pub fn run(shell: &mut Shell) -> Go {
    let now = shell.now();
    let sessions = shell.engine.relaxation_log(SESSIONS)?;
    shell.screen.heading("Your practice")?;
    if sessions.is_empty() {
        return shell.screen.text("Nothing here yet. That is fine. To start, run: saywell relax");
    }
    let today = shell.engine.home(now)?.today;
    let from = today.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(today);
    let practice = shell.engine.practice_days(from, today)?;
    days(shell, from, &practice)?;
    let pairs = shell.engine.tension_series(PAIRS)?;
    tensions(shell, &pairs)?;
    shell.screen.heading("Sessions, newest first")?;
    for session in sessions {
        let title = doors::title(&shell.engine, &session.script).unwrap_or_else(|| session.script.clone());
        shell.screen.hanging("- ", &said(&title, &session))?;
    }
    Ok(())
}

fn days(shell: &mut Shell, from: NaiveDate, practice: &[DayPractice]) -> Go {
    shell.screen.heading("Minutes a day, the last 14 days")?;
    shell.screen.aside("Quick calm is for hard moments and is not counted here.")?;
    let longest = practice.iter().map(|day| day.practised_ms).fold(TEN_MINUTES, i64::max);
    for day in from.iter_days().take(14) {
        let practised = practice.iter().find(|known| known.day == day).map_or(0, |known| known.practised_ms);
        let row = format!("{}  {:>5}  {}", words::short_day(day), words::span(practised), bar(practised, longest));
        shell.screen.text(row.trim_end())?;
    }
    Ok(())
}

fn tensions(shell: &mut Shell, pairs: &[TensionPair]) -> Go {
    if pairs.is_empty() {
        return Ok(());
    }
    shell.screen.heading("Tension before and after, 0 to 10")?;
    for pair in pairs {
        let day = words::short_day(pair.started.0.date_naive());
        let row = |word: &str, value: u8| format!("{word}  {value:>2}  {}", "█".repeat(value.into()));
        shell.screen.text(format!("{day}  {}", row("before", pair.before.value())).trim_end())?;
        shell.screen.text(format!("{:10}  {}", "", row("after ", pair.after.value())).trim_end())?;
    }
    Ok(())
}

fn said(title: &str, session: &Session) -> String {
    let form = match session.form {
        Form::Full => "",
        Form::Short => ", quick calm",
    };
    let outcome = match session.outcome {
        Outcome::Finished if session.elapsed_ms >= session.planned_ms => "to the end",
        Outcome::Finished => "ended early",
        Outcome::Left => "left",
        Outcome::Interrupted => "cut short",
        Outcome::Running => "running",
    };
    let tension = match (session.before, session.after) {
        (Some(before), Some(after)) => format!(", tension {} to {}", before.value(), after.value()),
        (Some(before), None) => format!(", tension {} before", before.value()),
        (None, Some(after)) => format!(", tension {} after", after.value()),
        (None, None) => String::new(),
    };
    let (elapsed, planned) = (words::span(session.elapsed_ms), words::span(session.planned_ms));
    format!("{}: {title}{form}, {elapsed} of {planned}, {outcome}{tension}", words::moment(session.started))
}

/// Blocks in scale; something is never nothing.
fn bar(value: i64, longest: i64) -> String {
    let full = (value * WIDEST).checked_div(longest).unwrap_or(0).clamp(i64::from(value > 0), WIDEST);
    "█".repeat(usize::try_from(full).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars_keep_their_scale() {
        let blocks = |value, longest| bar(value, longest).chars().count();
        assert_eq!([blocks(0, 0), blocks(0, 10), blocks(1, 1_000), blocks(5, 10), blocks(10, 10)], [0, 0, 1, 15, 30]);
    }
}
