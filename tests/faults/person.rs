//! A person who does anything that can be done, one verb at a time. What they do next follows from their seed, the number
//! of the turn, and what the engine shows them: so the same turns lead to the same state on any phone.

use crate::dice::Dice;
use chrono::{Duration, NaiveDate};
use saywell_core::content::{CardKind, Scenario, Side};
use saywell_core::journal::PlanFields;
use saywell_core::lesson::LessonStep;
use saywell_core::quiz::QuizStep;
use saywell_core::relaxation::{Form, Start, Tension};
use saywell_core::reminder::{ClockTime, QuietHours, ReminderRule, ReminderSettings, SNOOZES, Weekdays, Wording};
use saywell_core::review::ReviewAsk;
use saywell_core::scenario::{Begin, BeginTogether, Stage};
use saywell_core::{Engine, Error, Moment, Result};
use saywell_tests::at;

/// What can be done in one turn. Each changes what is kept once at most; looking before it changes nothing.
type Act = fn(&mut Turn) -> Result<()>;

const ACTS: &[Act] = &[
    open_unit,
    read_on,
    read_on,
    read_on,
    quiz,
    quiz,
    quiz,
    review,
    begin_talk,
    talk_on,
    talk_on,
    talk_on,
    begin_together,
    together_on,
    together_on,
    start_relaxation,
    relax_on,
    relax_on,
    save_reminder,
    change_reminder,
    set_reminders,
    answer_reminders,
    write_note,
    write_note,
    write_card_note,
    write_plan,
];

/// What can take something away.
const TIDYING: &[Act] = &[delete_entry, delete_day, set_up, look_after];

struct Turn<'a> {
    engine: &'a Engine,
    dice: Dice,
    now: Moment,
    /// An id for what this turn makes.
    fresh: String,
}

/// Takes one turn. That a rule refuses what the person wants is part of life; see [`is_told_unsaved`] for what is not.
pub fn act(engine: &Engine, seed: u64, turn: u64) -> Result<()> {
    take(engine, seed, turn, ACTS.len() + TIDYING.len())
}

/// Takes one turn of a life in which nothing is ever deleted.
pub fn act_keeping(engine: &Engine, seed: u64, turn: u64) -> Result<()> {
    take(engine, seed, turn, ACTS.len())
}

/// One of the first so many acts.
fn take(engine: &Engine, seed: u64, turn: u64, acts: usize) -> Result<()> {
    let mut dice = Dice::of(seed, turn);
    let minutes = i64::try_from(turn).unwrap() * 7;
    let now = Moment(at("2026-11-23T20:00").0 + Duration::minutes(minutes));
    let doing = ACTS.iter().chain(TIDYING).nth(dice.below(acts)).unwrap();
    doing(&mut Turn { engine, dice, now, fresh: format!("turn-{turn}") })
}

/// Whether the person is told that nothing was saved.
pub fn is_told_unsaved(answer: &Result<()>) -> bool {
    matches!(answer, Err(Error::NoSpace | Error::Storage { .. }))
}

fn open_unit(turn: &mut Turn) -> Result<()> {
    let course = turn.engine.course();
    let units: Vec<_> = course.units().collect();
    turn.engine.open_unit(&turn.dice.pick(&units).unwrap().id, turn.now).map(drop)
}

/// Opening the unit that was read last again changes nothing.
fn read_on(turn: &mut Turn) -> Result<()> {
    let Some(unit) = turn.engine.home(turn.now)?.go_on else { return Ok(()) };
    if unit.seen == 0 {
        return turn.engine.open_unit(&unit.id, turn.now).map(drop);
    }
    let LessonStep::Card(shown) = turn.engine.open_unit(&unit.id, turn.now)? else { return Ok(()) };
    let (unit, card) = (&unit.id, &shown.card.id);
    let step = match &shown.card.kind {
        CardKind::Gate { doors, .. } => {
            let door = turn.dice.pick(doors).unwrap();
            turn.engine.answer_gate(unit, card, &door.id, turn.now)
        }
        CardKind::Check { options, .. } if turn.dice.heads() => {
            let option = turn.dice.pick(options).unwrap();
            turn.engine.answer_check(unit, card, &option.id, turn.now)
        }
        _ if turn.dice.below(8) == 0 => turn.engine.previous_card(unit, card, turn.now),
        _ => turn.engine.next_card(unit, card, turn.now),
    };
    step.map(drop)
}

