//! A phone that keeps a plan, shows what is due, and whose owner, clock, battery and traveller do what they like.

use super::model::Model;
use super::step::{Step, Verb};
use chrono::{
    DateTime, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike, Utc,
};
use chrono_tz::{TZ_VARIANTS, Tz};
use saywell_core::content::Course;
use saywell_core::relaxation::{Form, Start};
use saywell_core::reminder::{DAYS_BETWEEN, PATIENCE, PlannedReminder, ReminderPlan, Wording};
use saywell_core::zone::instant;
use saywell_core::{Engine, Error, Moment, Unlock};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What the plan needs of it.
static COURSE: LazyLock<Course> = LazyLock::new(|| {
    let mut course = saywell_core::course().unwrap();
    (course.chapters, course.quizzes, course.scenarios) = (vec![], vec![], vec![]);
    (course.help, course.terms, course.claims, course.sources) = (vec![], vec![], vec![], vec![]);
    course
});
/// Dates in a plan.
const DAYS: u16 = 16;
const CAP: u16 = 60;

pub struct Phone {
    folder: tempfile::TempDir,
    engine: Engine,
    model: Model,
    utc: DateTime<Utc>,
    zone: Tz,
    /// Kept where it is readable before unlocking.
    pending: Vec<PlannedReminder>,
    /// Shown, and not told to the engine yet.
    untold: Vec<String>,
    /// The one that was shown last.
    on_screen: Option<String>,
    /// Every id that was ever shown.
    ever: BTreeSet<String>,
    practices: usize,
}

fn open(folder: &tempfile::TempDir) -> Engine {
    let unlock = Unlock { secret: &saywell_tests::secret(), pin: None, uptime_ms: 0 };
    Engine::open(folder.path(), &unlock, COURSE.clone()).unwrap()
}

