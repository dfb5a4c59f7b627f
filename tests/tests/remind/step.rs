//! What can happen to a phone.

use proptest::prelude::*;
use proptest::sample::select;
use saywell_core::reminder::{ClockTime, QuietHours, ReminderRule, ReminderSettings, Weekdays, Wording};

#[derive(Debug, Clone)]
pub enum Step {
    /// Minutes pass.
    Wait(i64),
    /// The clock is set, by minutes.
    Jump(i64),
    /// Somebody travels.
    Zone(usize),
    /// The app is killed, as by a pulled battery.
    Kill,
    /// The person does something; the answer may be lost so that it is done `twice`, and the app may be `killed` before it
    /// lays a new plan.
    Do { verb: Verb, twice: bool, killed: bool },
}

#[derive(Debug, Clone)]
pub enum Verb {
    Open,
    Save(ReminderRule),
    Switch(String, bool),
    Delete(String),
    Set(ReminderSettings),
    Snooze(u8),
    Practise,
}

pub fn step() -> impl Strategy<Value = Step> {
    let far = select(&[-2_000_000_i64, -527_040, -10_080, -1_440, -60, -1, 1, 60, 1_440, 10_080, 527_040]);
    prop_oneof![
        8 => (1_i64..2_000).prop_map(Step::Wait),
        4 => (1_i64..60).prop_map(Step::Wait),
        1 => (-200_i64..200).prop_map(Step::Jump),
        1 => far.prop_map(Step::Jump),
        1 => any::<usize>().prop_map(Step::Zone),
        1 => Just(Step::Kill),
        9 => (verb(), prop::bool::weighted(0.1), prop::bool::weighted(0.05))
            .prop_map(|(verb, twice, killed)| Step::Do { verb, twice, killed }),
    ]
}

fn verb() -> impl Strategy<Value = Verb> {
    prop_oneof![
        5 => Just(Verb::Open),
        4 => rule().prop_map(Verb::Save),
        1 => (id(), any::<bool>()).prop_map(|(id, on)| Verb::Switch(id, on)),
        1 => id().prop_map(Verb::Delete),
        1 => settings().prop_map(Verb::Set),
        4 => select(&[10_u8, 30, 60]).prop_map(Verb::Snooze),
        2 => Just(Verb::Practise),
    ]
}

/// More than there may be.
fn id() -> impl Strategy<Value = String> {
    (0..10_u8).prop_map(|number| format!("r{number}"))
}

fn time() -> impl Strategy<Value = ClockTime> {
    (0..24_u8, select(&[0_u8, 1, 15, 30, 45, 59])).prop_map(|(hour, minute)| ClockTime::new(hour, minute).unwrap())
}

fn rule() -> impl Strategy<Value = ReminderRule> {
    let wording = select(&[None, Some("Water the basil"), Some("HIV lesson")]).prop_map(|own| match own {
        None => Wording::Listed("reminder/time-for-you".into()),
        Some(own) => Wording::Own(own.into()),
    });
    (id(), prop_oneof![Just(127_u8), 1..128_u8], time(), prop::bool::weighted(0.9), wording).prop_map(
        |(id, days, time, on, wording)| ReminderRule { id, weekdays: Weekdays::new(days).unwrap(), time, on, wording },
    )
}

fn settings() -> impl Strategy<Value = ReminderSettings> {
    (time(), time(), any::<bool>(), any::<bool>(), 1..=8_u8).prop_map(|(from, to, loud, skip_practised, most_a_day)| {
        let quiet = QuietHours::new(from, to).ok().filter(|_| !loud);
        ReminderSettings { quiet, skip_practised, most_a_day }
    })
}
