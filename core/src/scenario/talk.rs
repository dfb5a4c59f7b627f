//! The rule of a conversation: which lines can be said, and where they lead. Pure.
//!
//! A conversation is the list of the lines that were said, by their ids, and nothing else: where it stands and which facts
//! hold is always found by saying them again. So an edited course resumes at the deepest line that can still be said.

use crate::{Error, Result};
use saywell_content::{Ending, Line, Scenario, ScenarioLine, Side};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A scenario with its lines at hand: all that a conversation needs, with no run and no vault.
pub struct Graph<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    at: HashMap<&'a str, Vec<&'a ScenarioLine>>,
}

/// Where a conversation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Here<'a> {
    /// At a turn, where one side is to speak.
    Turn(&'a str),
    /// At its end.
    End(&'a Ending),
}

/// A conversation after some lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk<'a> {
    /// Where it stands.
    pub here: Here<'a>,
    facts: BTreeSet<&'a str>,
}

/// A line that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken<'a> {
    /// One of the scenario's lines.
    Line(&'a ScenarioLine),
    /// The way out, by whoever plays.
    WayOut(&'a str, &'a Line),
}

impl<'a> Graph<'a> {
    /// The lines of a scenario, by turn.
    #[must_use]
    pub fn new(scenario: &'a Scenario) -> Self {
        let mut at: HashMap<&str, Vec<&ScenarioLine>> = HashMap::with_capacity(scenario.lines.len());
        // Those of a turn mostly stand together.
        for lines in scenario.lines.chunk_by(|line, next| line.at == next.at) {
            if let Some(line) = lines.first() {
                at.entry(&line.at).or_default().extend(lines);
            }
        }
        Self { scenario, at }
    }

    /// Before the first line, with what was picked in the setup.
    pub fn begin(&self, setup: Option<&str>) -> Talk<'a> {
        let options = self.scenario.setup.iter().flat_map(|setup| &setup.options);
        let picked = options.filter(|option| Some(option.id.as_str()) == setup);
        Talk {
            here: Here::Turn(&self.scenario.start),
            facts: picked.flat_map(|option| &option.sets).map(String::as_str).collect(),
        }
    }

    /// What can be said now; nothing at the end.
    pub fn choices(&self, talk: &Talk<'a>) -> Vec<&'a ScenarioLine> {
        let Here::Turn(turn) = talk.here else { return Vec::new() };
        let lines = self.at.get(turn).map(Vec::as_slice).unwrap_or_default();
        lines.iter().copied().filter(|line| talk.allows(line)).collect()
    }

    /// Who is to speak; nobody at the end.
    #[must_use]
    pub fn speaker(&self, talk: &Talk<'a>) -> Option<Side> {
        let Here::Turn(turn) = talk.here else { return None };
        self.at.get(turn).and_then(|lines| lines.first()).map(|line| line.by)
    }

    /// Says a line.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it cannot be said here.
    pub fn say(&self, talk: &mut Talk<'a>, id: &str) -> Result<Spoken<'a>> {
        let Here::Turn(turn) = talk.here else { return Err(Error::NotFound { kind: "line" }) };
        if id == self.scenario.any_time.id {
            let way_out = &self.scenario.any_time;
            talk.here = self.node(&way_out.go);
            return Ok(Spoken::WayOut(&way_out.id, &way_out.say));
        }
        let mut here = self.at.get(turn).into_iter().flatten();
        let line = here.find(|line| line.id == id && talk.allows(line)).ok_or(Error::NotFound { kind: "line" })?;
        talk.facts.extend(line.sets.iter().map(String::as_str));
        talk.here = self.node(&line.go);
        Ok(Spoken::Line(line))
    }

    /// Says lines again, as far as they can still be said; answers with those.
    pub fn replay<'b>(
        &self,
        setup: Option<&str>,
        ids: impl IntoIterator<Item = &'b str>,
    ) -> (Talk<'a>, Vec<Spoken<'a>>) {
        let mut talk = self.begin(setup);
        let mut said = Vec::new();
        for id in ids {
            match self.say(&mut talk, id) {
                Ok(spoken) => said.push(spoken),
                Err(_) => break,
            }
        }
        (talk, said)
    }

    /// Whether a line that is `wanted` can still be heard from this node on, if facts are left aside.
    pub(crate) fn leads_to(&self, node: &'a str, wanted: impl Fn(&ScenarioLine) -> bool) -> bool {
        let (mut seen, mut waiting) = (HashSet::from([node]), vec![node]);
        while let Some(turn) = waiting.pop() {
            for line in self.at.get(turn).into_iter().flatten() {
                if wanted(line) {
                    return true;
                }
                if seen.insert(&line.go) {
                    waiting.push(&line.go);
                }
            }
        }
        false
    }

    /// The checker has made sure that a node is an ending or a turn.
    fn node(&self, name: &'a str) -> Here<'a> {
        self.scenario.ending(name).map_or(Here::Turn(name), Here::End)
    }
}

impl Talk<'_> {
    fn allows(&self, line: &ScenarioLine) -> bool {
        let holds = |fact: &String| self.facts.contains(fact.as_str());
        line.needs.iter().all(holds) && !line.unless.iter().any(holds)
    }
}

