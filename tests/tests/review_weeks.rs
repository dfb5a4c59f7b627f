//! What was missed comes back, in time and not for ever.

use saywell_core::review::ReviewAsk;
use saywell_core::{Error, Moment, Result};
use saywell_tests::{Phone, another_answer, at, question, right_answer};

const QUIZ: &str = "quiz/talk-it-through";

fn evening(day: u32) -> Moment {
    let start = at("2026-11-23T20:00");
    Moment(start.0 + chrono::TimeDelta::days(day.into()))
}

#[test]
fn a_missed_item_comes_back_tomorrow_and_then_less_and_less_often() -> Result<()> {
    let phone = Phone::new();
    let item = question(phone.engine().open_quiz(QUIZ, "attempt-1", 3, evening(0))?).item;
    let miss = another_answer(&phone.engine(), &item);
    phone.engine().answer_item("attempt-1", &item, &miss, evening(0))?;
    assert_eq!(phone.engine().review_step(evening(0))?.ask, None);

    let mut asked_on = Vec::new();
    for day in 1..400 {
        let step = phone.engine().review_step(evening(day))?;
        let Some(ask) = step.ask else { continue };
        assert!(matches!(&ask, ReviewAsk::Item { item: asked, .. } if *asked == item), "{ask:?}");
        let right = right_answer(&phone.engine(), &item);
        let ReviewAsk::Item { options, .. } = ask else { panic!("{ask:?}") };
        let said = phone.engine().answer_review(&item, &right, evening(day))?;
        assert!(said.right);
        let shown = said.options.iter().map(|option| &option.id);
        assert!(shown.eq(options.iter().map(|option| &option.id)), "the options change places");
        // Asked once a day: the same call says the same, and writes nothing.
        let before = std::fs::read(phone.vault()).unwrap();
        assert_eq!(phone.engine().answer_review(&item, &right, evening(day)), Ok(said));
        assert!(std::fs::read(phone.vault()).unwrap() == before, "a byte was changed");
        asked_on.push(day);
    }
    let gaps: Vec<u32> =
        asked_on.windows(2).map(|pair| pair.iter().rev().copied().reduce(|a, b| a - b).unwrap()).collect();
    assert_eq!(asked_on.first(), Some(&1));
    assert!(gaps.is_sorted(), "{gaps:?}");
    assert_eq!(gaps.last(), Some(&60), "{gaps:?}");
    Ok(())
}

/// A screen that tells the reasons on the day after repeats the answer as it was given: that is no new answer.
#[test]
fn an_answer_that_is_repeated_later_is_the_one_of_its_day() -> Result<()> {
    let phone = Phone::new();
    let item = question(phone.engine().open_quiz(QUIZ, "attempt-1", 3, evening(0))?).item;
    let miss = another_answer(&phone.engine(), &item);
    phone.engine().answer_item("attempt-1", &item, &miss, evening(0))?;
    let said = phone.engine().answer_review(&item, &miss, evening(1))?;
    assert_eq!(phone.engine().review_step(evening(2))?.due, 1);
    assert_eq!(phone.engine().answer_review(&item, &miss, evening(1)), Ok(said));
    assert_eq!(phone.engine().review_step(evening(2))?.due, 1);
    // What is neither due nor answered today has an old screen.
    let right = right_answer(&phone.engine(), &item);
    let gone_for_days = |day: &u32| {
        phone.engine().answer_review(&item, &right, evening(*day)).unwrap();
        phone.engine().review_step(evening(*day)).unwrap().next_day.unwrap() > evening(day + 1).0.date_naive()
    };
    let day = (2..20).find(gone_for_days).unwrap();
    assert_eq!(phone.engine().answer_review(&item, &right, evening(day + 1)), Err(Error::OutOfDate { kind: "review" }));
    Ok(())
}

#[test]
fn techniques_come_back_after_their_unit_was_read() -> Result<()> {
    let phone = Phone::new();
    let unit = phone.engine().course().unit("lesson/respect").unwrap().clone();
    let mut now = evening(0);
    let engine = phone.engine();
    engine.open_unit(&unit.id, now)?;
    for pair in unit.cards.windows(2) {
        engine.next_card(&unit.id, &pair.first().unwrap().id, now)?;
    }
    assert_eq!(phone.engine().review_step(now)?.due, 0);
    now = evening(3);
    let step = phone.engine().review_step(now)?;
    let Some(ReviewAsk::Technique { technique, .. }) = step.ask else { panic!("{step:?}") };
    assert_eq!(technique, "technique/respect");
    let after = phone.engine().rate_technique(&technique, false, now)?;
    assert_eq!((after.due, after.next_day), (0, Some(evening(4).0.date_naive())));
    let coverage = phone.engine().technique_coverage()?;
    assert_eq!(coverage.iter().find(|row| row.technique == technique).unwrap().answers, 2);
    Ok(())
}

#[test]
fn a_clock_that_was_set_back_does_no_harm() -> Result<()> {
    let phone = Phone::new();
    let item = question(phone.engine().open_quiz(QUIZ, "attempt-1", 3, evening(40))?).item;
    let miss = another_answer(&phone.engine(), &item);
    phone.engine().answer_item("attempt-1", &item, &miss, evening(40))?;
    // A month earlier nothing is due, and no answer counts.
    assert_eq!(phone.engine().review_step(evening(10))?.due, 0);
    assert!(!phone.engine().answer_review(&item, &miss, evening(10))?.right);
    assert_eq!(phone.engine().review_step(evening(41))?.due, 1);
    // A note that is written "before" the last one is still the newest.
    phone.engine().write_note("one", "First", evening(40))?;
    phone.engine().write_note("two", "Second", evening(10))?;
    let notes: Vec<String> = phone.engine().notes(None, 5)?.into_iter().map(|note| note.text).collect();
    assert_eq!(notes, ["Second", "First"]);
    Ok(())
}
