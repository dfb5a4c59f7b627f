//! What was practised: minutes by day, a month, the hours of the day, tension before and after, and the sessions.
//!
//! A plot is a row of blocks with its number in front, so that it says the same to the eye and to the ear.

use crate::plot::{bar, calendar};
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use chrono::{Days, NaiveDate};
use saywell_core::relaxation::{DayPractice, Form, HourPractice, Outcome, Session, TensionPair};

/// Days in the plot.
const DAYS: u64 = 14;
/// Days whose hours are looked at.
const HOURS_OF_DAYS: u64 = 90;
/// Sessions in the list.
const SESSIONS: u32 = 20;
/// Pairs of tension in the plot.
const PAIRS: u32 = 10;
/// The scale of the plot, at least: a minute shall not look like ten.
const TEN_MINUTES: i64 = 600_000;

/// `saywell log [--month YYYY-MM]`
pub fn run(shell: &mut Shell, month: Option<NaiveDate>) -> Go {
    let now = shell.now();
    let sessions = shell.engine.relaxation_log(SESSIONS)?;
    shell.screen.heading("Your practice")?;
    if sessions.is_empty() {
        return shell.screen.text("Nothing here yet. That is fine. To start, run: saywell relax");
    }
    let today = shell.engine.home(now)?.today;
    let back = |days: u64| today.checked_sub_days(Days::new(days - 1)).unwrap_or(today);
    let practice = shell.engine.practice_days(back(DAYS), today)?;
    days(shell, back(DAYS), &practice)?;
    calendar(shell, month.unwrap_or(today))?;
    let by_hour = shell.engine.practice_hours(back(HOURS_OF_DAYS), today)?;
    hours(shell, &by_hour)?;
    let pairs = shell.engine.tension_series(PAIRS)?;
    tensions(shell, &pairs)?;
    shell.screen.heading("Sessions, newest first")?;
    for session in sessions {
        let said = said(shell, &session);
        shell.screen.hanging("- ", &said)?;
    }
    Ok(())
}

/// The log, and then what may be done with it.
pub fn look(shell: &mut Shell) -> Go {
    loop {
        run(shell, None)?;
        if shell.engine.relaxation_log(1)?.is_empty() {
            return shell.rest(&Page::default());
        }
        match shell.choose(&Page::default(), &Menu::of(["Delete a session", "Delete a day"]).enter("back"))? {
            Pick::Again => {}
            Pick::Rows(rows) if rows == [0] => delete_session(shell)?,
            Pick::Rows(_) => delete_day(shell)?,
            _ => return Ok(()),
        }
    }
}

/// `saywell log --delete`
pub fn delete(shell: &mut Shell) -> Go {
    match shell.choose(&Page::default(), &Menu::of(["Delete a session", "Delete a day"]))?.row() {
        Some(0) => delete_session(shell),
        Some(_) => delete_day(shell),
        None => Ok(()),
    }
}

/// `saywell log --day-starts HOUR`
pub fn day_starts(shell: &mut Shell, hour: u8) -> Go {
    match shell.engine.set_day_starts_at(hour) {
        Ok(()) => shell.screen.text(&format!("A day now begins at {hour}:00. What you did before keeps its day.")),
        Err(saywell_core::Error::Invalid { reason, .. }) => Err(Stop::Say(format!("Not saved: the hour {reason}."))),
        Err(fault) => Err(fault.into()),
    }
}

fn delete_session(shell: &mut Shell) -> Go {
    loop {
        let sessions = shell.engine.relaxation_log(SESSIONS)?;
        shell.screen.heading("Delete which session?")?;
        let rows: Vec<String> = sessions.iter().map(|session| said(shell, session)).collect();
        let picked = match shell.choose(&Page::default(), &Menu::of(rows))? {
            Pick::Again => continue,
            pick => pick.row().and_then(|row| sessions.get(row)),
        };
        let Some(session) = picked else { return Ok(()) };
        shell.screen.text(&format!("Delete {} for good?", said(shell, session)))?;
        if shell.sure("Keep it", "Delete it")? {
            shell.engine.delete_relaxation(&session.id)?;
            shell.screen.text("Deleted.")?;
        }
        return Ok(());
    }
}

fn delete_day(shell: &mut Shell) -> Go {
    loop {
        let mut days: Vec<NaiveDate> = shell.engine.relaxation_log(SESSIONS)?.iter().map(|known| known.day).collect();
        days.dedup();
        shell.screen.heading("Delete which day?")?;
        let picked = match shell.choose(&Page::default(), &Menu::of(days.iter().map(|day| words::short_day(*day))))? {
            Pick::Again => continue,
            pick => pick.row().and_then(|row| days.get(row)),
        };
        let Some(day) = picked else { return Ok(()) };
        shell.screen.text(&format!("Delete all sessions of {} for good?", words::short_day(*day)))?;
        if shell.sure("Keep them", "Delete them")? {
            let deleted = shell.engine.delete_relaxation_day(*day)?;
            shell.screen.text(&format!("Deleted: {}.", words::count(deleted, "session", "sessions")))?;
        }
        return Ok(());
    }
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

fn hours(shell: &mut Shell, hours: &[HourPractice]) -> Go {
    if hours.is_empty() {
        return Ok(());
    }
    shell.screen.heading("When in the day, the last 90 days")?;
    let most = hours.iter().map(|hour| hour.sessions).max().unwrap_or(1);
    for hour in hours {
        let row = bar(hour.sessions.into(), most.into());
        shell.screen.text(&format!("from {:>2}:00  {:>3}  {row}", hour.hour, hour.sessions))?;
    }
    Ok(())
}

fn tensions(shell: &mut Shell, pairs: &[TensionPair]) -> Go {
    let Some(newest) = pairs.last() else { return Ok(()) };
    shell.screen.heading("Tension before and after, 0 to 10")?;
    for pair in pairs {
        let day = words::short_day(pair.started.0.date_naive());
        let row = |word: &str, value: u8| format!("{word}  {value:>2}  {}", "█".repeat(value.into()));
        shell.screen.text(format!("{day}  {}", row("before", pair.before.value())).trim_end())?;
        shell.screen.text(format!("{:10}  {}", "", row("after ", pair.after.value())).trim_end())?;
    }
    let (before, after) = (newest.middle_before.value(), newest.middle_after.value());
    shell.screen.text(&format!("In the middle of the last seven: {before} before, {after} after."))
}

fn said(shell: &Shell, session: &Session) -> String {
    let title = shell.engine.title(&session.script).unwrap_or_else(|| session.script.clone());
    let form = if session.form == Form::Short { ", quick calm" } else { "" };
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