/// Opening a quiz that is going on changes nothing.
fn quiz(turn: &mut Turn) -> Result<()> {
    let quizzes = turn.engine.quizzes()?;
    let quiz = turn.dice.pick(&quizzes).unwrap();
    let (seed, anew) = (turn.dice.next() >> 1, turn.dice.below(20) == 0);
    if anew {
        return turn.engine.begin_quiz_anew(&quiz.id, &turn.fresh, seed, turn.now).map(drop);
    }
    let step = turn.engine.open_quiz(&quiz.id, &turn.fresh, seed, turn.now)?;
    let (Some(_), QuizStep::Question(question)) = (quiz.answered, step) else { return Ok(()) };
    let option = turn.dice.pick(&question.options).unwrap().id.clone();
    turn.engine.answer_item(&question.attempt, &question.item, &[option], turn.now).map(drop)
}

fn review(turn: &mut Turn) -> Result<()> {
    match turn.engine.review_step(turn.now)?.ask {
        Some(ReviewAsk::Item { item, options, .. }) => {
            let option = turn.dice.pick(&options).unwrap().id.clone();
            turn.engine.answer_review(&item, &[option], turn.now).map(drop)
        }
        Some(ReviewAsk::Technique { technique, .. }) => {
            turn.engine.rate_technique(&technique, turn.dice.heads(), turn.now).map(drop)
        }
        None => Ok(()),
    }
}

/// The scenario, and a way through its gate and its setup.
fn start(turn: &mut Turn) -> (Scenario, Option<String>, Option<String>) {
    let scenario = turn.dice.pick(&turn.engine.course().scenarios).unwrap().clone();
    let door = scenario.gate.as_ref().and_then(|gate| gate.doors.iter().find(|door| door.to.is_none()));
    let setup = scenario.setup.as_ref().and_then(|setup| turn.dice.pick(&setup.options));
    let (gate, setup) = (door.map(|door| door.id.clone()), setup.map(|option| option.id.clone()));
    (scenario, gate, setup)
}

fn begin_talk(turn: &mut Turn) -> Result<()> {
    let (scenario, gate, setup) = start(turn);
    let side = if turn.dice.heads() { Side::A } else { Side::B };
    let begin = Begin { id: turn.fresh.clone(), scenario: scenario.id.clone(), side, setup, gate };
    turn.engine.begin_talk(&begin, turn.dice.next() >> 1, turn.now).map(drop)
}

fn talk_on(turn: &mut Turn) -> Result<()> {
    let Some(run) = turn.engine.last_run(None)? else { return begin_talk(turn) };
    let view = turn.engine.talk(&run, turn.now)?;
    let said = u16::try_from(view.said.len()).unwrap();
    if view.ending.is_some() && turn.dice.heads() {
        return turn.engine.debrief(&run, turn.now).map(drop);
    }
    if view.ending.is_some() || turn.dice.below(8) == 0 {
        let after = u16::try_from(turn.dice.below(usize::from(said) + 1)).unwrap();
        return turn.engine.rewind(&run, after, turn.now).map(drop);
    }
    let way_out = view.way_out.filter(|_| turn.dice.below(20) == 0);
    let Some(line) = way_out.or_else(|| turn.dice.pick(&view.choices).cloned()) else { return Ok(()) };
    turn.engine.say(&run, said, &line.id, turn.now).map(drop)
}

fn begin_together(turn: &mut Turn) -> Result<()> {
    let (scenario, gate, setup) = start(turn);
    let begin = BeginTogether { id: turn.fresh.clone(), scenario: scenario.id.clone(), setup, gate };
    turn.engine.begin_together(&begin, turn.now).map(drop)
}

