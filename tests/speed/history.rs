//! Ten years of daily use, made through the engine's public verbs.
//!
//! Every day: some cards of a unit, three quiz items, what is due for review (up to five), ten minutes of relaxation with
//! two reports, a few lines of a talk, and a note of about 120 characters.

use crate::Fallible;
use crate::rehearsal::Rehearsal;
use saywell_core::lesson::LessonStep;
use saywell_core::quiz::QuizStep;
use saywell_core::relaxation::{Form, Start, Tension};
use saywell_core::review::ReviewAsk;
use saywell_core::{Engine, Moment};

/// Days of it.
pub const DAYS: i64 = 3_650;
const UNIT_CARDS_A_DAY: usize = 5;
const ITEMS_A_DAY: usize = 3;
const REVIEWS_A_DAY: usize = 5;
const LINES_A_DAY: usize = 3;

/// Uses the engine every evening for ten years; the last one is the evening before `now`.
pub fn live(engine: &Engine, now: Moment) -> Fallible<()> {
    let units: Vec<String> = engine.course().units().map(|unit| unit.id.clone()).collect();
    let mut rehearsal = Rehearsal::new(engine, "talk", Moment(now.0 - chrono::TimeDelta::days(DAYS)))?;
    for day in 0..DAYS {
        let evening = Moment(now.0 - chrono::TimeDelta::days(DAYS - day));
        let turn = usize::try_from(day)?;
        if let Some(unit) = units.get(turn / 2 % units.len()) {
            read(engine, unit, evening)?;
        }
        let quiz = engine.course().quizzes.get(turn / 10 % 2).ok_or("two quizzes")?.id.clone();
        answer(engine, &quiz, turn, evening)?;
        review(engine, turn, evening)?;
        relax(engine, turn, evening)?;
        for n in 0..LINES_A_DAY {
            rehearsal.choose(engine, turn * LINES_A_DAY + n, evening)?;
            rehearsal.say(engine, evening)?;
        }
        let words = "Talked about Sunday, and what we both want. It went better than I thought. We laughed about the onions again.";
        engine.write_note(&format!("note-{day}"), &format!("{day}: {words}"), evening)?;
    }
    Ok(())
}

fn read(engine: &Engine, unit: &str, now: Moment) -> Fallible<()> {
    let mut step = engine.open_unit(unit, now)?;
    for _ in 0..UNIT_CARDS_A_DAY {
        let LessonStep::Card(shown) = step else { break };
        step = match engine.next_card(unit, &shown.card.id, now) {
            Ok(step) => step,
            // A gate.
            Err(_) => engine.answer_gate(unit, &shown.card.id, &format!("{}/no", shown.card.id), now)?,
        };
    }
    Ok(())
}

fn answer(engine: &Engine, quiz: &str, turn: usize, now: Moment) -> Fallible<()> {
    let mut step = engine.open_quiz(quiz, &format!("attempt-{turn}"), turn.try_into()?, now)?;
    for n in 0..ITEMS_A_DAY {
        let QuizStep::Question(question) = step else { break };
        let option = question.options.get((turn + n) % question.options.len()).ok_or("an option")?.id.clone();
        engine.answer_item(&question.attempt, &question.item, &[option], now)?;
        step = engine.quiz_step(&question.attempt)?;
    }
    Ok(())
}

fn review(engine: &Engine, turn: usize, now: Moment) -> Fallible<()> {
    for n in 0..REVIEWS_A_DAY {
        match engine.review_step(now)?.ask {
            None => break,
            Some(ReviewAsk::Technique { technique, .. }) => {
                engine.rate_technique(&technique, !(turn + n).is_multiple_of(4), now)?;
            }
            Some(ReviewAsk::Item { item, options, .. }) => {
                let option = options.get((turn + n) % options.len()).ok_or("an option")?.id.clone();
                engine.answer_review(&item, &[option], now)?;
            }
        }
    }
    Ok(())
}

fn relax(engine: &Engine, turn: usize, now: Moment) -> Fallible<()> {
    let id = format!("session-{turn}");
    let before = Tension::new(u8::try_from(turn % 11)?)?;
    let script = "relaxation/slow-breath".to_owned();
    engine.start_relaxation(Start { id: id.clone(), script, form: Form::Full, before: Some(before) }, now)?;
    engine.report_relaxation(&id, 200_000)?;
    engine.report_relaxation(&id, 400_000)?;
    engine.finish_relaxation(&id, 600_000, Some(Tension::new(u8::try_from(turn % 7)?)?))?;
    Ok(())
}
