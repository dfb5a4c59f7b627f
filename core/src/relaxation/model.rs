//! Sessions against a simple model of them: kills, clock jumps, late and repeated reports, deletions, in any order.
//!
//! The model is a list in memory, written from what the verbs promise. `SAYWELL_LONG=1` takes a million steps. What fails is
//! kept in `core/proptest-regressions/`.

mod step;

use super::{Form, Outcome, Session, Start, Tension};
use crate::{Engine, Error, Moment};
use chrono::{FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;
use saywell_content::Course;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use step::{Step, step};

const MINUTE: i64 = 60_000;

/// A session as its person would remember it.
#[derive(Debug, Clone)]
struct Known {
    id: u8,
    form: Form,
    elapsed: i64,
    outcome: Outcome,
    before: Option<u8>,
    after: Option<u8>,
    day: NaiveDate,
    /// Milliseconds, UTC.
    paused: Option<i64>,
    zero: i64,
}

impl Known {
    fn planned(&self) -> i64 {
        i64::from(self.form.minutes()) * MINUTE
    }

    fn reach(&mut self, elapsed: i64) {
        if elapsed > self.elapsed {
            self.elapsed = elapsed.min(self.planned());
        }
    }

    fn end(&mut self, outcome: Outcome) {
        self.outcome = outcome;
        self.paused = None;
    }

    fn still_makes_sense(&self, now: i64) -> bool {
        let (since, until) = match self.paused {
            Some(paused) => (paused, paused + 10 * MINUTE),
            None => (self.zero, self.zero + self.planned() + 10 * MINUTE),
        };
        since - 10 * MINUTE <= now && now <= until
    }
}

struct World {
    engine: Option<Engine>,
    known: Vec<Known>,
    now: Moment,
    day_start: u8,
}

impl World {
    fn engine(&self) -> &Engine {
        self.engine.as_ref().unwrap()
    }

    fn running(&mut self) -> Option<&mut Known> {
        self.known.iter_mut().find(|known| known.outcome == Outcome::Running)
    }

    /// Both sides take a change of one session; they must agree on whether there is one.
    fn change(&mut self, id: u8, answer: Result<Session, Error>, rule: impl FnOnce(&mut Known)) {
        let Some(known) = self.known.iter_mut().find(|known| known.id == id) else {
            assert_eq!(answer, Err(Error::NotFound { kind: "session" }));
            return;
        };
        if known.outcome == Outcome::Running {
            rule(known);
        }
        same(&answer.unwrap(), known);
    }

    fn door(&self, id: u8) -> bool {
        let upto = self.known.iter().position(|known| known.id == id).unwrap();
        let rated = self.known[..=upto].iter().flat_map(|known| [known.before, known.after]).flatten();
        let own = self.known[upto].before.or(self.known[upto].after).is_some();
        own && rated.rev().take(2).filter(|rating| *rating >= 9).count() == 2
    }

    fn take(&mut self, step: Step, vault: &Path) {
        let now = self.now;
        match step {
            Step::Start { id, form, before } => self.start(id, form, before),
            Step::Report { id, elapsed } => {
                let answer = self.engine().report_relaxation(&name(id), elapsed);
                self.change(id, answer, |known| known.reach(elapsed));
            }
            Step::Pause { id, elapsed } => {
                let answer = self.engine().pause_relaxation(&name(id), elapsed, now);
                self.change(id, answer, |known| {
                    known.reach(elapsed);
                    known.paused.get_or_insert(now.utc_ms());
                });
            }
            Step::Resume { id } => {
                let answer = self.engine().resume_relaxation(&name(id), now);
                self.change(id, answer, |known| {
                    known.paused = None;
                    known.zero = now.utc_ms() - known.elapsed;
                });
            }
            Step::Finish { id, elapsed, after } => {
                let answer = self.engine().finish_relaxation(&name(id), elapsed, after.map(tension));
                let opened = answer.as_ref().ok().map(|ended| ended.door.is_some());
                self.change(id, answer.map(|ended| ended.session), |known| {
                    known.reach(elapsed);
                    known.after = after;
                    known.end(Outcome::Finished);
                });
                assert_eq!(opened, opened.map(|_| self.door(id)));
            }
            Step::Leave { id, elapsed } => {
                let answer = self.engine().leave_relaxation(&name(id), elapsed);
                self.change(id, answer, |known| {
                    known.reach(elapsed);
                    known.end(Outcome::Left);
                });
            }
            Step::Current => self.current(),
            Step::Kill => {
                self.engine = None;
                self.engine = Some(open(vault));
            }
            Step::Clock { minutes } => self.now = Moment(now.0 + TimeDelta::minutes(minutes)),
            Step::Zone { hours } => {
                self.now = Moment(now.0.with_timezone(&FixedOffset::east_opt(hours * 3_600).unwrap()));
            }
            Step::DayStart { hour } => {
                self.engine().set_day_starts_at(hour).unwrap();
                self.day_start = hour;
            }
            Step::Delete { id } => {
                let there = self.known.iter().any(|known| known.id == id);
                assert_eq!(self.engine().delete_relaxation(&name(id)).is_ok(), there);
                self.known.retain(|known| known.id != id);
            }
            Step::DeleteDay => {
                let today = now.day(self.day_start);
                let of_today = self.known.iter().filter(|known| known.day == today).count();
                let deleted = self.engine().delete_relaxation_day(today).unwrap();
                assert_eq!(usize::try_from(deleted).unwrap(), of_today);
                self.known.retain(|known| known.day != today);
            }
        }
    }

    fn start(&mut self, id: u8, form: Form, before: Option<u8>) {
        let script = "relaxation/slow-breath".into();
        let start = Start { id: name(id), script, form, before: before.map(tension) };
        let playing = self.engine().start_relaxation(start, self.now).unwrap();
        if !self.known.iter().any(|known| known.id == id) {
            if let Some(other) = self.running() {
                other.end(Outcome::Interrupted);
            }
            let (day, zero) = (self.now.day(self.day_start), self.now.utc_ms());
            let outcome = Outcome::Running;
            self.known.push(Known { id, form, elapsed: 0, outcome, before, after: None, day, paused: None, zero });
        }
        let known = self.known.iter().find(|known| known.id == id).unwrap();
        same(&playing.session, known);
        assert_eq!(playing.timeline.length_ms, known.planned());
        assert_eq!(playing.door.is_some(), self.door(id));
    }

    fn current(&mut self) {
        let now = self.now.utc_ms();
        let offered = self.engine().current_relaxation(self.now).unwrap();
        match self.running() {
            Some(known) if known.still_makes_sense(now) => same(&offered.unwrap().session, known),
            other => {
                if let Some(known) = other {
                    known.end(Outcome::Interrupted);
                }
                assert_eq!(offered, None);
            }
        }
    }

    /// What is stored, and what it adds up to.
    fn check(&self) {
        let log = self.engine().relaxation_log(100).unwrap();
        let over = self.known.iter().rev().filter(|known| known.outcome != Outcome::Running);
        assert_eq!(log.len(), over.clone().count());
        for (session, known) in log.iter().zip(over) {
            same(session, known);
        }
        let mut days: BTreeMap<NaiveDate, (i64, u32)> = BTreeMap::new();
        for known in self.known.iter().filter(|known| known.outcome != Outcome::Running && known.form != Form::Short) {
            let day = days.entry(known.day).or_default();
            *day = (day.0 + known.elapsed, day.1 + 1);
        }
        let (first, last) =
            (NaiveDate::from_ymd_opt(2000, 1, 1).unwrap(), NaiveDate::from_ymd_opt(2060, 1, 1).unwrap());
        let practice = self.engine().practice_days(first, last).unwrap();
        assert_eq!(
            practice.iter().map(|day| (day.day, (day.practised_ms, day.sessions))).collect::<BTreeMap<_, _>>(),
            days
        );
        let hours = self.engine().practice_hours(first, last).unwrap();
        assert_eq!(
            hours.iter().map(|hour| hour.sessions).sum::<u32>(),
            days.values().map(|(_, sessions)| sessions).sum::<u32>()
        );
    }
}

fn same(session: &Session, known: &Known) {
    assert_eq!(session.id, name(known.id));
    assert_eq!((session.form, session.planned_ms, session.elapsed_ms), (known.form, known.planned(), known.elapsed));
    assert_eq!((session.outcome, session.day), (known.outcome, known.day));
    assert_eq!(session.before, known.before.map(tension));
    assert_eq!(session.after, known.after.map(tension));
    assert_eq!(session.paused.map(Moment::utc_ms), known.paused);
}

fn name(id: u8) -> String {
    format!("session-{id}")
}

fn tension(value: u8) -> Tension {
    Tension::new(value).unwrap()
}

fn open(vault: &Path) -> Engine {
    static COURSE: OnceLock<Course> = OnceLock::new();
    let course = COURSE.get_or_init(|| {
        let whole = crate::course().unwrap();
        // What sessions need, so that a kill costs little.
        Course { chapters: vec![], quizzes: vec![], scenarios: vec![], ..whole }
    });
    crate::vault::opened(vault, course.clone())
}

/// Steps in one life.
const LIFE: usize = 100;

fn lives() -> u32 {
    if std::env::var_os("SAYWELL_LONG").is_some() { 10_000 } else { 24 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: lives(), max_shrink_iters: 5_000, ..ProptestConfig::default() })]

    fn sessions_are_what_their_model_says(steps in prop::collection::vec(step(), LIFE)) {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path();
        let now = Moment("2026-11-23T20:00:00+01:00".parse().unwrap());
        let mut world = World { engine: Some(open(vault)), known: Vec::new(), now, day_start: 4 };
        for (number, step) in steps.into_iter().enumerate() {
            world.take(step, vault);
            if number % 10 == 9 {
                world.check();
            }
        }
    }
}

#[test]
fn whatever_happens_the_log_is_what_was_promised() {
    sessions_are_what_their_model_says();
    println!("\nfault: relaxation-steps steps={} differ=0 ok", lives() as usize * LIFE);
}
