//! How days, times and amounts are said.

use chrono::{NaiveDate, NaiveDateTime};
use saywell_core::Moment;

/// `23 Nov 2026`
pub fn date(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

/// `Mon 23 Nov`
pub fn short_day(day: NaiveDate) -> String {
    day.format("%a %e %b").to_string()
}

/// `Mon 23 Nov 2026, 20:00`
pub fn moment(moment: Moment) -> String {
    wall(moment.0.naive_local())
}

/// `Mon 23 Nov 2026, 20:00`, on whatever wall the clock hangs then
pub fn wall(at: NaiveDateTime) -> String {
    at.format("%a %-d %b %Y, %H:%M").to_string()
}

/// `6:20`, minutes and seconds.
pub fn span(milliseconds: i64) -> String {
    let seconds = milliseconds.max(0) / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// `30 seconds`, `5 minutes`, `1 hour`; rounded up.
pub fn wait(seconds: u32) -> String {
    match seconds {
        0..=90 => count(seconds, "second", "seconds"),
        91..=3_540 => count(seconds.div_ceil(60), "minute", "minutes"),
        _ => count(seconds.div_ceil(3_600), "hour", "hours"),
    }
}

/// `1 note`, `3 notes`
pub fn count(number: impl Into<u64>, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The start of a text, on one line.
pub fn excerpt(text: &str) -> String {
    const LONGEST: usize = 50;
    let line = text.lines().next().unwrap_or_default();
    let start: String = line.chars().take(LONGEST).collect();
    if start.len() < text.len() { format!("{} ...", start.trim_end()) } else { start }
}

/// The full id of something that was typed without its first part: `talk-early` is `lesson/talk-early`.
pub fn id(kind: &str, typed: &str) -> String {
    let typed = typed.trim().to_lowercase();
    if typed.contains('/') { typed } else { format!("{kind}/{typed}") }
}
