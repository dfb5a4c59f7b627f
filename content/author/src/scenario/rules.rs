//! What a scenario must hold, as told in `docs/scenarios.md`: safe for whoever plays it, and no line in vain.
//!
//! Pure: from the model to faults, each with the spot that it is about. A fault that only follows from another one is not
//! named, so that an author mends causes.

use super::graph::{Graph, MOST, turns};
use super::ways;
use crate::near::near;
use crate::rule::Rule;
use crate::words::Words;
use saywell_content::{Block, Ending, EndingKind, Line, Scenario, ScenarioLine, Side, Span};
use std::collections::BTreeSet;

/// What a fault is about; lines and the like by their index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spot {
    Safety,
    Choice(usize),
    Role(Side),
    AnyTime,
    Dialogue,
    Scene(usize),
    Line(usize),
    Ending(usize),
    Debrief,
}

pub(crate) type Faults = Vec<(Spot, Rule, String)>;

/// In letters: what fits on a small screen, and what two people can take in.
const LONGEST_LINE: usize = 160;
const LONGEST_CHOICE: usize = 60;
const LONGEST_ENDING: usize = 300;
const LEAST_ENDINGS: usize = 5;
/// Besides the one of `any_time`.
const LEAST_LEAVING: usize = 2;
const LEAST_LINES: usize = 40;
const LEAST_DECISIONS: usize = 12;
const EVERYWHERE: [&str; 5] = ["respect", "education", "perseverance", "eroticising", "bargaining"];
/// Here no sex is on offer.
const WITHOUT_EROTICISING: [&str; 2] = ["scenario/at-the-party", "scenario/an-old-friend"];
const LOW_MOOD: &str = "help/low-mood";
/// How a story about low mood says so before it begins.
const FEELING_LOW: [&str; 4] = ["feeling low", "feel low", "low mood", "too low"];

/// All faults of a scenario. Where it is not `whole`, because a line or an ending could not be read, nothing is said to
/// be missing.
pub(crate) fn faults(scenario: &Scenario, whole: bool, words: &Words) -> Faults {
    let lost = if whole { names(scenario) } else { Faults::new() };
    let whole = whole && lost.is_empty();
    let mut faults = lost;
    faults.extend(speakers(scenario));
    faults.extend(lengths(scenario));
    faults.extend(low_mood(scenario, words));
    if whole {
        faults.extend(facts(scenario));
        faults.extend(endings(scenario));
    }
    if !turns(scenario).contains(scenario.start.as_str()) {
        return faults;
    }
    let Some((once, graph)) = Graph::of(scenario).and_then(|graph| Some((graph.without_repeats()?, graph))) else {
        faults.push((
            Spot::Dialogue,
            Rule::TalkSize,
            format!("a talk can stand in more than {MOST} ways: it has too many facts or rounds"),
        ));
        return faults;
    };
    faults.extend(ways::stuck(scenario, &graph, &once));
    faults.extend(ways::pressure(scenario, &graph));
    if whole {
        faults.extend(ways::unreached(scenario, &graph));
        faults.extend(counts(scenario, &graph));
        faults.extend(techniques(scenario, &graph));
    }
    faults
}

/// Names of turns and endings that are not there, or are both.
fn names(scenario: &Scenario) -> Faults {
    let turns = turns(scenario);
    let endings = || scenario.endings.iter().map(|ending| ending.name.as_str());
    let lost = |name: &str, what: &str, known: &[&str]| {
        let hint = near(name, known.iter().copied()).map(|meant| format!("; did you mean `{meant}`?"));
        let is_lost = !name.is_empty() && !known.contains(&name);
        is_lost.then(|| format!("`{name}` is no {what}{}", hint.unwrap_or_default()))
    };
    let all_turns: Vec<&str> = turns.iter().copied().collect();
    let all_endings: Vec<&str> = endings().collect();
    let all: Vec<&str> = turns.iter().copied().chain(endings()).collect();
    let mut faults = Faults::new();
    faults.extend(lost(&scenario.start, "turn", &all_turns).map(|reason| (Spot::Dialogue, Rule::TalkName, reason)));
    faults.extend(
        lost(&scenario.any_time.go, "ending", &all_endings).map(|reason| (Spot::AnyTime, Rule::TalkName, reason)),
    );
    for (index, scene) in scenario.scenes.iter().enumerate() {
        faults.extend(lost(&scene.at, "turn", &all_turns).map(|reason| (Spot::Scene(index), Rule::TalkName, reason)));
    }
    for (index, line) in scenario.lines.iter().enumerate() {
        faults.extend(
            lost(&line.go, "turn and no ending", &all).map(|reason| (Spot::Line(index), Rule::TalkName, reason)),
        );
    }
    let both = endings().enumerate().filter(|(_, name)| turns.contains(name));
    faults.extend(
        both.map(|(index, name)| (Spot::Ending(index), Rule::TalkName, format!("`{name}` is the name of a turn, too"))),
    );
    faults
}

