//! Eight threads at one door, and one call in sixteen falls: nothing is lost, and nobody waits for ever.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell::{Saywell, Unlock};
use saywell_core::reminder::{ClockTime, ReminderRule, Weekdays, Wording};
use saywell_tests::at;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const THREADS: u16 = 8;
/// Longer than the work could ever take: a deadlock.
const FOR_EVER: Duration = Duration::from_secs(600);

fn open(folder: &tempfile::TempDir) -> Arc<Saywell> {
    let unlock = Unlock { secret: vec![5; 32], pin: None, uptime_ms: 60_000 };
    Arc::new(Saywell::open(folder.path().to_str().unwrap(), unlock).unwrap())
}

/// What one thread was told is kept: its notes, but for every third, which it deleted. How often it fell.
fn work(saywell: &Saywell, own: u16, turns: u16) -> (BTreeSet<String>, u32) {
    let now = at("2026-11-23T20:00");
    let (mut kept, mut fallen) = (BTreeSet::new(), 0);
    for turn in 0..turns {
        let id = format!("{own}-{turn}");
        saywell.journal().write_note(&id, "A note.", now).unwrap();
        if turn % 3 == 0 {
            saywell.journal().delete_note(&id).unwrap();
        } else {
            kept.insert(id);
        }
        if turn % 16 == 0 {
            fallen += u32::from(catch_unwind(AssertUnwindSafe(|| saywell.provoke_panic())).is_err());
        }
        let rule = ReminderRule {
            id: format!("rule-{own}"),
            weekdays: Weekdays::EVERY,
            time: ClockTime::new(8, 30).unwrap(),
            on: turn % 2 == 0,
            wording: Wording::Own("Water the plants".into()),
        };
        saywell.reminder().save_reminder(&rule, now).unwrap();
        saywell.progress().home(now).unwrap();
        saywell.lesson().open_unit("lesson/talk-early", now).unwrap();
    }
    (kept, fallen)
}

#[test]
fn eight_threads_and_a_fall_now_and_then_lose_no_row() {
    let turns = if std::env::var_os("SAYWELL_LONG").is_some() { 1_600 } else { 64 };
    let folder = tempfile::tempdir().unwrap();
    let saywell = open(&folder);
    let (tell, told) = mpsc::channel();
    for own in 0..THREADS {
        let (saywell, tell) = (saywell.clone(), tell.clone());
        thread::spawn(move || tell.send(work(&saywell, own, turns)).unwrap());
    }
    drop(tell);
    let done: Vec<_> = (0..THREADS).map(|_| told.recv_timeout(FOR_EVER).unwrap()).collect();
    drop(saywell);

    let known: BTreeSet<String> = done.iter().flat_map(|(kept, _)| kept.clone()).collect();
    let found = open(&folder).journal().notes(None, u32::MAX).unwrap();
    let found: BTreeSet<String> = found.into_iter().map(|note| note.id).collect();
    assert_eq!(found, known);
    let rules = open(&folder).reminder().reminders(at("2026-11-23T20:00")).unwrap().rules;
    assert_eq!(rules.len(), usize::from(THREADS));
    let fallen: u32 = done.iter().map(|(_, fallen)| fallen).sum();
    assert_eq!(fallen, u32::from(THREADS * turns.div_ceil(16)));
    println!("fault: threads threads={THREADS} notes={} fallen={fallen} lost=0 deadlocks=0 ok", known.len());
}
