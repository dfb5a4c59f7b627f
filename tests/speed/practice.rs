//! What the practice log costs after ten years, and the sound of a session.

use crate::cpu::{busy, median};
use crate::{Fallible, Figures, OPENINGS, open};
use saywell_core::relaxation::{Form, Start, Tension};
use saywell_core::{Engine, Moment};
use std::io::{self, Write};
use std::path::Path;

/// Days of the short history.
const MONTH: i64 = 30;
/// Each query is asked so often before the clock is read, as one takes less than the clock can tell.
const ASKED: u32 = 20;

/// All lines about practice.
pub fn measure(figures: &mut Figures, years: &Path, month: &Path, now: Moment) -> Fallible<()> {
    let (long, short) = (open(years)?, open(month)?);
    live_a_month(&short, now)?;
    let today = now.0.date_naive();
    let from = today - chrono::TimeDelta::days(90);
    budget(figures, "month-calendar", &long, |engine| engine.practice_month(today).map(drop))?;
    budget(figures, "tension-series-whole", &long, |engine| engine.tension_series(u32::MAX).map(drop))?;
    flat(figures, "relaxation-log", [&short, &long], |engine| engine.relaxation_log(20).map(drop))?;
    flat(figures, "month-calendar", [&short, &long], |engine| engine.practice_month(today).map(drop))?;
    flat(figures, "tension-series", [&short, &long], |engine| engine.tension_series(20).map(drop))?;
    let week = today - chrono::TimeDelta::days(7);
    flat(figures, "practice-days", [&short, &long], |engine| engine.practice_days(week, today).map(drop))?;
    flat(figures, "practice-hours", [&short, &long], |engine| engine.practice_hours(week, today).map(drop))?;
    budget(figures, "practice-hours-90-days", &long, |engine| engine.practice_hours(from, today).map(drop))?;
    for (name, form) in [("ten-minutes", Form::Full), ("fifteen-minutes", Form::Fifteen)] {
        let mut fault = Ok(());
        let took = median(
            (0..5)
                .map(|_| busy(|| fault = long.render_relaxation("relaxation/slow-breath", form, &mut Nowhere)))
                .collect(),
        );
        fault?;
        let share = took / 1e6 / (f64::from(form.minutes()) * 60.0) * 100.0;
        println!("speed: render-{name} {:.0} ms", took / 1e3);
        figures.add(&format!("render-{name}-of-its-length"), share, "percent", 2.0);
    }
    Ok(())
}

/// Ten minutes on every evening of a month.
fn live_a_month(engine: &Engine, now: Moment) -> Fallible<()> {
    for day in 0..MONTH {
        let evening = Moment(now.0 - chrono::TimeDelta::days(MONTH - day));
        let (id, script) = (format!("session-{day}"), "relaxation/slow-breath".to_owned());
        let before = Some(Tension::new(7)?);
        engine.start_relaxation(Start { id: id.clone(), script, form: Form::Full, before }, evening)?;
        engine.finish_relaxation(&id, 600_000, Some(Tension::new(3)?))?;
    }
    Ok(())
}

/// Milliseconds of CPU for one query.
fn one(engine: &Engine, query: &impl Fn(&Engine) -> saywell_core::Result<()>) -> Fallible<f64> {
    let mut result = Ok(());
    let took = busy(|| {
        for _ in 0..ASKED {
            result = result.clone().and(query(engine));
        }
    });
    result?;
    Ok(took / 1e3 / f64::from(ASKED))
}

fn budget(
    figures: &mut Figures,
    name: &str,
    engine: &Engine,
    query: impl Fn(&Engine) -> saywell_core::Result<()>,
) -> Fallible<()> {
    let times = (0..OPENINGS).map(|_| one(engine, &query)).collect::<Fallible<Vec<f64>>>()?;
    figures.add(&format!("{name}-ten-years-cpu"), median(times), "ms", 1.0);
    Ok(())
}

/// A query on ten years against the same on a month.
fn flat(
    figures: &mut Figures,
    name: &str,
    [short, long]: [&Engine; 2],
    query: impl Fn(&Engine) -> saywell_core::Result<()>,
) -> Fallible<()> {
    let (mut on_month, mut on_years) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        on_month.push(one(short, &query)?);
        on_years.push(one(long, &query)?);
    }
    figures.add(&format!("{name}-ten-years-vs-month"), median(on_years) / median(on_month), "ratio", 1.5);
    Ok(())
}

/// Takes bytes and keeps none.
struct Nowhere;

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