/// All lines of a turn are of one side.
fn speakers(scenario: &Scenario) -> Faults {
    let mut faults = Faults::new();
    for (index, line) in scenario.lines.iter().enumerate() {
        let first = scenario.lines.iter().find(|first| first.at == line.at);
        if let Some(first) = first.filter(|first| first.by != line.by) {
            let (turn, name) = (&line.at, &scenario.role(first.by).name);
            faults.push((
                Spot::Line(index),
                Rule::TalkSide,
                format!("at `{turn}` it is {name} who speaks: a turn is of one side"),
            ));
        }
    }
    faults
}

fn lengths(scenario: &Scenario) -> Faults {
    let long = |spot: Spot, line: &Line, what: &str, most: usize| {
        let letters = plain(line).chars().count();
        (letters > most).then(|| (spot, Rule::TalkLength, format!("{what} of {letters} letters; {most} is the most")))
    };
    let mut faults = Faults::new();
    faults.extend(long(Spot::AnyTime, &scenario.any_time.say, "a line", LONGEST_LINE));
    for (index, option) in scenario.setup.iter().flat_map(|setup| &setup.options).enumerate() {
        faults.extend(long(Spot::Choice(index), &option.text, "an option", LONGEST_CHOICE));
    }
    for (index, line) in scenario.lines.iter().enumerate() {
        faults.extend(long(Spot::Line(index), &line.say, "a line", LONGEST_LINE));
    }
    for (index, text) in endings_told(scenario) {
        faults.extend(long(Spot::Ending(index), text, "an ending", LONGEST_ENDING));
    }
    faults
}

/// Who speaks of ending their life is answered by help, and a story about low mood says first what it is about.
fn low_mood(scenario: &Scenario, words: &Words) -> Faults {
    let helps = |help: &Option<String>| help.as_deref() == Some(LOW_MOOD);
    let mut faults = Faults::new();
    let mut grave = |spot: Spot, text: &Line, help: &Option<String>| {
        if let Some(words) = words.grave(&plain(text)).filter(|_| !helps(help)) {
            faults.push((spot, Rule::LowMood, format!("`{words}` is answered by `help = \"{LOW_MOOD}\"`")));
        }
    };
    for (index, line) in scenario.lines.iter().enumerate() {
        grave(Spot::Line(index), &line.say, &line.help);
    }
    for (index, text) in endings_told(scenario) {
        grave(Spot::Ending(index), text, &scenario.endings.get(index).and_then(|ending| ending.help.clone()));
    }
    let safety = scenario.safety.iter().flat_map(Block::lines).map(plain).collect::<String>().to_lowercase();
    let is_told = FEELING_LOW.iter().any(|words| safety.contains(words));
    let helped =
        scenario.lines.iter().map(|line| &line.help).chain(scenario.endings.iter().map(|it| &it.help)).any(helps);
    if is_told || helped {
        let leads = |text: &[Block]| {
            let mut spans = text.iter().flat_map(Block::lines).flatten();
            spans.any(|span| matches!(span, Span::Link { to, .. } if to == LOW_MOOD))
        };
        let reason = |place: &str| format!("a story about low mood has a door to `{LOW_MOOD}` in its {place}");
        if !leads(&scenario.safety) {
            faults.push((Spot::Safety, Rule::LowMood, reason("`safety`")));
        }
        if !leads(&scenario.debrief) && !scenario.help.iter().any(|door| door.to == LOW_MOOD) {
            faults.push((Spot::Debrief, Rule::LowMood, reason("debrief")));
        }
    }
    faults
}

/// Facts that nobody sets, and facts that nobody asks for.
fn facts(scenario: &Scenario) -> Faults {
    let asks = || scenario.lines.iter().flat_map(|line| line.needs.iter().chain(&line.unless));
    let options = scenario.setup.iter().flat_map(|setup| &setup.options).enumerate();
    let mut set: Vec<(Spot, &str)> = Vec::new();
    set.extend(
        options.flat_map(|(index, option)| option.sets.iter().map(move |fact| (Spot::Choice(index), fact.as_str()))),
    );
    for (index, line) in scenario.lines.iter().enumerate() {
        set.extend(line.sets.iter().map(|fact| (Spot::Line(index), fact.as_str())));
    }
    let mut faults = Faults::new();
    for (index, line) in scenario.lines.iter().enumerate() {
        for fact in unset(scenario, line) {
            let hint = near(fact, set.iter().map(|(_, fact)| *fact)).map(|meant| format!("; did you mean `{meant}`?"));
            faults.push((
                Spot::Line(index),
                Rule::TalkFact,
                format!("nothing sets `{fact}`{}", hint.unwrap_or_default()),
            ));
        }
    }
    let mut seen = BTreeSet::new();
    for (spot, fact) in set {
        if seen.insert(fact) && !asks().any(|asked| asked == fact) {
            faults.push((spot, Rule::TalkFact, format!("no line asks for `{fact}`")));
        }
    }
    faults
}

