//! The real talks: alone from either side, and two people with one phone, with the app killed between any two taps.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell_core::content::{EndingKind, Scenario, Side};
use saywell_core::scenario::{Begin, BeginTogether, Stage, TalkView};
use saywell_core::{Error, Result};
use saywell_tests::{Phone, at};
use std::collections::BTreeSet;

const TALK: &str = "scenario/both-living-with-hiv";

/// A gate answered so that it leads on, and every way that the story can be.
fn starts(scenario: &Scenario, side: Side) -> Vec<Begin> {
    let gate = scenario.gate.as_ref().map(|gate| gate.doors.iter().find(|door| door.to.is_none()).unwrap().id.clone());
    let setups = match &scenario.setup {
        None => vec![None],
        Some(setup) => setup.options.iter().map(|option| Some(option.id.clone())).collect(),
    };
    let begin = |setup| Begin { id: "run".into(), scenario: scenario.id.clone(), side, setup, gate: gate.clone() };
    setups.into_iter().map(begin).collect()
}

/// Plays to an ending, taking the choice that `pick` names each time.
fn play(phone: &Phone, mut view: TalkView, mut pick: impl FnMut(usize) -> usize) -> TalkView {
    let now = at("2026-11-23T20:00");
    while view.ending.is_none() {
        let choice = view.choices.get(pick(view.choices.len()) % view.choices.len()).unwrap().id.clone();
        let after = u16::try_from(view.said.len()).unwrap();
        view = phone.engine().say(&view.run, after, &choice, now).unwrap();
        assert_eq!(phone.engine().talk(&view.run, now).unwrap(), view);
    }
    view
}

#[test]
fn every_talk_can_be_played_from_either_side_to_several_endings() {
    let course = saywell_core::course().unwrap();
    assert_eq!(course.scenarios.len(), 6);
    let now = at("2026-11-23T20:00");
    for scenario in &course.scenarios {
        let mut endings = BTreeSet::new();
        for side in [Side::A, Side::B] {
            for start in starts(scenario, side) {
                for turn in 0..4_usize {
                    let phone = Phone::new();
                    let seed = u64::try_from(turn).unwrap();
                    let view = phone.engine().begin_talk(&start, seed, now).unwrap();
                    let mut step = turn;
                    let ended = play(&phone, view, |_| {
                        step = step * 5 + 3;
                        step / 7
                    });
                    let debrief = phone.engine().debrief("run", now).unwrap();
                    let pushed = debrief.hard_lines.iter().any(|line| line.pressure);
                    assert_eq!(debrief.praise, !pushed && debrief.ending.help.is_none(), "{}", scenario.id);
                    assert!(!(pushed && debrief.ending.kind == EndingKind::Agreed), "{}", scenario.id);
                    endings.insert(ended.ending.unwrap().name);
                }
            }
        }
        assert!(endings.len() >= 3, "{}: {endings:?}", scenario.id);
    }
}

#[test]
fn leaving_is_one_tap_away_on_every_turn() {
    let course = saywell_core::course().unwrap();
    let now = at("2026-11-23T20:00");
    for scenario in &course.scenarios {
        let phone = Phone::new();
        let start = starts(scenario, Side::A).remove(0);
        let mut view = phone.engine().begin_talk(&start, 3, now).unwrap();
        while let Some(way_out) = view.way_out.clone() {
            let after = u16::try_from(view.said.len()).unwrap();
            let left = phone.engine().say("run", after, &way_out.id, now).unwrap();
            assert_eq!(left.ending.unwrap().kind, EndingKind::LeftSafely, "{}", scenario.id);
            view = phone.engine().rewind("run", after, now).unwrap();
            let choice = view.choices.first().unwrap().id.clone();
            view = phone.engine().say("run", after, &choice, now).unwrap();
        }
    }
}

