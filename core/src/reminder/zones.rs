//! Every zone of the world, every change of its clocks from 2000 to 2037: each rule once a date, never skipped.
//!
//! `SAYWELL_LONG=1` looks at every minute around every change; otherwise at every quarter of an hour and at the edges.

use super::plan::{self, Known, Said, Shown};
use super::rule::{ClockTime, ReminderRule, ReminderSettings, Weekdays, Wording};
use crate::Moment;
use crate::zone::instant;
use chrono::{Days, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::collections::BTreeMap;

/// A change of a zone's clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    /// The first instant after it, UTC.
    at: NaiveDateTime,
    /// Seconds east, before and after.
    before: i32,
    after: i32,
}

impl Change {
    fn local(self, seconds: i32) -> NaiveDateTime {
        self.at + TimeDelta::seconds(seconds.into())
    }

    /// The dates around it, on clocks before and after.
    fn dates(self) -> impl Iterator<Item = NaiveDate> {
        let [one, other] = [self.local(self.before).date(), self.local(self.after).date()];
        (one.min(other) - Days::new(1)).iter_days().take_while(move |day| *day <= one.max(other) + Days::new(1))
    }
}

fn offset(zone: Tz, at: NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(&at).fix().local_minus_utc()
}

fn offsets(zone: Tz) -> impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset> {
    move |local| zone.offset_from_local_datetime(&local).map(|offset| offset.fix())
}

fn changes(zone: Tz) -> Vec<Change> {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap().and_time(chrono::NaiveTime::MIN);
    let (mut at, end) = (day("2000-01-01"), day("2038-01-01"));
    let mut found = Vec::new();
    while at < end {
        let next = at + TimeDelta::hours(12);
        let [before, after] = [offset(zone, at), offset(zone, next)];
        if before != after {
            let (mut low, mut high) = (at, next);
            while high - low > TimeDelta::minutes(1) {
                let middle = low + TimeDelta::minutes((high - low).num_minutes() / 2);
                *if offset(zone, middle) == before { &mut low } else { &mut high } = middle;
            }
            found.push(Change { at: high, before, after });
        }
        at = next;
    }
    found
}

/// One zone for each change that there is; many zones are the same.
fn all_changes() -> BTreeMap<Change, Tz> {
    TZ_VARIANTS.iter().flat_map(|zone| changes(*zone).into_iter().map(|change| (change, *zone))).collect()
}

fn long() -> bool {
    std::env::var_os("SAYWELL_LONG").is_some()
}

fn exists(zone: Tz, day: NaiveDate) -> bool {
    (0..24).any(|hour| !matches!(offsets(zone)(day.and_hms_opt(hour, 59, 0).unwrap()), MappedLocalTime::None))
}

/// The minutes of the day that are looked at.
fn minutes(change: Change) -> Vec<u16> {
    if long() {
        return (0..1_440).collect();
    }
    let edges = [change.before, change.after].map(|offset| change.local(offset).num_seconds_from_midnight() / 60);
    let near = edges.into_iter().flat_map(|edge| [edge + 1_439, edge, edge + 1]).map(|minute| minute % 1_440);
    let mut minutes: Vec<u16> = near.map(|minute| minute.try_into().unwrap()).chain((0..1_440).step_by(15)).collect();
    minutes.extend([1, 1_439]);
    minutes.sort_unstable();
    minutes.dedup();
    minutes
}

#[test]
fn each_time_has_one_instant_on_each_date_and_the_order_stays() {
    let changes = all_changes();
    let mut times = 0;
    for (change, zone) in &changes {
        let mut last: Option<Moment> = None;
        for day in change.dates() {
            for minute in minutes(*change) {
                let at = day.and_time(ClockTime::of_minutes(minute).unwrap().time());
                let found = instant(at, offsets(*zone));
                assert_eq!(found.is_some(), exists(*zone, day), "{zone} {at}");
                let Some(found) = found else { continue };
                assert_eq!(found.0.naive_local().date(), day, "{zone} {at}");
                assert_eq!(offset(*zone, found.0.naive_utc()), found.0.offset().local_minus_utc(), "{zone} {at}");
                assert!(last.is_none_or(|last| last.0 <= found.0), "{zone} {at}");
                last = Some(found);
                times += 1;
            }
        }
    }
    let zones = TZ_VARIANTS.len();
    assert!(zones > 590 && changes.len() > 2_000);
    println!(
        "\nfault: zones zones={zones} changes={} times={times} twice=0 skipped=0 out-of-order=0 ok",
        changes.len()
    );
}

/// A phone that shows what is due, and whose owner opens the app every hour.
struct Phone {
    known: Known,
    pending: Vec<(Moment, String)>,
}

impl Phone {
    /// With one rule: that there are fewer after three is another matter.
    fn new(minute: u32) -> Self {
        let time = ClockTime::of_minutes(u16::try_from(minute).unwrap()).unwrap();
        let wording = Wording::Own(String::new());
        let rule = ReminderRule { id: "r".into(), weekdays: Weekdays::EVERY, time, on: true, wording };
        let settings = ReminderSettings { quiet: None, skip_practised: true, most_a_day: 8 };
        let rules = vec![Said { rule, text: String::new() }];
        let known = Known {
            rules,
            settings,
            shown: vec![],
            last_shown: None,
            ignored: 0,
            practised: None,
            day_starts_at: crate::moment::DAY_STARTS_AT,
        };
        Self { known, pending: vec![] }
    }

    fn at(&mut self, zone: Tz, utc: NaiveDateTime) {
        for (_, id) in self.pending.extract_if(.., |(due, _)| due.0.naive_utc() <= utc) {
            let (rule, day, _) = plan::parts(&id).unwrap();
            self.known.shown.push(Shown { rule: rule.into(), day, again: None });
        }
        let local = utc + TimeDelta::seconds(offset(zone, utc).into());
        let plan = plan::plan(&self.known, local, 3, 60);
        let due = |entry: plan::PlannedReminder| instant(entry.at, offsets(zone)).map(|due| (due, entry.id));
        // What is past is not shown late.
        self.pending = plan.entries.into_iter().filter_map(due).filter(|(due, _)| due.0.naive_utc() > utc).collect();
    }
}

#[test]
fn a_phone_shows_each_rule_once_on_each_date() {
    let changes = all_changes();
    let mut shown = 0;
    for (change, zone) in changes.iter().step_by(if long() { 1 } else { 15 }) {
        let [before, after] =
            [change.before, change.after].map(|offset| change.local(offset).num_seconds_from_midnight() / 60);
        // At both edges, before, within and after them, and at the ends of the day.
        let near = [before, after, before + 1_439, after + 1, before + 20, after + 1_420, 0, 1_439];
        for minute in near.map(|minute| minute % 1_440) {
            let mut phone = Phone::new(minute);
            for hour in -73..=73 {
                phone.at(*zone, change.at + TimeDelta::minutes(hour * 60 + 7));
            }
            for day in change.dates().filter(|day| exists(*zone, *day)) {
                let count = phone.known.shown.iter().filter(|shown| shown.day == day).count();
                assert_eq!(count, 1, "{zone} {change:?} {day} minute {minute}");
                shown += 1;
            }
        }
    }
    println!("\nfault: zones-phone shown={shown} twice=0 skipped=0 ok");
}
