//! Marks that always stand beside their number, so that they say the same to the eye and to the ear.

use crate::shell::Shell;
use crate::stop::Go;
use crate::words;
use chrono::{Datelike, NaiveDate};
use saywell_core::relaxation::PracticeMonth;

/// The longest row of blocks.
const WIDEST: i64 = 30;

/// Blocks in scale; something is never nothing.
pub fn bar(value: i64, longest: i64) -> String {
    let full = (value * WIDEST).checked_div(longest).unwrap_or(0).clamp(i64::from(value > 0), WIDEST);
    "█".repeat(usize::try_from(full).unwrap_or(0))
}

/// The month that `day` lies in: weeks from Monday, a star and whole minutes at each day with practice.
pub fn calendar(shell: &mut Shell, day: NaiveDate) -> Go {
    let month = shell.engine.practice_month(day)?;
    shell.screen.heading(&day.format("%B %Y").to_string())?;
    shell.screen.aside("A star and the minutes stand beside a day with practice.")?;
    shell.screen.put(&weeks(&month))?;
    let days = words::count(month.practised_days, "day", "days");
    let calms = match month.calms {
        0 => String::new(),
        calms => format!(" Quick calm: {}.", words::count(calms, "time", "times")),
    };
    shell.screen.text(&format!("{days} with practice, {} in all.{calms}", words::span(month.practised_ms)))
}

fn weeks(month: &PracticeMonth) -> String {
    let column = |day: NaiveDate| usize::try_from(day.weekday().num_days_from_monday()).unwrap_or(0);
    let mut cells: Vec<String> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(Into::into).into();
    let blanks = month.days.first().map_or(0, |first| column(first.day));
    cells.extend(vec![String::new(); blanks]);
    cells.extend(month.days.iter().map(|day| match day.practised_ms {
        0 => format!("{:>2}", day.day.day()),
        practised => format!("{:>2} *{}", day.day.day(), (practised / 60_000).max(1)),
    }));
    let week = |cells: &[String]| cells.iter().map(|cell| format!("{cell:<8}")).collect::<Vec<_>>().concat();
    cells.chunks(7).map(|cells| week(cells).trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use saywell_core::relaxation::CalendarDay;

    #[test]
    fn bars_keep_their_scale() {
        let blocks = |value, longest| bar(value, longest).chars().count();
        assert_eq!([blocks(0, 0), blocks(0, 10), blocks(1, 1_000), blocks(5, 10), blocks(10, 10)], [0, 0, 1, 15, 30]);
    }

    #[test]
    fn a_month_stands_in_weeks() {
        let first: NaiveDate = "2026-11-01".parse().unwrap();
        let day = |day: NaiveDate| CalendarDay { day, practised_ms: if day.day() == 3 { 600_000 } else { 0 } };
        let days = first.iter_days().take(30).map(day).collect();
        let month = PracticeMonth { days, practised_days: 1, practised_ms: 600_000, calms: 0 };
        let weeks = weeks(&month);
        let lines: Vec<&str> = weeks.lines().collect();
        assert_eq!(lines[0], "Mon     Tue     Wed     Thu     Fri     Sat     Sun");
        assert_eq!(lines[1], format!("{} 1", " ".repeat(48)));
        assert_eq!(lines[2], " 2       3 *10   4       5       6       7       8");
        assert_eq!((lines.len(), *lines.last().unwrap()), (7, "30"));
    }
}
