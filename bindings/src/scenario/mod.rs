//! Rehearse: the list, and what is read before the first line.

mod alone;
mod together;

use crate::SaywellError;
use saywell_core::content::{Door, EndingKind, Line, Prose, Role, ScenarioGate, Setup, SetupOption, Side};
use saywell_core::help::Facts;
use saywell_core::scenario::{Onward, OpenTalk, ScenarioIntro, ScenarioRow};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Rehearse: hard conversations, alone from either side or by two people with one phone.
#[derive(uniffi::Object)]
pub struct ScenarioVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl ScenarioVerbs {
    /// All scenarios, in the course's order, with what was tried.
    pub fn scenarios(&self) -> Result<Vec<ScenarioRow>, SaywellError> {
        self.0.scenarios()
    }

    /// The run that was played last, ended or not: of this scenario, or of any that is still there.
    pub fn last_run(&self, scenario: Option<String>) -> Result<Option<String>, SaywellError> {
        self.0.last_run(scenario.as_deref())
    }

    /// What to read before a scenario.
    ///
    /// # Errors
    /// `NotFound` if there is no such scenario.
    pub fn scenario(&self, id: &str, now: Moment) -> Result<ScenarioIntro, SaywellError> {
        self.0.scenario(id, now)
    }

    /// Where an answer to a scenario's gate leads: on, or to the help card with this id. Nothing is stored.
    ///
    /// # Errors
    /// `NotFound` if there is no such scenario, gate or option.
    pub fn answer_scenario_gate(&self, scenario: &str, option: &str) -> Result<Option<String>, SaywellError> {
        self.0.answer_scenario_gate(scenario, option)
    }
}

/// A scenario in a list.
#[uniffi::remote(Record)]
pub struct ScenarioRow {
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// Endings that were reached at least once.
    pub endings_seen: u16,
    /// All its endings.
    pub endings: u16,
    /// A run to go on with: the one played last, if it has not ended.
    pub open_run: Option<String>,
}

/// What is read before the first line.
#[uniffi::remote(Record)]
pub struct ScenarioIntro {
    /// Its id.
    pub id: String,
    /// Its own title.
    pub title: String,
    /// The safety question it opens with, if it does.
    pub gate: Option<ScenarioGate>,
    /// What both know.
    pub situation: Prose,
    /// Read before the first line.
    pub safety: Prose,
    /// What is picked before the first line, if anything.
    pub setup: Option<Setup>,
    /// The name of side a.
    pub a: String,
    /// The name of side b.
    pub b: String,
    /// Minutes of the gentle timer when two people talk.
    pub minutes: u8,
    /// What these texts claim.
    pub facts: Facts,
}

/// A talk to go on with.
#[uniffi::remote(Record)]
pub struct OpenTalk {
    /// The run's id.
    pub run: String,
    /// The title that may stand in a list.
    pub title: String,
}

/// One of the two people.
#[uniffi::remote(Enum)]
pub enum Side {
    /// The one the files call `a`.
    A,
    /// The one the files call `b`.
    B,
}

/// The safety question before a scenario. Its answer is never stored.
#[uniffi::remote(Record)]
pub struct ScenarioGate {
    /// The question.
    pub question: Line,
    /// What happens with the answer.
    pub body: Prose,
    /// Two or more.
    pub doors: Vec<Door>,
}

/// What is picked before the first line.
#[uniffi::remote(Record)]
pub struct Setup {
    /// Such as "Who has HIV in this story?"
    pub ask: Line,
    /// Two or more.
    pub options: Vec<SetupOption>,
}

/// One way that the story can be.
#[uniffi::remote(Record)]
pub struct SetupOption {
    /// Such as `scenario/long-time-couple/robin-has`.
    pub id: String,
    /// The words.
    pub text: Line,
    /// Facts that hold from the first line on.
    pub sets: Vec<String>,
}

/// A side's private card.
#[uniffi::remote(Record)]
pub struct Role {
    /// The person's name in the story.
    pub name: String,
    /// Who you are.
    pub you: Line,
    /// What you want.
    pub hope: Line,
    /// What you worry about.
    pub worry: Line,
    /// Where you stop.
    pub limit: Line,
    /// Ids of the techniques to try.
    pub techniques: Vec<String>,
}

/// What kind of ending. None is better than another.
#[uniffi::remote(Enum)]
pub enum EndingKind {
    /// They found something that both want.
    Agreed,
    /// Nothing is settled, and that is fine.
    Paused,
    /// Somebody left. It always counts as success.
    LeftSafely,
}

/// A way on from a talk.
#[uniffi::remote(Record)]
pub struct Onward {
    /// The id of what it opens.
    pub to: String,
    /// What that is called, as it may stand in a list.
    pub title: String,
    /// Why, where the story says it.
    pub why: Option<Line>,
    /// That holds wording that a clinician has yet to write or approve; the reader is told.
    pub needs_clinician: bool,
}
