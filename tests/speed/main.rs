//! `./test speed`: what the engine costs, as ratios taken in one run, and a few budgets of CPU time.
//!
//! Medians of interleaved repetitions, so that whatever else the machine does falls on both sides alike. Each line ends in
//! `ok` or `MISS`; the last one counts them.

mod bare;
mod cpu;
mod history;
mod reminders;

use cpu::{busy, median, wall};
use rusqlite::Connection;
use saywell_core::lesson::LessonStep;
use saywell_core::quiz::QuizStep;
use saywell_core::relaxation::{Form, Start};
use saywell_core::{Engine, Key, Moment};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Anything may go wrong here, and all of it ends the run.
pub type Fallible<T> = Result<T, Box<dyn Error>>;

const KEY: [u8; saywell_sqlite::KEY_BYTES] = [7; saywell_sqlite::KEY_BYTES];
/// Repetitions of a verb on each side.
const VERBS: usize = 401;
/// Repetitions of what takes longer.
const OPENINGS: usize = 101;
const UNIT: &str = "lesson/respect";
const QUIZ: &str = "quiz/talk-it-through";

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
    let folder = tempfile::tempdir_in(std::env::args().nth(1).map_or_else(std::env::temp_dir, PathBuf::from))?;
    let vault = |name: &str| folder.path().join(name);
    let mut figures = Figures::default();

    let course = median((0..OPENINGS).map(|_| busy(|| drop(saywell_core::course()))).collect());
    figures.add("load-course-cpu", course / 1e3, "ms", 3.0);

    open(&vault("empty.db"))?;
    history::live(&open(&vault("years.db"))?, now)?;
    let bytes = std::fs::metadata(vault("years.db"))?.len();
    println!("speed: ten-years {} days, {bytes} bytes", history::DAYS);

    openings(&mut figures, &vault("empty.db"), &vault("years.db"), now)?;
    reminders::plan(&mut figures, &vault("years.db"), now)?;
    for verb in VERBS_MEASURED {
        against_bare(&mut figures, verb, &vault("engine.db"), &vault("bare.db"), now)?;
    }
    for verb in VERBS_MEASURED {
        std::fs::copy(vault("years.db"), vault("long.db"))?;
        flat(&mut figures, verb, &vault("short.db"), &vault("long.db"), now)?;
    }
    Ok(figures.close())
}

fn open(vault: &Path) -> Fallible<Engine> {
    Ok(Engine::open(vault, &Key::new(&KEY), saywell_core::course()?)?)
}

/// A verb whose durable time is measured.
#[derive(Debug, Clone, Copy)]
enum Verb {
    WriteNote,
    ReportRelaxation,
    NextCard,
    AnswerItem,
}

const VERBS_MEASURED: [Verb; 4] = [Verb::WriteNote, Verb::ReportRelaxation, Verb::NextCard, Verb::AnswerItem];

impl Verb {
    fn name(self) -> &'static str {
        match self {
            Self::WriteNote => "write-note",
            Self::ReportRelaxation => "report-relaxation",
            Self::NextCard => "next-card",
            Self::AnswerItem => "answer-item",
        }
    }
}

/// An engine made ready for one verb again and again.
struct Bench {
    engine: Engine,
    now: Moment,
    cards: Vec<String>,
    attempts: usize,
    open: Option<(String, String, String)>,
}

impl Bench {
    fn new(vault: &Path, now: Moment) -> Fallible<Self> {
        let engine = open(vault)?;
        let cards: Vec<String> = engine.course().unit(UNIT).ok_or(UNIT)?.cards.iter().map(|c| c.id.clone()).collect();
        let script = "relaxation/slow-breath".into();
        engine.start_relaxation(Start { id: "bench".into(), script, form: Form::Full, before: None }, now)?;
        let first = cards.first().ok_or("a card")?;
        if let LessonStep::End(_) = engine.open_unit(UNIT, now)? {
            return Err("the unit is empty".into());
        }
        engine.next_card(UNIT, first, now)?;
        Ok(Self { engine, now, cards, attempts: 0, open: None })
    }

    /// What comes before the verb, and is not measured.
    fn prepare(&mut self, verb: Verb) -> Fallible<()> {
        if !matches!(verb, Verb::AnswerItem) {
            return Ok(());
        }
        let step = match &self.open {
            Some((attempt, ..)) => self.engine.quiz_step(attempt)?,
            None => self.begin()?,
        };
        let step = if let QuizStep::Finished(_) = step { self.begin()? } else { step };
        let QuizStep::Question(question) = step else { return Err("a question".into()) };
        // A missed item, so that both sides write what is remembered about it.
        let item = self.engine.course().item(&question.item).ok_or("an item")?;
        let miss = item.options.iter().find(|option| !option.right).ok_or("a distractor")?.id.clone();
        self.open = Some((question.attempt, question.item, miss));
        Ok(())
    }

