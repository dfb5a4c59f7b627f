//! Plans as tables.

use super::*;
use crate::reminder::rule::{QuietHours, Weekdays, Wording};
use chrono::Days;

/// A Monday.
const TODAY: &str = "2026-11-23";

fn time(hour: u8, minute: u8) -> ClockTime {
    ClockTime::new(hour, minute).unwrap()
}

fn every_day(id: &str, hour: u8) -> Said {
    let wording = Wording::Own(String::new());
    let rule = ReminderRule { id: id.into(), weekdays: Weekdays::EVERY, time: time(hour, 0), on: true, wording };
    Said { rule, text: format!("Text of {id}") }
}

fn known(rules: Vec<Said>) -> Known {
    Known {
        rules,
        settings: ReminderSettings { quiet: None, skip_practised: true, most_a_day: 8 },
        shown: vec![],
        last_shown: None,
        ignored: 0,
        practised: None,
        day_starts_at: crate::moment::DAY_STARTS_AT,
    }
}

fn day(number: u64) -> NaiveDate {
    TODAY.parse::<NaiveDate>().unwrap() + Days::new(number)
}

fn now(hour: u8, minute: u8) -> NaiveDateTime {
    day(0).and_time(time(hour, minute).time())
}

/// Days from today, and the hour.
fn times(plan: &ReminderPlan) -> Vec<(i64, String)> {
    plan.entries
        .iter()
        .map(|entry| ((entry.at.date() - day(0)).num_days(), entry.at.format("%H:%M").to_string()))
        .collect()
}

fn days_of(plan: &ReminderPlan) -> Vec<i64> {
    times(plan).into_iter().map(|(day, _)| day).collect()
}

#[test]
fn three_as_asked_for_and_then_one_a_week() {
    let plan = super::plan(&known(vec![every_day("r", 20)]), now(12, 0), 30, 60);
    assert_eq!(days_of(&plan), [0, 1, 2, 9, 16, 23]);
    assert_eq!(plan.fewer_from, Some(day(3)));
    assert_eq!(plan.entries.first().unwrap().id, "r/2026-11-23");
    assert_eq!(plan.entries.first().unwrap().text, "Text of r");
}

#[test]
fn who_ignored_some_is_asked_less_at_once() {
    let mut known = known(vec![every_day("r", 20)]);
    (known.ignored, known.last_shown) = (2, Some(day(0)));
    assert_eq!(days_of(&super::plan(&known, now(21, 0), 20, 60)), [1, 8, 15]);
    known.ignored = 3;
    assert_eq!(days_of(&super::plan(&known, now(21, 0), 20, 60)), [7, 14]);
    // Shown by a clock that was years ahead.
    known.last_shown = Some(day(3_000));
    assert_eq!(days_of(&super::plan(&known, now(21, 0), 20, 60)), [7, 14]);
}

#[test]
fn only_what_is_still_to_come_and_the_soonest_of_it() {
    let all = known(vec![every_day("late", 20), every_day("early", 8)]);
    assert_eq!(
        times(&super::plan(&all, now(7, 59), 2, 60)),
        [(0, "08:00".into()), (0, "20:00".into()), (1, "08:00".into())]
    );
    assert_eq!(times(&super::plan(&all, now(8, 0), 1, 60)), [(0, "20:00".into())]);
    assert_eq!(times(&super::plan(&all, now(7, 59), 2, 1)), [(0, "08:00".into())]);
    assert_eq!(super::plan(&all, now(7, 59), 0, 60), ReminderPlan::default());
    assert_eq!(super::plan(&all, now(7, 59), 9, 0).entries, []);
}

#[test]
fn off_quiet_and_other_weekdays_stay_silent() {
    let mut all = known(vec![every_day("off", 9), every_day("night", 23), every_day("monday", 10)]);
    all.rules[0].rule.on = false;
    all.rules[2].rule.weekdays = Weekdays::new(1).unwrap();
    all.settings.quiet = QuietHours::new(time(22, 0), time(7, 0)).ok();
    assert_eq!(days_of(&super::plan(&all, now(7, 0), 15, 60)), [0, 7, 14]);
}

#[test]
fn never_twice_a_date_and_never_more_a_day_than_asked_for() {
    let mut all = known(vec![every_day("a", 8), every_day("b", 12), every_day("c", 16)]);
    all.settings.most_a_day = 1;
    assert_eq!(times(&super::plan(&all, now(7, 0), 2, 60)), [(0, "08:00".into()), (1, "08:00".into())]);
    all.shown = vec![Shown { rule: "a".into(), day: day(0), again: None }];
    // The clock was set back: what was shown counts.
    assert_eq!(days_of(&super::plan(&all, now(7, 0), 1, 60)), [0; 0]);
    all.settings.most_a_day = 2;
    assert_eq!(times(&super::plan(&all, now(7, 0), 1, 60)), [(0, "12:00".into())]);
}

#[test]
fn who_practised_today_is_left_alone_until_four_in_the_morning() {
    let mut all = known(vec![every_day("evening", 20), every_day("night", 3), every_day("morning", 5)]);
    all.practised = Some(day(0));
    assert_eq!(times(&super::plan(&all, now(12, 0), 2, 60)), [(1, "05:00".into()), (1, "20:00".into())]);
    all.settings.skip_practised = false;
    assert_eq!(times(&super::plan(&all, now(12, 0), 1, 60)), [(0, "20:00".into())]);
}

#[test]
fn what_was_put_off_comes_again_and_costs_nothing() {
    let mut all = known(vec![every_day("a", 8), every_day("b", 12)]);
    all.settings.most_a_day = 2;
    all.shown = vec![Shown { rule: "a".into(), day: day(0), again: Some(time(8, 30)) }];
    let plan = super::plan(&all, now(8, 1), 1, 60);
    assert_eq!(times(&plan), [(0, "08:30".into()), (0, "12:00".into())]);
    assert_eq!(plan.entries[0].id, "a/2026-11-23/again");
    // It was there first.
    all.shown[0].again = Some(time(12, 0));
    let ids: Vec<String> = super::plan(&all, now(8, 1), 1, 60).entries.into_iter().map(|entry| entry.id).collect();
    assert_eq!(ids, ["a/2026-11-23/again", "b/2026-11-23"]);
    all.shown[0].again = Some(time(8, 30));
    assert_eq!(times(&super::plan(&all, now(8, 30), 1, 60)), [(0, "12:00".into())]);
    all.rules[0].rule.on = false;
    assert_eq!(times(&super::plan(&all, now(8, 1), 1, 60)), [(0, "12:00".into())]);
}

#[test]
fn ids_have_one_spelling() {
    assert_eq!(parts("a/2026-11-23"), Some(("a", day(0), false)));
    assert_eq!(parts("a/2026-11-23/again"), Some(("a", day(0), true)));
    for odd in ["", "a", "a/", "a/2026-11-3", "a/+2026-11-23", "a/2026-11-23/", "a/2026-11-23/soon", "a/2026-13-01"] {
        assert_eq!(parts(odd), None, "{odd}");
    }
}
