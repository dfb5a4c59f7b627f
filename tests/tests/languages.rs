//! The course goes over to another language in the middle of everything. What a phone shows from then on is what one shows that
//! has spoken this language all along.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell_core::content::Side;
use saywell_core::journal::PlanFields;
use saywell_core::lesson::LessonStep;
use saywell_core::relaxation::{Form, Start};
use saywell_core::reminder::{ClockTime, ReminderRule, Weekdays, Wording};
use saywell_core::scenario::{Begin, BeginTogether, Stage};
use saywell_core::{Engine, Language, Moment, course_in, languages};
use saywell_tests::{Phone, another_answer, at, card, open_for, question};
use std::fmt::Debug;
use std::fs;
use std::path::Path;

const UNIT: &str = "lesson/pep";
const QUIZ: &str = "quiz/one-has-hiv";
const TALK: &str = "scenario/both-living-with-hiv";

fn now() -> Moment {
    at("2026-11-23T20:00")
}

/// Plays a story whose second half is told in another language.
fn goes_on<T: Debug + PartialEq>(begin: impl Fn(&Engine), go_on: impl Fn(&Engine) -> T) {
    let told = |first: &str, then: &str| {
        let phone = Phone::new();
        let engine = open_for(phone.folder(), course_in(&[first]).unwrap()).unwrap();
        begin(&engine);
        assert_eq!(engine.speak(&[then]).unwrap().tag, then);
        go_on(&engine)
    };
    let spanish = told("es", "es");
    assert_eq!(told("en", "es"), spanish);
    let english = told("en", "en");
    assert_eq!(told("es", "en"), english);
    assert_ne!(english, spanish, "the language is not to be seen");
}

fn third_card(engine: &Engine) -> String {
    let mut at = card(engine.open_unit(UNIT, now()).unwrap()).card.id;
    for _ in 0..2 {
        at = card(engine.next_card(UNIT, &at, now()).unwrap()).card.id;
    }
    at
}

#[test]
fn a_unit_goes_on_at_its_card() {
    goes_on(
        |engine| assert_eq!(card(engine.open_unit(UNIT, now()).unwrap()).position, 1),
        |engine| {
            let here = third_card(engine);
            (engine.open_unit(UNIT, now()).unwrap(), engine.next_card(UNIT, &here, now()).unwrap(), engine.outline())
        },
    );
    // The place is the same one, not the first.
    let engine = Engine::without_vault(course_in(&["en"]).unwrap()).unwrap();
    let here = third_card(&engine);
    engine.speak(&["es"]).unwrap();
    assert!(matches!(engine.open_unit(UNIT, now()).unwrap(), LessonStep::Card(card) if card.card.id == here));
}

#[test]
fn a_quiz_keeps_its_answers_and_its_order() {
    goes_on(
        |engine| {
            let first = question(engine.open_quiz(QUIZ, "attempt", 11, now()).unwrap());
            let miss = another_answer(engine, &first.item);
            engine.answer_item("attempt", &first.item, &miss, now()).unwrap();
        },
        |engine| {
            let second = question(engine.quiz_step("attempt").unwrap());
            assert_eq!(second.number, 2);
            let miss = another_answer(engine, &second.item);
            let feedback = engine.answer_item("attempt", &second.item, &miss, now()).unwrap();
            (second, feedback, engine.quizzes().unwrap())
        },
    );
}

#[test]
fn what_was_missed_comes_back() {
    let tomorrow = || at("2026-11-24T20:00");
    goes_on(
        |engine| {
            let first = question(engine.open_quiz(QUIZ, "attempt", 11, now()).unwrap());
            let miss = another_answer(engine, &first.item);
            engine.answer_item("attempt", &first.item, &miss, now()).unwrap();
            assert_eq!(engine.review_step(tomorrow()).unwrap().due, 1);
        },
        |engine| (engine.review_step(tomorrow()).unwrap(), engine.technique_coverage().unwrap()),
    );
}

#[test]
fn a_talk_alone_goes_on_where_it_was() {
    goes_on(
        |engine| {
            let begin =
                Begin { id: "run".into(), scenario: TALK.into(), side: Side::A, setup: None, gate: gate(engine) };
            let view = engine.begin_talk(&begin, 3, now()).unwrap();
            engine.say("run", count(view.said.len()), &view.choices[0].id, now()).unwrap();
        },
        |engine| {
            let here = engine.talk("run", now()).unwrap();
            assert_eq!(here.changed, None);
            let said = engine.say("run", count(here.said.len()), &here.choices[0].id, now()).unwrap();
            let left =
                said.way_out.as_ref().map(|way| engine.say("run", count(said.said.len()), &way.id, now()).unwrap());
            (here, left, engine.debrief("run", now()).unwrap(), engine.tries("run").unwrap())
        },
    );
}

