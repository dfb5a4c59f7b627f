//! What a reminder is made of. Every value here was checked when it was made.

use crate::{Error, Result, text};
use chrono::{NaiveTime, Timelike, Weekday};

/// The most letters of a person's own words: longer ones are cut off on a small lock screen.
const LONGEST: usize = 40;
/// Minutes of a day.
const DAY: u16 = 1_440;
/// The most reminders a day that can be asked for, and the most rules.
pub(super) const MOST: u8 = 8;

/// A time on the wall clock, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    /// # Errors
    /// [`Error::Invalid`] unless the hour is 0 to 23 and the minute 0 to 59.
    pub fn new(hour: u8, minute: u8) -> Result<Self> {
        if hour > 23 || minute > 59 {
            return Err(Error::Invalid { field: "time", reason: "is 0:00 to 23:59" });
        }
        Ok(Self(u16::from(hour) * 60 + u16::from(minute)))
    }

    /// The time that many minutes after midnight; none from 24:00 on.
    pub(super) fn of_minutes(minutes: u16) -> Option<Self> {
        (minutes < DAY).then_some(Self(minutes))
    }

    /// The minute that this time falls into.
    #[must_use]
    pub fn of(time: NaiveTime) -> Self {
        Self(u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default())
    }

    /// Minutes since midnight.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// As chrono has it.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.0) * 60, 0).unwrap_or_default()
    }
}

/// Days of the week; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven.
    pub const EVERY: Self = Self(0b111_1111);

    /// Bit 0 is Monday, bit 6 is Sunday.
    ///
    /// # Errors
    /// [`Error::Invalid`] if no day is named, or an eighth one.
    pub fn new(bits: u8) -> Result<Self> {
        if bits == 0 || bits > Self::EVERY.0 {
            return Err(Error::Invalid { field: "weekdays", reason: "are one to seven days" });
        }
        Ok(Self(bits))
    }

    /// These days, in any order.
    ///
    /// # Errors
    /// [`Error::Invalid`] if there are none.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Result<Self> {
        Self::new(days.into_iter().fold(0, |bits, day| bits | 1 << day.num_days_from_monday()))
    }

    /// Its days, from Monday on.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        (0..7).filter_map(|day| Weekday::try_from(day).ok()).filter(move |day| self.has(*day))
    }

    /// Bit 0 is Monday, bit 6 is Sunday.
    #[must_use]
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether this day is among them.
    #[must_use]
    pub fn has(self, day: Weekday) -> bool {
        self.0 & 1 << day.num_days_from_monday() != 0
    }
}

/// What stands on the lock screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    /// A text of the course, by its id.
    Listed(String),
    /// The person's own words.
    Own(String),
}

impl Wording {
    /// The same, with own words made safe to show: one line of at most 40 letters.
    pub(super) fn cleaned(&self) -> Result<Self> {
        let Self::Own(written) = self else { return Ok(self.clone()) };
        let own = text::cleaned("text", written)?;
        if own.is_empty() || own.contains(['\n', '\t']) || own.chars().count() > LONGEST {
            return Err(Error::Invalid { field: "text", reason: "is one line of 1 to 40 letters" });
        }
        Ok(Self::Own(own))
    }
}

/// When to remind, and with which words. It is never an instant: half past seven stays half past seven when clocks
/// change or the person travels.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Hours in which nothing reminds, over midnight if they end earlier than they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    from: ClockTime,
    to: ClockTime,
}

impl QuietHours {
    /// From this time on, up to the other one.
    ///
    /// # Errors
    /// [`Error::Invalid`] if both are the same.
    pub fn new(from: ClockTime, to: ClockTime) -> Result<Self> {
        if from == to {
            return Err(Error::Invalid { field: "quiet hours", reason: "begin and end at different times" });
        }
        Ok(Self { from, to })
    }

    /// The first quiet minute.
    #[must_use]
    pub fn from(self) -> ClockTime {
        self.from
    }

    /// The first minute after them.
    #[must_use]
    pub fn to(self) -> ClockTime {
        self.to
    }

    /// Whether this minute is quiet.
    #[must_use]
    pub fn hold(self, time: ClockTime) -> bool {
        if self.from < self.to { self.from <= time && time < self.to } else { self.from <= time || time < self.to }
    }
}

/// What holds for all reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderSettings {
    /// Nothing reminds in them: a rule whose time falls into them stays silent.
    pub quiet: Option<QuietHours>,
    /// Nothing reminds on a day on which the person has relaxed already.
    pub skip_practised: bool,
    /// 1 to 8.
    pub most_a_day: u8,
}

impl ReminderSettings {
    /// Whether this minute is quiet.
    pub(super) fn silent(self, time: ClockTime) -> bool {
        self.quiet.is_some_and(|quiet| quiet.hold(time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u8, minute: u8) -> ClockTime {
        ClockTime::new(hour, minute).unwrap()
    }

    #[test]
    fn quiet_hours_reach_over_midnight() {
        let night = QuietHours::new(at(22, 0), at(7, 0)).unwrap();
        for (hour, minute, quiet) in
            [(21, 59, false), (22, 0, true), (23, 59, true), (0, 0, true), (6, 59, true), (7, 0, false), (12, 0, false)]
        {
            assert_eq!(night.hold(at(hour, minute)), quiet, "{hour}:{minute}");
        }
        let noon = QuietHours::new(at(12, 0), at(13, 30)).unwrap();
        assert_eq!([11, 12, 13, 14].map(|hour| noon.hold(at(hour, 0))), [false, true, true, false]);
        assert!(QuietHours::new(at(8, 0), at(8, 0)).is_err());
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert!(ClockTime::new(24, 0).is_err() && ClockTime::new(0, 60).is_err());
        assert!(Weekdays::new(0).is_err() && Weekdays::new(128).is_err());
        let own = |text: &str| Wording::Own(text.into()).cleaned();
        for odd in ["", " \n", "two\nlines", &"x".repeat(41)] {
            assert!(own(odd).is_err(), "{odd:?}");
        }
        assert_eq!(own(" Water the basil \0").unwrap(), Wording::Own("Water the basil".into()));
    }

    #[test]
    fn monday_is_the_first_day() {
        let days = Weekdays::new(0b100_0001).unwrap();
        assert!(days.has(Weekday::Mon) && days.has(Weekday::Sun) && !days.has(Weekday::Tue));
        assert!(days.days().eq([Weekday::Mon, Weekday::Sun]));
        assert_eq!(Weekdays::of([Weekday::Sun, Weekday::Mon, Weekday::Sun]), Ok(days));
        assert!(Weekdays::of([]).is_err());
    }
}
