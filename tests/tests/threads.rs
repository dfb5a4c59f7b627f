//! Eight threads at one door, each with verbs picked at random, and every now and then one that falls: nobody waits for ever,
//! and what was acknowledged is there.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "../faults/dice.rs"]
mod dice;

use dice::Dice;
use saywell::{Saywell, Unlock};
use saywell_core::content::Side;
use saywell_core::journal::PlanFields;
use saywell_core::reminder::{ClockTime, ReminderRule, Weekdays, Wording};
use saywell_core::scenario::Begin;
use saywell_tests::at;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

const THREADS: u64 = 8;
/// Far longer than all of the work: whoever is not done by then waits for ever.
const FOR_EVER: Duration = Duration::from_mins(15);

/// What a thread was told is kept: of each thing its last words.
type Kept = BTreeMap<String, String>;

/// What one thread has done.
struct Done {
    kept: Kept,
    verbs: u64,
    fallen: u64,
}

fn open(folder: &tempfile::TempDir) -> Arc<Saywell> {
    let unlock = Unlock { secret: vec![5; 32], pin: None, uptime_ms: 60_000 };
    Arc::new(Saywell::open(folder.path().to_str().unwrap(), unlock, vec![]).unwrap())
}

/// Everything a thread makes has its own name in its id, so that the threads meet in the vault but not in a row.
fn work(saywell: &Saywell, own: u64, turns: u64) -> Done {
    let now = at("2026-11-23T20:00");
    let mut done = Done { kept: Kept::new(), verbs: 0, fallen: 0 };
    for turn in 0..turns {
        let mut dice = Dice::of(own, turn);
        let ids: Vec<String> = done.kept.keys().cloned().collect();
        let known = dice.pick(&ids).cloned();
        done.verbs += 1;
        match (dice.below(12), known) {
            (0 | 1, _) => note(saywell, &mut done.kept, &format!("{own}-note-{turn}"), turn),
            (2, _) => plan(saywell, &mut done.kept, &format!("{own}-plan-{turn}"), turn),
            (3, _) => reminder(saywell, &mut done.kept, &format!("{own}-rule"), turn),
            (4, _) => talk(saywell, &mut done.kept, &format!("{own}-talk-{turn}"), &mut dice),
            (5, Some(id)) if id.contains("note") => note(saywell, &mut done.kept, &id, turn),
            (6, Some(id)) if id.contains("note") => {
                saywell.journal().delete_note(&id).unwrap();
                done.kept.remove(&id);
            }
            (6, Some(id)) if id.contains("plan") => {
                saywell.journal().delete_plan(&id).unwrap();
                done.kept.remove(&id);
            }
            (7, _) => drop(saywell.lesson().open_unit("lesson/talk-early", now).unwrap()),
            (8, _) => {
                let fresh = format!("{own}-quiz-{turn}");
                saywell.quiz().begin_quiz_anew("quiz/talk-it-through", &fresh, turn, now).unwrap();
            }
            (9, _) => drop(saywell.progress().home(now).unwrap()),
            (10, _) => drop(saywell.vault().daily_check(now).unwrap()),
            _ => {
                assert!(catch_unwind(AssertUnwindSafe(|| saywell.provoke_panic())).is_err());
                done.fallen += 1;
            }
        }
    }
    done
}

fn note(saywell: &Saywell, kept: &mut Kept, id: &str, turn: u64) {
    let words = format!("A note of turn {turn}.");
    saywell.journal().write_note(id, &words, at("2026-11-23T20:00")).unwrap();
    kept.insert(id.into(), words);
}

fn plan(saywell: &Saywell, kept: &mut Kept, id: &str, turn: u64) {
    let fields = PlanFields { time: format!("Sunday {turn}"), ..PlanFields::default() };
    saywell.journal().write_plan(id, &fields, at("2026-11-23T20:00")).unwrap();
    kept.insert(id.into(), fields.time);
}

