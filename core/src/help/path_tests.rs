//! The way through the questions: which follows which, what is said in the end, and that nobody in time is told otherwise.

use super::path::{DayPart, Path, PepAsk, PepChoice, PepWhen};
use super::pep::{PepAnswers, PepContact, PepTime, ruling};
use crate::Moment;
use PepAsk as A;
use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use saywell_content::PepState;

const NONE: i32 = -1;
/// An evening.
const NOW: &str = "2026-11-23T19:10:00+01:00";

fn picks(rows: &[i32]) -> Vec<Option<u16>> {
    rows.iter().map(|row| u16::try_from(*row).ok()).collect()
}

fn moment(text: &str) -> Moment {
    Moment(text.parse().unwrap())
}

fn offsets(zone: Tz) -> impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset> {
    move |local| zone.offset_from_local_datetime(&local).map(|offset| offset.fix())
}

/// What is asked when these rows are picked one after the other, and that all is said then.
fn asked(rows: &[i32]) -> Vec<PepAsk> {
    let picks = picks(rows);
    assert_eq!(Path::new(&picks, moment(NOW)).open(), None);
    (0..picks.len()).map(|at| Path::new(&picks[..at], moment(NOW)).open().unwrap()).collect()
}

fn answers_at(rows: &[i32], at: &str, zone: Tz) -> PepAnswers {
    Path::new(&picks(rows), moment(at)).answers(offsets(zone))
}

fn answers(rows: &[i32]) -> PepAnswers {
    answers_at(rows, NOW, Tz::Europe__Berlin)
}

fn between(earliest: &str, latest: &str) -> PepTime {
    PepTime::Between { earliest: moment(earliest), latest: moment(latest) }
}

#[test]
fn only_what_matters_is_asked() {
    for (rows, questions) in [
        (&[0, 1][..], &[A::Status, A::Forced][..]),
        (&[1, 2, 1], &[A::Status, A::Contact, A::Forced]),
        (&[1, 2, NONE], &[A::Status, A::Contact, A::Forced]),
        (&[1, 2, 0, NONE, 1, 1], &[A::Status, A::Contact, A::Forced, A::When, A::Prep, A::Pregnant]),
        (
            &[1, 0, 0, 5, 1, 1, 1, 1],
            &[A::Status, A::Contact, A::When, A::Hours, A::Forced, A::Undetectable, A::Prep, A::Pregnant],
        ),
        (
            &[2, 0, 1, 1, 2, 0, 1, 1],
            &[A::Status, A::Contact, A::When, A::Day, A::Part, A::Forced, A::Prep, A::Pregnant],
        ),
        (&[1, 1, 1, 5, 1, 1, 1], &[A::Status, A::Contact, A::When, A::Day, A::Forced, A::Prep, A::Pregnant]),
        (&[1, 3, 1, NONE, 1, 1, 1], &[A::Status, A::Contact, A::When, A::Day, A::Forced, A::Prep, A::Pregnant]),
    ] {
        assert_eq!(asked(rows), questions, "{rows:?}");
    }
}

#[test]
fn says_what_was_picked() {
    let said = answers(&[1, 0, 0, 5, 1, 0, 0, NONE]);
    assert_eq!(
        (said.has_hiv, said.contact, said.time),
        (false, PepContact::Sex, PepTime::AboutHoursAgo { hours: 5, asked: moment(NOW) })
    );
    assert_eq!([said.forced, said.partner_undetectable, said.on_prep, said.pregnant], [false, true, true, false]);
    let has_hiv = answers(&[0, 0]);
    assert_eq!((has_hiv.has_hiv, has_hiv.forced), (true, true));
    let unsure = answers(&[2, 3, NONE, 1, 1, 1]);
    assert_eq!((unsure.has_hiv, unsure.contact, unsure.time), (false, PepContact::Other, PepTime::NotSure));
    assert_eq!(answers(&[1, 0, 0, NONE, 1, 1, 1, 1]).time, PepTime::NotSure);
    assert_eq!(answers(&[1, 2, 0, NONE, 1, 1]).contact, PepContact::Touch);
}

/// A row that is none, as from an app of another version, is no answer.
#[test]
fn what_cannot_be_picked_counts_as_no_answer() {
    assert_eq!(answers(&[9, 9, 9, 9, 9, 9]), answers(&[NONE; 6]));
    assert_eq!(
        answers(&[1, 1, 1, 1, 77, 1, 1, 1]).time,
        between("2026-11-22T00:00:00+01:00", "2026-11-23T06:00:00+01:00")
    );
    assert_eq!(answers(&[0, 0, 4, 4, 4]), answers(&[0, 0]));
}

#[test]
fn a_part_of_a_day_reaches_from_its_begin_to_its_end() {
    for (rows, earliest, latest) in [
        (&[1, 1, 1, 1, 2][..], "2026-11-22T12:00:00+01:00", "2026-11-22T18:00:00+01:00"),
        (&[1, 1, 1, 0, 3], "2026-11-23T18:00:00+01:00", "2026-11-24T00:00:00+01:00"),
        (&[1, 1, 1, 1, 0], "2026-11-22T00:00:00+01:00", "2026-11-23T06:00:00+01:00"),
        (&[1, 1, 1, 1, NONE], "2026-11-22T00:00:00+01:00", "2026-11-23T06:00:00+01:00"),
        (&[1, 1, 1, 5], "2026-11-19T00:00:00+01:00", "2026-11-19T00:00:00+01:00"),
    ] {
        assert_eq!(answers(rows).time, between(earliest, latest), "{rows:?}");
    }
}

