//! Verbs that write: against a bare transaction that writes the same rows, and on ten years of history.

use crate::bare;
use crate::cpu::{median, wall};
use crate::figures::Figures;
use crate::rehearsal::{Rehearsal, Stored};
use crate::{Fallible, KEY, fresh, open};
use rusqlite::Connection;
use saywell_core::lesson::LessonStep;
use saywell_core::quiz::QuizStep;
use saywell_core::relaxation::{Form, Start};
use saywell_core::{Engine, Moment};
use std::path::Path;

/// Repetitions of a verb on each side.
const TURNS: usize = 1_001;
const UNIT: &str = "lesson/respect";
const QUIZ: &str = "quiz/talk-it-through";

/// A verb whose durable time is measured.
#[derive(Debug, Clone, Copy)]
pub enum Verb {
    WriteNote,
    ReportRelaxation,
    NextCard,
    AnswerItem,
    Say,
}

/// All of them.
pub const MEASURED: [Verb; 5] = [Verb::WriteNote, Verb::ReportRelaxation, Verb::NextCard, Verb::AnswerItem, Verb::Say];

impl Verb {
    fn name(self) -> &'static str {
        match self {
            Self::WriteNote => "write-note",
            Self::ReportRelaxation => "report-relaxation",
            Self::NextCard => "next-card",
            Self::AnswerItem => "answer-item",
            Self::Say => "say",
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
    rehearsal: Rehearsal,
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
        let rehearsal = Rehearsal::new(&engine, "bench", now)?;
        Ok(Self { engine, now, cards, attempts: 0, open: None, rehearsal })
    }

    /// What comes before the verb, and is not measured.
    fn prepare(&mut self, verb: Verb, turn: usize) -> Fallible<()> {
        match verb {
            Verb::WriteNote | Verb::ReportRelaxation | Verb::NextCard => Ok(()),
            Verb::AnswerItem => self.ask(),
            Verb::Say => self.rehearsal.choose(&self.engine, turn, self.now),
        }
    }

    /// The next item, with an answer that misses it, so that both sides write what is remembered about it.
    fn ask(&mut self) -> Fallible<()> {
        let step = match &self.open {
            Some((attempt, ..)) => self.engine.quiz_step(attempt)?,
            None => self.begin()?,
        };
        let step = if let QuizStep::Finished(_) = step { self.begin()? } else { step };
        let QuizStep::Question(question) = step else { return Err("a question".into()) };
        let course = self.engine.course();
        let item = course.item(&question.item).ok_or("an item")?;
        let miss = item.options.iter().find(|option| !option.right).ok_or("a distractor")?.id.clone();
        self.open = Some((question.attempt, question.item, miss));
        Ok(())
    }

    fn begin(&mut self) -> Fallible<QuizStep> {
        self.attempts += 1;
        Ok(self.engine.begin_quiz_anew(QUIZ, &format!("bench-{}", self.attempts), 7, self.now)?)
    }

    fn play(&mut self, verb: Verb, turn: usize) -> Fallible<()> {
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
            Verb::Say => self.rehearsal.say(&self.engine, self.now)?,
        }
        Ok(())
    }
}

const TEXT: &str = "Ask what it is like for them first. Then say what I want, and that there is no hurry at all.";

/// A verb against a transaction that writes what it wrote.
pub fn against_bare(figures: &mut Figures, verb: Verb, engine: &Path, other: &Path, now: Moment) -> Fallible<()> {
    fresh(engine)?;
    fresh(other)?;
    let mut bench = Bench::new(engine, now)?;
    Bench::new(other, now)?.begin()?;
    let mut bare = Bare { connection: bare::connection(other, &KEY)?, said: None };
    let (mut verbs, mut rows) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        bench.prepare(verb, turn)?;
        let mut result = Ok(());
        verbs.push(wall(|| result = bench.play(verb, turn)));
        result?;
        let stored = bench.rehearsal.stored();
        if matches!(verb, Verb::Say) && stored.first {
            bare.said = None;
            bare::write(&mut bare.connection, |tx| bare::begin_talk(tx, &stored))?;
        }
        let mut result = Ok(());
        rows.push(wall(|| result = bare.play(verb, turn, &bench.cards, &stored)));
        result?;
    }
    let (ours, theirs) = (median(verbs), median(rows));
    println!("speed: {} {ours:.0} us, bare transaction {theirs:.0} us", verb.name());
    let ratio = ours / theirs;
    figures.add(&format!("{}-vs-bare-transaction", verb.name()), ratio, "ratio", 1.25);
    Ok(())
}

/// The other side.
struct Bare {
    connection: Connection,
    /// The place of the line that was said last.
    said: Option<i64>,
}

impl Bare {
    fn play(&mut self, verb: Verb, turn: usize, cards: &[String], stored: &Stored) -> Fallible<()> {
        let number = i64::try_from(turn)?;
        let card = cards.get(1 + turn % 2).ok_or("a card")?;
        bare::write(&mut self.connection, |tx| match verb {
            Verb::WriteNote => bare::note(tx, &format!("bare-{turn}"), TEXT),
            Verb::ReportRelaxation => bare::report(tx, "bench", 1_000 + number),
            Verb::NextCard => bare::place(tx, UNIT, card, 10 + number),
            Verb::AnswerItem => bare::answer(tx, 1, &format!("{QUIZ}/bare-{turn}"), &format!("{QUIZ}/bare-{turn}/a")),
            Verb::Say => bare::say(tx, stored, &mut self.said),
        })
    }
}

/// A verb on ten years of history against the same verb on none.
pub fn flat(figures: &mut Figures, verb: Verb, short: &Path, long: &Path, now: Moment) -> Fallible<()> {
    fresh(short)?;
    let (mut empty, mut years) = (Bench::new(short, now)?, Bench::new(long, now)?);
    let (mut on_empty, mut on_years) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        for (bench, times) in [(&mut empty, &mut on_empty), (&mut years, &mut on_years)] {
            bench.prepare(verb, turn)?;
            let mut result = Ok(());
            times.push(wall(|| result = bench.play(verb, turn)));
            result?;
        }
    }
    figures.add(&format!("{}-ten-years-vs-empty", verb.name()), median(on_years) / median(on_empty), "ratio", 1.1);
    Ok(())
}
