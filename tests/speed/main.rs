//! `./test speed`: what the engine costs, as ratios taken in one run, and a few budgets of CPU time.
//!
//! Medians of interleaved repetitions, so that whatever else the machine does falls on both sides alike. Each line ends in
//! `ok` or `MISS`; the last one counts them.

mod bare;
mod cpu;
mod door;
mod figures;
mod history;
mod ink;
mod practice;
mod rehearsal;
mod reminders;
mod story;
mod verbs;

use cpu::{busy, median, wall};
use figures::Figures;
use saywell_core::{Engine, Key, Moment};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Anything may go wrong here, and all of it ends the run.
pub type Fallible<T> = Result<T, Box<dyn Error>>;

const KEY: [u8; saywell_sqlite::KEY_BYTES] = [7; saywell_sqlite::KEY_BYTES];
/// Repetitions of what takes longer than a verb.
const OPENINGS: usize = 101;

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("speed: {error}");
            ExitCode::FAILURE
        }
    }
}

/// How many figures missed their limit.
fn run() -> Fallible<usize> {
    let now = Moment("2026-11-23T20:00:00+01:00".parse()?);
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let (Some(disk), Some(ink)) = (arguments.next(), arguments.next()) else {
        return Err("give a folder to write in, and the one with the runtimes of ink; `./test speed` does".into());
    };
    let folder = tempfile::tempdir_in(disk)?;
    let vault = |name: &str| folder.path().join(name);
    let mut figures = Figures::default();

    let course = median((0..OPENINGS).map(|_| busy(|| drop(saywell_core::course()))).collect());
    figures.add("load-course-cpu", course / 1e3, "ms", 3.0);

    ink::compare(&mut figures, &ink, folder.path())?;

    open(&vault("empty.db"))?;
    history::live(&open(&vault("years.db"))?, now)?;
    let bytes = std::fs::metadata(vault("years.db"))?.len();
    println!("speed: ten-years {} days, {bytes} bytes", history::DAYS);

    openings(&mut figures, &vault("empty.db"), &vault("years.db"), now)?;
    practice::measure(&mut figures, &vault("years.db"), &vault("month.db"), now)?;
    reminders::plan(&mut figures, &vault("years.db"), now)?;
    for verb in verbs::MEASURED {
        verbs::against_bare(&mut figures, verb, &vault("engine.db"), &vault("bare.db"), now)?;
    }
    for verb in verbs::MEASURED {
        std::fs::copy(vault("years.db"), vault("long.db"))?;
        verbs::flat(&mut figures, verb, &vault("short.db"), &vault("long.db"), now)?;
    }
    std::fs::copy(vault("years.db"), vault("door.db"))?;
    door::compare(&mut figures, &vault("door.db"), now)?;
    Ok(figures.close())
}

fn open(vault: &Path) -> Fallible<Engine> {
    Ok(Engine::open(vault, &Key::new(&KEY), saywell_core::course()?)?)
}

/// Opening and asking for Home.
fn openings(figures: &mut Figures, empty: &Path, years: &Path, now: Moment) -> Fallible<()> {
    let course = saywell_core::course()?;
    let (mut on_empty, mut on_years, mut with_course) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        for (vault, times) in [(empty, &mut on_empty), (years, &mut on_years)] {
            let course = course.clone();
            let mut result = Ok(None);
            times.push(wall(|| {
                result = Engine::open(vault, &Key::new(&KEY), course).and_then(|engine| {
                    let home = engine.home(now)?;
                    // Closing is not part of opening.
                    Ok(Some((engine, home)))
                });
            }));
            drop(result?);
        }
        let mut result = Ok(None);
        with_course.push(busy(|| {
            result = open(years).and_then(|engine| {
                let home = engine.home(now)?;
                Ok(Some((engine, home)))
            });
        }));
        drop(result?);
    }
    println!("speed: open-and-home-empty {:.0} us", median(on_empty.clone()));
    println!("speed: open-and-home-ten-years {:.0} us", median(on_years.clone()));
    figures.add("open-and-home-ten-years-vs-empty", median(on_years) / median(on_empty), "ratio", 1.3);
    figures.add("open-and-home-ten-years-cpu-with-course", median(with_course) / 1e3, "ms", 5.0);
    Ok(())
}

/// A vault that was never used.
fn fresh(vault: &Path) -> Fallible<()> {
    for end in ["", "-wal", "-shm"] {
        let file = PathBuf::from(format!("{}{end}", vault.display()));
        if file.exists() {
            std::fs::remove_file(file)?;
        }
    }
    Ok(())
}