/// The part that is now began at 18: one hour and ten minutes ago at most.
#[test]
fn the_part_of_the_day_that_is_now_has_no_end_yet() {
    let said = answers(&[1, 1, 1, 0, 3, 1, 1, 1]);
    let ruling = ruling(&said, 72, moment(NOW));
    assert_eq!((ruling.states, ruling.hours_left), (vec![PepState::FirstDay, PepState::Works], None));
}

/// One o'clock on Sunday is "Saturday night" to many. On Tuesday at noon there are 13 hours left.
#[test]
fn a_night_may_be_that_of_the_day_before() {
    let said = answers_at(&[1, 1, 1, 3, 0, 1, 1, 1], "2026-11-24T12:00:00+01:00", Tz::Europe__Berlin);
    assert_eq!(said.time, between("2026-11-21T00:00:00+01:00", "2026-11-22T06:00:00+01:00"));
    assert_eq!(ruling(&said, 72, moment("2026-11-24T12:00:00+01:00")).states, [PepState::NotSure, PepState::Works]);
}

#[test]
fn only_parts_that_have_begun_can_be_picked() {
    let picked = picks(&[1, 1, 1, 0]);
    let parts = |path: &Path<'_>| path.choices(A::Part);
    let morning = parts(&Path::new(&picked, moment("2026-11-23T07:00:00+01:00")));
    let named = [DayPart::Night, DayPart::Morning, DayPart::Whole].map(PepChoice::InPart);
    assert_eq!(morning, named);
    let yesterday = picks(&[1, 1, 1, 1]);
    assert_eq!(parts(&Path::new(&yesterday, moment("2026-11-23T07:00:00+01:00"))).len(), 5);
}

/// The night in which the clock went back has one hour more. Where midnight itself comes twice, the day before ends with its
/// second time, and the day begins with its first.
#[test]
fn the_clock_that_went_back() {
    let (after, havana) = ("2026-11-02T10:00:00-05:00", Tz::America__Havana);
    for (rows, at, zone, earliest, latest) in [
        (
            [1, 1, 1, 1, 0],
            "2026-10-26T10:00:00+01:00",
            Tz::Europe__Berlin,
            "2026-10-25T00:00:00+02:00",
            "2026-10-26T06:00:00+01:00",
        ),
        ([1, 1, 1, 1, 0], after, havana, "2026-11-01T00:00:00-04:00", "2026-11-02T06:00:00-05:00"),
        ([1, 1, 1, 2, 3], after, havana, "2026-10-31T18:00:00-04:00", "2026-11-01T00:00:00-05:00"),
    ] {
        assert_eq!(answers_at(&rows, at, zone).time, between(earliest, latest), "{zone} {rows:?}");
    }
}

#[test]
fn when_it_was_is_said_as_it_was_picked() {
    let when = |rows: &[i32]| Path::new(&picks(rows), moment(NOW)).when();
    let day = "2026-11-22".parse().unwrap();
    assert_eq!(when(&[1, 2, 1]), None);
    assert_eq!(when(&[1, 0, 0, 5, 1, 1, 1, 1]), Some((PepWhen::HoursAgo(5), 2)));
    assert_eq!(when(&[1, 0, NONE, 1, 1, 1, 1]), Some((PepWhen::NotSure, 2)));
    assert_eq!(when(&[1, 0, 1, 5, 1, 1, 1, 1]), Some((PepWhen::LongerAgo, 2)));
    let part = Some(DayPart::Evening);
    assert_eq!(when(&[1, 2, 0, 1, 1, 3, 1, 1]), Some((PepWhen::OnDay { day, days_back: 1, part }, 3)));
    assert_eq!(when(&[1, 2, 0, 1, 1, NONE, 1, 1]), Some((PepWhen::OnDay { day, days_back: 1, part: None }, 3)));
}

proptest! {
    /// Somebody who says the day and its part as the wall clock showed them then, or counts the night to the day before, in
    /// whatever zone, over whatever change of its clock, is never told that it is over while there is time, nor that more hours
    /// are left than there are.
    #[test]
    fn nobody_in_time_is_told_otherwise(
        zone in 0..TZ_VARIANTS.len(),
        now in 946_684_800_i64..2_145_916_800,
        minutes_ago in 0..7_000_i64,
        knows_part: bool,
        counts_back: bool,
    ) {
        let zone = TZ_VARIANTS[zone];
        let now = DateTime::<Utc>::from_timestamp(now, 0).unwrap();
        let then = now - TimeDelta::minutes(minutes_ago);
        let at = |instant: DateTime<Utc>| instant.with_timezone(&zone).fixed_offset();
        let is_night = at(then).hour() < 6;
        let days_back = (at(now).date_naive() - at(then).date_naive()).num_days() + i64::from(is_night && counts_back);
        // A clock that went over a date line, or back to the day before: that day is not among those that can be named.
        prop_assume!(days_back >= 0);
        let day = i32::try_from(days_back.min(5)).unwrap();
        let part = if knows_part { i32::try_from(at(then).hour() / 6).unwrap() } else { NONE };
        let rows = if day == 5 { vec![1, 1, 1, day, 1, 1, 1] } else { vec![1, 1, 1, day, part, 1, 1, 1] };
        let ruling = ruling(&Path::new(&picks(&rows), Moment(at(now))).answers(offsets(zone)), 72, Moment(at(now)));
        if ruling.states.contains(&PepState::WindowOver) {
            prop_assert!(minutes_ago >= 72 * 60, "{zone} {now} {minutes_ago}");
        }
        if let Some(left) = ruling.hours_left {
            prop_assert!(i64::from(left) * 60 <= 72 * 60 - minutes_ago, "{zone} {now} {minutes_ago} {left}");
        }
    }
}
