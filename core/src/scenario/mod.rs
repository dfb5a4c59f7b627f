//! Rehearse: hard conversations, alone from either side while the app speaks the other, or by two people with one phone.
//!
//! A run alone is a tree of lines that only grows: a person may go back to any of their lines and try another, and nothing
//! they tried is lost. Where it stands is always found by saying its lines again, so that an edited course resumes at the
//! deepest line that can still be said. Leaving is on every turn, and always counts as success.

mod alone;
mod debrief;
#[cfg(test)]
mod generated;
mod play;
mod reply;
mod rows;
mod stages;
mod talk;
mod together;

pub use alone::{Begin, Changed, Choose, Comparison, Debrief, EndingView, Said, TalkView, Try};
pub use debrief::{HardLine, Onward, OtherWay, Used};
pub use stages::{Person, Stage};
pub use talk::{Graph, Here, Spoken, Talk};
pub use together::{BeginTogether, Heard, TogetherView};

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Error, Moment, Result};
use rusqlite::Connection;
use saywell_content::{Course, Prose, Scenario, ScenarioGate, Setup};

/// A scenario in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl Engine {
    /// All scenarios, in the course's order, with what was tried.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn scenarios(&self) -> Result<Vec<ScenarioRow>> {
        let course = self.course();
        self.vault
            .read(|connection| course.scenarios.iter().map(|scenario| scenario_row(connection, scenario)).collect())
    }

    /// The run that was played last, ended or not: of this scenario, or of any that is still there.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn last_run(&self, scenario: Option<&str>) -> Result<Option<String>> {
        let course = self.course();
        let run = self.vault.read(|connection| match scenario {
            Some(scenario) => rows::last_run(connection, scenario),
            None => rows::newest_run(connection),
        })?;
        Ok(run.filter(|run| course.scenario(&run.scenario).is_some()).map(|run| run.id))
    }

    /// What to read before a scenario.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such scenario.
    pub fn scenario(&self, id: &str, now: Moment) -> Result<ScenarioIntro> {
        let course = self.course();
        let scenario = course.scenario(id).or_not_found("scenario")?;
        Ok(ScenarioIntro {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            gate: scenario.gate.clone(),
            situation: scenario.situation.clone(),
            safety: scenario.safety.clone(),
            setup: scenario.setup.clone(),
            a: scenario.a.name.clone(),
            b: scenario.b.name.clone(),
            minutes: scenario.minutes,
            facts: Facts::of(&course, &scenario.intro_claims(), now),
        })
    }

    /// Where an answer to a scenario's gate leads: on, or to the help card with this id. Nothing is stored.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such scenario, gate or option.
    pub fn answer_scenario_gate(&self, scenario: &str, option: &str) -> Result<Option<String>> {
        let course = self.course();
        let scenario = course.scenario(scenario).or_not_found("scenario")?;
        let gate = scenario.gate.as_ref().or_not_found("gate")?;
        Ok(gate.doors.iter().find(|door| door.id == option).or_not_found("option")?.to.clone())
    }
}

fn scenario_row(connection: &Connection, scenario: &Scenario) -> Result<ScenarioRow> {
    let reached = rows::endings(connection, &scenario.id)?;
    let known = scenario.endings.iter().filter(|ending| reached.contains(&ending.name)).count();
    let last = rows::last_run(connection, &scenario.id)?;
    Ok(ScenarioRow {
        id: scenario.id.clone(),
        title: scenario.outside_title().to_owned(),
        endings_seen: count(known),
        endings: count(scenario.endings.len()),
        open_run: last.filter(|run| !run.ended).map(|run| run.id),
    })
}

/// A talk to go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTalk {
    /// The run's id.
    pub run: String,
    /// The title that may stand in a list.
    pub title: String,
}

/// The run that was played last, if it has not ended.
pub(crate) fn open_talk(course: &Course, connection: &Connection) -> Result<Option<OpenTalk>> {
    let run = rows::newest_run(connection)?.filter(|run| !run.ended);
    let titled = run.and_then(|run| Some((course.scenario(&run.scenario)?.outside_title().to_owned(), run.id)));
    Ok(titled.map(|(title, run)| OpenTalk { run, title }))
}

/// A story that opens with a gate begins only with an answer that leads on, and one with a setup with one of its options.
fn check_start(scenario: &Scenario, gate: Option<&str>, setup: Option<&str>) -> Result<()> {
    if let Some(asked) = &scenario.gate {
        let door = asked.doors.iter().find(|door| Some(door.id.as_str()) == gate);
        if door.is_none_or(|door| door.to.is_some()) {
            return Err(Error::Invalid { field: "gate", reason: "is answered first" });
        }
    }
    let known = match (&scenario.setup, setup) {
        (None, None) => true,
        (Some(asked), Some(picked)) => asked.options.iter().any(|option| option.id == picked),
        _ => false,
    };
    if known { Ok(()) } else { Err(Error::Invalid { field: "setup", reason: "is one of the options" }) }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
