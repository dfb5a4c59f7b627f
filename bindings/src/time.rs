//! Time, as an app has it: `java.time` in Kotlin, small values in Swift. The parts are only how it crosses the door.

use crate::SaywellError;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};
use saywell_core::Moment;
use std::time::SystemTime;

/// An instant, and the wall clock of the person at that instant.
#[derive(uniffi::Record)]
pub struct MomentParts {
    /// The instant.
    pub instant: SystemTime,
    /// Minutes that the wall clock is ahead of UTC.
    pub offset_minutes: i32,
}

uniffi::custom_type!(
    /// An instant, and the wall clock of the person at that instant.
    Moment,
    MomentParts,
    {
        remote,
        lower: |moment| MomentParts {
            instant: moment.0.to_utc().into(),
            offset_minutes: moment.0.offset().local_minus_utc() / 60,
        },
        try_lift: |parts| Ok(moment_of(&parts).ok_or(NO_TIME)?),
    }
);

fn moment_of(parts: &MomentParts) -> Option<Moment> {
    let offset = FixedOffset::east_opt(parts.offset_minutes.checked_mul(60)?)?;
    Some(Moment(DateTime::<Utc>::from(parts.instant).with_timezone(&offset)))
}

/// A day of the calendar.
#[derive(uniffi::Record)]
pub struct DayParts {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// As the parts count.
type Day = NaiveDate;
uniffi::custom_type!(
    /// A day of the calendar.
    Day,
    DayParts,
    {
        remote,
        lower: |day| DayParts { year: day.year(), month: small(day.month()), day: small(day.day()) },
        try_lift: |parts| Ok(NaiveDate::from_ymd_opt(parts.year, parts.month.into(), parts.day.into()).ok_or(NO_TIME)?),
    }
);

/// Why a time is refused.
const NO_TIME: SaywellError = SaywellError::Invalid { field: "time", reason: "is one that exists" };

/// Months, days, hours and minutes are small.
fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
