//! Reminders: rules on the wall clock, quiet hours, words that tell nothing, and a plan of what the phone is to show.
//!
//! The engine shows nothing and knows no zone. It hands out a plan ([`Engine::plan_reminders`]) that a shell keeps where the
//! phone can read it before it is unlocked: times, ids, words, and nothing else. A shell turns a time into an instant by
//! [`instant`], and keeps to four rules:
//!
//! 1. It tells what was shown ([`Engine::reminders_shown`]) before it asks for anything else. What was shown is not planned
//!    again on that date, whatever clocks do in between.
//! 2. It tells when the person opens the app ([`Engine::answer_reminders`]). A reminder is *ignored* as long as it was
//!    shown and the app was not opened after it, nor the reminder put off; nothing else is watched.
//! 3. It replaces its whole plan after opening, after every verb here, and after a relaxation. Between, the old one holds.
//! 4. What lies in the past is not shown late: of a plan it shows what is still to come.
//!
//! After [`PATIENCE`] ignored ones there is at most one in [`DAYS_BETWEEN`] days. *Practised today* means that the practice
//! day has a relaxation that counts: that alone is stored with its day for every single time, so that it is exact.

mod plan;
mod rows;
mod rule;
mod wording;
mod zone;
#[cfg(test)]
mod zones;

pub use plan::{DAYS_BETWEEN, PATIENCE, PlannedReminder, ReminderPlan};
pub use rule::{ClockTime, QuietHours, ReminderRule, ReminderSettings, Weekdays, Wording};
pub use zone::instant;

use crate::error::OrNotFound;
use crate::{Engine, Error, Moment, Result, id, relaxation, vault};
use chrono::{Days, NaiveDate};
use plan::{Known, Said};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, ReminderText};

/// For how many minutes a reminder can be put off.
pub const SNOOZES: [u8; 3] = [10, 30, 60];
/// The next reminder is looked for on so many dates: there is one a week at least, if there is any.
const NEXT: u16 = 15;

/// What the screen of reminders shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminders {
    /// In the order in which they were added.
    pub rules: Vec<ReminderRow>,
    /// What holds for all of them.
    pub settings: ReminderSettings,
    /// The next one that the phone is to show.
    pub next: Option<PlannedReminder>,
    /// How many were ignored; from [`PATIENCE`] on there are fewer.
    pub ignored: u32,
}

/// A rule on the screen of reminders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderRow {
    /// The rule.
    pub rule: ReminderRule,
    /// Just what the lock screen shows.
    pub text: String,
    /// The piece of that text that tells what the app is about, if one does.
    pub tells: Option<String>,
    /// Its time is in the quiet hours, so it stays silent.
    pub silent: bool,
}