fn reminder(saywell: &Saywell, kept: &mut Kept, id: &str, turn: u64) {
    let words = format!("Water plant {turn}");
    let rule = ReminderRule {
        id: id.into(),
        weekdays: Weekdays::EVERY,
        time: ClockTime::new(8, 30).unwrap(),
        on: true,
        wording: Wording::Own(words.clone()),
    };
    saywell.reminder().save_reminder(&rule, at("2026-11-23T20:00")).unwrap();
    kept.insert(id.into(), words);
}

/// A talk of a few lines; kept is how many were said.
fn talk(saywell: &Saywell, kept: &mut Kept, id: &str, dice: &mut Dice) {
    let now = at("2026-11-23T20:00");
    let course = saywell_core::course().unwrap();
    let scenario = dice.pick(&course.scenarios).unwrap();
    let gate = scenario.gate.as_ref().and_then(|gate| gate.doors.iter().find(|door| door.to.is_none()));
    let setup = scenario.setup.as_ref().and_then(|setup| dice.pick(&setup.options));
    let side = if dice.heads() { Side::A } else { Side::B };
    let (gate, setup) = (gate.map(|door| door.id.clone()), setup.map(|option| option.id.clone()));
    let begin = Begin { id: id.into(), scenario: scenario.id.clone(), side, setup, gate };
    let mut view = saywell.scenario().begin_talk(&begin, 7, now).unwrap();
    for _ in 0..dice.below(3) {
        let Some(line) = dice.pick(&view.choices) else { break };
        view = saywell.scenario().say(id, u16::try_from(view.said.len()).unwrap(), &line.id, now).unwrap();
    }
    kept.insert(id.into(), view.said.len().to_string());
}

/// What is there, in the same words; of the talks those that `known` has, for a list of them has no end.
fn found(saywell: &Saywell, known: &Kept) -> Kept {
    let now = at("2026-11-23T20:00");
    let notes = saywell.journal().notes(None, u32::MAX).unwrap().into_iter().map(|note| (note.id, note.text));
    let plans = saywell.journal().plans(u32::MAX).unwrap().into_iter().map(|plan| (plan.id, plan.fields.time));
    let rules = saywell.reminder().reminders(now).unwrap().rules.into_iter().map(|row| (row.rule.id, row.text));
    let talks = known.keys().filter(|id| id.contains("talk"));
    let talks = talks.map(|id| (id.clone(), saywell.scenario().talk(id, now).unwrap().said.len().to_string()));
    notes.chain(plans).chain(rules).chain(talks).collect()
}

#[test]
fn threads_lose_no_row_and_wait_for_nobody_that_fell() {
    let turns = if std::env::var_os("SAYWELL_LONG").is_some() { 4_000 } else { 120 };
    let printed = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if panic.payload_as_str() != Some("provoked") {
            printed(panic);
        }
    }));
    let folder = tempfile::tempdir().unwrap();
    let saywell = open(&folder);
    let (tell, told) = mpsc::channel();
    for own in 0..THREADS {
        let (saywell, tell) = (saywell.clone(), tell.clone());
        thread::spawn(move || tell.send(work(&saywell, own, turns)).unwrap());
    }
    drop(tell);
    // Also fails at once if a thread has failed, and so will never tell.
    let done: Vec<Done> = (0..THREADS).map(|_| told.recv_timeout(FOR_EVER).unwrap()).collect();
    drop(saywell);

    let (verbs, fallen) = done.iter().fold((0, 0), |(verbs, fallen), done| (verbs + done.verbs, fallen + done.fallen));
    let known: Kept = done.into_iter().flat_map(|done| done.kept).collect();
    let saywell = open(&folder);
    let found = found(&saywell, &known);
    assert!(found == known, "{} of {} are there", found.len(), known.len());
    assert_eq!(saywell.vault().check_data().unwrap().mended.len(), 0);
    assert!(fallen > THREADS, "only {fallen} fell");
    println!(
        "fault: threads threads={THREADS} verbs={verbs} fallen={fallen} rows={} lost=0 deadlocks=0 ok",
        known.len()
    );
}
