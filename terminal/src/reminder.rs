//! Reminders: which there are, when they come, and what others would read. This program shows none by itself; it keeps
//! them, and prints the plan that a phone would be given.

use crate::form::{self, clock, days};
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use clap::Subcommand;
use saywell_core::reminder::{
    self, ClockTime, ReminderRow, ReminderRule, ReminderSettings, Reminders, Weekdays, Wording,
};
use saywell_core::{Error, Result, zone};

/// What a phone can hold.
const CAP: u16 = 60;
/// When a first reminder comes, unless the person says otherwise.
const EVENING: (u8, u8) = (19, 30);

/// What `saywell remind` can do besides.
#[derive(Subcommand)]
pub enum What {
    /// Print when the next reminders come, and what they say
    Plan {
        /// How many days, from today on
        #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..=366))]
        days: u16,
    },
}

/// Says so if there were fewer, once, and that the person is here.
pub fn back(shell: &mut Shell) -> Go {
    let now = shell.now();
    let before = shell.engine.answer_reminders(now)?;
    if before.ignored >= reminder::PATIENCE {
        shell.screen.text("You skipped a few reminders, so they came less often. That is fine.")?;
    }
    Ok(())
}

/// `saywell remind`
pub fn run(shell: &mut Shell) -> Go {
    loop {
        let now = shell.now();
        let all = shell.engine.reminders(now)?;
        shell.screen.heading("Reminders")?;
        if all.rules.is_empty() {
            shell.screen.text("None yet. That is fine.")?;
        }
        if let Some(next) = &all.next {
            shell.screen.text(&format!("Next: {}.", words::wall(next.at)))?;
        }
        shell
            .screen
            .aside("If you skip three, they come once a week at most, until you open Saywell. That is fine.")?;
        shell.screen.aside("A phone shows them. This program keeps them, and prints the plan: saywell remind plan")?;
        let menu = Menu::of(all.rules.iter().map(row)).key("a", "add a reminder").key("f", "for all reminders");
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(()),
            Pick::Key("a") => add(shell)?,
            Pick::Key(_) => for_all(shell)?,
            pick => {
                if let Some(row) = pick.row().and_then(|row| all.rules.get(row)) {
                    one(shell, row)?;
                }
            }
        }
    }
}

/// `saywell remind plan`
pub fn plan(shell: &mut Shell, days: u16) -> Go {
    let now = shell.now();
    let plan = shell.engine.plan_reminders(now, days, CAP)?;
    shell.screen.heading(&format!("Reminders of the next {}", words::count(days, "day", "days")))?;
    if plan.entries.is_empty() {
        shell.screen.text("None. To add one, run: saywell remind")?;
    }
    for entry in &plan.entries {
        let shown = zone::instant(entry.at, |at| shell.clock.offsets(at)).map(|moment| moment.0.naive_local());
        let moved = match shown {
            Some(at) if at == entry.at => String::new(),
            Some(at) => format!(" (clocks change: at {})", at.format("%H:%M")),
            None => " (there is no such day)".into(),
        };
        shell.screen.hanging("- ", &format!("{}{moved}: {}", words::wall(entry.at), entry.text))?;
    }
    match plan.fewer_from {
        Some(day) => shell.screen.text(&format!(
            "From {} on they are fewer, once a week at most, unless you open Saywell before.",
            words::date(day)
        )),
        None => Ok(()),
    }
}

fn row(row: &ReminderRow) -> String {
    let state = match (row.rule.on, row.silent) {
        (false, _) => " (off)",
        (true, true) => " (silent: in your quiet hours)",
        (true, false) => "",
    };
    format!("{} {}{state}: {}", clock(row.rule.time), days(row.rule.weekdays), row.text)
}

fn one(shell: &mut Shell, row: &ReminderRow) -> Go {
    let rule = &row.rule;
    loop {
        shell.screen.heading(&format!("{} {}", clock(rule.time), days(rule.weekdays)))?;
        shell.screen.text("What others would see:")?;
        shell.screen.text(&format!("  Saywell: {}", row.text))?;
        if let Some(word) = &row.tells {
            form::warn(shell, word)?;
        }
        let switch = if rule.on { "Turn off" } else { "Turn on" };
        let now = shell.now();
        match shell.choose(&Page::default(), &Menu::of(["Change", switch, "Delete"]).enter("back"))? {
            Pick::Again => {}
            Pick::Rows(rows) => {
                return match rows.as_slice() {
                    [0] => change(shell, rule.clone()),
                    [1] => shell.engine.switch_reminder(&rule.id, !rule.on, now).map(drop).map_err(Stop::from),
                    _ if shell.sure("Keep it", "Delete it")? => {
                        shell.engine.delete_reminder(&rule.id, now)?;
                        shell.screen.text("Deleted.")
                    }
                    _ => Ok(()),
                };
            }
            _ => return Ok(()),
        }
    }
}

fn add(shell: &mut Shell) -> Go {
    let first = shell.engine.reminder_texts().first().map(|text| text.id.clone());
    let (hour, minute) = EVENING;
    let rule = ReminderRule {
        id: shell.dice.id()?,
        weekdays: Weekdays::EVERY,
        time: ClockTime::new(hour, minute)?,
        on: true,
        wording: Wording::Listed(first.unwrap_or_default()),
    };
    change(shell, rule)
}

/// Asks for the time, the days and the words; nothing is saved before all three are there.
fn change(shell: &mut Shell, mut rule: ReminderRule) -> Go {
    shell.screen.heading("At what time?")?;
    shell.screen.aside("The time stays the same when the clocks change.")?;
    let Some(time) = form::time(shell, rule.time)? else { return Ok(()) };
    rule.time = time;
    let Some(weekdays) = form::weekdays(shell, rule.weekdays)? else { return Ok(()) };
    rule.weekdays = weekdays;
    let Some(wording) = form::wording(shell, &rule.wording)? else { return Ok(()) };
    rule.wording = wording;
    let now = shell.now();
    let saved = shell.engine.save_reminder(&rule, now);
    say_saved(shell, saved)
}

fn say_saved(shell: &mut Shell, saved: Result<Reminders>) -> Go {
    match saved {
        Ok(_) => shell.screen.text("Saved."),
        Err(Error::Invalid { field, reason }) => shell.screen.text(&format!("Not saved: {field} {reason}.")),
        Err(fault) => Err(fault.into()),
    }
}

fn for_all(shell: &mut Shell) -> Go {
    loop {
        let now = shell.now();
        let ReminderSettings { quiet, skip_practised, most_a_day } = shell.engine.reminders(now)?.settings;
        shell.screen.heading("For all reminders")?;
        let hours = quiet.map(|quiet| format!("{} to {}", clock(quiet.from()), clock(quiet.to())));
        let rows = [
            format!("Quiet hours: {}", hours.as_deref().unwrap_or("none")),
            format!("Skip the day once I have relaxed: {}", if skip_practised { "yes" } else { "no" }),
            format!("A day, at most: {most_a_day}"),
        ];
        let settings = ReminderSettings { quiet, skip_practised, most_a_day };
        let changed = match shell.choose(&Page::default(), &Menu::of(rows))? {
            Pick::Leave => return Ok(()),
            pick => match pick.row() {
                Some(0) => ReminderSettings { quiet: form::quiet_hours(shell, quiet)?, ..settings },
                Some(1) => ReminderSettings { skip_practised: !skip_practised, ..settings },
                Some(_) => ReminderSettings { most_a_day: form::most(shell, most_a_day)?, ..settings },
                None => continue,
            },
        };
        let saved = shell.engine.set_reminders(changed, now);
        say_saved(shell, saved)?;
    }
}
