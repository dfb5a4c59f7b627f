//! What the app says when it speaks the other side. Pure.
//!
//! What was not heard yet comes first: a new line that leads on, a new one that ends it, then a line that may lead to a new
//! one, then the one heard least. Within that a stored seed decides, so that a run is the same whenever it is played again.

use super::talk::{Graph, Talk};
use crate::mix::mix;
use saywell_content::ScenarioLine;
use std::collections::HashMap;

/// How often each line was heard; those that were not are left out.
pub(super) type Heard = HashMap<String, u32>;

/// The line to say, if it is the app's turn: one of those that can be said here.
pub(super) fn reply<'a>(graph: &Graph<'a>, talk: &Talk<'a>, heard: &Heard, seed: u64) -> Option<&'a ScenarioLine> {
    let open = graph.choices(talk);
    let ends = |line: &ScenarioLine| graph.scenario.ending(&line.go).is_some();
    let new = open.iter().filter(|line| !heard.contains_key(&line.id));
    let new = new.min_by_key(|line| (ends(line), mix(seed, &line.id)));
    let least_heard = || {
        let to_new = |line: &ScenarioLine| graph.leads_to(&line.go, |later| !heard.contains_key(&later.id));
        open.iter().min_by_key(|line| (!to_new(line), heard.get(&line.id), mix(seed, &line.id)))
    };
    new.or_else(least_heard).copied()
}