/// What a line asks for and nothing sets.
pub(crate) fn unset<'a>(scenario: &Scenario, line: &'a ScenarioLine) -> Vec<&'a str> {
    let options = scenario.setup.iter().flat_map(|setup| &setup.options).flat_map(|option| &option.sets);
    let set: BTreeSet<&String> = scenario.lines.iter().flat_map(|line| &line.sets).chain(options).collect();
    let asked = line.needs.iter().chain(&line.unless);
    asked.filter(|fact| !set.contains(fact)).map(String::as_str).collect()
}

fn endings(scenario: &Scenario) -> Faults {
    let mut faults = Faults::new();
    let way_out = &scenario.any_time.go;
    if scenario.ending(way_out).is_some_and(|ending| ending.kind != EndingKind::LeftSafely) {
        faults.push((
            Spot::AnyTime,
            Rule::TalkEnding,
            format!("the way out leads to `{way_out}`, which is not left-safely"),
        ));
    }
    let all = scenario.endings.len();
    if all < LEAST_ENDINGS {
        faults.push((
            Spot::Ending(0),
            Rule::TalkEnding,
            format!("there are {all} endings; {LEAST_ENDINGS} is the least"),
        ));
    }
    let leaves = |ending: &&Ending| ending.kind == EndingKind::LeftSafely && ending.name != *way_out;
    let leaving = scenario.endings.iter().filter(leaves).count();
    if leaving < LEAST_LEAVING {
        let reason =
            format!("{leaving} endings are left-safely besides that of `any_time`; {LEAST_LEAVING} is the least");
        faults.push((Spot::Ending(0), Rule::TalkEnding, reason));
    }
    faults
}

fn counts(scenario: &Scenario, graph: &Graph) -> Faults {
    let few = |count: usize, least: usize, what: &str| {
        (count < least)
            .then(|| (Spot::Dialogue, Rule::TalkSize, format!("there are {count} {what}; {least} is the least")))
    };
    let lines = few(scenario.lines.len(), LEAST_LINES, "lines");
    let decisions = few(graph.decisions().len(), LEAST_DECISIONS, "turns with a choice");
    lines.into_iter().chain(decisions).collect()
}

/// What a scenario lets people practise.
fn techniques(scenario: &Scenario, graph: &Graph) -> Faults {
    let used = |side: Option<Side>| -> BTreeSet<&str> {
        let lines = graph.lines().into_iter().filter_map(|index| scenario.lines.get(index));
        let by = lines.filter(|line| side.is_none_or(|side| line.by == side));
        by.flat_map(|line| &line.techniques).map(String::as_str).collect()
    };
    let own = |id: &str| id.split_once('/').map_or(id, |(_, own)| own).to_owned();
    let mut faults = Faults::new();
    for name in EVERYWHERE {
        let is_exempt = name == "eroticising" && WITHOUT_EROTICISING.contains(&scenario.id.as_str());
        if !is_exempt && !used(None).iter().any(|id| own(id) == name) {
            faults.push((Spot::Dialogue, Rule::TalkPractice, format!("no line has the tag `{name}`")));
        }
    }
    for side in [Side::A, Side::B] {
        let role = scenario.role(side);
        if !(2..=4).contains(&role.techniques.len()) {
            faults.push((Spot::Role(side), Rule::TalkPractice, "`try` names two to four techniques".into()));
        }
        for id in role.techniques.iter().filter(|id| !used(Some(side)).contains(id.as_str())) {
            faults.push((
                Spot::Role(side),
                Rule::TalkPractice,
                format!("{} is to try `{}`, and no line of theirs has that tag", role.name, own(id)),
            ));
        }
    }
    faults
}

/// The texts of all endings, each with the ending's index.
fn endings_told(scenario: &Scenario) -> impl Iterator<Item = (usize, &Line)> {
    let texts = scenario.endings.iter().enumerate();
    texts.flat_map(|(index, ending)| {
        [Some(&ending.text), ending.text_a.as_ref(), ending.text_b.as_ref()]
            .into_iter()
            .flatten()
            .map(move |text| (index, text))
    })
}

fn plain(line: &Line) -> String {
    line.iter().map(Span::words).collect()
}
