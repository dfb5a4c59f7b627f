//! What `course check` prints of a scenario: how much there is to say, to choose and to find.

use super::graph::{Graph, turns};
use saywell_content::{EndingKind, Scenario, Side};
use std::collections::BTreeSet;
use std::fmt;

/// The figures of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Such as `scenario/a-new-start`.
    pub id: String,
    /// Lines of both sides.
    pub lines: usize,
    /// Turns of both sides.
    pub turns: usize,
    /// Turns at which, with some facts, there are two lines or more.
    pub decisions: usize,
    /// Lines of pressure.
    pub pressure: usize,
    /// Endings that are agreed, paused, left-safely.
    pub endings: [usize; 3],
    /// The names of the two people and what their lines are tagged with.
    pub techniques: [(String, BTreeSet<String>); 2],
    /// None where there are more than anybody could overlook.
    pub ways: Option<Ways>,
}

/// How many ways there are through a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// Turns, each with the facts that hold and still matter.
    pub states: usize,
    /// In lines.
    pub shortest: usize,
    /// In lines, where nobody says a line twice.
    pub longest: usize,
}

impl Tally {
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let graph = Graph::of(scenario);
        let once = graph.as_ref().and_then(Graph::without_repeats);
        let count = |kind| scenario.endings.iter().filter(|ending| ending.kind == kind).count();
        let side = |side: Side| {
            let tags = scenario.lines.iter().filter(|line| line.by == side).flat_map(|line| &line.techniques);
            let own = |id: &String| id.split_once('/').map_or(id.as_str(), |(_, own)| own).to_owned();
            (scenario.role(side).name.clone(), tags.map(own).collect())
        };
        Self {
            id: scenario.id.clone(),
            lines: scenario.lines.len(),
            turns: turns(scenario).len(),
            decisions: graph.as_ref().map(|graph| graph.decisions().len()).unwrap_or_default(),
            pressure: scenario.lines.iter().filter(|line| line.pressure).count(),
            endings: [EndingKind::Agreed, EndingKind::Paused, EndingKind::LeftSafely].map(count),
            techniques: [side(Side::A), side(Side::B)],
            ways: graph.zip(once).map(|(graph, once)| Ways {
                states: graph.states.len(),
                shortest: graph.shortest().unwrap_or_default(),
                longest: once.longest().unwrap_or_default(),
            }),
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { id, lines, turns, decisions, pressure, endings: [agreed, paused, left], techniques, ways } = self;
        writeln!(f, "{id}")?;
        writeln!(f, "  {lines} lines at {turns} turns, {decisions} with a choice; {pressure} of pressure")?;
        writeln!(f, "  {agreed} agreed, {paused} paused, {left} left-safely")?;
        if let Some(Ways { states, shortest, longest }) = ways {
            let noun = if *shortest == 1 { "line" } else { "lines" };
            writeln!(f, "  {states} states; the shortest way has {shortest} {noun}, the longest {longest}")?;
        }
        for (name, tags) in techniques {
            let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
            writeln!(f, "  {name}: {}", tags.join(", "))?;
        }
        Ok(())
    }
}
