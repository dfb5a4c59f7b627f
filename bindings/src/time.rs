//! Time as an app has it: `java.time` in Kotlin (`uniffi.toml` says how), small values in Swift. What is called `…Parts` is how
//! a time crosses the door.

use crate::SaywellError;
use chrono::{
    DateTime, Datelike, FixedOffset, MappedLocalTime, NaiveDate as Day, NaiveDateTime as WallTime, Timelike, Utc,
};
use saywell_core::Moment;
use saywell_core::reminder::ClockTime;
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
            offset_minutes: minutes(*moment.0.offset()),
        },
        try_lift: |parts| {
            let offset = offset(parts.offset_minutes)?;
            Ok(Moment(DateTime::<Utc>::from(parts.instant).with_timezone(&offset)))
        },
    }
);

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

uniffi::custom_type!(
    /// A day of the calendar.
    Day,
    DayParts,
    {
        remote,
        lower: |day| DayParts { year: day.year(), month: small(day.month()), day: small(day.day()) },
        try_lift: |parts| {
            Ok(Day::from_ymd_opt(parts.year, parts.month.into(), parts.day.into()).ok_or(NO_TIME)?)
        },
    }
);

/// A time of day on the wall clock, to the minute.
#[derive(uniffi::Record)]
pub struct ClockTimeParts {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

uniffi::custom_type!(
    /// A time of day on the wall clock, to the minute.
    ClockTime,
    ClockTimeParts,
    {
        remote,
        lower: |time| ClockTimeParts { hour: small(time.time().hour()), minute: small(time.time().minute()) },
        try_lift: |parts| Ok(ClockTime::new(parts.hour, parts.minute)?),
    }
);

/// What a wall clock shows, to the minute, wherever the person is.
#[derive(uniffi::Record)]
pub struct WallTimeParts {
    /// The date.
    pub day: Day,
    /// The time.
    pub time: ClockTime,
}

uniffi::custom_type!(
    /// What a wall clock shows, to the minute, wherever the person is.
    WallTime,
    WallTimeParts,
    {
        remote,
        lower: |at| WallTimeParts { day: at.date(), time: ClockTime::of(at.time()) },
        try_lift: |parts| Ok(parts.day.and_time(parts.time.time())),
    }
);

/// The offsets from UTC that hold at one time on the wall clock.
pub type Offsets = MappedLocalTime<FixedOffset>;

uniffi::custom_type!(
    /// The offsets from UTC that hold at one time on the wall clock, in minutes: none, one or two.
    Offsets,
    Vec<i32>,
    {
        remote,
        lower: |offsets| [offsets.earliest(), offsets.latest()].into_iter().flatten().map(minutes).collect(),
        try_lift: |offsets| Ok(match offsets.as_slice() {
            [] => Offsets::None,
            [one] => Offsets::Single(offset(*one)?),
            [one, two, ..] => Offsets::Ambiguous(offset(*one)?, offset(*two)?),
        }),
    }
);

/// Why a time is refused.
const NO_TIME: SaywellError = SaywellError::Invalid { field: "time", reason: "is one that exists" };

fn offset(minutes: i32) -> Result<FixedOffset, SaywellError> {
    minutes.checked_mul(60).and_then(FixedOffset::east_opt).ok_or(NO_TIME)
}

fn minutes(offset: FixedOffset) -> i32 {
    offset.local_minus_utc() / 60
}

/// Months, days, hours and minutes are small.
fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UniFfiTag;
    use uniffi::{Lift, Lower};

    /// Hands a value of one type over, and takes it as another one.
    fn over<A: Lower<UniFfiTag>, B: Lift<UniFfiTag>>(value: A) -> uniffi::Result<B> {
        let mut bytes = Vec::new();
        A::write(value, &mut bytes);
        B::try_read(&mut bytes.as_slice())
    }

    fn moment(text: &str) -> Moment {
        Moment(text.parse().unwrap())
    }

    #[test]
    fn a_moment_keeps_its_instant_and_its_wall_clock() {
        for text in ["2026-11-23T19:30:00.25+05:45", "1969-12-31T23:00:00-03:30", "2026-02-28T00:00:00+14:00"] {
            let parts: MomentParts = over(moment(text)).unwrap();
            let seconds = moment(text).0.offset().local_minus_utc();
            assert_eq!(parts.offset_minutes * 60, seconds);
            assert_eq!(DateTime::<Utc>::from(parts.instant), moment(text).0);
            assert_eq!(over::<_, Moment>(parts).unwrap(), moment(text));
        }
    }

    #[test]
    fn a_day_and_a_time_of_day_are_what_they_say() {
        let day: Day = over(DayParts { year: 2028, month: 2, day: 29 }).unwrap();
        assert_eq!(day.to_string(), "2028-02-29");
        let at: WallTime = over(WallTimeParts { day, time: ClockTime::new(19, 30).unwrap() }).unwrap();
        assert_eq!(at.to_string(), "2028-02-29 19:30:00");
        let parts: WallTimeParts = over(at).unwrap();
        assert_eq!((parts.day, parts.time.minutes()), (day, 19 * 60 + 30));
    }

    #[test]
    fn a_local_time_has_no_offset_or_one_or_two() {
        let east = |hours: i32| FixedOffset::east_opt(hours * 3_600).unwrap();
        for (minutes, offsets) in [
            (vec![], Offsets::None),
            (vec![60], Offsets::Single(east(1))),
            (vec![120, 60], Offsets::Ambiguous(east(2), east(1))),
        ] {
            assert_eq!(over::<_, Offsets>(minutes).unwrap(), offsets);
        }
    }

    #[test]
    fn a_time_that_cannot_be_is_refused_as_every_other_argument() {
        let instant = SystemTime::UNIX_EPOCH;
        for refused in [
            over::<_, Day>(DayParts { year: 2026, month: 2, day: 29 }).err(),
            over::<_, ClockTime>(ClockTimeParts { hour: 24, minute: 0 }).err(),
            over::<_, Moment>(MomentParts { instant, offset_minutes: 24 * 60 }).err(),
            over::<_, Moment>(MomentParts { instant, offset_minutes: i32::MAX }).err(),
        ] {
            let error = refused.unwrap().downcast::<SaywellError>().unwrap();
            assert!(matches!(error, SaywellError::Invalid { field: "time", .. }), "{error}");
        }
    }
}