fn together_on(turn: &mut Turn) -> Result<()> {
    let Some(pair) = turn.engine.current_together(turn.now)? else { return begin_together(turn) };
    let (id, stage) = (&pair.id, pair.stage);
    let heard: Vec<String> = pair.to_mark.iter().take(2).map(|heard| heard.technique.clone()).collect();
    let view = match stage {
        Stage::FirstMarks | Stage::SecondMarks => turn.engine.mark(id, stage, &heard, turn.now),
        Stage::Talk if turn.dice.heads() => turn.engine.report_together(id, 90_000, turn.now),
        Stage::Debrief => turn.engine.swap_sides(id, pair.round, turn.now),
        _ if turn.dice.below(20) == 0 => turn.engine.leave_together(id, turn.now),
        _ => turn.engine.next_stage(id, stage, turn.now),
    };
    view.map(drop)
}

fn tension(turn: &mut Turn) -> Option<Tension> {
    Tension::new(u8::try_from(turn.dice.below(14)).unwrap()).ok()
}

fn start_relaxation(turn: &mut Turn) -> Result<()> {
    let script = turn.dice.pick(&turn.engine.course().relaxations).unwrap().id.clone();
    let form = *turn.dice.pick(&[Form::Five, Form::Full, Form::Fifteen, Form::Short]).unwrap();
    let start = Start { id: turn.fresh.clone(), script, form, before: tension(turn) };
    turn.engine.start_relaxation(start, turn.now).map(drop)
}

fn relax_on(turn: &mut Turn) -> Result<()> {
    let Some(playing) = turn.engine.current_relaxation(turn.now)? else { return Ok(()) };
    let session = playing.session;
    let elapsed = (session.elapsed_ms + 60_000).min(session.planned_ms);
    match turn.dice.below(5) {
        0 => turn.engine.report_relaxation(&session.id, elapsed).map(drop),
        1 => turn.engine.pause_relaxation(&session.id, elapsed, turn.now).map(drop),
        2 => turn.engine.resume_relaxation(&session.id, turn.now).map(drop),
        3 => turn.engine.leave_relaxation(&session.id, elapsed).map(drop),
        _ => turn.engine.finish_relaxation(&session.id, session.planned_ms, tension(turn)).map(drop),
    }
}

fn clock_time(turn: &mut Turn) -> ClockTime {
    let hour = u8::try_from(turn.dice.below(24)).unwrap();
    ClockTime::new(hour, u8::try_from(turn.dice.below(60)).unwrap()).unwrap()
}

fn save_reminder(turn: &mut Turn) -> Result<()> {
    let rules = turn.engine.reminders(turn.now)?.rules;
    let known = turn.dice.pick(&rules).map(|row| row.rule.id.clone());
    let wording = if turn.dice.heads() {
        Wording::Own(format!("Water the plants {}", turn.fresh))
    } else {
        Wording::Listed(turn.dice.pick(&turn.engine.reminder_texts()).unwrap().id.clone())
    };
    let rule = ReminderRule {
        id: known.filter(|_| turn.dice.heads()).unwrap_or_else(|| turn.fresh.clone()),
        weekdays: Weekdays::new(u8::try_from(turn.dice.below(127) + 1).unwrap())?,
        time: clock_time(turn),
        on: turn.dice.below(4) > 0,
        wording,
    };
    turn.engine.save_reminder(&rule, turn.now).map(drop)
}

fn change_reminder(turn: &mut Turn) -> Result<()> {
    let rules = turn.engine.reminders(turn.now)?.rules;
    let Some(row) = turn.dice.pick(&rules) else { return Ok(()) };
    if turn.dice.below(3) == 0 {
        return turn.engine.delete_reminder(&row.rule.id, turn.now).map(drop);
    }
    turn.engine.switch_reminder(&row.rule.id, !row.rule.on, turn.now).map(drop)
}

fn set_reminders(turn: &mut Turn) -> Result<()> {
    let quiet = QuietHours::new(clock_time(turn), clock_time(turn)).ok();
    let most_a_day = u8::try_from(turn.dice.below(8) + 1).unwrap();
    let settings = ReminderSettings { quiet, skip_practised: turn.dice.heads(), most_a_day };
    turn.engine.set_reminders(settings, turn.now).map(drop)
}

