//! Journeys: whole sessions through the engine's public verbs, as a person on a phone lives through them.
//!
//! What lives here: the phone that journeys are played on. Time stands in the story, never on a clock.
#![expect(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test may fail loudly")]

use saywell_core::content::Course;
use saywell_core::lesson::{LessonCard, LessonStep};
use saywell_core::quiz::{Question, QuizStep};
use saywell_core::{Engine, Moment, Result, Secret, Unlock};
use std::path::{Path, PathBuf};

/// A phone that kills the app between any two taps: every call to [`Phone::engine`] opens the vault anew.
pub struct Phone(tempfile::TempDir);

impl Phone {
    /// A phone that was never used.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "a new phone is bought, not assumed")]
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The engine, opened anew.
    #[must_use]
    pub fn engine(&self) -> Engine {
        open(self.0.path())
    }

    /// The folder with its vault.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Where its database lies.
    #[must_use]
    pub fn vault(&self) -> PathBuf {
        self.0.path().join("vault.db")
    }

    /// Another phone with what was on disk at this very moment, as after a battery was pulled.
    #[must_use]
    pub fn after_the_battery_was_pulled(&self) -> Self {
        let other = Self::new();
        for name in ["vault.hdr", "vault.hdr.2", "vault.db", "vault.db-wal"] {
            if self.0.path().join(name).exists() {
                std::fs::copy(self.0.path().join(name), other.0.path().join(name)).unwrap();
            }
        }
        other
    }
}

/// The platform secret of every phone here.
#[must_use]
pub fn secret() -> Secret {
    Secret::new(&[7; 32])
}

/// Opens the vault in this folder, which has no PIN.
#[must_use]
pub fn open(folder: &Path) -> Engine {
    open_for(folder, saywell_core::course().unwrap()).unwrap()
}

/// Opens the vault in this folder, which has no PIN, to practise this course.
///
/// # Errors
/// As [`Engine::open`].
pub fn open_for(folder: &Path, course: Course) -> Result<Engine> {
    Engine::open(folder, &Unlock { secret: &secret(), pin: None, uptime_ms: 0 }, course)
}

/// A moment such as `2026-11-23T20:00`, one hour east of Greenwich.
#[must_use]
pub fn at(clock: &str) -> Moment {
    Moment(format!("{clock}:00+01:00").parse().unwrap())
}

/// The card that a step shows.
#[must_use]
pub fn card(step: LessonStep) -> LessonCard {
    match step {
        LessonStep::Card(card) => *card,
        other => panic!("no card: {other:?}"),
    }
}

/// The question that a step asks.
#[must_use]
pub fn question(step: QuizStep) -> Question {
    match step {
        QuizStep::Question(question) => question,
        QuizStep::Finished(result) => panic!("finished: {result:?}"),
    }
}

/// The right answer to an item of the course.
#[must_use]
pub fn right_answer(engine: &Engine, item: &str) -> Vec<String> {
    let course = engine.course();
    let item = course.item(item).unwrap();
    item.options.iter().filter(|option| option.right).map(|option| option.id.clone()).collect()
}

/// One option that does not belong to the right answer.
#[must_use]
pub fn another_answer(engine: &Engine, item: &str) -> Vec<String> {
    let course = engine.course();
    let item = course.item(item).unwrap();
    vec![item.options.iter().find(|option| !option.right).unwrap().id.clone()]
}

/// A figure of this process's memory as Linux counts it, in KiB: `VmRSS` now, `VmHWM` the most.
#[must_use]
pub fn memory(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':')).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}
