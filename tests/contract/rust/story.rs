//! The contract with an app, as a story: what each verb promises to Kotlin and to Swift, told in Rust.
//!
//! `tests/contract/kotlin/story/` and `tests/contract/swift/Tests/Story/` tell the same chapters in the same order, over
//! what is generated from the same library. Change one, and change the others.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell::{Saywell, SaywellError, Unlock, language_for, languages};
use saywell_core::Moment;
use saywell_core::content::{CardKind, Side};
use saywell_core::lesson::LessonStep;
use saywell_core::pack::Refusal;
use saywell_core::quiz::{Outcome as QuizOutcome, QuizStep};
use saywell_core::relaxation::{Form, Outcome, Start, Tension};
use saywell_core::reminder::{ClockTime, ReminderRule, Weekdays, Wording};
use saywell_core::scenario::Begin;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the platform keeps.
const SECRET: &[u8] = &[5; 32];
const PIN: &[u8] = b"2580";
const UNIT: &str = "lesson/talk-early";
const QUIZ: &str = "quiz/talk-it-through";

/// A phone that was never used.
struct Phone(tempfile::TempDir);

impl Phone {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn open(&self) -> Result<Saywell, SaywellError> {
        self.open_with(unlock(SECRET, None))
    }

    fn open_with(&self, unlock: Unlock) -> Result<Saywell, SaywellError> {
        Saywell::open(self.0.path().to_str().unwrap(), unlock, vec!["en-GB".into()])
    }
}

fn unlock(secret: &[u8], pin: Option<&[u8]>) -> Unlock {
    Unlock { secret: secret.to_vec(), pin: pin.map(<[u8]>::to_vec), uptime_ms: 60_000 }
}

fn evening() -> Moment {
    Moment("2026-11-23T20:00:00+01:00".parse().unwrap())
}

#[test]
fn it_opens_with_its_secret_only() -> Result<(), SaywellError> {
    let phone = Phone::new();
    assert_eq!(phone.open()?.progress().home(evening())?.units_done, 0);
    assert_eq!(phone.open_with(unlock(&[8; 32], None)).err(), Some(SaywellError::KeyLost));
    let short = phone.open_with(unlock(&[5; 31], None)).err();
    assert_eq!(short, Some(SaywellError::Invalid { field: "secret", reason: "is 32 bytes" }));
    phone.open().map(drop)
}

#[test]
fn a_wrong_pin_opens_nothing() -> Result<(), SaywellError> {
    let phone = Phone::new();
    phone.open()?.vault().set_pin(unlock(SECRET, None), PIN.to_vec(), 250)?;
    assert_eq!(phone.open().err(), Some(SaywellError::WrongPin { wait_seconds: 0 }));
    let wrong = || phone.open_with(unlock(SECRET, Some(b"0852"))).err();
    for _ in 0..4 {
        assert_eq!(wrong(), Some(SaywellError::WrongPin { wait_seconds: 0 }));
    }
    assert_eq!(wrong(), Some(SaywellError::WrongPin { wait_seconds: 30 }));
    let later = Unlock { uptime_ms: 90_000, ..unlock(SECRET, Some(PIN)) };
    phone.open_with(later)?.vault().lock()
}

#[test]
fn a_unit_is_finished() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    assert_eq!(read(&saywell, UNIT)?, UNIT);
    let outline = saywell.lesson().outline()?;
    let row = outline.chapters.iter().flat_map(|chapter| &chapter.units).find(|row| row.id == UNIT).unwrap();
    assert!(row.done);
    assert_eq!(row.seen, row.of);
    assert_eq!(saywell.progress().home(evening())?.units_done, 1);
    Ok(())
}

/// Reads a unit to its end, answering every gate with no and every check rightly; says where it ended.
fn read(saywell: &Saywell, unit: &str) -> Result<String, SaywellError> {
    let lesson = saywell.lesson();
    let mut step = lesson.open_unit(unit, evening())?;
    loop {
        let card = match step {
            LessonStep::Card(shown) => shown.card,
            LessonStep::End(end) => return Ok(end.unit),
            LessonStep::Help { card } => panic!("was sent to {card}"),
        };
        step = match card.kind {
            CardKind::Gate { doors, .. } => {
                let on = doors.iter().find(|door| door.to.is_none()).unwrap();
                lesson.answer_gate(unit, &card.id, &on.id, evening())?
            }
            CardKind::Check { options, .. } => {
                let right = options.iter().find(|option| option.right).unwrap();
                lesson.answer_check(unit, &card.id, &right.id, evening())?;
                lesson.next_card(unit, &card.id, evening())?
            }
            _ => lesson.next_card(unit, &card.id, evening())?,
        };
    }
}