fn answer_reminders(turn: &mut Turn) -> Result<()> {
    let planned = turn.engine.plan_reminders(turn.now, 2, 10)?.entries;
    let Some(first) = planned.first() else { return turn.engine.answer_reminders(turn.now).map(drop) };
    match turn.dice.below(3) {
        0 => turn.engine.reminders_shown(&[&first.id], turn.now).map(drop),
        1 => turn.engine.snooze_reminder(&first.id, *turn.dice.pick(&SNOOZES).unwrap(), turn.now).map(drop),
        _ => turn.engine.answer_reminders(turn.now).map(drop),
    }
}

/// Now and then what takes many pages.
fn words(turn: &mut Turn) -> String {
    let many = if turn.dice.below(10) == 0 { 400 } else { turn.dice.below(20) };
    format!("What I want to say, {}: {}", turn.fresh, "by the river ".repeat(many))
}

fn write_note(turn: &mut Turn) -> Result<()> {
    let notes = turn.engine.notes(None, 30)?;
    let known = turn.dice.pick(&notes).map(|note| note.id.clone());
    let id = known.filter(|_| turn.dice.heads()).unwrap_or_else(|| turn.fresh.clone());
    let text = words(turn);
    turn.engine.write_note(&id, &text, turn.now).map(drop)
}

fn write_card_note(turn: &mut Turn) -> Result<()> {
    let course = turn.engine.course();
    let cards = course.units().flat_map(|unit| &unit.cards);
    let cards: Vec<_> = cards.filter(|card| matches!(card.kind, CardKind::Reflect { .. })).collect();
    let Some(card) = turn.dice.pick(&cards).map(|card| card.id.clone()) else { return Ok(()) };
    let text = words(turn);
    turn.engine.write_card_note(&turn.fresh, &card, &text, turn.now).map(drop)
}

fn write_plan(turn: &mut Turn) -> Result<()> {
    let fields = PlanFields { time: "Sunday".into(), opening: words(turn), ..PlanFields::default() };
    let plans = turn.engine.plans(20)?;
    let known = turn.dice.pick(&plans).map(|plan| plan.id.clone());
    let id = known.filter(|_| turn.dice.heads()).unwrap_or_else(|| turn.fresh.clone());
    turn.engine.write_plan(&id, &fields, turn.now).map(drop)
}

fn delete_entry(turn: &mut Turn) -> Result<()> {
    let (notes, plans, log) = (turn.engine.notes(None, 50)?, turn.engine.plans(50)?, turn.engine.relaxation_log(50)?);
    match turn.dice.below(3) {
        0 => turn.dice.pick(&notes).map_or(Ok(()), |note| turn.engine.delete_note(&note.id)),
        1 => turn.dice.pick(&plans).map_or(Ok(()), |plan| turn.engine.delete_plan(&plan.id)),
        _ => turn.dice.pick(&log).map_or(Ok(()), |session| turn.engine.delete_relaxation(&session.id)),
    }
}

/// One of the last ten days; seldom, so that something is left.
fn delete_day(turn: &mut Turn) -> Result<()> {
    let today: NaiveDate = turn.now.0.date_naive();
    let back = i64::try_from(turn.dice.below(10)).unwrap();
    if turn.dice.below(3) > 0 {
        return Ok(());
    }
    turn.engine.delete_day(today - Duration::days(back)).map(drop)
}

fn set_up(turn: &mut Turn) -> Result<()> {
    match turn.dice.below(3) {
        0 => turn.engine.set_retention(None, turn.now).map(drop),
        1 => turn.engine.set_retention(Some(u16::try_from(turn.dice.below(30) + 7).unwrap()), turn.now).map(drop),
        _ => turn.engine.set_day_starts_at(u8::try_from(turn.dice.below(8)).unwrap()),
    }
}

fn look_after(turn: &mut Turn) -> Result<()> {
    if turn.dice.heads() {
        return turn.engine.check_data().map(drop);
    }
    turn.engine.daily_check(turn.now).map(drop)
}
