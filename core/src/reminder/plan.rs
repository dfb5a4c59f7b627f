//! What the phone is to show in the coming days. Pure: the same input gives the same plan.
//!
//! A plan is laid whenever the person opens the app. So whatever it holds beyond the first few is for somebody who does
//! not come back, and it asks less and less of them by itself: a phone that cannot read the vault needs no rule for that.

use super::rule::{ClockTime, ReminderRule, ReminderSettings};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

/// So many reminders in a row may go by before there are fewer.
pub const PATIENCE: u32 = 3;
/// From then on there are at least so many days between two.
pub const DAYS_BETWEEN: i64 = 7;

/// One reminder to come. It holds nothing that the lock screen would not show, so that it may lie where the phone can read
/// it before it is unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedReminder {
    /// The rule and the date, such as `r1/2026-11-23`; `/again` follows where the person had put it off.
    pub id: String,
    /// On the person's wall clock, wherever they are then. [`crate::zone::instant`] says when that is.
    pub at: NaiveDateTime,
    /// What the lock screen shows.
    pub text: String,
}

/// Reminders to come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReminderPlan {
    /// Soonest first.
    pub entries: Vec<PlannedReminder>,
    /// From this date on there are fewer, unless the person opens the app.
    pub fewer_from: Option<NaiveDate>,
}

/// A rule with the words that it shows.
pub(super) struct Said {
    pub rule: ReminderRule,
    pub text: String,
}

/// A reminder that was shown.
pub(super) struct Shown {
    pub rule: String,
    pub day: NaiveDate,
    /// The person put it off to this time, and it was not shown again.
    pub again: Option<ClockTime>,
}

/// All that a plan is made from.
pub(super) struct Known {
    /// In the order in which they were added.
    pub rules: Vec<Said>,
    pub settings: ReminderSettings,
    /// On the dates of the plan.
    pub shown: Vec<Shown>,
    /// The date of the one that was shown last of all.
    pub last_shown: Option<NaiveDate>,
    /// Shown since the person was here last.
    pub ignored: u32,
    /// The practice day that it is now, if there was practice on it.
    pub practised: Option<NaiveDate>,
    /// The hour at which that day begins, 0 to 23.
    pub day_starts_at: u8,
}

/// Reminders after `now`, on `days` dates from today on; the soonest `cap` of them.
pub(super) fn plan(known: &Known, now: NaiveDateTime, days: u16, cap: u16) -> ReminderPlan {
    let mut rules: Vec<&Said> = known.rules.iter().filter(|said| known.reminds(said)).collect();
    rules.sort_by_key(|said| said.rule.time);
    // What was put off goes before what has the same minute.
    let mut entries = known.put_off(now);
    let mut fewer_from = None;
    let mut gone_by = known.ignored;
    // A date in the future is one of a clock that was wrong.
    let mut last = known.last_shown.map(|day| day.min(now.date()));
    for day in now.date().iter_days().take(days.into()) {
        let mut on_day = known.shown.iter().filter(|shown| shown.day == day).count();
        for said in rules.iter().filter(|said| said.rule.weekdays.has(day.weekday())) {
            let at = day.and_time(said.rule.time.time());
            if at <= now || on_day >= known.settings.most_a_day.into() || known.is_done(&said.rule.id, at) {
                continue;
            }
            if gone_by >= PATIENCE && last.is_some_and(|last| (day - last).num_days() < DAYS_BETWEEN) {
                fewer_from.get_or_insert(day);
                continue;
            }
            (on_day, gone_by, last) = (on_day + 1, gone_by + 1, Some(day));
            entries.push(PlannedReminder { id: id(&said.rule.id, day), at, text: said.text.clone() });
        }
    }
    entries.sort_by_key(|entry| entry.at);
    entries.truncate(cap.into());
    ReminderPlan { entries, fewer_from }
}

impl Known {
    fn reminds(&self, said: &Said) -> bool {
        said.rule.on && !self.settings.silent(said.rule.time)
    }

    /// Whether this rule has nothing more to say at that time.
    fn is_done(&self, rule: &str, at: NaiveDateTime) -> bool {
        let day = at.date();
        self.is_practised(at) || self.shown.iter().any(|shown| shown.day == day && shown.rule == rule)
    }

    fn is_practised(&self, at: NaiveDateTime) -> bool {
        let day = at.checked_sub_signed(TimeDelta::hours(self.day_starts_at.into())).map(|at| at.date());
        self.settings.skip_practised && day.is_some() && day == self.practised
    }

    /// What the person put off.
    fn put_off(&self, now: NaiveDateTime) -> Vec<PlannedReminder> {
        let again = |shown: &Shown| {
            let time = shown.again.filter(|time| !self.settings.silent(*time))?;
            let at = shown.day.and_time(time.time());
            let said = self.rules.iter().find(|said| said.rule.id == shown.rule && said.rule.on)?;
            let entry = PlannedReminder { id: again_id(&shown.rule, shown.day), at, text: said.text.clone() };
            (at > now && !self.is_practised(at)).then_some(entry)
        };
        self.shown.iter().filter_map(again).collect()
    }
}

/// The last part of the id of a reminder that was put off.
const AGAIN: &str = "again";

fn id(rule: &str, day: NaiveDate) -> String {
    format!("{rule}/{day}")
}

pub(super) fn again_id(rule: &str, day: NaiveDate) -> String {
    format!("{rule}/{day}/{AGAIN}")
}

/// The rule, the date, and whether it had been put off.
pub(super) fn parts(id: &str) -> Option<(&str, NaiveDate, bool)> {
    let (rule, rest) = id.split_once('/')?;
    let (day, again) = rest.split_once('/').map_or((rest, None), |(day, last)| (day, Some(last)));
    let day = day.parse().ok()?;
    // One spelling a date, so that no two ids mean the same.
    let known = self::id(rule, day) == id || again_id(rule, day) == id;
    known.then_some((rule, day, again.is_some()))
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
