//! What shells and people hand in by mistake gets a typed answer, and changes nothing.

use saywell_core::journal::PlanFields;
use saywell_core::lesson::LessonStep;
use saywell_core::relaxation::{Form, Outcome, Start, Tension};
use saywell_core::{Error, Result};
use saywell_tests::{Phone, another_answer, at, card, question, right_answer};

const UNIT: &str = "lesson/talk-early";
const GATE: &str = "lesson/talk-early/check-first";
const QUIZ: &str = "quiz/talk-it-through";

fn missing(kind: &'static str) -> Error {
    Error::NotFound { kind }
}

#[test]
fn ids_that_lead_nowhere_are_said_to_lead_nowhere() {
    let phone = Phone::new();
    drop(phone.engine());
    let before = std::fs::read(phone.vault()).unwrap();
    let (engine, now) = (phone.engine(), at("2026-11-23T20:00"));
    for odd in ["", "lesson/", "lesson/nobody", "LESSON/TALK-EARLY", "\0", "' OR 1=1 --", &"x".repeat(100_000)] {
        assert_eq!(engine.open_unit(odd, now), Err(missing("unit")));
        assert_eq!(engine.next_card(odd, GATE, now), Err(missing("unit")));
        assert_eq!(engine.next_card(UNIT, odd, now), Err(missing("card")));
        assert_eq!(engine.previous_card(UNIT, odd, now), Err(missing("card")));
        assert_eq!(engine.go_to_card(UNIT, GATE, odd, now), Err(missing("card")));
        assert_eq!(engine.answer_gate(UNIT, GATE, odd, now), Err(missing("option")));
        assert_eq!(engine.answer_check(UNIT, odd, "a", now), Err(missing("card")));
        assert_eq!(engine.open_quiz(odd, "a", 1, now), Err(missing("quiz")));
        assert_eq!(engine.quiz_step(odd), Err(missing("attempt")));
        assert_eq!(engine.answer_item(odd, "i", &[], now), Err(missing("attempt")));
        assert_eq!(engine.answer_review(odd, &[], now), Err(missing("item")));
        assert_eq!(engine.rate_technique(odd, true, now), Err(missing("technique")));
        assert_eq!(engine.report_relaxation(odd, 1), Err(missing("session")));
        assert_eq!(engine.write_card_note("n", odd, "text", now), Err(missing("card")));
        assert_eq!(engine.delete_note(odd), Err(missing("note")));
        assert_eq!(engine.notes(Some(odd), 1), Err(missing("note")));
        assert_eq!(engine.plan_as_text(odd), Err(missing("plan")));
        assert_eq!(engine.delete_plan(odd), Err(missing("plan")));
        assert_eq!(engine.help_card(odd, now), Err(missing("help card")));
        assert_eq!(engine.term(odd, now), Err(missing("term")));
        assert_eq!(engine.claim(odd, now), Err(missing("claim")));
    }
    drop(engine);
    assert!(std::fs::read(phone.vault()).unwrap() == before, "a byte was changed");
}

#[test]
fn a_gate_is_neither_skipped_nor_remembered() -> Result<()> {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    phone.engine().open_unit(UNIT, now)?;
    let second = "lesson/talk-early/why-early";
    assert!(matches!(phone.engine().next_card(UNIT, GATE, now), Err(Error::Invalid { field: "card", .. })));
    assert!(matches!(phone.engine().go_to_card(UNIT, GATE, second, now), Err(Error::Invalid { field: "card", .. })));
    let help = phone.engine().answer_gate(UNIT, GATE, &format!("{GATE}/not-sure"), now)?;
    assert_eq!(help, LessonStep::Help { card: "help/safe-to-talk".into() });
    assert_eq!(card(phone.engine().open_unit(UNIT, now)?).card.id, GATE);
    Ok(())
}

#[test]
fn an_attempt_counts_each_item_once_and_ends_once() -> Result<()> {
    let phone = Phone::new();
    let (engine, now) = (phone.engine(), at("2026-11-23T20:00"));
    let first = question(engine.open_quiz(QUIZ, "a", 1, now)?).item;
    let right = right_answer(&engine, &first);
    let other = another_answer(&engine, &first);
    assert!(matches!(engine.answer_item("a", &first, &[], now), Err(Error::Invalid { field: "options", .. })));
    assert_eq!(engine.answer_item("a", &first, &["nobody".into()], now), Err(missing("option")));
    assert_eq!(question(engine.quiz_step("a")?).number, 1);
    engine.answer_item("a", &first, &right, now)?;
    assert_eq!(engine.answer_item("a", &first, &other, now), Err(Error::OutOfDate { kind: "item" }));

    engine.begin_quiz_anew(QUIZ, "b", 2, now)?;
    let again = engine.begin_quiz_anew(QUIZ, "b", 3, now)?;
    assert_eq!(question(again), question(engine.quiz_step("b")?));
    assert_eq!(engine.quiz_step("a"), Err(Error::OutOfDate { kind: "attempt" }));
    let untouched = engine.course().quiz(QUIZ).unwrap().items.iter().find(|item| item.id != first).unwrap().id.clone();
    let answer = right_answer(&engine, &untouched);
    assert_eq!(engine.answer_item("a", &untouched, &answer, now), Err(Error::OutOfDate { kind: "attempt" }));
    assert_eq!(engine.begin_quiz_anew(QUIZ, "a", 1, now), Err(Error::OutOfDate { kind: "attempt" }));
    assert!(matches!(engine.begin_quiz_anew(QUIZ, "a b", 1, now), Err(Error::Invalid { field: "id", .. })));
    Ok(())
}