impl Engine {
    /// The screen of reminders.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn reminders(&self, now: Moment) -> Result<Reminders> {
        self.vault.read(|connection| all_reminders(&self.course(), connection, now))
    }

    /// What a reminder can say, in the course's order.
    #[must_use]
    pub fn reminder_texts(&self) -> Vec<ReminderText> {
        self.course().reminders.clone()
    }

    /// The piece of a text that tells whoever looks what the app is about, if one does. To warn with; it forbids nothing.
    #[must_use]
    pub fn telling_word<'a>(&self, text: &'a str) -> Option<&'a str> {
        wording::telling(&self.course().telling, text)
    }

    /// Adds a rule, or changes the one with its id. What was shown today is not shown again at the new time.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the course has no such text, [`Error::Invalid`] if the id cannot be one, if own words are not
    /// one line of 1 to 40 letters, or if it would be the ninth rule.
    pub fn save_reminder(&self, rule: &ReminderRule, now: Moment) -> Result<Reminders> {
        id::checked(&rule.id)?;
        let rule = ReminderRule { wording: rule.wording.cleaned()?, ..rule.clone() };
        self.change_reminders(now, |course, tx| {
            if let Wording::Listed(text) = &rule.wording {
                course.reminder(text).or_not_found("text")?;
            }
            let rules = rows::rules(tx)?;
            if rules.len() >= rule::MOST.into() && rules.iter().all(|other| other.id != rule.id) {
                return Err(Error::Invalid { field: "reminders", reason: "are at most eight" });
            }
            rows::save_rule(tx, &rule)
        })
    }

    /// Switches a rule on or off.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such rule.
    pub fn switch_reminder(&self, id: &str, on: bool, now: Moment) -> Result<Reminders> {
        let course = self.course();
        self.vault.write_with_room(|tx| {
            rows::switch(tx, id, on)?.then_some(()).or_not_found("reminder")?;
            all_reminders(&course, tx, now)
        })
    }

    /// Deletes a rule.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such rule.
    pub fn delete_reminder(&self, id: &str, now: Moment) -> Result<Reminders> {
        let course = self.course();
        self.vault.erase(|tx| {
            rows::delete(tx, id)?.then_some(()).or_not_found("reminder")?;
            all_reminders(&course, tx, now)
        })
    }

    /// Changes what holds for all reminders.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless `most_a_day` is 1 to 8.
    pub fn set_reminders(&self, settings: ReminderSettings, now: Moment) -> Result<Reminders> {
        if !(1..=rule::MOST).contains(&settings.most_a_day) {
            return Err(Error::Invalid { field: "most a day", reason: "is 1 to 8" });
        }
        let course = self.course();
        self.vault.write_with_room(|tx| {
            rows::save_settings(tx, settings)?;
            all_reminders(&course, tx, now)
        })
    }

    /// What the phone is to show after `now`: on `days` dates from today on, the soonest `cap` of it. The same vault, course
    /// and moment give the same plan.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn plan_reminders(&self, now: Moment, days: u16, cap: u16) -> Result<ReminderPlan> {
        self.vault.read(|connection| plan_of(&self.course(), connection, now, days, cap))
    }

    /// Records what was on the lock screen, by the ids of the plan. Recording it again changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] if one of these ids is none; then nothing is recorded.
    pub fn reminders_shown<S: AsRef<str>>(&self, ids: &[S], now: Moment) -> Result<Reminders> {
        self.change_reminders(now, |_, tx| {
            for id in ids {
                let (rule, day, again) = parts(id.as_ref())?;
                rows::show(tx, rule, day)?;
                if again {
                    rows::show_again(tx, rule, day)?;
                }
            }
            Ok(())
        })
    }

    /// The person opened the app. Returns the screen as it was before, so that a shell can say if there were fewer.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn answer_reminders(&self, now: Moment) -> Result<Reminders> {
        let course = self.course();
        self.vault.write(|tx| {
            let before = all_reminders(&course, tx, now)?;
            rows::answer(tx)?;
            Ok(before)
        })
    }

    /// Puts off a reminder that was shown, once, by 10, 30 or 60 minutes, and returns when it comes again. Putting it off
    /// again before then returns the same.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the id or its rule is gone, [`Error::OutOfDate`] if it is another day's or was put off before,
    /// [`Error::Invalid`] if it would come on another day or in the quiet hours.
    pub fn snooze_reminder(&self, id: &str, minutes: u8, now: Moment) -> Result<PlannedReminder> {
        if !SNOOZES.contains(&minutes) {
            return Err(Error::Invalid { field: "minutes", reason: "are 10, 30 or 60" });
        }
        let (rule, day, again) = parts(id)?;
        let local = now.0.naive_local();
        if again || day != local.date() {
            return Err(Error::OutOfDate { kind: "reminder" });
        }
        let course = self.course();
        self.vault.write(|tx| {
            let known = known(&course, tx, now, 1)?;
            let said = known.rules.into_iter().find(|said| said.rule.id == rule).or_not_found("reminder")?;
            let to = match rows::put_off_to(tx, rule, day)? {
                Some((_, true)) => return Err(Error::OutOfDate { kind: "reminder" }),
                Some((to, false)) => to,
                None => ClockTime::of_minutes(ClockTime::of(local.time()).minutes() + u16::from(minutes))
                    .filter(|to| !known.settings.silent(*to))
                    .ok_or(Error::Invalid { field: "minutes", reason: "end today, outside the quiet hours" })?,
            };
            rows::show(tx, rule, day)?;
            rows::put_off(tx, rule, day, to)?;
            // Who puts it off was here.
            rows::answer(tx)?;
            Ok(PlannedReminder { id: plan::again_id(rule, day), at: day.and_time(to.time()), text: said.text })
        })
    }

    fn change_reminders(
        &self,
        now: Moment,
        change: impl FnOnce(&Course, &Transaction) -> Result<()>,
    ) -> Result<Reminders> {
        let course = self.course();
        self.vault.write(|tx| {
            change(&course, tx)?;
            all_reminders(&course, tx, now)
        })
    }
}

fn all_reminders(course: &Course, connection: &Connection, now: Moment) -> Result<Reminders> {
    let known = known(course, connection, now, NEXT)?;
    let next = plan::plan(&known, now.0.naive_local(), NEXT, 1).entries.pop();
    let Known { rules, settings, ignored, .. } = known;
    let row = |Said { rule, text }: Said| ReminderRow {
        tells: wording::telling(&course.telling, &text).map(Into::into),
        silent: settings.silent(rule.time),
        rule,
        text,
    };
    Ok(Reminders { rules: rules.into_iter().map(row).collect(), settings, next, ignored })
}

fn plan_of(course: &Course, connection: &Connection, now: Moment, days: u16, cap: u16) -> Result<ReminderPlan> {
    Ok(plan::plan(&known(course, connection, now, days)?, now.0.naive_local(), days, cap))
}

fn known(course: &Course, connection: &Connection, now: Moment, days: u16) -> Result<Known> {
    let today = now.0.naive_local().date();
    let end = today.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
    let day_starts_at = vault::day_starts_at(connection)?;
    let practice_day = now.day(day_starts_at);
    let practised = !relaxation::practice(connection, practice_day, practice_day)?.is_empty();
    let said = |rule: ReminderRule| Said { text: said_by(course, &rule.wording), rule };
    Ok(Known {
        rules: rows::rules(connection)?.into_iter().map(said).collect(),
        settings: rows::settings(connection)?,
        shown: rows::shown(connection, today, end)?,
        last_shown: rows::last_shown(connection)?,
        ignored: rows::ignored(connection)?,
        practised: practised.then_some(practice_day),
        day_starts_at,
    })
}

/// The words; where a newer course lacks them, its first ones.
fn said_by(course: &Course, wording: &Wording) -> String {
    match wording {
        Wording::Own(text) => text.clone(),
        Wording::Listed(id) => {
            let text = course.reminder(id).or(course.reminders.first());
            text.map(|text| text.text.clone()).unwrap_or_default()
        }
    }
}

/// The rule, the date, and whether it had been put off.
fn parts(id: &str) -> Result<(&str, NaiveDate, bool)> {
    let (rule, day, again) = plan::parts(id).or_not_found("reminder")?;
    id::checked(rule).ok().or_not_found("reminder")?;
    Ok((rule, day, again))
}
