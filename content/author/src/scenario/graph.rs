//! What can happen in a conversation: every state that it can be in, and every way on from there.
//!
//! A state is a turn and the facts that hold and still matter. All are visited, from each option of the setup, so that
//! what is said of them is exact. Pure: it knows the model and no file.

use saywell_content::{Scenario, ScenarioLine};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// More states than an author could ever overlook.
pub(crate) const MOST: usize = 20_000;

/// Where a conversation stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct State<'a> {
    pub turn: &'a str,
    /// Those that a line at this turn or after it asks for.
    pub facts: BTreeSet<&'a str>,
}

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum To {
    /// By its index.
    State(usize),
    /// By its index in the scenario.
    Ending(usize),
    /// A name that is not there.
    Nowhere,
}

/// A line that is there in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Way {
    /// Its index in the scenario.
    pub line: usize,
    pub to: To,
}

/// All states that can be reached, the nearest first.
#[derive(Debug, Default)]
pub(crate) struct Graph<'a> {
    pub states: Vec<State<'a>>,
    /// By state.
    pub ways: Vec<Vec<Way>>,
    starts: BTreeSet<usize>,
}

impl<'a> Graph<'a> {
    /// None where there are more than [`MOST`].
    pub fn of(scenario: &'a Scenario) -> Option<Self> {
        let asked = asked(scenario);
        let mut graph = Self::default();
        let mut known = BTreeMap::new();
        let mut enter = |states: &mut Vec<State<'a>>, mut state: State<'a>| {
            let matters = asked.get(state.turn)?;
            state.facts.retain(|fact| matters.contains(fact));
            Some(*known.entry(state).or_insert_with_key(|state| {
                states.push(state.clone());
                states.len() - 1
            }))
        };
        for facts in beginnings(scenario) {
            graph.starts.extend(enter(&mut graph.states, State { turn: &scenario.start, facts }));
        }
        while let Some(state) = graph.states.get(graph.ways.len()).cloned() {
            let mut ways = Vec::new();
            for (index, line) in scenario.lines.iter().enumerate().filter(|(_, line)| state.offers(line)) {
                let facts = state.facts.iter().copied().chain(line.sets.iter().map(String::as_str)).collect();
                let to = enter(&mut graph.states, State { turn: &line.go, facts }).map_or_else(
                    || {
                        let ending = scenario.endings.iter().position(|ending| ending.name == line.go);
                        ending.map_or(To::Nowhere, To::Ending)
                    },
                    To::State,
                );
                ways.push(Way { line: index, to });
            }
            graph.ways.push(ways);
            if graph.states.len() > MOST {
                return None;
            }
        }
        Some(graph)
    }

    /// The conversations in which nobody says a line twice; no state comes twice in them. None where there are more
    /// than [`MOST`] states.
    pub fn without_repeats(&self) -> Option<Self> {
        let later = self.later();
        // A state here, and the lines said before that could still come again.
        let mut found: Vec<(usize, BTreeSet<usize>)> =
            self.starts.iter().map(|start| (*start, BTreeSet::new())).collect();
        let mut known: BTreeMap<_, usize> = found.iter().cloned().zip(0..).collect();
        let mut once = Self { starts: (0..found.len()).collect(), ..Self::default() };
        while let Some((state, said)) = found.get(once.ways.len()).cloned() {
            let mut ways = Vec::new();
            for way in self.ways.get(state)?.iter().filter(|way| !said.contains(&way.line)) {
                let to = match way.to {
                    To::State(next) => {
                        let mut said = said.clone();
                        said.insert(way.line);
                        said.retain(|line| later.get(next).is_some_and(|later| later.contains(line)));
                        To::State(*known.entry((next, said)).or_insert_with_key(|new| {
                            found.push(new.clone());
                            found.len() - 1
                        }))
                    }
                    to => to,
                };
                ways.push(Way { to, ..*way });
            }
            once.states.push(self.states.get(state)?.clone());
            once.ways.push(ways);
            if found.len() > MOST {
                return None;
            }
        }
        Some(once)
    }

    /// For each state, the lines that can be said from there on.
    fn later(&self) -> Vec<BTreeSet<usize>> {
        let mut later: Vec<BTreeSet<usize>> =
            self.ways.iter().map(|ways| ways.iter().map(|way| way.line).collect()).collect();
        loop {
            let mut changed = false;
            for (index, _, ways) in self.iter().rev() {
                for way in ways {
                    let To::State(next) = way.to else { continue };
                    let after = later.get(next).cloned().unwrap_or_default();
                    if let Some(here) = later.get_mut(index).filter(|here| !here.is_superset(&after)) {
                        here.extend(after);
                        changed = true;
                    }
                }
            }
            if !changed {
                return later;
            }
        }
    }

