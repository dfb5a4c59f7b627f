//! The engine's public verbs, in any order, with anything in their records: a typed answer, and nothing that the long check
//! would have to mend.
#![no_main]

use arbitrary::Arbitrary;
use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use libfuzzer_sys::fuzz_target;
use saywell_core::content::{CardKind, Course, Side};
use saywell_core::journal::PlanFields;
use saywell_core::relaxation::{Form, Start, Tension};
use saywell_core::reminder::{ClockTime, QuietHours, ReminderRule, ReminderSettings, Weekdays, Wording};
use saywell_core::scenario::{Begin, BeginTogether, Stage};
use saywell_core::{Engine, Error, Moment, Result};
use std::sync::OnceLock;

/// What a shell hands in for an id.
#[derive(Arbitrary, Debug)]
enum Id {
    /// One of the course's.
    Known(u16),
    /// One of a few that shells make up.
    Own(u8),
    Odd(String),
}

/// A moment: minutes from an evening, and minutes of offset.
#[derive(Arbitrary, Debug)]
enum When {
    Near(u16),
    Far { minutes: i32, offset: i16 },
}

#[derive(Arbitrary, Debug)]
enum Verb {
    OpenUnit(Id, When),
    NextCard(Id, Id, When),
    GoToCard(Id, Id, Id, When),
    AnswerGate(Id, Id, Id, When),
    AnswerCheck(Id, Id, Id, When),
    OpenQuiz(Id, Id, u64, When),
    AnswerItem(Id, Id, Vec<Id>, When),
    /// Answers whatever is asked, with the option at this place.
    AnswerNext(Id, Id, u8, When),
    AnswerReview(Id, Vec<Id>, When),
    RateTechnique(Id, bool, When),
    BeginTalk {
        id: Id,
        scenario: Id,
        is_a: bool,
        setup: Option<Id>,
        gate: Option<Id>,
        seed: u64,
        now: When,
    },
    Say(Id, u16, Id, When),
    /// Says what is offered at this place.
    SayOffered(Id, u8, When),
    Rewind(Id, u16, When),
    GoToTry(Id, i64, When),
    CompareTries(Id, Vec<i64>),
    Debrief(Id, When),
    BeginTogether {
        id: Id,
        scenario: Id,
        setup: Option<Id>,
        gate: Option<Id>,
        now: When,
    },
    NextStage(Id, u8, When),
    ReportTogether(Id, i64, When),
    Mark(Id, u8, Vec<Id>, When),
    SwapSides(Id, u16, When),
    StartRelaxation {
        id: Id,
        script: Id,
        form: u8,
        before: Option<u8>,
        now: When,
    },
    ReportRelaxation(Id, i64),
    PauseRelaxation(Id, i64, When),
    ResumeRelaxation(Id, When),
    FinishRelaxation(Id, i64, Option<u8>),
    SaveReminder {
        id: Id,
        weekdays: u8,
        hour: u8,
        minute: u8,
        on: bool,
        own: bool,
        text: Id,
        now: When,
    },
    SetReminders {
        quiet: (u8, u8, u8, u8),
        skip: bool,
        most: u8,
        now: When,
    },
    PlanReminders(When, u16, u16),
    RemindersShown(Vec<Id>, When),
    SnoozeReminder(Id, u8, When),
    WriteNote(Id, String, When),
    WriteCardNote(Id, Id, String, When),
    DeleteNote(Id),
    Notes(Option<Id>, u32),
    WritePlan(Id, [String; 5], When),
    DayStartsAt(u8),
    DeleteDay(i16),
    Retention(Option<u16>, When),
    PracticeMonth(i16),
    Search(String),
    Look(When),
}

/// The ids of everything in the course.
fn known() -> &'static [String] {
    static KNOWN: OnceLock<Vec<String>> = OnceLock::new();
    KNOWN.get_or_init(|| ids(course()))
}

