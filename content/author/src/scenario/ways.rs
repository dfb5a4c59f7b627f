//! What must and must not happen on the way through a scenario, in every state that it can be in.
//!
//! Nobody comes to a point where there is nothing to say, where all has been said, or from where nobody leaves safely; no
//! push leads to a yes; nothing was written that nobody can ever come to. A part of `rules.rs`.

use super::graph::{Graph, State, To, after};
use super::rules::{Faults, Spot, unset};
use crate::rule::Rule;
use saywell_content::{EndingKind, Scenario};
use std::collections::BTreeSet;

/// Dead ends, rounds without a way out, and turns from which no line leads to leaving safely.
pub(crate) fn stuck(scenario: &Scenario, graph: &Graph, once: &Graph) -> Faults {
    let mut faults = Faults::new();
    let mut told = BTreeSet::new();
    let mut tell = |kind: usize, state: &State, reason: &str| {
        if told.insert((kind, state.turn.to_owned())) {
            let (turn, facts) = (state.turn, holding(state));
            faults.push((first_line(scenario, turn), Rule::TalkStuck, format!("at `{turn}`{facts}, {reason}")));
        }
    };
    for (_, state, _) in graph.iter().filter(|(.., ways)| ways.is_empty()) {
        tell(0, state, "there is nothing to say");
    }
    for (_, state, _) in once.iter().filter(|(.., ways)| ways.is_empty()) {
        if scenario.lines.iter().any(|line| state.offers(line)) {
            tell(1, state, "all that can be said was said in the round that leads back here");
        }
    }
    for state in trapped(scenario, graph) {
        tell(2, state, "no way leads to an ending that is left-safely");
    }
    faults
}

/// Where what is missing to leave safely can be added: of a way without it, the last state.
fn trapped<'a>(scenario: &Scenario, graph: &'a Graph<'a>) -> Vec<&'a State<'a>> {
    let is = |known: &[bool], state: usize| known.get(state) == Some(&true);
    let ends = graph.reaching(|to| !matches!(to, To::State(_)));
    let safe = graph.reaching(|to| match to {
        To::Ending(ending) => scenario.endings.get(ending).is_some_and(|ending| ending.kind == EndingKind::LeftSafely),
        To::Nowhere => true,
        To::State(_) => false,
    });
    // A state that leads to a dead end or into a round for ever waits for that to be mended.
    let waits = graph.reaching(|to| matches!(to, To::State(next) if !is(&ends, next)));
    let open = graph.iter().map(|(index, ..)| index);
    let mut open: BTreeSet<usize> =
        open.filter(|index| is(&ends, *index) && !is(&safe, *index) && !is(&waits, *index)).collect();
    let goes_on = |index: &usize| {
        let ways = graph.ways.get(*index).into_iter().flatten();
        ways.into_iter().any(|way| matches!(way.to, To::State(_)))
    };
    let mut found: BTreeSet<usize> = open.iter().filter(|index| !goes_on(index)).copied().collect();
    loop {
        let before = graph.reaching(|to| matches!(to, To::State(next) if found.contains(&next)));
        open.retain(|index| !found.contains(index) && !is(&before, *index));
        // Only a round is left: any state of it will do.
        match open.pop_last() {
            Some(last) => found.insert(last),
            None => break,
        };
    }
    found.into_iter().filter_map(|index| graph.states.get(index)).collect()
}

/// A push never leads to a yes.
pub(crate) fn pressure(scenario: &Scenario, graph: &Graph) -> Faults {
    let mut faults = Faults::new();
    for (index, _) in scenario.lines.iter().enumerate().filter(|(_, line)| line.pressure) {
        let after = graph.all_ways().filter(|way| way.line == index).flat_map(|way| graph.endings_after(way));
        let after: BTreeSet<usize> = after.collect();
        let mut endings = after.into_iter().filter_map(|ending| scenario.endings.get(ending));
        if let Some(agreed) = endings.find(|ending| ending.kind == EndingKind::Agreed) {
            let reason = format!("pressure never leads to agreed, and from here `{}` can be come to", agreed.name);
            faults.push((Spot::Line(index), Rule::TalkPressure, reason));
        }
    }
    faults
}

/// Lines that nobody can say, turns that nobody comes to, endings that nobody sees.
pub(crate) fn unreached(scenario: &Scenario, graph: &Graph) -> Faults {
    let mut faults = Faults::new();
    let (said, met, told) = (graph.lines(), graph.turns(), graph.endings());
    // What is to be reached once the faults so far are mended.
    let mut awaited: BTreeSet<&str> = BTreeSet::new();
    for (index, line) in scenario.lines.iter().enumerate() {
        if met.contains(line.at.as_str()) && !said.contains(&index) {
            awaited.extend(after(scenario, &line.go));
            if unset(scenario, line).is_empty() {
                let reason = format!("this line is never there: what it asks for does not hold at `{}`", line.at);
                faults.push((Spot::Line(index), Rule::TalkUnreached, reason));
            }
        }
    }
    let called = |turn: &str| scenario.lines.iter().any(|line| line.go == turn && line.at != turn);
    let mut lost: Vec<&str> = Vec::new();
    for turn in scenario.lines.iter().map(|line| line.at.as_str()).filter(|turn| !met.contains(turn)) {
        if !lost.contains(&turn) {
            lost.push(turn);
        }
    }
    // Where a row of turns is cut off, its first turn is named.
    lost.sort_by_key(|turn| called(turn));
    for turn in lost {
        if !awaited.contains(turn) {
            let reason = if called(turn) { "only lines that nobody comes to lead here" } else { "no line leads here" };
            faults.push((
                first_line(scenario, turn),
                Rule::TalkUnreached,
                format!("`{turn}` is never reached: {reason}"),
            ));
            awaited.extend(after(scenario, turn));
        }
    }
    for (index, ending) in scenario.endings.iter().enumerate() {
        let name = ending.name.as_str();
        if !told.contains(&index) && !awaited.contains(name) && name != scenario.any_time.go {
            faults.push((
                Spot::Ending(index),
                Rule::TalkUnreached,
                format!("`{name}` is never reached: no line leads here"),
            ));
        }
    }
    faults
}

fn first_line(scenario: &Scenario, turn: &str) -> Spot {
    scenario.lines.iter().position(|line| line.at == turn).map_or(Spot::Dialogue, Spot::Line)
}

/// The facts of a state, in words.
fn holding(state: &State) -> String {
    let facts: Vec<String> = state.facts.iter().map(|fact| format!("`{fact}`")).collect();
    if facts.is_empty() { String::new() } else { format!(" with {}", facts.join(", ")) }
}
