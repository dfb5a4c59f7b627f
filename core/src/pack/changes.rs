//! What another edition changes, as a person is told before they take it: titles, as they may stand in a list.

use saywell_content::{Course, Review};

/// Chapters' units, quizzes, talks, relaxations and help cards, by their titles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackChanges {
    /// They come.
    pub added: Vec<String>,
    /// They say something else.
    pub changed: Vec<String>,
    /// They go. What was done with them stays, and is there again if they come back.
    pub gone: Vec<String>,
}

/// How many of the claims about health a clinician has approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PackApproval {
    /// By a clinician with a name.
    pub approved: u32,
    /// Of so many.
    pub of: u32,
}

impl PackChanges {
    /// From one course to another.
    pub(super) fn between(old: &Course, new: &Course) -> Self {
        let mut changes = Self::default();
        let (before, after) = (things(old), things(new));
        for (id, title, now) in &after {
            match before.iter().find(|(known, ..)| known == id) {
                None => changes.added.push((*title).to_owned()),
                Some((.., then)) if then != now => changes.changed.push((*title).to_owned()),
                Some(_) => {}
            }
        }
        let stays = |id: &str| after.iter().any(|(known, ..)| *known == id);
        changes.gone = before.iter().filter(|(id, ..)| !stays(id)).map(|(_, title, _)| (*title).to_owned()).collect();
        changes
    }

    /// What a course brings that stands beside.
    pub(super) fn all(new: &Course) -> Self {
        Self { added: things(new).into_iter().map(|(_, title, _)| title.to_owned()).collect(), ..Self::default() }
    }
}

impl PackApproval {
    pub(super) fn of(course: &Course) -> Self {
        let approved = course.claims.iter().filter(|claim| claim.review == Review::Approved).count();
        let count = |many| u32::try_from(many).unwrap_or(u32::MAX);
        Self { approved: count(approved), of: count(course.claims.len()) }
    }
}

/// What a person opens as one thing.
#[derive(PartialEq)]
enum Thing<'a> {
    Unit(&'a saywell_content::Unit),
    Quiz(&'a saywell_content::Quiz),
    Scenario(&'a saywell_content::Scenario),
    Relaxation(&'a saywell_content::Relaxation),
    Help(&'a saywell_content::HelpCard),
}

/// Each with its id and title.
fn things(course: &Course) -> Vec<(&str, &str, Thing<'_>)> {
    let units = course.units().map(|unit| (unit.id.as_str(), unit.outside_title(), Thing::Unit(unit)));
    let quizzes = course.quizzes.iter().map(|quiz| (quiz.id.as_str(), quiz.outside_title(), Thing::Quiz(quiz)));
    let scenarios = course.scenarios.iter().map(|talk| (talk.id.as_str(), talk.outside_title(), Thing::Scenario(talk)));
    let relaxations =
        course.relaxations.iter().map(|script| (script.id.as_str(), script.title.as_str(), Thing::Relaxation(script)));
    let help = course.help.iter().map(|card| (card.id.as_str(), card.title.as_str(), Thing::Help(card)));
    units.chain(quizzes).chain(scenarios).chain(relaxations).chain(help).collect()
}