fn course() -> &'static Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    // One chapter, quiz, scenario and relaxation of each: enough to reach every verb.
    COURSE.get_or_init(|| {
        let mut course = saywell_core::course().unwrap();
        course.chapters.truncate(1);
        course.chapters[0].units.truncate(3);
        course.quizzes.truncate(1);
        course.scenarios.truncate(1);
        course.relaxations.truncate(1);
        course
    })
}

fn ids(course: &Course) -> Vec<String> {
    let mut ids: Vec<String> = course.units().map(|unit| unit.id.clone()).collect();
    for card in course.units().flat_map(|unit| &unit.cards) {
        ids.push(card.id.clone());
        match &card.kind {
            CardKind::Gate { doors, .. } => ids.extend(doors.iter().map(|door| door.id.clone())),
            CardKind::Check { options, .. } => ids.extend(options.iter().map(|option| option.id.clone())),
            _ => {}
        }
    }
    for quiz in &course.quizzes {
        ids.push(quiz.id.clone());
        ids.extend(quiz.items.iter().map(|item| item.id.clone()));
        ids.extend(quiz.items.iter().flat_map(|item| &item.options).map(|option| option.id.clone()));
    }
    for scenario in &course.scenarios {
        ids.push(scenario.id.clone());
        ids.extend(scenario.gate.iter().flat_map(|gate| &gate.doors).map(|door| door.id.clone()));
        ids.extend(scenario.setup.iter().flat_map(|setup| &setup.options).map(|option| option.id.clone()));
    }
    ids.extend(course.relaxations.iter().map(|script| script.id.clone()));
    ids.extend(course.techniques.iter().map(|technique| technique.id.clone()));
    ids
}

impl Id {
    fn text(&self) -> String {
        match self {
            Self::Known(at) => known()[usize::from(*at) % known().len()].clone(),
            Self::Own(own) => format!("own-{}", own % 4),
            Self::Odd(odd) => odd.clone(),
        }
    }
}

fn texts(ids: &[Id]) -> Vec<String> {
    ids.iter().map(Id::text).collect()
}

fn optional(id: Option<&Id>) -> Option<String> {
    id.map(Id::text)
}

impl When {
    fn moment(&self) -> Moment {
        let evening: DateTime<FixedOffset> = "2026-11-23T20:00:00+01:00".parse().unwrap();
        let (minutes, offset) = match self {
            Self::Near(minutes) => (i64::from(*minutes), 60),
            Self::Far { minutes, offset } => (i64::from(*minutes), i32::from(*offset)),
        };
        let zone = FixedOffset::east_opt(offset.clamp(-1_439, 1_439) * 60).unwrap();
        Moment((evening + Duration::minutes(minutes)).with_timezone(&zone))
    }
}

fn day(number: i16) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + Duration::days(number.into())
}

fn stage(at: u8) -> Stage {
    [
        Stage::Situation,
        Stage::FirstCard,
        Stage::SecondCard,
        Stage::Talk,
        Stage::FirstMarks,
        Stage::SecondMarks,
        Stage::Debrief,
    ][usize::from(at) % 7]
}

fn tension(felt: Option<u8>) -> Option<Tension> {
    felt.and_then(|felt| Tension::new(felt).ok())
}

