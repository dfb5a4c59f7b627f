//! What the app says when it speaks the other side. Pure.
//!
//! What was not heard yet comes first: a new line that leads on, a new one that ends it, then a line that may lead to a new
//! one, then the one heard least. Within that a stored seed decides, so that a run is the same whenever it is played again.

use super::talk::Graph;
use crate::Result;
use crate::mix::mix;
use saywell_content::ScenarioLine;

/// A line that the app can say, and how often it was heard, if it was.
pub(super) type Open<'a> = (&'a ScenarioLine, Option<u32>);

/// The line to say: one of those that are `open`, if any is. `heard` is asked for the ids of all lines of the story that were
/// heard, sorted, where the answer depends on them.
pub(super) fn reply<'a>(
    graph: &Graph<'a>,
    open: &[Open<'a>],
    heard: impl FnOnce() -> Result<Vec<String>>,
    seed: u64,
) -> Result<Option<&'a ScenarioLine>> {
    let ends = |line: &ScenarioLine| graph.scenario.ending(&line.go).is_some();
    let new = open.iter().filter(|(_, times)| times.is_none()).map(|(line, _)| *line);
    if let Some(line) = new.min_by_key(|line| (ends(line), mix(seed, &line.id))) {
        return Ok(Some(line));
    }
    // Where all lead the same way, what lies ahead does not tell them apart.
    let one_way = open.iter().all(|(line, _)| open.first().is_some_and(|(first, _)| line.go == first.go));
    let heard = if one_way { Vec::new() } else { heard()? };
    let to_new = |line: &'a ScenarioLine| graph.leads_to(&line.go, |later| heard.binary_search(&later.id).is_err());
    let known = open.iter().min_by_key(|(line, times)| (!to_new(line), *times, mix(seed, &line.id)));
    Ok(known.map(|(line, _)| *line))
}
