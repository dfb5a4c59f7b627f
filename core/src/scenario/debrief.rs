//! What to look at after a talk. Pure: from the lines that were said.
//!
//! No points and no winning. It names what the person did, where another way was open, and how the ending came about. Where
//! somebody pushed, or the ending opens a help card, nothing is praised: the ending's own words stand alone.

use super::alone::EndingView;
use super::talk::{Graph, Spoken};
use saywell_content::{Course, Line, Role, Scenario, ScenarioLine, Side, Span};

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
    /// The name in the story.
    pub name: String,
    /// It pushed past a no or a limit.
    pub pressure: bool,
    /// The line.
    pub say: Line,
}

/// A way on from a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward {
    /// The id of what it opens.
    pub to: String,
    /// What that is called, as it may stand in a list.
    pub title: String,
    /// Why, where the story says it.
    pub why: Option<Line>,
    /// That holds wording that a clinician has yet to write or approve; the reader is told.
    pub needs_clinician: bool,
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
                let name = graph.scenario.role(line.by).name.clone();
                let (own, pressure, say) = (line.by == side, line.pressure, line.say.clone());
                seen.hard_lines.push(HardLine { own, name, pressure, say });
            }
        }
        // It was said before, so it can be said.
        let _ = graph.say(&mut talk, spoken.id());
    }
    seen.suggestion = suggestion(&seen, said, graph.scenario.role(side));
    seen
}

impl Seen {
    fn use_of(&mut self, line: &ScenarioLine) {
        // A cry for help is not a technique, whatever else it is.
        if line.help.is_some() {
            return;
        }
        for technique in &line.techniques {
            match self.used.iter_mut().find(|used| used.technique == *technique) {
                Some(used) => used.lines.push(line.say.clone()),
                None => self.used.push(Used { technique: technique.clone(), lines: vec![line.say.clone()] }),
            }
        }
    }
}

/// Where a line hurt or pushed: a line with a technique that could have been said instead. Any other line was a fair thing to
/// say: a silence, a no, a cry for help or a plain yes is never set against a better one.
fn better<'a>(line: &ScenarioLine, open: &[&'a ScenarioLine]) -> Option<(&'a ScenarioLine, &'a str)> {
    if !line.hurts && !line.pressure {
        return None;
    }
    let mut kind = open.iter().filter(|other| other.id != line.id && !other.hurts && !other.pressure);
    kind.find_map(|other| other.techniques.first().map(|technique| (*other, technique.as_str())))
}

/// One technique to try next that was not used: from the first moment that another way was open, or one of the role's.
/// Nothing to practise is set for a person who needed help.
fn suggestion(seen: &Seen, said: &[Spoken], role: &Role) -> Option<String> {
    if said.iter().any(|spoken| spoken.line().is_some_and(|line| line.help.is_some())) {
        return None;
    }
    let unused = |technique: &&String| !seen.used.iter().any(|used| used.technique == **technique);
    let other_ways = seen.other_ways.iter().map(|way| &way.technique);
    other_ways.chain(&role.techniques).find(unused).cloned()
}

/// What the ending's words lead to and the card it opens, each once, where the story has no reason for it; then all that the
/// story gives a reason for: two reasons may lead to one card.
pub(super) fn onward(course: &Course, scenario: &Scenario, ending: Option<&EndingView>) -> Vec<Onward> {
    let links = ending.into_iter().flat_map(|ending| &ending.text).filter_map(|span| match span {
        Span::Link { to, .. } => Some(to),
        _ => None,
    });
    let mut ways: Vec<(&String, Option<&Line>, bool)> = Vec::new();
    for to in links.chain(ending.and_then(|ending| ending.help.as_ref())) {
        if !scenario.help.iter().any(|door| door.to == *to) && !ways.iter().any(|(known, ..)| *known == to) {
            ways.push((to, None, false));
        }
    }
    ways.extend(scenario.help.iter().map(|door| (&door.to, Some(&door.text), door.needs_clinician)));
    let way = |(to, why, needs_clinician): (&String, Option<&Line>, bool)| {
        let title = course.title(to)?.to_owned();
        Some(Onward { to: to.clone(), title, why: why.cloned(), needs_clinician })
    };
    ways.into_iter().filter_map(way).collect()
}

#[cfg(test)]
mod tests {
    use super::super::play::ending_view;
    use super::*;