    fn begin(&mut self) -> Fallible<QuizStep> {
        self.attempts += 1;
        Ok(self.engine.begin_quiz_anew(QUIZ, &format!("bench-{}", self.attempts), 7, self.now)?)
    }

    fn play(&self, verb: Verb, turn: usize) -> Fallible<()> {
        match verb {
            Verb::WriteNote => drop(self.engine.write_note(&format!("bench-{turn}"), TEXT, self.now)?),
            Verb::ReportRelaxation => drop(self.engine.report_relaxation("bench", 1_000 + i64::try_from(turn)?)?),
            Verb::NextCard => {
                let card = self.cards.get(turn % 2).ok_or("a card")?;
                drop(self.engine.next_card(UNIT, card, self.now)?);
            }
            Verb::AnswerItem => {
                let (attempt, item, option) = self.open.as_ref().ok_or("a question")?;
                drop(self.engine.answer_item(attempt, item, std::slice::from_ref(option), self.now)?);
            }
        }
        Ok(())
    }
}

const TEXT: &str = "Ask what it is like for them first. Then say what I want, and that there is no hurry at all.";

fn against_bare(figures: &mut Figures, verb: Verb, engine: &Path, other: &Path, now: Moment) -> Fallible<()> {
    fresh(engine)?;
    fresh(other)?;
    let mut bench = Bench::new(engine, now)?;
    let mut bare_ready = Bench::new(other, now)?;
    bare_ready.begin()?;
    let cards = bare_ready.cards.clone();
    drop(bare_ready);
    let mut bare = bare::connection(other, &KEY)?;
    let (mut verbs, mut rows) = (Vec::new(), Vec::new());
    for turn in 0..VERBS {
        bench.prepare(verb)?;
        let mut result = Ok(());
        verbs.push(wall(|| result = bench.play(verb, turn)));
        result?;
        let mut result = Ok(());
        rows.push(wall(|| result = play_bare(&mut bare, verb, turn, &cards)));
        result?;
    }
    let (ours, theirs) = (median(verbs), median(rows));
    println!("speed: {} {ours:.0} us, bare transaction {theirs:.0} us", verb.name());
    let ratio = ours / theirs;
    figures.add(&format!("{}-vs-bare-transaction", verb.name()), ratio, "ratio", 1.25);
    Ok(())
}

fn play_bare(connection: &mut Connection, verb: Verb, turn: usize, cards: &[String]) -> Fallible<()> {
    let number = i64::try_from(turn)?;
    let card = cards.get(1 + turn % 2).ok_or("a card")?;
    bare::write(connection, |tx| match verb {
        Verb::WriteNote => bare::note(tx, &format!("bare-{turn}"), TEXT),
        Verb::ReportRelaxation => bare::report(tx, "bench", 1_000 + number),
        Verb::NextCard => bare::place(tx, UNIT, card, 10 + number),
        Verb::AnswerItem => bare::answer(tx, 1, &format!("{QUIZ}/bare-{turn}"), &format!("{QUIZ}/bare-{turn}/a")),
    })
}

/// A verb on ten years of history against the same verb on none.
fn flat(figures: &mut Figures, verb: Verb, short: &Path, long: &Path, now: Moment) -> Fallible<()> {
    fresh(short)?;
    let (mut empty, mut years) = (Bench::new(short, now)?, Bench::new(long, now)?);
    let (mut on_empty, mut on_years) = (Vec::new(), Vec::new());
    for turn in 0..VERBS {
        for (bench, times) in [(&mut empty, &mut on_empty), (&mut years, &mut on_years)] {
            bench.prepare(verb)?;
            let mut result = Ok(());
            times.push(wall(|| result = bench.play(verb, turn)));
            result?;
        }
    }
    figures.add(&format!("{}-ten-years-vs-empty", verb.name()), median(on_years) / median(on_empty), "ratio", 1.1);
    Ok(())
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

/// Figures and how many of them missed.
#[derive(Default)]
struct Figures {
    ok: usize,
    missed: usize,
}

impl Figures {
    fn add(&mut self, name: &str, figure: f64, unit: &str, limit: f64) {
        let good = figure <= limit;
        *if good { &mut self.ok } else { &mut self.missed } += 1;
        println!("speed: {name} {figure:.2} {unit} (limit {limit}) {}", if good { "ok" } else { "MISS" });
    }

    fn close(self) -> usize {
        println!("speed: {} ok, {} MISS", self.ok, self.missed);
        self.missed
    }
}
