//! What a plan of reminders costs.

use crate::cpu::{busy, median};
use crate::{Fallible, Figures, OPENINGS, open};
use saywell_core::Moment;
use saywell_core::reminder::{ClockTime, QuietHours, ReminderPlan, ReminderRule, ReminderSettings, Weekdays, Wording};
use std::path::Path;

/// Dates in the plan.
const DAYS: u16 = 64;
const CAP: u16 = 60;

/// A plan of 64 days for eight rules, with quiet hours.
pub fn plan(figures: &mut Figures, vault: &Path, now: Moment) -> Fallible<()> {
    let engine = open(vault)?;
    let quiet = QuietHours::new(ClockTime::new(22, 0)?, ClockTime::new(7, 0)?)?;
    engine.set_reminders(ReminderSettings { quiet: Some(quiet), skip_practised: true, most_a_day: 8 }, now)?;
    for hour in 0..8 {
        let wording = Wording::Listed("reminder/time-for-you".into());
        let time = ClockTime::new(hour * 3, 30)?;
        let rule = ReminderRule { id: format!("r{hour}"), weekdays: Weekdays::EVERY, time, on: true, wording };
        engine.save_reminder(&rule, now)?;
    }
    let mut times = Vec::new();
    for _ in 0..OPENINGS {
        let mut plan = Ok(ReminderPlan::default());
        times.push(busy(|| plan = engine.plan_reminders(now, DAYS, CAP)));
        if plan?.entries.is_empty() {
            return Err("an empty plan".into());
        }
    }
    figures.add("plan-64-days-of-8-reminders-cpu", median(times) / 1e3, "ms", 1.0);
    Ok(())
}