#[test]
fn a_quiz_is_answered() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let quiz = saywell.quiz();
    let mut step = quiz.open_quiz(QUIZ, "attempt-1", 11, evening())?;
    let (mut answered, mut right) = (0, 0);
    let result = loop {
        let question = match step {
            QuizStep::Question(question) => question,
            QuizStep::Finished(result) => break result,
        };
        let first = vec![question.options[0].id.clone()];
        let feedback = quiz.answer_item("attempt-1", &question.item, &first, evening())?;
        assert!(feedback.options.iter().any(|option| option.right && !option.why.is_empty()));
        answered += 1;
        right += u16::from(feedback.right);
        step = quiz.quiz_step("attempt-1")?;
    };
    assert_eq!((result.attempt.of, result.attempt.right), (answered, right));
    assert_eq!(result.attempt.outcome, QuizOutcome::Finished);
    assert_eq!(result.another_look.len(), usize::from(answered - right));
    assert_eq!(quiz.quiz_history(QUIZ, 5)?, [result.attempt]);
    Ok(())
}

#[test]
fn a_quiz_goes_on_in_another_language() -> Result<(), SaywellError> {
    assert_eq!(languages()?.into_iter().map(|language| language.name).collect::<Vec<_>>(), ["English", "Español"]);
    let wanted = vec!["fr-CA".to_owned(), "es-MX".to_owned()];
    assert_eq!(language_for(wanted.clone())?.tag, "es");
    let phone = Phone::new();
    let saywell = phone.open()?;
    let asked = saywell.quiz().open_quiz(QUIZ, "attempt-1", 11, evening())?;
    let english = saywell.help().glossary()?;
    assert_eq!(saywell.language().spoken()?.tag, "en");
    assert_eq!(saywell.language().speak(wanted)?.tag, "es");
    assert_eq!(saywell.language().spoken()?.name, "Español");
    assert_ne!(saywell.help().glossary()?, english);
    match (asked.clone(), saywell.quiz().quiz_step("attempt-1")?) {
        (QuizStep::Question(before), QuizStep::Question(after)) => assert_eq!(before.item, after.item),
        steps => panic!("{steps:?}"),
    }
    assert_eq!(saywell.language().speak(vec![])?.tag, "en");
    assert_eq!(saywell.quiz().quiz_step("attempt-1")?, asked);
    assert_eq!(saywell.help().glossary()?, english);
    Ok(())
}

#[test]
fn three_lines_are_rehearsed_and_one_is_taken_back() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let scenario = saywell.scenario();
    let intro = scenario.scenario(&scenario.scenarios()?[0].id, evening())?;
    let begin = Begin {
        id: "run-1".into(),
        scenario: intro.id,
        side: Side::A,
        setup: intro.setup.map(|setup| setup.options[0].id.clone()),
        gate: intro.gate.map(|gate| gate.doors.iter().find(|door| door.to.is_none()).unwrap().id.clone()),
    };
    let mut talk = scenario.begin_talk(&begin, 3, evening())?;
    for _ in 0..3 {
        let after = u16::try_from(talk.said.len()).unwrap();
        talk = scenario.say("run-1", after, &talk.choices[0].id, evening())?;
    }
    assert_eq!(talk.said.iter().filter(|line| line.own).count(), 3);
    assert!(talk.ending.is_none());

    // To the third line, and another in its place.
    let third = talk.said.iter().rposition(|line| line.own).unwrap();
    let after = u16::try_from(third).unwrap();
    let back = scenario.rewind("run-1", after, evening())?;
    assert_eq!(back.said, talk.said[..third]);
    assert!(back.choices.iter().any(|choice| choice.heard));
    let other = back.choices.iter().find(|choice| !choice.heard).unwrap();
    let talk = scenario.say("run-1", after, &other.id, evening())?;
    assert_eq!(talk.said[third].id, other.id);
    assert_eq!(scenario.tries("run-1")?.len(), 2);

    // The screen that still shows the old line is told.
    let late = scenario.say("run-1", 0, &other.id, evening());
    assert_eq!(late.err(), Some(SaywellError::OutOfDate { kind: "talk" }));
    Ok(())
}

#[test]
fn ten_minutes_are_relaxed() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let relaxation = saywell.relaxation();
    let start = Start {
        id: "session-1".into(),
        script: "relaxation/slow-breath".into(),
        form: Form::Full,
        before: Tension::new(7).ok(),
    };
    let playing = relaxation.start_relaxation(start, evening())?;
    assert_eq!(playing.timeline.length_ms, 600_000);
    assert!(playing.timeline.cues.len() > 10);
    assert_eq!(relaxation.report_relaxation("session-1", 240_000)?.elapsed_ms, 240_000);
    let ended = relaxation.finish_relaxation("session-1", 600_000, Tension::new(3).ok())?;
    assert_eq!(ended.session.outcome, Outcome::Finished);
    assert_eq!((ended.session.before, ended.session.after), (Tension::new(7).ok(), Tension::new(3).ok()));
    assert_eq!(relaxation.relaxation_log(10)?, [ended.session]);
    Ok(())
}

