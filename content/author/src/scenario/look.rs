//! What the two drawings of a scenario share: what is said of a line, and how endings look.

use super::KINDS;
use saywell_content::{EndingKind, Scenario, ScenarioLine};

/// What is said of a line beside its id.
pub(super) fn notes(line: &ScenarioLine) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(line.pressure.then(|| "pressure".to_owned()));
    notes.extend(line.hurts.then(|| "hurts".to_owned()));
    for (word, facts) in [("needs", &line.needs), ("unless", &line.unless), ("sets", &line.sets)] {
        notes.extend((!facts.is_empty()).then(|| format!("{word} {}", facts.join(" "))));
    }
    notes.extend(line.help.iter().map(|help| format!("opens {help}")));
    notes
}

/// Whether its arrow is dashed.
pub(super) fn is_dashed(line: &ScenarioLine) -> bool {
    line.pressure || line.hurts
}

/// The last word of an id.
pub(super) fn own(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

pub(super) fn name(kind: EndingKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| *name)
}

/// Fill, outline and ink.
pub(super) fn colours(kind: EndingKind) -> [&'static str; 3] {
    match kind {
        EndingKind::Agreed => ["#DCEBEC", "#17606B", "#0E4650"],
        EndingKind::Paused => ["#F8EBD0", "#7A5000", "#20282B"],
        EndingKind::LeftSafely => ["#17606B", "#17606B", "#FFFFFF"],
    }
}

/// The turns in the order in which a talk can come to them, so that arrows go down but for rounds; then those that no
/// line leads to.
pub(super) fn order(scenario: &Scenario) -> Vec<&str> {
    fn visit<'a>(scenario: &'a Scenario, turn: &'a str, seen: &mut Vec<&'a str>, done: &mut Vec<&'a str>) {
        if seen.contains(&turn) {
            return;
        }
        seen.push(turn);
        let lines: Vec<&ScenarioLine> = scenario.lines.iter().filter(|line| line.at == turn).collect();
        for line in lines.iter().rev() {
            visit(scenario, &line.go, seen, done);
        }
        if !lines.is_empty() {
            done.push(turn);
        }
    }
    let mut seen = Vec::new();
    let mut order = Vec::new();
    for start in std::iter::once(&scenario.start).chain(scenario.lines.iter().map(|line| &line.at)) {
        let mut done = Vec::new();
        visit(scenario, start, &mut seen, &mut done);
        order.extend(done.into_iter().rev());
    }
    order
}
