//! Made-up stories for property tests: any shape that the checker would let through, and many that it would not.

use proptest::prelude::*;
use saywell_content::{Ending, EndingKind, Role, Scenario, ScenarioLine, Side, WayOut};

const FACTS: [&str; 3] = ["blunt", "kind", "late"];

/// A story of one to eight turns, with up to five lines each, that lead anywhere.
pub(crate) fn story() -> impl Strategy<Value = Scenario> {
    let line = (0..12_usize, any::<[bool; 9]>());
    let turn = (any::<bool>(), prop::collection::vec(line, 1..6));
    prop::collection::vec(turn, 1..9).prop_map(|turns| {
        let mut lines = Vec::new();
        for (at, (by_a, choices)) in turns.iter().enumerate() {
            for (n, (go, bits)) in choices.iter().enumerate() {
                // The first line of a turn can always be said, so that there are long talks too.
                let facts = |from: usize| -> Vec<String> {
                    let asked = FACTS.iter().zip(&bits[from..]).filter(|(_, bit)| **bit && (from == 6 || n > 0));
                    asked.map(|(fact, _)| (*fact).to_owned()).collect()
                };
                lines.push(ScenarioLine {
                    id: format!("scenario/s/l{at}-{n}"),
                    at: format!("t{at}"),
                    by: if *by_a { Side::A } else { Side::B },
                    say: vec![],
                    techniques: if bits[0] { vec!["technique/trust".into()] } else { vec![] },
                    needs: facts(0).into_iter().take(1).collect(),
                    unless: facts(3).into_iter().take(1).collect(),
                    sets: facts(6),
                    hurts: false,
                    pressure: false,
                    help: None,
                    // A side that speaks twice running could go round alone for ever; the checker lets no such story through.
                    go: match turns.get(*go) {
                        Some((other, _)) if other != by_a => format!("t{go}"),
                        _ => format!("e{}", go % 3),
                    },
                });
            }
        }
        told(lines)
    })
}

/// The ids of a story's lines.
pub(crate) fn ids(story: &Scenario) -> impl Iterator<Item = &str> {
    story.lines.iter().map(|line| line.id.as_str())
}

fn told(lines: Vec<ScenarioLine>) -> Scenario {
    let role = |name: &str| Role {
        name: name.into(),
        you: vec![],
        hope: vec![],
        worry: vec![],
        limit: vec![],
        techniques: vec!["technique/trust".into(), "technique/respect".into()],
    };
    let ending = |name: &str, kind| Ending {
        name: name.into(),
        kind,
        who: None,
        text: vec![],
        text_a: None,
        text_b: None,
        help: None,
    };
    Scenario {
        id: "scenario/s".into(),
        title: "A story".into(),
        home_title: None,
        minutes: 5,
        gate: None,
        situation: vec![],
        safety: vec![],
        setup: None,
        a: role("Ari"),
        b: role("Jo"),
        start: "t0".into(),
        lines,
        scenes: vec![],
        any_time: WayOut { id: "scenario/s/any-time".into(), say: vec![], go: "e2".into() },
        endings: vec![
            ending("e0", EndingKind::Agreed),
            ending("e1", EndingKind::Paused),
            ending("e2", EndingKind::LeftSafely),
        ],
        debrief: vec![],
        help: vec![],
    }
}
