//! A made-up story of any length, and a run through it. The same story can be told in ink.
//!
//! Two people speak in turns. Most lines lead to the next turn; some skip two, some go back by one, and a few end the
//! talk. Every eight turns have a fact of their own, which some of their lines set, and others need or must not have.

use crate::Fallible;
use saywell_core::content::{Ending, EndingKind, Line, Role, Scenario, ScenarioLine, Side, Span, WayOut};
use saywell_core::scenario::Graph;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Lines of a turn.
const CHOICES: usize = 4;
/// Turns with one fact.
const STRETCH: usize = 8;

/// A story of so many turns, with four lines each.
pub fn scenario(turns: usize) -> Scenario {
    let role = |name: &str| Role {
        name: name.into(),
        you: words("You have known them for a year."),
        hope: words("That both say what they want."),
        worry: words("That it gets loud."),
        limit: words("Not tonight."),
        techniques: vec![],
    };
    let ending = |name: &str, kind, text| Ending {
        name: name.into(),
        kind,
        who: None,
        text: words(text),
        text_a: None,
        text_b: None,
        help: None,
    };
    Scenario {
        id: "scenario/made-up".into(),
        title: "A made-up story".into(),
        home_title: None,
        minutes: 5,
        gate: None,
        situation: vec![],
        safety: vec![],
        setup: None,
        a: role("Ari"),
        b: role("Jo"),
        start: "turn-0".into(),
        lines: (0..turns).flat_map(|turn| (0..CHOICES).map(move |way| line(turn, way, turns))).collect(),
        scenes: vec![],
        any_time: WayOut { id: "scenario/made-up/any-time".into(), say: words("I have to go."), go: "left".into() },
        endings: vec![
            ending("agreed", EndingKind::Agreed, "They found something that both want."),
            ending("paused", EndingKind::Paused, "They will talk again on Sunday."),
            ending("left", EndingKind::LeftSafely, "You left."),
        ],
        debrief: vec![],
        help: vec![],
    }
}

fn line(turn: usize, way: usize, turns: usize) -> ScenarioLine {
    let dice = mix(turn * CHOICES + way);
    let some = |condition: bool, back: usize| {
        let fact = (turn / STRETCH).checked_sub(back).filter(|_| condition);
        fact.map(|fact| format!("fact-{fact}")).into_iter().collect::<Vec<_>>()
    };
    // The sides take turns, so that every step is odd.
    let go = match (way, dice % 5) {
        (1, 0) => Some(turn + 3),
        (2, 0) => turn.checked_sub(1),
        (3, 0) => None,
        _ => Some(turn + 1),
    };
    ScenarioLine {
        id: format!("scenario/made-up/line-{turn}-{way}"),
        at: format!("turn-{turn}"),
        by: if turn.is_multiple_of(2) { Side::A } else { Side::B },
        say: words(&format!("{} {turn} {way}.", SENTENCES.get(dice % SENTENCES.len()).unwrap_or(&""))),
        techniques: vec![],
        needs: some(way == 2 && dice.is_multiple_of(2), 1),
        unless: some(way == 3 && dice.is_multiple_of(2), 0),
        sets: some(way < 2 && dice.is_multiple_of(3), 0),
        hurts: false,
        pressure: false,
        help: None,
        go: match go {
            None => "paused".into(),
            Some(go) if go < turns => format!("turn-{go}"),
            Some(_) => "agreed".into(),
        },
    }
}

const SENTENCES: [&str; 5] = [
    "What is it like for you?",
    "I want to wait, and I want you to know why.",
    "Let us talk about it on Sunday, not now.",
    "I like being with you, and this matters to me.",
    "Can I tell you what worries me?",
];

fn words(text: &str) -> Line {
    vec![Span::Text(text.to_owned())]
}

/// A number that looks thrown, always the same one.
pub fn mix(number: usize) -> usize {
    number.wrapping_add(1).wrapping_mul(0x9E37_79B1) >> 7 & 0xFFFF
}

/// A run of so many lines that does not end: which of the choices is taken at each step, and its line's id.
pub fn run<'a>(graph: &Graph<'a>, steps: usize) -> Fallible<Vec<(usize, &'a str)>> {
    let mut talk = graph.begin(None);
    let mut run = Vec::new();
    for step in 0..steps {
        let choices = graph.choices(&talk);
        let mut on: Vec<_> = choices.iter().enumerate().collect();
        on.retain(|(_, line)| graph.scenario.ending(&line.go).is_none());
        let (index, line) = on.get(mix(step) % on.len().max(1)).ok_or("the run ends too early")?;
        graph.say(&mut talk, &line.id)?;
        run.push((*index, line.id.as_str()));
    }
    Ok(run)
}

/// What can be said at each step of a run: `|` between the lines, tabs between the steps.
pub fn walk(graph: &Graph, run: &[(usize, &str)]) -> Fallible<String> {
    let mut talk = graph.begin(None);
    let open = |talk: &_| graph.choices(talk).iter().map(|line| plain(&line.say)).collect::<Vec<_>>().join("|");
    let mut steps = vec![open(&talk)];
    for (_, id) in run {
        graph.say(&mut talk, id)?;
        steps.push(open(&talk));
    }
    Ok(steps.join("\t"))
}

/// The story in ink: a knot for each turn, a sticky choice for each line, a variable for each fact. The way out, which
/// would be one more choice in every knot, is left away.
pub fn ink(story: &Scenario) -> Fallible<String> {
    let name = |name: &str| name.replace('-', "_");
    let facts: BTreeSet<&String> =
        story.lines.iter().flat_map(|line| [&line.sets, &line.needs, &line.unless]).flatten().collect();
    let mut ink = String::new();
    for fact in facts {
        writeln!(ink, "VAR {} = false", name(fact))?;
    }
    writeln!(ink, "-> {}", name(&story.start))?;
    let mut turn = "";
    for line in &story.lines {
        if turn != line.at {
            turn = &line.at;
            writeln!(ink, "\n=== {}", name(turn))?;
        }
        write!(ink, "+ ")?;
        for fact in &line.needs {
            write!(ink, "{{{}}} ", name(fact))?;
        }
        for fact in &line.unless {
            write!(ink, "{{not {}}} ", name(fact))?;
        }
        // In brackets: not said again once it is chosen, which would only cost ink more.
        writeln!(ink, "[{}]", plain(&line.say))?;
        for fact in &line.sets {
            writeln!(ink, "  ~ {} = true", name(fact))?;
        }
        writeln!(ink, "  -> {}", name(&line.go))?;
    }
    for ending in &story.endings {
        writeln!(ink, "\n=== {}\n{}\n-> END", name(&ending.name), plain(&ending.text))?;
    }
    Ok(ink)
}

fn plain(line: &Line) -> String {
    line.iter().map(Span::words).collect()
}