#[test]
fn a_relaxation_takes_what_time_it_is_given() -> Result<()> {
    let phone = Phone::new();
    let (engine, now) = (phone.engine(), at("2026-11-23T20:00"));
    let start = |id: &str, form| Start { id: id.into(), script: "relaxation/slow-breath".into(), form, before: None };
    assert!(Tension::new(11).is_err());
    assert!(matches!(engine.start_relaxation(start("", Form::Full), now), Err(Error::Invalid { field: "id", .. })));
    let nowhere = Start { script: "relaxation/none".into(), ..start("x", Form::Full) };
    assert_eq!(engine.start_relaxation(nowhere, now), Err(missing("relaxation")));

    engine.start_relaxation(start("s", Form::Full), now)?;
    assert_eq!(engine.report_relaxation("s", 90_000)?.elapsed_ms, 90_000);
    assert_eq!(engine.report_relaxation("s", 30_000)?.elapsed_ms, 90_000);
    assert_eq!(engine.report_relaxation("s", i64::MIN)?.elapsed_ms, 90_000);
    assert_eq!(engine.report_relaxation("s", i64::MAX)?.elapsed_ms, 600_000);
    let finished = engine.finish_relaxation("s", 600_000, Tension::new(2).ok())?.session;
    assert_eq!(engine.finish_relaxation("s", 0, Tension::new(9).ok())?.session, finished);
    assert_eq!(engine.leave_relaxation("s", 0)?, finished);
    assert_eq!(finished.outcome, Outcome::Finished);

    // Quick calm is never counted as practice.
    engine.start_relaxation(start("q", Form::Short), now)?;
    engine.finish_relaxation("q", 180_000, None)?;
    let home = engine.home(now)?;
    assert_eq!(home.week.iter().map(|day| day.practised_ms).sum::<i64>(), 600_000);
    Ok(())
}

#[test]
fn odd_moments_are_only_moments() -> Result<()> {
    let phone = Phone::new();
    for odd in ["-9999-01-01T00:00:00+00:00", "+9999-12-31T23:59:59+23:59", "1970-01-01T00:00:00-23:59"] {
        let Ok(moment) = odd.parse() else { continue };
        let now = saywell_core::Moment(moment);
        phone.engine().open_unit(UNIT, now)?;
        phone.engine().home(now)?;
        phone.engine().review_step(now)?;
        phone.engine().current_relaxation(now)?;
        phone.engine().write_note("n", "text", now)?;
    }
    Ok(())
}

#[test]
fn a_note_is_kept_whole_or_refused() -> Result<()> {
    let phone = Phone::new();
    let (engine, now) = (phone.engine(), at("2026-11-23T20:00"));
    engine.write_note("n", "What I want to say", now)?;
    for (text, reason) in [
        ("x".repeat(1_000_000), "is at most 20000 characters"),
        (String::new(), "is not empty"),
        (" \n\0 ".to_owned(), "is not empty"),
    ] {
        assert_eq!(engine.write_note("n", &text, now), Err(Error::Invalid { field: "text", reason }));
    }
    assert_eq!(engine.notes(None, 1)?.pop().unwrap().text, "What I want to say");
    assert_eq!(engine.write_note("n", "a\0b\u{202e}c", now)?.text, "ab\u{202e}c\u{202c}");
    assert!(matches!(engine.write_plan("p", &PlanFields::default(), now), Err(Error::Invalid { field: "plan", .. })));
    Ok(())
}

#[test]
fn a_card_has_one_note_and_shows_it() -> Result<()> {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    let reflect = "lesson/talk-early/first-line";
    phone.engine().write_card_note("one", reflect, "Can we talk?", now)?;
    let changed = phone.engine().write_card_note("two", reflect, "Can we talk on Sunday?", now)?;
    assert_eq!(changed.id, "one");
    assert_eq!(phone.engine().notes(None, 9)?.len(), 1);
    phone.engine().open_unit(UNIT, now)?;
    phone.engine().delete_note("one")?;
    assert_eq!(phone.engine().delete_note("one"), Err(missing("note")));
    Ok(())
}
