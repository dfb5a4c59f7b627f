//! From a time on the wall to an instant. Pure: whoever calls knows the zone, this only knows the rule.

use crate::Moment;
use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, TimeDelta};

/// The instant at which a wall clock shows `at`, or stands in for it:
///
/// - A time that comes twice means the first of the two.
/// - A time that does not exist means the first minute after it that does, on the same date; where the clock jumps over
///   the end of the date, the last minute before it.
/// - A date that does not exist at all has no instant.
///
/// So each time has exactly one instant on every date that there is, and a later time never has an earlier instant.
/// `offsets` answers which offsets from UTC hold at a local time: none, one or two.
#[must_use]
pub fn instant(at: NaiveDateTime, offsets: impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>) -> Option<Moment> {
    // The further east, the earlier; whatever order the zone names them in.
    shown(at, offsets, |one, two| if one.local_minus_utc() >= two.local_minus_utc() { one } else { two })
}

/// As [`instant`], but a time that comes twice means the last of the two.
#[must_use]
pub fn last_instant(
    at: NaiveDateTime,
    offsets: impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>,
) -> Option<Moment> {
    shown(at, offsets, |one, two| if one.local_minus_utc() < two.local_minus_utc() { one } else { two })
}

fn shown(
    at: NaiveDateTime,
    offsets: impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>,
    which: impl Fn(FixedOffset, FixedOffset) -> FixedOffset,
) -> Option<Moment> {
    let on_the_minute = |step: i64| {
        let other = at.checked_add_signed(TimeDelta::minutes(step)).filter(|other| other.date() == at.date())?;
        let offset = match offsets(other) {
            MappedLocalTime::None => return None,
            MappedLocalTime::Single(offset) => offset,
            MappedLocalTime::Ambiguous(one, two) => which(one, two),
        };
        let utc = other.checked_sub_offset(offset)?;
        Some(Moment(DateTime::from_naive_utc_and_offset(utc, offset)))
    };
    (0..MINUTES).find_map(on_the_minute).or_else(|| (1..MINUTES).find_map(|step| on_the_minute(-step)))
}

/// Of a day.
const MINUTES: i64 = 1_440;

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Offset, TimeZone};
    use chrono_tz::Tz;

    fn on(zone: Tz, at: &str) -> Option<String> {
        let offsets = |local: NaiveDateTime| zone.offset_from_local_datetime(&local).map(|offset| offset.fix());
        instant(at.parse().unwrap(), offsets).map(|moment| moment.0.to_rfc3339())
    }

    #[test]
    fn a_time_that_comes_twice_has_a_last_instant() {
        let last = |zone: Tz, at: &str| {
            let offsets = |local: NaiveDateTime| zone.offset_from_local_datetime(&local).map(|offset| offset.fix());
            last_instant(at.parse().unwrap(), offsets).map(|moment| moment.0.to_rfc3339())
        };
        for (zone, at, instant) in [
            (Tz::Europe__Berlin, "2026-10-25T02:30:00", "2026-10-25T02:30:00+01:00"),
            (Tz::America__Havana, "2026-11-01T00:00:00", "2026-11-01T00:00:00-05:00"),
            (Tz::Europe__Berlin, "2026-03-29T02:30:00", "2026-03-29T03:00:00+02:00"),
            (Tz::Europe__Berlin, "2026-11-23T19:30:00", "2026-11-23T19:30:00+01:00"),
        ] {
            assert_eq!(last(zone, at).as_deref(), Some(instant), "{zone} {at}");
        }
    }

    #[test]
    fn gaps_and_folds() {
        for (zone, at, instant) in [
            (Tz::Europe__Berlin, "2026-03-29T02:30:00", Some("2026-03-29T03:00:00+02:00")),
            (Tz::Europe__Berlin, "2026-10-25T02:30:00", Some("2026-10-25T02:30:00+02:00")),
            (Tz::Europe__Berlin, "2026-11-23T19:30:00", Some("2026-11-23T19:30:00+01:00")),
            // Half an hour.
            (Tz::Australia__Lord_Howe, "2026-10-04T02:10:00", Some("2026-10-04T02:30:00+11:00")),
            // At midnight.
            (Tz::America__Santiago, "2026-09-06T00:15:00", Some("2026-09-06T01:00:00-03:00")),
            // From 23:30 to midnight: nothing is left of the day.
            (Tz::Asia__Pyongyang, "2018-05-04T23:45:00", Some("2018-05-04T23:29:00+08:30")),
            // A day that never was.
            (Tz::Pacific__Apia, "2011-12-30T19:30:00", None),
        ] {
            assert_eq!(on(zone, at).as_deref(), instant, "{zone} {at}");
        }
    }
}
