//! Reminders.

use crate::SaywellError;
use crate::time::Offsets;
use chrono::Weekday;
use chrono::{NaiveDate as Day, NaiveDateTime as WallTime};
use saywell_core::content::ReminderText;
use saywell_core::reminder::{
    ClockTime, PlannedReminder, QuietHours, ReminderPlan, ReminderRow, ReminderRule, ReminderSettings, Reminders,
    Weekdays, Wording, instant,
};
use saywell_core::{Engine, Moment};
use std::collections::HashSet;
use std::sync::Arc;

/// Reminders: rules on the wall clock, and a plan of what the phone is to show.
#[derive(uniffi::Object)]
pub struct ReminderVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl ReminderVerbs {
    /// The screen of reminders.
    pub fn reminders(&self, now: Moment) -> Result<Reminders, SaywellError> {
        self.0.reminders(now)
    }

    /// What a reminder can say, in the course's order.
    pub fn reminder_texts(&self) -> Result<Vec<ReminderText>, SaywellError> {
        Ok(self.0.reminder_texts())
    }

    /// The piece of a text that tells whoever looks what the app is about, if one does. To warn with; it forbids nothing.
    pub fn telling_word(&self, text: &str) -> Result<Option<String>, SaywellError> {
        Ok(self.0.telling_word(text).map(Into::into))
    }

    /// Adds a rule, or changes the one with its id. What was shown today is not shown again at the new time.
    ///
    /// # Errors
    /// `NotFound` if the course has no such text, `Invalid` if the id cannot be one, if own words are not
    /// one line of 1 to 40 letters, or if it would be the ninth rule.
    pub fn save_reminder(&self, rule: &ReminderRule, now: Moment) -> Result<Reminders, SaywellError> {
        self.0.save_reminder(rule, now)
    }

    /// Switches a rule on or off.
    ///
    /// # Errors
    /// `NotFound` if there is no such rule.
    pub fn switch_reminder(&self, id: &str, on: bool, now: Moment) -> Result<Reminders, SaywellError> {
        self.0.switch_reminder(id, on, now)
    }

    /// Deletes a rule.
    ///
    /// # Errors
    /// `NotFound` if there is no such rule.
    pub fn delete_reminder(&self, id: &str, now: Moment) -> Result<Reminders, SaywellError> {
        self.0.delete_reminder(id, now)
    }

    /// Changes what holds for all reminders.
    ///
    /// # Errors
    /// `Invalid` unless `most_a_day` is 1 to 8.
    pub fn set_reminders(&self, settings: ReminderSettings, now: Moment) -> Result<Reminders, SaywellError> {
        self.0.set_reminders(settings, now)
    }

    /// What the phone is to show after `now`: on `days` dates from today on, the soonest `cap` of it. The same vault, course
    /// and moment give the same plan.
    pub fn plan_reminders(&self, now: Moment, days: u16, cap: u16) -> Result<ReminderPlan, SaywellError> {
        self.0.plan_reminders(now, days, cap)
    }

    /// Records what was on the lock screen, by the ids of the plan. Recording it again changes nothing.
    ///
    /// # Errors
    /// `NotFound` if one of these ids is none; then nothing is recorded.
    pub fn reminders_shown(&self, ids: &[String], now: Moment) -> Result<Reminders, SaywellError> {
        self.0.reminders_shown(ids, now)
    }

    /// The person opened the app. Returns the screen as it was before, so that a shell can say if there were fewer.
    pub fn answer_reminders(&self, now: Moment) -> Result<Reminders, SaywellError> {
        self.0.answer_reminders(now)
    }

    /// Puts off a reminder that was shown, once, by 10, 30 or 60 minutes, and returns when it comes again. Putting it off
    /// again before then returns the same.
    ///
    /// # Errors
    /// `NotFound` if the id or its rule is gone, `OutOfDate` if it is another day's or was put off before,
    /// `Invalid` if it would come on another day or in the quiet hours.
    pub fn snooze_reminder(&self, id: &str, minutes: u8, now: Moment) -> Result<PlannedReminder, SaywellError> {
        self.0.snooze_reminder(id, minutes, now)
    }
}