#[test]
fn another_way_is_tried_and_nothing_is_lost() -> Result<()> {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    let course = saywell_core::course()?;
    let start = starts(course.scenario(TALK).unwrap(), Side::A).remove(0);
    let first = phone.engine().begin_talk(&start, 3, now)?;
    let ended = play(&phone, first.clone(), |_| 0);
    let suggestion = phone.engine().debrief("run", now)?.suggestion;

    let back = phone.engine().rewind("run", 0, now)?;
    assert_eq!((back.said, back.ending), (first.said, None));
    assert!(back.choices.first().unwrap().heard && !back.choices.last().unwrap().heard);
    let last = back.choices.len() - 1;
    play(&phone, phone.engine().talk("run", now)?, |choices| choices.saturating_sub(1).min(last));

    let ways = phone.engine().tries("run")?;
    assert!(ways.len() >= 2);
    assert_eq!(ways.first().unwrap().said, ended.said);
    let compared = phone.engine().compare_tries("run", &[])?.unwrap();
    assert_eq!((compared.together, compared.one), (0, ways.first().unwrap().clone()));
    let again = phone.engine().go_to_try("run", ways.first().unwrap().tip, now)?;
    assert_eq!(again.said, ended.said);

    // The suggestion comes back as a drill.
    let due = phone.engine().review_step(at("2026-11-24T20:00"))?.due;
    assert_eq!(due > 0, suggestion.is_some());
    Ok(())
}

#[test]
fn a_gate_and_a_setup_are_not_skipped() {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    let begin = |scenario: &str, gate: Option<&str>, setup: Option<&str>| Begin {
        id: "run".into(),
        scenario: scenario.into(),
        side: Side::A,
        setup: setup.map(Into::into),
        gate: gate.map(Into::into),
    };
    let telling = "scenario/telling-someone";
    for gate in [None, Some("scenario/telling-someone/gate/yes"), Some("scenario/telling-someone/gate/not-sure")] {
        let refused = phone.engine().begin_talk(&begin(telling, gate, None), 1, now);
        assert!(matches!(refused, Err(Error::Invalid { field: "gate", .. })), "{gate:?}");
    }
    let together = "scenario/long-time-couple";
    for setup in [None, Some("scenario/long-time-couple/nobody")] {
        let refused = phone.engine().begin_talk(&begin(together, None, setup), 1, now);
        assert!(matches!(refused, Err(Error::Invalid { field: "setup", .. })), "{setup:?}");
    }
    assert_eq!(
        phone.engine().begin_talk(&begin("scenario/none", None, None), 1, now).err().unwrap(),
        Error::NotFound { kind: "scenario" }
    );
}

#[test]
fn two_people_with_one_phone_keep_their_cards_apart() -> Result<()> {
    let phone = Phone::new();
    let now = at("2026-11-23T20:00");
    let begin = BeginTogether { id: "pair".into(), scenario: TALK.into(), setup: None, gate: None };
    let mut view = phone.engine().begin_together(&begin, now)?;
    assert!(phone.engine().open_card("pair").is_err());
    let mut cards = Vec::new();
    while view.stage != Stage::Debrief {
        let from = view.stage;
        match from {
            Stage::FirstCard | Stage::SecondCard => cards.push(phone.engine().open_card("pair")?.name),
            Stage::Talk => {
                assert_eq!(phone.engine().report_together("pair", 90_000, now)?.elapsed_ms, 90_000);
                assert!(phone.engine().open_card("pair").is_err());
            }
            _ => {}
        }
        let marks = ["technique/trust".to_owned(), "technique/respect".to_owned()];
        view = match from {
            Stage::FirstMarks => phone.engine().mark("pair", from, &marks, now)?,
            Stage::SecondMarks => phone.engine().mark("pair", from, &[], now)?,
            _ => phone.engine().next_stage("pair", from, now)?,
        };
        assert_eq!(phone.engine().current_together(now)?.as_ref(), Some(&view));
    }
    assert_eq!(cards, ["Ari", "Jo"]);
    assert_eq!((view.first_heard.len(), view.second_heard.len()), (2, 0));
    let swapped = phone.engine().swap_sides("pair", 1, now)?;
    assert_eq!((swapped.stage, swapped.first.as_str()), (Stage::FirstCard, "Jo"));
    assert_eq!(phone.engine().leave_together("pair", now)?.stage, Stage::Over);
    assert_eq!(phone.engine().current_together(now)?, None);
    Ok(())
}
