//! A first session and the day after, on a phone that kills the app between any two taps.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell_core::Result;
use saywell_core::content::CardKind;
use saywell_core::lesson::LessonStep;
use saywell_core::quiz::QuizStep;
use saywell_core::relaxation::{Form, Outcome, Start, Tension};
use saywell_tests::{Phone, another_answer, at, card, question, right_answer};

const UNIT: &str = "lesson/talk-early";
const QUIZ: &str = "quiz/talk-it-through";

/// Reads the unit to its end, answering every gate with no and every check rightly; says how many cards there were.
fn read_unit(phone: &Phone, unit: &str, clock: &str) -> usize {
    let now = at(clock);
    let mut step = phone.engine().open_unit(unit, now).unwrap();
    let mut cards = 0;
    loop {
        let shown = match step {
            LessonStep::End(end) => {
                assert_eq!(end.unit, unit);
                return cards;
            }
            other => card(other),
        };
        cards += 1;
        assert_eq!(usize::from(shown.position), cards);
        let id = shown.card.id;
        step = match shown.card.kind {
            CardKind::Gate { doors, .. } => {
                let no = doors.iter().find(|door| door.to.is_none()).unwrap();
                phone.engine().answer_gate(unit, &id, &no.id, now).unwrap()
            }
            CardKind::Check { options, .. } => {
                let right = options.iter().find(|option| option.right).unwrap();
                let answered = card(phone.engine().answer_check(unit, &id, &right.id, now).unwrap());
                assert!(answered.feedback.unwrap().right);
                phone.engine().next_card(unit, &id, now).unwrap()
            }
            _ => phone.engine().next_card(unit, &id, now).unwrap(),
        };
    }
}

#[test]
fn every_unit_can_be_read_to_its_end() {
    let phone = Phone::new();
    let units: Vec<(String, usize)> =
        phone.engine().course().units().map(|unit| (unit.id.clone(), unit.cards.len())).collect();
    for (unit, cards) in &units {
        assert_eq!(read_unit(&phone, unit, "2026-11-23T20:00"), *cards, "{unit}");
    }
    let home = phone.engine().home(at("2026-11-23T21:00")).unwrap();
    assert_eq!((usize::from(home.units_done), home.go_on), (units.len(), None));
}

#[test]
fn tomorrow_everything_is_where_it_was() -> Result<()> {
    let phone = Phone::new();
    let evening = at("2026-11-23T20:00");

    // Halfway through a unit.
    let gate = card(phone.engine().open_unit(UNIT, evening)?);
    let door = format!("{}/no", gate.card.id);
    let second = card(phone.engine().answer_gate(UNIT, &gate.card.id, &door, evening)?);
    let third = card(phone.engine().next_card(UNIT, &second.card.id, evening)?);

    // Halfway through a quiz, with one miss.
    let first = question(phone.engine().open_quiz(QUIZ, "attempt-1", 11, evening)?);
    let miss = another_answer(&phone.engine(), &first.item);
    assert!(!phone.engine().answer_item("attempt-1", &first.item, &miss, evening)?.right);

    // Ten minutes of relaxation, with a kill in the middle.
    let start = Start {
        id: "session-1".into(),
        script: "relaxation/slow-breath".into(),
        form: Form::Full,
        before: Tension::new(7).ok(),
    };
    let playing = phone.engine().start_relaxation(start, evening)?;
    assert_eq!(playing.timeline.length_ms, 600_000);
    phone.engine().report_relaxation("session-1", 240_000)?;
    let offered = phone.engine().current_relaxation(at("2026-11-23T20:06"))?.unwrap();
    assert_eq!(offered.session.elapsed_ms, 240_000);
    phone.engine().finish_relaxation("session-1", 600_000, Tension::new(3).ok())?;

    // A note and a plan.
    phone.engine().write_note("note-1", "Ask about Sunday.", evening)?;
    let fields = saywell_core::journal::PlanFields { time: "Sunday noon".into(), ..Default::default() };
    phone.engine().write_plan("plan-1", &fields, evening)?;

    // The next morning.
    let morning = at("2026-11-24T09:00");
    let home = phone.engine().home(morning)?;
    assert_eq!(home.go_on.as_ref().map(|unit| unit.id.as_str()), Some(UNIT));
    assert_eq!(home.go_on.map(|unit| unit.seen), Some(3));
    assert_eq!(home.open_quizzes[0].id, QUIZ);
    assert_eq!(phone.engine().quizzes()?[0].answered, Some(1));
    assert_eq!(home.due, 1);
    assert_eq!(home.week.iter().map(|day| day.practised_ms).sum::<i64>(), 600_000);
    assert_eq!(home.last_practised.unwrap().to_string(), "2026-11-23");

    assert_eq!(card(phone.engine().open_unit(UNIT, morning)?).card.id, third.card.id);
    assert_eq!(question(phone.engine().open_quiz(QUIZ, "attempt-2", 99, morning)?).number, 2);
    let log = phone.engine().relaxation_log(10)?;
    assert_eq!((log.len(), log[0].outcome), (1, Outcome::Finished));
    assert_eq!((log[0].before, log[0].after), (Tension::new(7).ok(), Tension::new(3).ok()));
    assert_eq!(phone.engine().notes(None, 10)?[0].text, "Ask about Sunday.");
    assert!(phone.engine().plan_as_text("plan-1")?.contains("Sunday noon"));
    Ok(())
}

#[test]
fn a_quiz_played_to_its_end_counts_what_was_right() -> Result<()> {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    let mut step = phone.engine().open_quiz(QUIZ, "attempt-1", 5, now)?;
    let mut asked = Vec::new();
    let result = loop {
        let question = match step {
            QuizStep::Finished(result) => break result,
            QuizStep::Question(question) => question,
        };
        let engine = phone.engine();
        let right = asked.len() % 3 != 0;
        let answer =
            if right { right_answer(&engine, &question.item) } else { another_answer(&engine, &question.item) };
        let feedback = phone.engine().answer_item("attempt-1", &question.item, &answer, now)?;
        assert_eq!(feedback.right, right, "{}", question.item);
        assert!(feedback.options.iter().all(|option| !option.why.is_empty()));
        // A retry after a kill is the same answer.
        assert_eq!(phone.engine().answer_item("attempt-1", &question.item, &answer, now)?, feedback);
        asked.push(question.item);
        step = phone.engine().quiz_step("attempt-1")?;
    };
    let missed = asked.len().div_ceil(3);
    assert_eq!(
        (usize::from(result.attempt.of), usize::from(result.attempt.right)),
        (asked.len(), asked.len() - missed)
    );
    assert_eq!(result.another_look.len(), missed);
    assert_eq!(phone.engine().quiz_history(QUIZ, 5)?, [result.attempt]);
    assert_eq!(usize::from(phone.engine().home(at("2026-11-24T20:00"))?.due), missed);
    Ok(())
}

#[test]
fn what_was_acknowledged_survives_a_pulled_battery() -> Result<()> {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    let engine = phone.engine();
    for n in 0..20 {
        engine.write_note(&format!("note-{n}"), &format!("Note {n}"), now)?;
        // The app still holds the vault open, and nothing was closed or flushed by hand.
        let notes = phone.after_the_battery_was_pulled().engine().notes(None, 1)?;
        assert_eq!(notes[0].text, format!("Note {n}"));
    }
    Ok(())
}
