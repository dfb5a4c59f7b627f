//! What reminders promise, told again as simply as can be: lists that are looked through.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use saywell_core::reminder::{ReminderRule, ReminderSettings, Wording};

/// What the engine should know.
pub struct Model {
    pub rules: Vec<ReminderRule>,
    pub settings: ReminderSettings,
    pub shown: Vec<Seen>,
    /// Practice days.
    pub practised: Vec<NaiveDate>,
    /// The text of the course that every rule but those with own words has.
    pub text: String,
}

/// A reminder that was shown.
pub struct Seen {
    pub rule: String,
    pub day: NaiveDate,
    pub answered: bool,
    pub again: Option<NaiveTime>,
    pub again_shown: bool,
}

/// The id, the time, the text.
pub type Entry = (String, NaiveDateTime, String);

impl Model {
    pub fn ignored(&self) -> usize {
        self.shown.iter().filter(|seen| !seen.answered).count()
    }

    pub fn seen(&mut self, rule: &str, day: NaiveDate) -> &mut Seen {
        let known = self.shown.iter().position(|seen| seen.rule == rule && seen.day == day);
        let at = known.unwrap_or_else(|| {
            self.shown.push(Seen { rule: rule.into(), day, answered: false, again: None, again_shown: false });
            self.shown.len() - 1
        });
        &mut self.shown[at]
    }

    pub fn quiet(&self, time: NaiveTime) -> bool {
        let Some(quiet) = self.settings.quiet else { return false };
        // Minute by minute from the first quiet one.
        let (mut minute, mut quiet_minutes) = (quiet.from().minutes(), vec![]);
        while minute != quiet.to().minutes() {
            quiet_minutes.push(u32::from(minute));
            minute = (minute + 1) % 1_440;
        }
        quiet_minutes.contains(&(time.num_seconds_from_midnight() / 60))
    }

    /// Neither quiet nor, as far as can be known `today`, practised.
    fn free(&self, at: NaiveDateTime, today: NaiveDate) -> bool {
        let is_today = (at - TimeDelta::hours(4)).date() == today;
        let skipped = is_today && self.settings.skip_practised && self.practised.contains(&today);
        !(skipped || self.quiet(at.time()))
    }

    fn text(&self, rule: &ReminderRule) -> String {
        if let Wording::Own(own) = &rule.wording { own.clone() } else { self.text.clone() }
    }

    /// What is to come, soonest first.
    pub fn plan(&self, now: NaiveDateTime, days: i64, today: NaiveDate) -> Vec<Entry> {
        let mut planned: Vec<(NaiveDate, Entry)> = Vec::new();
        let mut all = Vec::new();
        for number in 0..days {
            let day = now.date() + TimeDelta::days(number);
            for (order, rule) in self.rules.iter().enumerate().filter(|(_, rule)| rule.on) {
                if rule.weekdays.has(day.weekday()) {
                    all.push((day.and_time(rule.time.time()), order));
                }
            }
        }
        all.sort();
        for (at, order) in all {
            let (rule, day) = (&self.rules[order], at.date());
            let shown_on_day = self.shown.iter().filter(|seen| seen.day == day).count();
            let planned_on_day = planned.iter().filter(|(other, _)| *other == day).count();
            let was_shown = self.shown.iter().any(|seen| seen.rule == rule.id && seen.day == day);
            let free = self.free(at, today);
            if at <= now || was_shown || !free || shown_on_day + planned_on_day >= self.settings.most_a_day.into() {
                continue;
            }
            let newest = planned.last().map(|(day, _)| *day).or(self.shown.last().map(|seen| seen.day.min(now.date())));
            if self.ignored() + planned.len() >= 3 && newest.is_some_and(|newest| day < newest + TimeDelta::days(7)) {
                continue;
            }
            planned.push((day, (format!("{}/{day}", rule.id), at, self.text(rule))));
        }
        let mut entries: Vec<Entry> = planned.into_iter().map(|(_, entry)| entry).collect();
        for seen in self.shown.iter().filter(|seen| !seen.again_shown) {
            let Some(at) = seen.again.map(|time| seen.day.and_time(time)) else { continue };
            let Some(rule) = self.rules.iter().find(|rule| rule.id == seen.rule && rule.on) else { continue };
            let free = self.free(at, today);
            if at > now && seen.day >= now.date() && seen.day < now.date() + TimeDelta::days(days + 1) && free {
                entries.push((format!("{}/{}/again", seen.rule, seen.day), at, self.text(rule)));
            }
        }
        // What was put off goes before what has the same minute.
        entries.sort_by_key(|(id, at, _)| (*at, !id.ends_with("again")));
        entries
    }
}
