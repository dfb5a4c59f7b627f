//! The reading figures of a course, thing by thing, and the limits that units, quizzes and scenarios keep.

use crate::cards::{self, CardFigures};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::grade::Reading;
use crate::pace;
use crate::rule::Rule;
use crate::scenario::Tally;
use crate::text::Tone;
use saywell_content::Course;
use std::collections::BTreeMap;

/// What `course check` prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// All faults, by place.
    pub faults: Vec<Fault>,
    /// Units, quizzes, scenarios, help cards and relaxations in order; then the glossary.
    pub figures: Vec<Figures>,
    /// Cards, items, help cards, terms and the like.
    pub cards: Vec<CardFigures>,
    /// In order.
    pub scenarios: Vec<Tally>,
}

/// How one thing reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Such as `lesson/talk-early`.
    pub id: String,
    /// Of a unit.
    pub minutes: Option<u8>,
    /// With dialogue.
    pub whole: Reading,
    /// Without it: short lines of talk would flatter the figures.
    pub prose: Reading,
}

/// The figures of `course`, whose texts are on the desk.
pub(crate) fn figures(course: &Course, desk: &Desk) -> Vec<Figures> {
    let mut readings: BTreeMap<&str, (Reading, Reading)> = BTreeMap::new();
    for said in desk.texts.iter().filter(|said| said.tone.is_read()) {
        let (whole, prose) = readings.entry(thing(&said.text.context)).or_default();
        for line in &said.lines {
            whole.add(line);
            if said.tone != Tone::Dialogue {
                prose.add(line);
            }
        }
    }
    let units = course.units().map(|unit| (unit.id.as_str(), Some(unit.minutes)));
    let quizzes = course.quizzes.iter().map(|quiz| quiz.id.as_str());
    let scenarios = course.scenarios.iter().map(|scenario| scenario.id.as_str());
    let help = course.help.iter().map(|card| card.id.as_str());
    let relaxations = course.relaxations.iter().map(|relaxation| relaxation.id.as_str());
    let others = quizzes.chain(scenarios).chain(help).chain(relaxations).chain([course.plan.id.as_str(), GLOSSARY]);
    let all = units.chain(others.map(|id| (id, None)));
    all.filter_map(|(id, minutes)| {
        let (whole, prose) = *readings.get(id)?;
        Some(Figures { id: id.into(), minutes, whole, prose })
    })
    .collect()
}

const GLOSSARY: &str = "glossary";

/// The file-sized thing that a text belongs to.
fn thing(context: &str) -> &str {
    if context.starts_with("term/") || context.starts_with("technique/") {
        return GLOSSARY;
    }
    let end = context.match_indices(['/', '#']).nth(1).map_or(context.len(), |(at, _)| at);
    context.get(..end).unwrap_or(context)
}

/// Units, quizzes and scenarios stay within the limits, with dialogue and without.
pub(crate) fn check(course: &Course, desk: &mut Desk) {
    cards::check(desk);
    for unit in course.units() {
        let place = desk.place_of(&unit.id).filter(|place| !desk.is_torn(&place.file));
        if let Some((fault, place)) = pace::fault(unit).zip(place) {
            desk.judge(place, fault, &unit.id, "");
        }
    }
    for figures in figures(course, desk) {
        if !["lesson/", "quiz/", "scenario/"].iter().any(|kind| figures.id.starts_with(kind)) {
            continue;
        }
        let Some(place) = desk.place_of(&figures.id) else { continue };
        for reason in figures.whole.too_hard() {
            desk.fault(place.clone(), Rule::HardText, reason);
        }
        for reason in figures.prose.too_hard() {
            desk.fault(place.clone(), Rule::HardText, format!("without dialogue, {reason}"));
        }
    }
}
