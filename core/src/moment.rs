//! Time as the shells hand it in.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

/// The hour at which a practice day begins, unless the person has set another: what is done at two in the morning belongs to the evening before.
pub(crate) const DAY_STARTS_AT: u8 = 4;

/// An instant, and the wall clock of the person at that instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(pub DateTime<FixedOffset>);

impl Moment {
    /// The practice day: the local date, where hours before `day_starts_at` (0 to 23) still belong to the day before.
    #[must_use]
    pub fn day(self, day_starts_at: u8) -> NaiveDate {
        (self.0.naive_local() - TimeDelta::hours(day_starts_at.into())).date()
    }

    /// Milliseconds since 1970-01-01, UTC.
    pub(crate) fn utc_ms(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// Minutes that the wall clock is ahead of UTC.
    pub(crate) fn offset_minutes(self) -> i32 {
        self.0.offset().local_minus_utc() / 60
    }

    /// The moment that [`Self::utc_ms`] and [`Self::offset_minutes`] were taken from, if there is one.
    pub(crate) fn from_parts(utc_ms: i64, offset_minutes: i32) -> Option<Self> {
        let offset = FixedOffset::east_opt(offset_minutes.checked_mul(60)?)?;
        Some(Self(DateTime::from_timestamp_millis(utc_ms)?.with_timezone(&offset)))
    }
}

/// Days since 1970-01-01.
pub(crate) fn day_number(day: NaiveDate) -> i64 {
    day.signed_duration_since(NaiveDate::default()).num_days()
}

/// The day with this number; the nearest one that exists.
pub(crate) fn day_of_number(number: i64) -> NaiveDate {
    let edge = if number < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(number).and_then(|days| NaiveDate::default().checked_add_signed(days)).unwrap_or(edge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_past_two_belongs_to_the_evening_before() {
        let night = Moment("2026-11-23T02:30:00+01:00".parse().unwrap());
        assert_eq!(night.day(4).to_string(), "2026-11-22");
        assert_eq!(night.day(0).to_string(), "2026-11-23");
    }

    #[test]
    fn days_are_counted_from_1970() {
        let day = |text: &str| day_number(text.parse().unwrap());
        assert_eq!((day("1970-01-01"), day("1970-01-02"), day("1969-12-31")), (0, 1, -1));
        assert_eq!(day_of_number(day("2026-11-23")).to_string(), "2026-11-23");
        assert_eq!(day_of_number(i64::MAX), NaiveDate::MAX);
    }

    #[test]
    fn a_moment_comes_back_from_its_parts() {
        let moment = Moment("2026-11-23T02:30:00.250+05:30".parse().unwrap());
        assert_eq!(Moment::from_parts(moment.utc_ms(), moment.offset_minutes()), Some(moment));
        assert_eq!(Moment::from_parts(0, i32::MAX), None);
    }
}
