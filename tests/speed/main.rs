//! `./test speed`: what the engine costs, as ratios taken in one run, and a few budgets of CPU time.
//!
//! Medians of interleaved repetitions, so that whatever else the machine does falls on both sides alike. Each line ends in
//! `ok` or `MISS`, and `./test` counts them.

mod bare;
mod cpu;
mod door;
mod figures;
mod history;
mod ink;
mod packs;
mod pins;
mod practice;
mod rehearsal;
mod reminders;
mod story;
mod verbs;

use cpu::{busy, median, wall};
use figures::Figures;
use saywell_core::{Engine, Moment, Secret, Unlock};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Anything may go wrong here, and all of it ends the run.
pub type Fallible<T> = Result<T, Box<dyn Error>>;

/// The database in a folder.
const DATABASE: &str = "vault.db";
/// The key of every database here, and the platform secret too: so the other side can open them without the engine.
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
    if std::env::args().nth(1).as_deref() == Some(packs::INSTALL) {
        let folder = arguments.nth(1).ok_or("give the folder with the pack")?;
        let install = if arguments.next().is_some() { packs::install_alone } else { packs::install };
        return install(&folder).map(|()| 0);
    }
    let (Some(disk), Some(ink)) = (arguments.next(), arguments.next()) else {
        return Err("give a folder to write in, and the one with the runtimes of ink; `./test speed` does".into());
    };
    let folder = tempfile::tempdir_in(disk)?;
    let vault = |name: &str| folder.path().join(name);
    let mut figures = Figures::default();

    let course = median((0..OPENINGS).map(|_| busy(|| drop(saywell_core::course()))).collect());
    figures.add("load-course-cpu", course / 1e3, "ms", 3.0);

    ink::compare(&mut figures, &ink, folder.path())?;

    open(&vault("empty"))?;
    history::live(&open(&vault("years"))?, now)?;
    let bytes = std::fs::metadata(vault("years").join(DATABASE))?.len();
    println!("speed: ten-years {} days, {bytes} bytes", history::DAYS);
    if let Some(kept) = arguments.next() {
        keep(&vault("years"), &kept)?;
    }

    openings(&mut figures, &vault("empty"), &vault("years"), now)?;
    pins::measure(&mut figures, &vault("one"), &vault("four"))?;
    practice::measure(&mut figures, &vault("years"), &vault("month"), now)?;
    reminders::plan(&mut figures, &vault("years"), now)?;
    for verb in verbs::MEASURED {
        verbs::against_bare(&mut figures, verb, &vault("engine"), &vault("bare"), now)?;
    }
    for verb in verbs::MEASURED {
        fresh(&vault("long"))?;
        std::fs::copy(vault("years").join(DATABASE), vault("long").join(DATABASE))?;
        verbs::flat(&mut figures, verb, &vault("short"), &vault("long"), now)?;
    }
    packs::measure(&mut figures, &vault("packs"))?;
    fresh(&vault("door"))?;
    std::fs::copy(vault("years").join(DATABASE), vault("door").join(DATABASE))?;
    door::compare(&mut figures, &vault("door"), now)?;
    Ok(figures.missed())
}

fn open(vault: &Path) -> Fallible<Engine> {
    if !vault.exists() {
        fresh(vault)?;
    }
    Ok(Engine::open(vault, &unlock(&Secret::new(&KEY)), saywell_core::course()?)?)
}

/// The vault after ten years, for what else is measured with it: the Android app.
fn keep(vault: &Path, to: &Path) -> Fallible<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(vault)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn unlock(secret: &Secret) -> Unlock<'_> {
    Unlock { secret, pin: None, uptime_ms: 0 }
}

/// Opening and asking for Home.
fn openings(figures: &mut Figures, empty: &Path, years: &Path, now: Moment) -> Fallible<()> {
    let course = saywell_core::course()?;
    let (mut on_empty, mut on_years, mut with_course) = (Vec::new(), Vec::new(), Vec::new());
    let mut without_pin = Vec::new();
    for _ in 0..OPENINGS {
        for (vault, times) in [(empty, &mut on_empty), (years, &mut on_years)] {
            let course = course.clone();
            let mut result = Ok(None);
            times.push(wall(|| {
                result = Engine::open(vault, &unlock(&Secret::new(&KEY)), course).and_then(|engine| {
                    let home = engine.home(now)?;
                    // Closing is not part of opening.
                    Ok(Some((engine, home)))
                });
            }));
            drop(result?);
        }
        let course = course.clone();
        let mut result = Ok(None);
        without_pin.push(busy(|| {
            result = Engine::open(empty, &unlock(&Secret::new(&KEY)), course).and_then(|engine| {
                let home = engine.home(now)?;
                Ok(Some((engine, home)))
            });
        }));
        drop(result?);
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
    figures.add("open-and-home-empty-cpu-without-pin", median(without_pin) / 1e3, "ms", 1.0);
    figures.add("open-and-home-ten-years-cpu-with-course", median(with_course) / 1e3, "ms", 5.0);
    Ok(())
}

/// A folder with a vault that was never used. Its database is as one from before there were headers, which the engine takes
/// over as it is.
fn fresh(vault: &Path) -> Fallible<()> {
    if vault.exists() {
        std::fs::remove_dir_all(vault)?;
    }
    std::fs::create_dir(vault)?;
    let connection = rusqlite::Connection::open(vault.join(DATABASE))?;
    saywell_sqlite::unlock(&connection, &KEY)?;
    connection.execute_batch(include_str!("../../core/sql/0001_lesson.sql"))?;
    Ok(connection.pragma_update(None, "user_version", 1)?)
}