impl Phone {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let engine = open(&folder);
        let utc: DateTime<Utc> = "2026-03-27T12:00:00Z".parse().unwrap();
        let settings = engine.reminders(Moment(utc.fixed_offset())).unwrap().settings;
        let text = COURSE.reminders[0].text.clone();
        let model = Model { rules: vec![], settings, shown: vec![], practised: vec![], text };
        let (pending, untold, ever) = (vec![], vec![], BTreeSet::new());
        Self {
            folder,
            engine,
            model,
            utc,
            zone: Tz::Europe__Berlin,
            pending,
            untold,
            on_screen: None,
            ever,
            practices: 0,
        }
    }

    fn now(&self) -> Moment {
        let offset = self.zone.offset_from_utc_datetime(&self.utc.naive_utc()).fix();
        Moment(self.utc.with_timezone(&offset))
    }

    fn local(&self) -> NaiveDateTime {
        self.now().0.naive_local()
    }

    fn offsets(&self) -> impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset> + use<> {
        let zone = self.zone;
        move |local| zone.offset_from_local_datetime(&local).map(|offset| offset.fix())
    }

    pub fn live(&mut self, step: &Step) {
        match step {
            Step::Wait(minutes) | Step::Jump(minutes) => self.utc += TimeDelta::minutes(*minutes),
            Step::Zone(zone) => self.zone = TZ_VARIANTS[zone % TZ_VARIANTS.len()],
            Step::Kill => self.killed(),
            Step::Do { verb, twice, killed } => {
                self.tell();
                self.does(verb);
                if *twice {
                    // The answer was lost, so the shell asks again.
                    self.does(verb);
                }
                if *killed {
                    self.killed();
                } else {
                    self.replan();
                }
            }
        }
        self.show_what_is_due();
        self.agree();
    }

    /// The battery is pulled: another engine finds what is on disk at this very moment.
    fn killed(&mut self) {
        let other = tempfile::tempdir().unwrap();
        for name in ["vault.hdr", "vault.hdr.2", "vault.db", "vault.db-wal"] {
            let file = self.folder.path().join(name);
            if file.exists() {
                std::fs::copy(file, other.path().join(name)).unwrap();
            }
        }
        self.engine = open(&other);
        self.folder = other;
    }

    fn show_what_is_due(&mut self) {
        let (offsets, now) = (self.offsets(), self.utc);
        let due: Vec<_> =
            self.pending.extract_if(.., |entry| instant(entry.at, &offsets).is_none_or(|at| at.0 <= now)).collect();
        for entry in due.into_iter().filter(|entry| instant(entry.at, &offsets).is_some()) {
            // The promise: each rule at most once a date, and once more where it was put off.
            assert!(self.ever.insert(entry.id.clone()), "{} was shown twice", entry.id);
            self.untold.push(entry.id.clone());
            self.on_screen = Some(entry.id);
        }
    }

    /// First of all the engine is told what was shown.
    fn tell(&mut self) {
        let now = self.now();
        self.engine.reminders_shown(&self.untold, now).unwrap();
        for id in self.untold.drain(..) {
            let mut parts = id.split('/');
            let (rule, day) = (parts.next().unwrap(), parts.next().unwrap().parse().unwrap());
            let seen = self.model.seen(rule, day);
            seen.again_shown |= parts.next().is_some() && seen.again.is_some();
        }
    }

    fn replan(&mut self) {
        let now = self.utc;
        let offsets = self.offsets();
        self.pending = self.plan().entries;
        self.pending.retain(|entry| instant(entry.at, &offsets).is_some_and(|at| at.0 > now));
    }

    fn plan(&self) -> ReminderPlan {
        self.engine.plan_reminders(self.now(), DAYS, CAP).unwrap()
    }

    fn does(&mut self, verb: &Verb) {
        let now = self.now();
        match verb {
            Verb::Open => {
                let before = self.engine.answer_reminders(now).unwrap();
                assert_eq!(usize::try_from(before.ignored).unwrap(), self.model.ignored());
                self.model.shown.iter_mut().for_each(|seen| seen.answered = true);
            }
            Verb::Save(rule) => {
                let saved = self.engine.save_reminder(rule, now);
                match self.model.rules.iter().position(|known| known.id == rule.id) {
                    Some(at) => self.model.rules[at] = rule.clone(),
                    None if self.model.rules.len() < 8 => self.model.rules.push(rule.clone()),
                    None => return assert!(matches!(saved, Err(Error::Invalid { field: "reminders", .. }))),
                }
                saved.unwrap();
            }
            Verb::Switch(id, on) => {
                let known = self.model.rules.iter_mut().find(|known| known.id == *id).map(|known| known.on = *on);
                assert_eq!(self.engine.switch_reminder(id, *on, now).is_ok(), known.is_some());
            }
            Verb::Delete(id) => {
                let before = self.model.rules.len();
                self.model.rules.retain(|rule| rule.id != *id);
                assert_eq!(self.engine.delete_reminder(id, now).is_ok(), self.model.rules.len() < before);
            }
            Verb::Set(settings) => {
                self.engine.set_reminders(*settings, now).unwrap();
                self.model.settings = *settings;
            }
            Verb::Snooze(minutes) => self.snooze(*minutes),
            Verb::Practise => {
                self.practices += 1;
                let id = format!("p{}", self.practices);
                let start =
                    Start { id: id.clone(), script: COURSE.relaxations[0].id.clone(), form: Form::Full, before: None };
                self.engine.start_relaxation(start, now).unwrap();
                let done = self.engine.finish_relaxation(&id, 600_000, None).unwrap();
                // Newest is what was done last, whatever the clock says; and no time is negative.
                assert!(self.engine.relaxation_log(1).unwrap()[0].id == id && done.session.elapsed_ms == 600_000);
                self.model.practised.push(now.day(4));
            }
        }
    }

    fn snooze(&mut self, minutes: u8) {
        let (Some(id), now) = (self.on_screen.clone(), self.local()) else { return };
        let mut parts = id.split('/');
        let (rule, day) = (parts.next().unwrap().to_owned(), parts.next().unwrap().parse::<NaiveDate>().unwrap());
        let to = now.with_second(0).unwrap() + TimeDelta::minutes(minutes.into());
        let answer = self.engine.snooze_reminder(&id, minutes, self.now());
        if parts.next().is_some() || day != now.date() {
            return assert_eq!(answer, Err(Error::OutOfDate { kind: "reminder" }));
        }
        if self.model.rules.iter().all(|known| known.id != rule) {
            return assert_eq!(answer, Err(Error::NotFound { kind: "reminder" }));
        }
        let quiet = self.model.quiet(to.time());
        let seen = self.model.seen(&rule, day);
        match seen.again {
            _ if seen.again_shown => return assert_eq!(answer, Err(Error::OutOfDate { kind: "reminder" })),
            None if quiet || to.date() != day => {
                return assert!(matches!(answer, Err(Error::Invalid { .. })), "{answer:?}");
            }
            None => seen.again = Some(to.time()),
            Some(_) => {}
        }
        let to = seen.again.unwrap();
        self.model.shown.iter_mut().for_each(|seen| seen.answered = true);
        assert_eq!(answer.unwrap().at, day.and_time(to));
    }

    /// The engine and the model say the same, and the plan keeps its promises.
    fn agree(&self) {
        let (plan, now) = (self.plan(), self.local());
        let expected = self.model.plan(now, DAYS.into(), self.now().day(4));
        let found: Vec<_> = plan.entries.iter().map(|entry| (entry.id.clone(), entry.at, entry.text.clone())).collect();
        assert_eq!(found, expected);
        assert_eq!(plan, self.plan(), "the same input, another plan");
        assert!(plan.entries.is_sorted_by_key(|entry| entry.at));
        assert!(plan.entries.len() <= CAP.into() && plan.entries.iter().all(|entry| entry.at > now));
        let ids: BTreeSet<_> = plan.entries.iter().map(|entry| &entry.id).collect();
        assert_eq!(ids.len(), plan.entries.len());
        let fresh: Vec<_> = plan.entries.iter().filter(|entry| !entry.id.ends_with("again")).collect();
        for pair in fresh.windows(2).skip(usize::try_from(PATIENCE).unwrap().saturating_sub(1)) {
            assert!((pair[1].at.date() - pair[0].at.date()).num_days() >= DAYS_BETWEEN);
        }
        let screen = self.engine.reminders(self.now()).unwrap();
        assert_eq!(screen.settings, self.model.settings);
        assert!(screen.rules.iter().map(|row| &row.rule).eq(&self.model.rules));
        for row in &screen.rules {
            assert_eq!(row.silent, self.model.quiet(row.rule.time.time()));
            assert!(matches!(&row.rule.wording, Wording::Own(own) if own.contains("HIV")) == row.tells.is_some());
        }
        assert_eq!(usize::try_from(screen.ignored).unwrap(), self.model.ignored());
    }
}