fn learn(engine: &Engine, verb: &Verb) -> Result<()> {
    match verb {
        Verb::OpenUnit(unit, now) => engine.open_unit(&unit.text(), now.moment()).map(drop),
        Verb::NextCard(unit, card, now) => engine.next_card(&unit.text(), &card.text(), now.moment()).map(drop),
        Verb::GoToCard(unit, card, to, now) => {
            engine.go_to_card(&unit.text(), &card.text(), &to.text(), now.moment()).map(drop)
        }
        Verb::AnswerGate(unit, card, door, now) => {
            engine.answer_gate(&unit.text(), &card.text(), &door.text(), now.moment()).map(drop)
        }
        Verb::AnswerCheck(unit, card, option, now) => {
            engine.answer_check(&unit.text(), &card.text(), &option.text(), now.moment()).map(drop)
        }
        Verb::OpenQuiz(quiz, fresh, seed, now) => {
            engine.open_quiz(&quiz.text(), &fresh.text(), *seed, now.moment()).map(drop)
        }
        Verb::AnswerItem(attempt, item, options, now) => {
            engine.answer_item(&attempt.text(), &item.text(), &texts(options), now.moment()).map(drop)
        }
        Verb::AnswerNext(quiz, fresh, place, now) => {
            let saywell_core::quiz::QuizStep::Question(asked) =
                engine.open_quiz(&quiz.text(), &fresh.text(), 7, now.moment())?
            else {
                return Ok(());
            };
            let option = asked.options[usize::from(*place) % asked.options.len()].id.clone();
            engine.answer_item(&asked.attempt, &asked.item, &[option], now.moment()).map(drop)
        }
        Verb::AnswerReview(item, options, now) => {
            engine.answer_review(&item.text(), &texts(options), now.moment()).map(drop)
        }
        Verb::RateTechnique(technique, recalled, now) => {
            engine.rate_technique(&technique.text(), *recalled, now.moment()).map(drop)
        }
        other => rehearse(engine, other),
    }
}

fn rehearse(engine: &Engine, verb: &Verb) -> Result<()> {
    match verb {
        Verb::BeginTalk { id, scenario, is_a, setup, gate, seed, now } => {
            let side = if *is_a { Side::A } else { Side::B };
            let (setup, gate) = (optional(setup.as_ref()), optional(gate.as_ref()));
            let begin = Begin { id: id.text(), scenario: scenario.text(), side, setup, gate };
            engine.begin_talk(&begin, *seed, now.moment()).map(drop)
        }
        Verb::Say(run, after, line, now) => engine.say(&run.text(), *after, &line.text(), now.moment()).map(drop),
        Verb::SayOffered(run, place, now) => {
            let talk = engine.talk(&run.text(), now.moment())?;
            let Some(line) = talk.choices.get(usize::from(*place) % talk.choices.len().max(1)) else { return Ok(()) };
            engine.say(&run.text(), u16::try_from(talk.said.len()).unwrap(), &line.id, now.moment()).map(drop)
        }
        Verb::Rewind(run, after, now) => engine.rewind(&run.text(), *after, now.moment()).map(drop),
        Verb::GoToTry(run, tip, now) => engine.go_to_try(&run.text(), *tip, now.moment()).map(drop),
        Verb::CompareTries(run, picked) => engine.compare_tries(&run.text(), picked).map(drop),
        Verb::Debrief(run, now) => engine.debrief(&run.text(), now.moment()).map(drop),
        Verb::BeginTogether { id, scenario, setup, gate, now } => {
            let (setup, gate) = (optional(setup.as_ref()), optional(gate.as_ref()));
            let begin = BeginTogether { id: id.text(), scenario: scenario.text(), setup, gate };
            engine.begin_together(&begin, now.moment()).map(drop)
        }
        Verb::NextStage(id, from, now) => engine.next_stage(&id.text(), stage(*from), now.moment()).map(drop),
        Verb::ReportTogether(id, elapsed, now) => engine.report_together(&id.text(), *elapsed, now.moment()).map(drop),
        Verb::Mark(id, from, techniques, now) => {
            engine.mark(&id.text(), stage(*from), &texts(techniques), now.moment()).map(drop)
        }
        Verb::SwapSides(id, round, now) => engine.swap_sides(&id.text(), *round, now.moment()).map(drop),
        other => relax(engine, other),
    }
}