#[test]
fn a_reminder_is_planned() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let reminder = saywell.reminder();
    let rule = ReminderRule {
        id: "reminder-1".into(),
        weekdays: Weekdays::EVERY,
        time: ClockTime::new(20, 30)?,
        on: true,
        wording: Wording::Own("Tea first".into()),
    };
    assert_eq!(reminder.save_reminder(&rule, evening())?.rules[0].rule, rule);
    let plan = reminder.plan_reminders(evening(), 3, 10)?;
    let at: Vec<String> = plan.entries.iter().map(|entry| entry.at.to_string()).collect();
    assert_eq!(at, ["2026-11-23 20:30:00", "2026-11-24 20:30:00", "2026-11-25 20:30:00"]);
    assert_eq!(plan.entries[0].text, "Tea first");
    Ok(())
}

#[test]
fn a_note_is_written() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let journal = saywell.journal();
    let note = journal.write_note("note-1", "  Demander à Ψ: 💬 dimanche?  ", evening())?;
    assert_eq!(note.text, "Demander à Ψ: 💬 dimanche?");
    assert_eq!((note.card.as_ref(), note.written), (None, evening()));
    assert_eq!(journal.notes(None, 10)?, [note]);
    let empty = journal.write_note("note-2", " ", evening());
    assert!(matches!(empty, Err(SaywellError::Invalid { field: "text", .. })), "{empty:?}");
    Ok(())
}

#[test]
fn a_wrong_id_is_told_by_its_kind() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let step = saywell.lesson().open_unit("lesson/none", evening());
    assert_eq!(step.err(), Some(SaywellError::NotFound { kind: "unit" }));
    assert_eq!(saywell.journal().delete_note("none").err(), Some(SaywellError::NotFound { kind: "note" }));
    Ok(())
}

#[test]
fn a_pack_of_a_stranger_is_refused() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let pack = phone.open()?.pack();
    let file = phone.0.path().join("a.calm");
    let file = file.to_str().unwrap();
    let refused = |why| Some(SaywellError::PackRefused { why });
    std::fs::write(file, "A letter.").unwrap();
    assert_eq!(pack.preview_pack_in(file).err(), refused(Refusal::NotAPack));
    std::fs::write(file, [b"SAYWPACK".as_slice(), &[0; 200]].concat()).unwrap();
    assert_eq!(pack.install_pack_from(file).err(), refused(Refusal::UnknownSigner));
    assert_eq!(pack.packs()?, []);
    assert_eq!(pack.remove_pack("pack/none"), Err(SaywellError::NotFound { kind: "pack" }));
    Ok(())
}

#[test]
fn a_date_and_nothing_cross() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    let fresh = saywell.progress().home(evening())?;
    assert_eq!((fresh.last_practised, fresh.relaxation, fresh.open_talk), (None, None, None));
    assert_eq!(fresh.today.to_string(), "2026-11-23");

    let relaxation = saywell.relaxation();
    let start =
        |id: &str| Start { id: id.into(), script: "relaxation/slow-breath".into(), form: Form::Full, before: None };
    relaxation.start_relaxation(start("session-1"), evening())?;
    assert_eq!(relaxation.finish_relaxation("session-1", 600_000, None)?.session.before, None);

    // At two in the morning it is still the day before.
    let night = Moment("2026-11-24T02:00:00+01:00".parse().unwrap());
    let home = saywell.progress().home(night)?;
    assert_eq!(home.last_practised, Some(home.today));
    assert_eq!(home.today.to_string(), "2026-11-23");
    let days = relaxation.practice_days(home.today, home.today)?;
    assert_eq!((days.len(), days[0].practised_ms, days[0].sessions), (1, 600_000, 1));
    Ok(())
}

#[test]
fn a_panic_is_an_error_and_the_app_goes_on() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let saywell = phone.open()?;
    saywell.journal().write_note("note-1", "Before.", evening())?;
    assert!(catch_unwind(AssertUnwindSafe(|| saywell.provoke_panic())).is_err());
    saywell.journal().write_note("note-2", "After.", evening())?;
    assert_eq!(saywell.journal().notes(None, 10)?.len(), 2);
    Ok(())
}

#[test]
fn all_of_it_is_there_after_reopening() -> Result<(), SaywellError> {
    let phone = Phone::new();
    let written = {
        let saywell = phone.open()?;
        read(&saywell, UNIT)?;
        saywell.journal().write_note("note-1", "Ask about Sunday.", evening())?
    };
    let saywell = phone.open()?;
    assert_eq!(saywell.progress().home(evening())?.units_done, 1);
    assert_eq!(saywell.journal().notes(None, 10)?, [written]);
    Ok(())
}
