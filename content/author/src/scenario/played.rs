//! The graph leaves out what no longer matters. Here small talks made by chance are played to the end in every way, with
//! nothing left out, and the graph must say the same of them.

use super::graph::{Graph, To};
use saywell_content::{Ending, EndingKind, Role, Scenario, ScenarioLine, Side, WayOut};
use std::collections::BTreeSet;

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn facts(&mut self) -> Vec<String> {
        let fact = self.below(3);
        if self.below(3) == 0 { vec![format!("f{fact}")] } else { vec![] }
    }
}

fn scenario(chance: &mut Chance) -> Scenario {
    let kinds = [EndingKind::Agreed, EndingKind::Paused, EndingKind::LeftSafely];
    let ending = |(index, kind)| Ending {
        name: format!("e{index}"),
        kind,
        who: None,
        text: vec![],
        text_a: None,
        text_b: None,
        help: None,
    };
    let role =
        || Role { name: String::new(), you: vec![], hope: vec![], worry: vec![], limit: vec![], techniques: vec![] };
    let (lines, turns) = (3 + chance.below(6), 2 + chance.below(3));
    let line = |index| ScenarioLine {
        id: format!("l{index}"),
        at: if index == 0 { "t0".into() } else { format!("t{}", chance.below(turns)) },
        by: Side::A,
        say: vec![],
        techniques: vec![],
        needs: chance.facts(),
        unless: chance.facts(),
        sets: chance.facts(),
        hurts: false,
        pressure: false,
        help: None,
        go: if chance.below(3) == 0 { format!("e{}", chance.below(3)) } else { format!("t{}", chance.below(turns)) },
    };
    Scenario {
        id: "scenario/chance".into(),
        title: String::new(),
        home_title: None,
        minutes: 3,
        gate: None,
        situation: vec![],
        safety: vec![],
        setup: None,
        a: role(),
        b: role(),
        start: "t0".into(),
        lines: (0..lines).map(line).collect(),
        scenes: vec![],
        any_time: WayOut { id: String::new(), say: vec![], go: "e2".into() },
        endings: kinds.into_iter().enumerate().map(ending).collect(),
        debrief: vec![],
        help: vec![],
    }
}

/// What is known of a talk.
#[derive(Debug, Default, PartialEq)]
struct Known {
    lines: BTreeSet<usize>,
    endings: BTreeSet<usize>,
    /// Turns with two lines or more.
    decisions: BTreeSet<String>,
    /// Turns where nothing can be said.
    silent: BTreeSet<String>,
    /// Turns from which, in some state, no way leads to leaving safely.
    unsafe_turns: BTreeSet<String>,
    /// Pairs of a line and an ending that comes at some time after it.
    after: BTreeSet<(usize, usize)>,
    longest: Option<usize>,
}

fn by_graph(graph: &Graph, longest: bool) -> Known {
    let safe = graph.reaching(|to| to == To::Ending(2));
    let turns = |is: &dyn Fn(usize, usize) -> bool| {
        graph.iter().filter(|(at, _, ways)| is(*at, ways.len())).map(|(_, state, _)| state.turn.to_owned()).collect()
    };
    Known {
        lines: graph.lines(),
        endings: graph.endings(),
        decisions: graph.decisions().into_iter().map(Into::into).collect(),
        silent: turns(&|_, ways| ways == 0),
        unsafe_turns: turns(&|at, _| !safe[at]),
        after: graph
            .all_ways()
            .flat_map(|way| graph.endings_after(way).into_iter().map(move |e| (way.line, e)))
            .collect(),
        longest: if longest { graph.longest() } else { None },
    }
}

/// A turn, all facts that were ever set, and all lines that were ever said.
type Stand = (String, BTreeSet<String>, BTreeSet<usize>);

struct Player<'a> {
    scenario: &'a Scenario,
    /// Whether lines that were said are remembered, and not said again.
    once: bool,
}

