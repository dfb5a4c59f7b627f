//! Rehearsing together, with one phone.

use super::ScenarioVerbs;
use crate::SaywellError;
use saywell_core::Moment;
use saywell_core::content::{Prose, Role};
use saywell_core::help::Facts;
use saywell_core::scenario::{BeginTogether, Heard, Onward, Stage, TogetherView};

#[uniffi::export]
impl ScenarioVerbs {
    /// Begins a talk of two people; one that was going on is over. Beginning the same id again returns what is there.
    ///
    /// # Errors
    /// As `begin_talk`.
    pub fn begin_together(&self, begin: &BeginTogether, now: Moment) -> Result<TogetherView, SaywellError> {
        self.0.begin_together(begin, now)
    }

    /// The talk of two people that is going on, if one is and its scenario is still there.
    pub fn current_together(&self, now: Moment) -> Result<Option<TogetherView>, SaywellError> {
        self.0.current_together(now)
    }

    /// Goes on from the stage `from`. Asking twice goes once.
    ///
    /// # Errors
    /// `NotFound` if there is no such talk, `OutOfDate` if it is elsewhere.
    pub fn next_stage(&self, id: &str, from: Stage, now: Moment) -> Result<TogetherView, SaywellError> {
        self.0.next_stage(id, from, now)
    }

    /// The private card that may be open in this stage: the shell shows it to one person and closes it again.
    ///
    /// # Errors
    /// `NotFound` if there is no such talk, `OutOfDate` if no card may be open now.
    pub fn open_card(&self, id: &str) -> Result<Role, SaywellError> {
        self.0.open_card(id)
    }

    /// Records that they have talked for `elapsed_ms` in this round. Time only grows.
    ///
    /// # Errors
    /// `NotFound` if there is no such talk.
    pub fn report_together(&self, id: &str, elapsed_ms: i64, now: Moment) -> Result<TogetherView, SaywellError> {
        self.0.report_together(id, elapsed_ms, now)
    }

    /// Stores what the person whose turn it is heard the other do, and goes on. None is fine. The same marks again are
    /// the same marks.
    ///
    /// # Errors
    /// `NotFound` if there is no such talk or technique, `OutOfDate` if `from` is not a stage of marks,
    /// or the talk is elsewhere.
    pub fn mark(
        &self,
        id: &str,
        from: Stage,
        techniques: &[String],
        now: Moment,
    ) -> Result<TogetherView, SaywellError> {
        self.0.mark(id, from, techniques, now)
    }

    /// Plays the same story with sides swapped, from the debrief of this round. Asking twice swaps once.
    ///
    /// # Errors
    /// `NotFound` if there is no such talk, `OutOfDate` if it is elsewhere.
    pub fn swap_sides(&self, id: &str, round: u16, now: Moment) -> Result<TogetherView, SaywellError> {
        self.0.swap_sides(id, round, now)
    }

    /// Ends the talk where it is. That is always fine.
    ///
    /// # Errors
    /// `NotFound` if there is no such talk.
    pub fn leave_together(&self, id: &str, now: Moment) -> Result<TogetherView, SaywellError> {
        self.0.leave_together(id, now)
    }
}

/// What two people chose before they begin.
#[uniffi::remote(Record)]
pub struct BeginTogether {
    /// A fresh id, made by the shell.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The option they picked, where the story can be more than one.
    pub setup: Option<String>,
    /// The answer to the gate, where there is one. It is not stored.
    pub gate: Option<String>,
}

/// What a screen shows of a talk between two people. It never holds a private card.
#[uniffi::remote(Record)]
pub struct TogetherView {
    /// The talk's id.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's own title.
    pub title: String,
    /// Where they are.
    pub stage: Stage,
    /// From 1; sides are swapped every round.
    pub round: u16,
    /// The name that the first person plays in this round.
    pub first: String,
    /// The name that the second person plays in this round.
    pub second: String,
    /// What both know.
    pub situation: Prose,
    /// Read before they begin.
    pub safety: Prose,
    /// Minutes of the gentle timer.
    pub minutes: u8,
    /// Milliseconds that they have talked in this round.
    pub elapsed_ms: i64,
    /// What can be marked, while marks are made.
    pub to_mark: Vec<Heard>,
    /// What the first person heard the second do, in the debrief.
    pub first_heard: Vec<Heard>,
    /// What the second person heard the first do, in the debrief.
    pub second_heard: Vec<Heard>,
    /// Read in the debrief.
    pub debrief: Prose,
    /// Where to go from the debrief.
    pub onward: Vec<Onward>,
    /// What the texts of this stage claim: the situation and the safety note, or what is read in the debrief.
    pub facts: Facts,
}

/// A technique that one person may hear the other use.
#[uniffi::remote(Record)]
pub struct Heard {
    /// The technique's id.
    pub technique: String,
    /// Its name.
    pub name: String,
}

/// Where two people are.
#[uniffi::remote(Enum)]
pub enum Stage {
    /// Both read the situation.
    Situation,
    /// The first person opens their card.
    FirstCard,
    /// The second person opens theirs.
    SecondCard,
    /// They talk.
    Talk,
    /// The first person marks what they heard the second do.
    FirstMarks,
    /// The second person marks what they heard the first do.
    SecondMarks,
    /// Both look back.
    Debrief,
    /// They are done.
    Over,
}