#[test]
fn a_talk_together_goes_on_at_its_stage() {
    goes_on(
        |engine| {
            let begin = BeginTogether { id: "two".into(), scenario: TALK.into(), setup: None, gate: gate(engine) };
            engine.begin_together(&begin, now()).unwrap();
            engine.next_stage("two", Stage::Situation, now()).unwrap();
        },
        |engine| {
            let here = engine.current_together(now()).unwrap().unwrap();
            assert_ne!(here.stage, Stage::Situation);
            (engine.open_card("two").unwrap(), here)
        },
    );
}

fn gate(engine: &Engine) -> Option<String> {
    let course = engine.course();
    let gate = course.scenario(TALK).unwrap().gate.as_ref()?;
    gate.doors.iter().find(|door| door.to.is_none()).map(|door| door.id.clone())
}

fn count(said: usize) -> u16 {
    u16::try_from(said).unwrap()
}

#[test]
fn a_relaxation_goes_on_at_its_second() {
    goes_on(
        |engine| {
            let script = "relaxation/slow-breath".into();
            let start = Start { id: "session".into(), script, form: Form::Five, before: None };
            engine.start_relaxation(start, now()).unwrap();
            engine.report_relaxation("session", 90_000).unwrap();
        },
        |engine| {
            let playing = engine.current_relaxation(now()).unwrap().unwrap();
            assert_eq!((playing.session.elapsed_ms, playing.timeline.length_ms), (90_000, 300_000));
            playing
        },
    );
}

#[test]
fn reminders_come_in_the_language_and_own_words_stay() {
    goes_on(
        |engine| {
            let listed = Wording::Listed(engine.reminder_texts()[0].id.clone());
            for (id, hour, wording) in [("listed", 18, listed), ("own", 19, Wording::Own("Water the basil".into()))] {
                let time = ClockTime::new(hour, 0).unwrap();
                let rule = ReminderRule { id: id.into(), on: true, weekdays: Weekdays::EVERY, time, wording };
                engine.save_reminder(&rule, now()).unwrap();
            }
        },
        |engine| {
            let texts = engine.plan_reminders(now(), 3, 10).unwrap();
            assert!(texts.entries.iter().any(|entry| entry.text == "Water the basil"));
            (texts, engine.reminders(now()).unwrap())
        },
    );
}

#[test]
fn notes_and_plans_stay_as_they_were_written() {
    goes_on(
        |engine| {
            engine.write_note("note", "Ask about Sunday.", now()).unwrap();
            let fields = PlanFields { time: "Sunday noon".into(), ..Default::default() };
            engine.write_plan("plan", &fields, now()).unwrap();
        },
        |engine| {
            let shared = engine.plan_as_text("plan").unwrap();
            assert!(shared.contains("Sunday noon"));
            assert_eq!(engine.notes(None, 10).unwrap()[0].text, "Ask about Sunday.");
            (shared, engine.notes(None, 10).unwrap(), engine.plans(10).unwrap())
        },
    );
}

#[test]
fn home_help_and_the_glossary_speak_it() {
    goes_on(
        |_| (),
        |engine| {
            let claims = engine.claims(now());
            (engine.home(now()).unwrap(), engine.help_cards(), engine.glossary(), claims)
        },
    );
}

/// Where a language is named, besides its translation: as `es` stands there, each other one does.
#[test]
fn both_apps_offer_every_language() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (file, before, after) in [
        ("android/resources.sh", "strings android ", " "),
        ("android/build.gradle.kts", "\"android\", \"", "\""),
        ("android/src/main/res/xml/locales.xml", "android:name=\"", "\""),
        ("ios/Info.plist", "<string>", "</string>"),
    ] {
        let text = fs::read_to_string(house.join(file)).unwrap();
        for Language { tag, .. } in languages().into_iter().skip(1) {
            assert!(text.contains(&format!("{before}{tag}{after}")), "{file} does not name {tag}");
        }
    }
}

#[test]
fn a_language_that_nobody_has_put_in_is_english() {
    let engine = Engine::without_vault(course_in(&["es"]).unwrap()).unwrap();
    assert_eq!(engine.speak(&["tlh"]).unwrap().name, "English");
    assert_eq!(engine.course().language, "en");
}
