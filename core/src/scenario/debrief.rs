//! What to look at after a talk. Pure: from the lines that were said.
//!
//! No points and no winning. It names what the person did, where another way was open, and how the ending came about. Where
//! somebody pushed, nothing is praised: the ending's own words stand alone.

use super::talk::{Graph, Spoken};
use saywell_content::{Line, Role, ScenarioLine, Side};

/// A technique that the person used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The technique's id.
    pub technique: String,
    /// The lines in which they used it.
    pub lines: Vec<Line>,
}

/// A moment in which another way was open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherWay {
    /// How many lines had been said before it: what to rewind to.
    pub after: u16,
    /// What the person said.
    pub said: Line,
    /// What they could have said.
    pub instead: Line,
    /// The technique in it.
    pub technique: String,
}

/// A line that hurt or pushed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HardLine {
    /// The person who played said it.
    pub own: bool,
    /// It pushed past a no or a limit.
    pub pressure: bool,
    /// The line.
    pub say: Line,
}

/// What the lines of one talk show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Seen {
    pub used: Vec<Used>,
    pub other_ways: Vec<OtherWay>,
    pub hard_lines: Vec<HardLine>,
    pub suggestion: Option<String>,
}

/// Looks at a talk, for the person who played this side.
pub(super) fn look(graph: &Graph, setup: Option<&str>, said: &[Spoken], side: Side) -> Seen {
    let mut seen = Seen::default();
    let mut talk = graph.begin(setup);
    for (after, spoken) in (0_u16..).zip(said) {
        if let Some(line) = spoken.line() {
            if line.by == side {
                seen.use_of(line);
                let open = graph.choices(&talk);
                seen.other_ways.extend(better(line, &open).map(|(instead, technique)| OtherWay {
                    after,
                    said: line.say.clone(),
                    instead: instead.say.clone(),
                    technique: technique.to_owned(),
                }));
            }
            if line.hurts || line.pressure {
                let hard = HardLine { own: line.by == side, pressure: line.pressure, say: line.say.clone() };
                seen.hard_lines.push(hard);
            }
        }
        // It was said before, so it can be said.
        let _ = graph.say(&mut talk, spoken.id());
    }
    seen.suggestion = suggestion(&seen, graph.scenario.role(side));
    seen
}

impl Seen {
    fn use_of(&mut self, line: &ScenarioLine) {
        for technique in &line.techniques {
            match self.used.iter_mut().find(|used| used.technique == *technique) {
                Some(used) => used.lines.push(line.say.clone()),
                None => self.used.push(Used { technique: technique.clone(), lines: vec![line.say.clone()] }),
            }
        }
    }
}

/// Where a line used no technique, or hurt or pushed: a line with one that could have been said instead.
fn better<'a>(line: &ScenarioLine, open: &[&'a ScenarioLine]) -> Option<(&'a ScenarioLine, &'a str)> {
    if !line.techniques.is_empty() && !line.hurts && !line.pressure {
        return None;
    }
    let mut kind = open.iter().filter(|other| other.id != line.id && !other.hurts && !other.pressure);
    kind.find_map(|other| other.techniques.first().map(|technique| (*other, technique.as_str())))
}

/// One technique to try next: from the first moment that another way was open, or one of the role's that was not used.
fn suggestion(seen: &Seen, role: &Role) -> Option<String> {
    let unused = |technique: &&String| !seen.used.iter().any(|used| used.technique == **technique);
    let first = seen.other_ways.first().map(|way| way.technique.clone());
    first.or_else(|| role.techniques.iter().find(unused).cloned())
}
