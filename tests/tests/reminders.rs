//! Reminders on a phone whose clock, zone, battery and owner do what they like, against a model of lists.
//!
//! `SAYWELL_LONG=1` takes a million steps. What fails is kept in `regressions/reminders.txt` and tried first ever after.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "remind/model.rs"]
mod model;
#[path = "remind/phone.rs"]
mod phone;
#[path = "remind/step.rs"]
mod step;

use phone::Phone;
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, TestRunner};
use std::cell::RefCell;
use step::Step;

/// Steps in a life.
const LIFE: usize = 250;

#[derive(Debug, Default)]
struct Tally {
    steps: usize,
    kills: usize,
    jumps: usize,
    zones: usize,
    timeouts: usize,
}

impl Tally {
    fn add(&mut self, step: &Step) {
        self.steps += 1;
        match step {
            Step::Wait(_) => {}
            Step::Jump(_) => self.jumps += 1,
            Step::Zone(_) => self.zones += 1,
            Step::Kill => self.kills += 1,
            Step::Do { twice, killed, .. } => {
                self.timeouts += usize::from(*twice);
                self.kills += usize::from(*killed);
            }
        }
    }
}

#[test]
fn whatever_happens_the_plan_is_what_was_promised() {
    let lives = if std::env::var_os("SAYWELL_LONG").is_some() { 1_000_000 / LIFE } else { 4 };
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/regressions/reminders.txt");
    let config = ProptestConfig {
        cases: lives.try_into().unwrap(),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(kept))),
        ..ProptestConfig::default()
    };
    let tally = RefCell::new(Tally::default());
    let outcome = TestRunner::new(config).run(&prop::collection::vec(step::step(), LIFE), |steps| {
        let mut phone = Phone::new();
        for step in &steps {
            tally.borrow_mut().add(step);
            phone.live(step);
        }
        Ok(())
    });
    if let Err(fault) = outcome {
        panic!("{fault}");
    }
    let Tally { steps, kills, jumps, zones, timeouts } = tally.into_inner();
    println!(
        "\nfault: reminder-steps steps={steps} kills={kills} jumps={jumps} zones={zones} timeouts={timeouts} twice=0 \
         differ=0 ok"
    );
}