    /// All states with their ways.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &State<'a>, &[Way])> {
        let both = self.states.iter().zip(&self.ways).enumerate();
        both.map(|(index, (state, ways))| (index, state, ways.as_slice()))
    }

    /// Every way on, whatever state it starts from.
    pub fn all_ways(&self) -> impl Iterator<Item = Way> {
        self.ways.iter().flatten().copied()
    }

    /// The lines that can be said.
    pub fn lines(&self) -> BTreeSet<usize> {
        self.all_ways().map(|way| way.line).collect()
    }

    /// The turns that can be met.
    pub fn turns(&self) -> BTreeSet<&'a str> {
        self.states.iter().map(|state| state.turn).collect()
    }

    /// The turns at which, with some facts, there are two lines or more.
    pub fn decisions(&self) -> BTreeSet<&'a str> {
        self.iter().filter(|(.., ways)| ways.len() > 1).map(|(_, state, _)| state.turn).collect()
    }

    /// The endings that a line leads to.
    pub fn endings(&self) -> BTreeSet<usize> {
        let ending = |way: Way| if let To::Ending(ending) = way.to { Some(ending) } else { None };
        self.all_ways().filter_map(ending).collect()
    }

    /// For each state, whether a way that `is` so can be come to from it.
    pub fn reaching(&self, is: impl Fn(To) -> bool) -> Vec<bool> {
        let mut reaching = vec![false; self.states.len()];
        loop {
            let mut changed = false;
            // Backwards, because what is near the end was found last.
            for (index, _, ways) in self.iter().rev() {
                let reached = |to| matches!(to, To::State(next) if reaching.get(next) == Some(&true));
                let here = ways.iter().any(|way| is(way.to) || reached(way.to));
                if let Some(known) = reaching.get_mut(index).filter(|known| here && !**known) {
                    *known = true;
                    changed = true;
                }
            }
            if !changed {
                return reaching;
            }
        }
    }

    /// The endings that can be come to by a way.
    pub fn endings_after(&self, way: Way) -> BTreeSet<usize> {
        let (mut endings, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let mut next = vec![way.to];
        while let Some(to) = next.pop() {
            match to {
                To::Ending(ending) => {
                    endings.insert(ending);
                }
                To::State(state) if seen.insert(state) => {
                    next.extend(self.ways.get(state).into_iter().flatten().map(|way| way.to));
                }
                To::State(_) | To::Nowhere => {}
            }
        }
        endings
    }

    /// How many lines the shortest conversation has.
    pub fn shortest(&self) -> Option<usize> {
        let mut next: VecDeque<(usize, usize)> = self.starts.iter().map(|start| (*start, 1)).collect();
        let mut seen = self.starts.clone();
        while let Some((state, lines)) = next.pop_front() {
            for way in self.ways.get(state).into_iter().flatten() {
                match way.to {
                    To::Ending(_) => return Some(lines),
                    To::State(state) if seen.insert(state) => next.push_back((state, lines + 1)),
                    To::State(_) | To::Nowhere => {}
                }
            }
        }
        None
    }

    /// How many lines the longest conversation has; only where no state comes twice.
    pub fn longest(&self) -> Option<usize> {
        let mut known = BTreeMap::new();
        self.starts.iter().filter_map(|start| self.longest_from(*start, &mut known)).max()
    }

    fn longest_from(&self, state: usize, known: &mut BTreeMap<usize, Option<usize>>) -> Option<usize> {
        if let Some(longest) = known.get(&state) {
            return *longest;
        }
        let ways = self.ways.get(state).into_iter().flatten();
        let longest = ways.filter_map(|way| match way.to {
            To::Ending(_) => Some(1),
            To::State(next) => self.longest_from(next, known).map(|lines| lines + 1),
            To::Nowhere => None,
        });
        let longest = longest.max();
        known.insert(state, longest);
        longest
    }
}

impl State<'_> {
    /// Whether a line is there, had nobody said it yet.
    pub fn offers(&self, line: &ScenarioLine) -> bool {
        let holds = |fact: &String| self.facts.contains(fact.as_str());
        line.at == self.turn && line.needs.iter().all(holds) && !line.unless.iter().any(holds)
    }
}

/// The names of all turns.
pub(crate) fn turns(scenario: &Scenario) -> BTreeSet<&str> {
    scenario.lines.iter().map(|line| line.at.as_str()).collect()
}

/// The facts that hold before the first line, for each way that the story can be.
fn beginnings(scenario: &Scenario) -> Vec<BTreeSet<&str>> {
    let Some(setup) = &scenario.setup else { return vec![BTreeSet::new()] };
    setup.options.iter().map(|option| option.sets.iter().map(String::as_str).collect()).collect()
}

/// For each turn, the facts that a line at it or after it asks for.
fn asked(scenario: &Scenario) -> BTreeMap<&str, BTreeSet<&str>> {
    let asks = |turns: &BTreeSet<&str>| {
        let lines = scenario.lines.iter().filter(|line| turns.contains(line.at.as_str()));
        lines.flat_map(|line| line.needs.iter().chain(&line.unless)).map(String::as_str).collect()
    };
    turns(scenario).into_iter().map(|turn| (turn, asks(&after(scenario, turn)))).collect()
}

/// A turn, and all turns and endings after it, whatever facts hold.
pub(crate) fn after<'a>(scenario: &'a Scenario, turn: &'a str) -> BTreeSet<&'a str> {
    let (mut names, mut next) = (BTreeSet::new(), vec![turn]);
    while let Some(name) = next.pop() {
        if names.insert(name) {
            next.extend(scenario.lines.iter().filter(|line| line.at == name).map(|line| line.go.as_str()));
        }
    }
    names
}