/// The instant at which a wall clock in this zone shows `at`, or stands in for it:
///
/// - A time that comes twice means the first of the two.
/// - A time that does not exist means the first minute after it that does, on the same date; where the clock jumps over
///   the end of the date, the last minute before it.
/// - A date that does not exist at all has no instant.
///
/// It needs no open vault, so that a plan can be laid again before the phone is unlocked.
#[uniffi::export]
pub fn reminder_instant(at: WallTime, zone: Box<dyn Zone>) -> Result<Option<Moment>, SaywellError> {
    Ok(instant(at, |at| zone.offsets(at)))
}

/// The zone that the phone is in, as its platform knows it.
#[uniffi::export(callback_interface)]
pub trait Zone: Send + Sync {
    /// The offsets from UTC that hold when the wall clock shows this time: none, one or two.
    fn offsets(&self, at: WallTime) -> Offsets;
}

uniffi::custom_type!(
    /// Days of the week; at least one.
    Weekdays,
    HashSet<Weekday>,
    { remote, lower: |days| days.days().collect(), try_lift: |days| Ok(Weekdays::of(days)?) }
);

/// A day of the week.
#[uniffi::remote(Enum)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

/// Hours in which nothing reminds, over midnight if they end earlier than they begin.
#[derive(uniffi::Record)]
pub struct QuietHoursParts {
    /// The first quiet minute.
    pub from: ClockTime,
    /// The first minute after them; not the same.
    pub to: ClockTime,
}

uniffi::custom_type!(
    /// Hours in which nothing reminds.
    QuietHours,
    QuietHoursParts,
    {
        remote,
        lower: |hours| QuietHoursParts { from: hours.from(), to: hours.to() },
        try_lift: |hours| Ok(QuietHours::new(hours.from, hours.to)?),
    }
);

/// What the screen of reminders shows.
#[uniffi::remote(Record)]
pub struct Reminders {
    /// In the order in which they were added.
    pub rules: Vec<ReminderRow>,
    /// What holds for all of them.
    pub settings: ReminderSettings,
    /// The next one that the phone is to show.
    pub next: Option<PlannedReminder>,
    /// How many were ignored; from `PATIENCE` on there are fewer.
    pub ignored: u32,
}

/// A rule on the screen of reminders.
#[uniffi::remote(Record)]
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

/// One reminder to come. It holds nothing that the lock screen would not show, so that it may lie where the phone can read
/// it before it is unlocked.
#[uniffi::remote(Record)]
pub struct PlannedReminder {
    /// The rule and the date, such as `r1/2026-11-23`; `/again` follows where the person had put it off.
    pub id: String,
    /// On the person's wall clock, wherever they are then. `instant` says when that is.
    pub at: WallTime,
    /// What the lock screen shows.
    pub text: String,
}

/// Reminders to come.
#[uniffi::remote(Record)]
pub struct ReminderPlan {
    /// Soonest first.
    pub entries: Vec<PlannedReminder>,
    /// From this date on there are fewer, unless the person opens the app.
    pub fewer_from: Option<Day>,
}

/// What stands on the lock screen.
#[uniffi::remote(Enum)]
pub enum Wording {
    /// A text of the course, by its id.
    Listed(#[uniffi(name = "id")] String),
    /// The person's own words.
    Own(#[uniffi(name = "text")] String),
}

/// When to remind, and with which words. It is never an instant: half past seven stays half past seven when clocks
/// change or the person travels.
#[uniffi::remote(Record)]
pub struct ReminderRule {
    /// Made by the shell, unique. It names nothing: it is part of what lies readable before the phone is unlocked.
    pub id: String,
    /// On which days.
    pub weekdays: Weekdays,
    /// At what time.
    pub time: ClockTime,
    /// Whether it reminds at all.
    pub on: bool,
    /// With which words.
    pub wording: Wording,
}

/// What holds for all reminders.
#[uniffi::remote(Record)]
pub struct ReminderSettings {
    /// Nothing reminds in them: a rule whose time falls into them stays silent.
    pub quiet: Option<QuietHours>,
    /// Nothing reminds on a day on which the person has relaxed already.
    pub skip_practised: bool,
    /// 1 to 8.
    pub most_a_day: u8,
}

/// A text that could come from any app: it names nothing and pushes nothing.
#[uniffi::remote(Record)]
pub struct ReminderText {
    /// Such as `reminder/time-for-you`.
    pub id: String,
    /// Plain; at most 40 letters.
    pub text: String,
}