    fn debriefed(scenario: &Scenario, lines: &[&str], side: Side) -> Seen {
        let graph = Graph::new(scenario);
        let setup = scenario.setup.as_ref().map(|setup| setup.options[0].id.as_str());
        let ids: Vec<String> = lines.iter().map(|line| format!("{}/{line}", scenario.id)).collect();
        let (_, said) = graph.replay(setup, ids.iter().map(String::as_str));
        assert_eq!(said.len(), lines.len(), "the story no longer goes this way");
        look(&graph, setup, &said, side)
    }

    #[test]
    fn another_way_stands_only_beside_what_hurt_or_pushed() {
        for scenario in &crate::course().unwrap().scenarios {
            let hard: Vec<&Line> =
                scenario.lines.iter().filter(|line| line.hurts || line.pressure).map(|line| &line.say).collect();
            for line in &scenario.lines {
                let open: Vec<&ScenarioLine> = scenario.lines.iter().filter(|other| other.at == line.at).collect();
                if let Some((instead, _)) = better(line, &open) {
                    assert!(hard.contains(&&line.say), "{}", line.id);
                    assert!(!hard.contains(&&instead.say), "{}", instead.id);
                }
            }
        }
    }

    #[test]
    fn every_ending_leads_on_with_all_reasons_and_to_no_plain_way_twice() {
        let course = crate::course().unwrap();
        let mut linked = 0;
        for scenario in &course.scenarios {
            let doors: Vec<&String> = scenario.help.iter().map(|door| &door.to).collect();
            let ways = |ending: Option<&EndingView>| -> Vec<String> {
                onward(&course, scenario, ending).into_iter().map(|way| way.to).collect()
            };
            assert_eq!(ways(None).iter().collect::<Vec<_>>(), doors);
            for ending in scenario.endings.iter().map(|ending| ending_view(ending, Side::A)) {
                let all = ways(Some(&ending));
                assert!(ending.help.as_ref().is_none_or(|help| all.contains(help)), "{}", scenario.id);
                // Each reason that the story gives is the person's to read.
                let (mut plain, told) = (all[..all.len() - doors.len()].to_vec(), &all[all.len() - doors.len()..]);
                assert_eq!(told.iter().collect::<Vec<_>>(), doors, "{}", scenario.id);
                linked += plain.len();
                plain.sort();
                plain.dedup();
                assert_eq!(plain.len(), all.len() - doors.len(), "{}", scenario.id);
                assert!(!plain.iter().any(|to| doors.contains(&to)), "{}", scenario.id);
            }
        }
        assert!(linked > 0, "no ending leads anywhere by itself");
    }

    #[test]
    fn a_way_that_the_story_gives_a_reason_for_stands_with_it() {
        let course = crate::course().unwrap();
        let mut scenario = course.scenarios.iter().find(|scenario| !scenario.help.is_empty()).unwrap().clone();
        let (door, gone) = (scenario.help[0].clone(), "help/no-such-card".to_owned());
        scenario.help.truncate(1);
        let link = |to: &String| Span::Link { to: to.clone(), text: "there".into() };
        let unit = &course.chapters[0].units[0];
        let ending = EndingView {
            text: vec![link(&door.to), link(&unit.id), link(&gone), link(&unit.id)].into_iter().collect(),
            help: Some(door.to.clone()),
            ..ending_view(&scenario.endings[0], Side::A)
        };
        let plain =
            Onward { to: unit.id.clone(), title: unit.outside_title().into(), why: None, needs_clinician: false };
        let card = course.help_card(&door.to).unwrap();
        let told = Onward {
            to: door.to,
            title: card.title.clone(),
            why: Some(door.text),
            needs_clinician: door.needs_clinician,
        };
        assert_eq!(onward(&course, &scenario, Some(&ending)), [plain, told]);
    }

    #[test]
    fn a_push_is_named_and_answered_with_another_way() {
        let course = crate::course().unwrap();
        let scenario = course.scenario("scenario/both-living-with-hiv").unwrap();
        let seen = debriefed(scenario, &["rule-first", "no-trust", "who-knows"], Side::A);
        assert_eq!(seen.hard_lines.len(), 1);
        assert!(seen.hard_lines[0].own && !seen.hard_lines[0].pressure);
        assert_eq!((seen.other_ways.len(), seen.other_ways[0].after), (1, 2));
        assert_eq!(seen.suggestion.as_ref(), Some(&seen.other_ways[0].technique));
        let said: String = seen.hard_lines[0].say.iter().map(Span::words).collect();
        assert!(said.contains("Who knows what you have"), "{said}");
    }
}