fn relax(engine: &Engine, verb: &Verb) -> Result<()> {
    match verb {
        Verb::StartRelaxation { id, script, form, before, now } => {
            let form = [Form::Five, Form::Full, Form::Fifteen, Form::Short][usize::from(*form) % 4];
            let start = Start { id: id.text(), script: script.text(), form, before: tension(*before) };
            engine.start_relaxation(start, now.moment()).map(drop)
        }
        Verb::ReportRelaxation(id, elapsed) => engine.report_relaxation(&id.text(), *elapsed).map(drop),
        Verb::PauseRelaxation(id, elapsed, now) => {
            engine.pause_relaxation(&id.text(), *elapsed, now.moment()).map(drop)
        }
        Verb::ResumeRelaxation(id, now) => engine.resume_relaxation(&id.text(), now.moment()).map(drop),
        Verb::FinishRelaxation(id, elapsed, after) => {
            engine.finish_relaxation(&id.text(), *elapsed, tension(*after)).map(drop)
        }
        Verb::SaveReminder { id, weekdays, hour, minute, on, own, text, now } => {
            let (weekdays, time) = (Weekdays::new(*weekdays)?, ClockTime::new(*hour, *minute)?);
            let wording = if *own { Wording::Own(text.text()) } else { Wording::Listed(text.text()) };
            let rule = ReminderRule { id: id.text(), weekdays, time, on: *on, wording };
            engine.save_reminder(&rule, now.moment()).map(drop)
        }
        Verb::SetReminders { quiet: (from, after, to, until), skip, most, now } => {
            let quiet = QuietHours::new(ClockTime::new(*from, *after)?, ClockTime::new(*to, *until)?).ok();
            let settings = ReminderSettings { quiet, skip_practised: *skip, most_a_day: *most };
            engine.set_reminders(settings, now.moment()).map(drop)
        }
        Verb::PlanReminders(now, days, cap) => engine.plan_reminders(now.moment(), days % 400, *cap).map(drop),
        Verb::RemindersShown(ids, now) => engine.reminders_shown(&texts(ids), now.moment()).map(drop),
        Verb::SnoozeReminder(id, minutes, now) => engine.snooze_reminder(&id.text(), *minutes, now.moment()).map(drop),
        other => keep(engine, other),
    }
}

fn keep(engine: &Engine, verb: &Verb) -> Result<()> {
    match verb {
        Verb::WriteNote(id, written, now) => engine.write_note(&id.text(), written, now.moment()).map(drop),
        Verb::WriteCardNote(id, card, written, now) => {
            engine.write_card_note(&id.text(), &card.text(), written, now.moment()).map(drop)
        }
        Verb::DeleteNote(id) => engine.delete_note(&id.text()),
        Verb::Notes(before, limit) => engine.notes(optional(before.as_ref()).as_deref(), *limit).map(drop),
        Verb::WritePlan(id, [time, place, opening, offer, exit], now) => {
            let [time, place, opening, offer, exit] = [time, place, opening, offer, exit].map(Clone::clone);
            let fields = PlanFields { time, place, opening, offer, exit };
            engine.write_plan(&id.text(), &fields, now.moment()).map(drop)
        }
        Verb::DayStartsAt(hour) => engine.set_day_starts_at(*hour),
        Verb::DeleteDay(number) => engine.delete_day(day(*number)).map(drop),
        Verb::Retention(days, now) => engine.set_retention(*days, now.moment()).map(drop),
        Verb::PracticeMonth(number) => engine.practice_month(day(*number)).map(drop),
        Verb::Search(words) => {
            let _ = engine.search(words);
            Ok(())
        }
        Verb::Look(now) => {
            let now = now.moment();
            engine.home(now)?;
            engine.outline()?;
            engine.review_step(now)?;
            engine.reminders(now)?;
            engine.current_together(now)?;
            engine.current_relaxation(now)?;
            engine.daily_check(now).map(drop)
        }
        _ => Ok(()),
    }
}

fuzz_target!(|verbs: Vec<Verb>| {
    let engine = Engine::without_vault(course().clone()).unwrap();
    for verb in &verbs {
        let answer = learn(&engine, verb);
        let odd = matches!(answer, Err(Error::Unexpected { .. } | Error::Storage { .. } | Error::Damaged));
        assert!(!odd, "{verb:?}: {answer:?}");
    }
    let mended = engine.check_data().unwrap().mended;
    assert!(mended.is_empty(), "{verbs:?}: {mended:?}");
});