impl<'a> Spoken<'a> {
    /// The line's id.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Line(line) => &line.id,
            Self::WayOut(id, _) => id,
        }
    }

    /// The scenario's line, if it is one.
    #[must_use]
    pub fn line(self) -> Option<&'a ScenarioLine> {
        match self {
            Self::Line(line) => Some(line),
            Self::WayOut(..) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::generated::{ids, story};
    use proptest::prelude::*;

    /// Plays by always taking the line that `picks` names; answers with the ids and where they lead.
    fn played<'a>(graph: &Graph<'a>, picks: &[usize]) -> (Vec<&'a str>, Vec<Talk<'a>>) {
        let mut talk = graph.begin(None);
        let (mut said, mut after) = (Vec::new(), vec![talk.clone()]);
        for pick in picks {
            let choices = graph.choices(&talk);
            let Some(line) = choices.get(pick % choices.len().max(1)) else { break };
            graph.say(&mut talk, &line.id).unwrap();
            said.push(line.id.as_str());
            after.push(talk.clone());
        }
        (said, after)
    }

    proptest! {
        #[test]
        fn saying_the_lines_again_leads_to_where_they_led(story in story(), picks in prop::collection::vec(0..9_usize, 0..30)) {
            let graph = Graph::new(&story);
            let (said, after) = played(&graph, &picks);
            for (count, live) in after.iter().enumerate() {
                let (talk, replayed) = graph.replay(None, said.iter().take(count).copied());
                prop_assert_eq!(replayed.len(), count);
                prop_assert_eq!(&talk, live);
            }
        }

        #[test]
        fn an_edited_story_keeps_what_can_still_be_said(
            before in story(), after in story(), picks in prop::collection::vec(0..9_usize, 0..30),
        ) {
            let (said, _) = played(&Graph::new(&before), &picks);
            let graph = Graph::new(&after);
            let (talk, kept) = graph.replay(None, said.iter().copied());
            prop_assert!(kept.iter().map(|spoken| spoken.id()).eq(said.iter().take(kept.len()).copied()));
            if let Some(next) = said.get(kept.len()) {
                prop_assert!(graph.say(&mut talk.clone(), next).is_err());
            }
        }

        #[test]
        fn the_way_out_is_on_every_turn(story in story(), picks in prop::collection::vec(0..9_usize, 0..30)) {
            let graph = Graph::new(&story);
            for mut talk in played(&graph, &picks).1 {
                let open = matches!(talk.here, Here::Turn(_));
                prop_assert_eq!(graph.say(&mut talk, &story.any_time.id).is_ok(), open);
                prop_assert!(matches!(talk.here, Here::End(_)));
            }
        }

        #[test]
        fn what_cannot_be_said_changes_nothing(story in story(), picks in prop::collection::vec(0..9_usize, 0..10)) {
            let graph = Graph::new(&story);
            let (_, after) = played(&graph, &picks);
            let talk = after.last().unwrap();
            let open: Vec<&str> = graph.choices(talk).iter().map(|line| line.id.as_str()).collect();
            for id in ids(&story).filter(|id| !open.contains(id)).chain(["", "nobody"]) {
                let mut other = talk.clone();
                prop_assert!(graph.say(&mut other, id).is_err());
                prop_assert_eq!(&other, talk);
            }
        }
    }
}