impl Player<'_> {
    /// The lines that can be said, and where each leads: on, or to an ending.
    fn next(&self, (turn, facts, said): &Stand) -> Vec<(usize, Result<Stand, usize>)> {
        let mut next = Vec::new();
        for (index, line) in self.scenario.lines.iter().enumerate().filter(|(_, line)| line.at == *turn) {
            if !line.needs.iter().all(|fact| facts.contains(fact))
                || line.unless.iter().any(|fact| facts.contains(fact))
                || said.contains(&index)
            {
                continue;
            }
            let is_turn = self.scenario.lines.iter().any(|other| other.at == line.go);
            let (mut facts, mut said) = (facts.clone(), said.clone());
            facts.extend(line.sets.iter().cloned());
            if self.once {
                said.insert(index);
            }
            let ending = self.scenario.endings.iter().position(|ending| ending.name == line.go);
            match (is_turn, ending) {
                (true, _) => next.push((index, Ok((line.go.clone(), facts, said)))),
                (false, Some(ending)) => next.push((index, Err(ending))),
                (false, None) => next.push((index, Err(usize::MAX))),
            }
        }
        next
    }

    /// The endings that can be come to from here.
    fn endings(&self, stand: &Stand, seen: &mut BTreeSet<Stand>) -> BTreeSet<usize> {
        let mut endings = BTreeSet::new();
        if seen.insert(stand.clone()) {
            for (_, to) in self.next(stand) {
                match to {
                    Ok(next) => endings.extend(self.endings(&next, seen)),
                    Err(ending) => drop(endings.insert(ending)),
                }
            }
        }
        endings
    }

    fn longest(&self, stand: &Stand) -> Option<usize> {
        let lengths = self.next(stand).into_iter().filter_map(|(_, to)| match to {
            Ok(next) => self.longest(&next).map(|lines| lines + 1),
            Err(usize::MAX) => None,
            Err(_) => Some(1),
        });
        lengths.max()
    }

    fn known(&self) -> Known {
        let start: Stand = ("t0".into(), BTreeSet::new(), BTreeSet::new());
        let mut known = Known { longest: if self.once { self.longest(&start) } else { None }, ..Known::default() };
        let (mut seen, mut open) = (BTreeSet::from([start.clone()]), vec![start]);
        while let Some(stand) = open.pop() {
            let next = self.next(&stand);
            let turn = || stand.0.clone();
            known.decisions.extend((next.len() > 1).then(turn));
            known.silent.extend(next.is_empty().then(turn));
            known.unsafe_turns.extend((!self.endings(&stand, &mut BTreeSet::new()).contains(&2)).then(turn));
            for (line, to) in next {
                known.lines.insert(line);
                match to {
                    Ok(next) => {
                        let after = self.endings(&next, &mut BTreeSet::new());
                        known.after.extend(after.into_iter().map(|ending| (line, ending)));
                        if seen.insert(next.clone()) {
                            open.push(next);
                        }
                    }
                    Err(ending) => {
                        known.endings.insert(ending);
                        known.after.insert((line, ending));
                    }
                }
            }
        }
        known.endings.remove(&usize::MAX);
        known.after.retain(|(_, ending)| *ending != usize::MAX);
        known
    }
}

#[test]
fn the_graph_says_what_playing_shows() {
    let mut rounds = 0;
    for seed in 0..3000 {
        let scenario = scenario(&mut Chance(seed));
        let graph = Graph::of(&scenario).unwrap();
        let played = Player { scenario: &scenario, once: false }.known();
        assert_eq!(by_graph(&graph, false), played, "{seed}: {scenario:#?}");
        let once = graph.without_repeats().unwrap();
        let played_once = Player { scenario: &scenario, once: true }.known();
        assert_eq!(by_graph(&once, true), played_once, "{seed}, nothing twice: {scenario:#?}");
        rounds += usize::from(played.silent != played_once.silent);
    }
    assert!(rounds > 100, "{rounds} talks with a round that ends in silence");
}
