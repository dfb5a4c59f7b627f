//! Scenarios: how a file of `scenario/` becomes the model.
//!
//! Here the words are read and the links noted. What can happen in a conversation is worked out in `graph.rs`, what must
//! and must not happen in `rules.rs`; both know the model alone, so this is also where a broken rule finds its place in
//! the file. `tally.rs` counts for `course check`; `dot.rs` and `svg.rs` draw for `course graph`.

mod dot;
mod graph;
mod look;
mod people;
mod rules;
mod svg;
mod tally;
mod ways;

#[cfg(test)]
mod played;

pub(crate) use dot::dot;
pub(crate) use svg::svg;
pub use tally::{Tally, Ways};

use crate::desk::Desk;
use crate::fault::Place;
use crate::lesson;
use crate::links::TO_HELP;
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::{Part, Tone};
use rules::Spot;
use saywell_content::{
    DebriefDoor, Ending, EndingKind, Line, Node, Prose, Scenario, ScenarioGate, ScenarioLine, Scene, Side, WayOut, Who,
};
use std::collections::BTreeMap;

const KINDS: [(&str, EndingKind); 3] =
    [("agreed", EndingKind::Agreed), ("paused", EndingKind::Paused), ("left-safely", EndingKind::LeftSafely)];
const WHO: [(&str, Who); 4] = [("a", Who::A), ("b", Who::B), ("both", Who::Both), ("you", Who::You)];
const SIDES: [(&str, Side); 2] = [("a", Side::A), ("b", Side::B)];

/// A file of `scenario/`.
pub(crate) fn scenario(file: &mut Table, desk: &mut Desk) -> Scenario {
    let id = desk.file_id(file, "scenario");
    let mut draft = Draft { part: Part::new(&id), places: BTreeMap::new(), whole: true };
    let scenario = draft.scenario(id, file, desk);
    // What is missing in a file that was read only in part would be said to be missing in the talk.
    if !file.is_torn(desk) {
        for (spot, rule, reason) in rules::faults(&scenario, draft.whole, &desk.words) {
            let place = draft.places.get(&spot).cloned();
            desk.fault(place.unwrap_or_else(|| file.start()), rule, reason);
        }
    }
    scenario
}

/// A scenario that is being read.
struct Draft {
    part: Part,
    places: BTreeMap<Spot, Place>,
    /// No line or ending was left out because it could not be read.
    whole: bool,
}

impl Draft {
    fn scenario(&mut self, id: String, file: &mut Table, desk: &mut Desk) -> Scenario {
        let (title, home_title) = desk.titles(file, &self.part);
        let minutes = file.need("minutes", desk);
        let length = minutes.and_then(|value| value.number(desk)).unwrap_or_default();
        if let Some(value) = minutes.filter(|_| !(3..=8).contains(&length)) {
            desk.fault(value.place(), Rule::Minutes, "a scenario takes 3 to 8 minutes");
        }
        let gate = optional(file, "gate", desk).map(|table| table.read(desk, |table, desk| self.gate(table, desk)));
        let situation = desk.prose(file, "situation", &self.part);
        let safety = file.need("safety", desk).map(|value| {
            self.places.insert(Spot::Safety, value.place());
            desk.prose_of(value, "safety", &self.part)
        });
        let any_time = needed(file, "any_time", desk);
        let any_time = any_time.map(|table| table.read(desk, |table, desk| self.way_out(table, desk)));
        self.whole &= any_time.is_some();
        let setup = optional(file, "setup", desk).map(|table| table.read(desk, |table, desk| self.setup(table, desk)));
        let (a, b) = self.roles(file, desk);
        let talk = needed(file, "dialogue", desk);
        let talk = talk.map(|table| table.read(desk, |table, desk| self.dialogue(table, desk)));
        let (start, scenes, lines) = talk.unwrap_or_default();
        let endings = needed(file, "endings", desk).map(|table| self.endings(&table, desk));
        let debrief = optional(file, "debrief", desk);
        let debrief = debrief.map(|table| table.read(desk, |table, desk| self.debrief(table, desk)));
        let (debrief, help) = debrief.unwrap_or_default();
        Scenario {
            id,
            title,
            home_title,
            minutes: u8::try_from(length).unwrap_or_default(),
            gate,
            situation,
            safety: safety.unwrap_or_default(),
            setup,
            a,
            b,
            start,
            lines,
            scenes,
            any_time: any_time.unwrap_or_else(|| WayOut { id: String::new(), say: Line::new(), go: Node::new() }),
            endings: endings.unwrap_or_default(),
            debrief,
            help,
        }
    }

    /// The part `own` of the scenario.
    fn within(&self, own: &str) -> Part {
        self.part.within(format!("{}/{own}", self.part.id))
    }

    fn gate(&self, table: &mut Table, desk: &mut Desk) -> ScenarioGate {
        let (question, body, doors) = lesson::gate(table, "ask", &self.within("gate"), desk);
        ScenarioGate { question, body, doors }
    }

    fn way_out(&mut self, table: &mut Table, desk: &mut Desk) -> WayOut {
        let part = self.within("any-time").in_tone(Tone::Dialogue);
        self.places.insert(Spot::AnyTime, table.start());
        desk.note_id(part.id.clone(), table.start());
        let say = desk.line(table, "say", &part);
        WayOut { id: part.id, say, go: table.text("go", desk).unwrap_or_default().into() }
    }

    fn dialogue(&mut self, table: &mut Table, desk: &mut Desk) -> (Node, Vec<Scene>, Vec<ScenarioLine>) {
        self.places.insert(Spot::Dialogue, table.start());
        let start = table.text("start", desk).unwrap_or_default().into();
        let mut scenes = Vec::new();
        for (index, (at, place, value)) in names(optional(table, "scenes", desk).as_ref()).into_iter().enumerate() {
            self.places.insert(Spot::Scene(index), place);
            let part = self.within(&format!("scene/{at}"));
            scenes.push(Scene { at: at.into(), text: desk.line_of(value, "text", &part) });
        }
        let read = table.each("lines", desk, |table, desk| (self.line(table, desk), table.start()));
        self.whole &= read.len() == table.list("lines", desk).len();
        let mut lines = Vec::new();
        for (line, place) in read {
            let Some(line) = line else {
                self.whole = false;
                continue;
            };
            self.places.insert(Spot::Line(lines.len()), place);
            lines.push(line);
        }
        if lines.is_empty() {
            table.missing(Rule::MissingKey, "there is nothing to say: `lines` is empty", desk);
        }
        (start, scenes, lines)
    }

    /// A line; none where nobody could follow it.
    fn line(&self, table: &mut Table, desk: &mut Desk) -> Option<ScenarioLine> {
        let at = word(table.need("at", desk), "the name of a turn", desk);
        let by = one_of(table.need("by", desk), &SIDES, desk);
        let id = desk.part_id(table, &self.part.id);
        let say = desk.line(table, "say", &Part::new(&id).in_tone(Tone::Dialogue));
        let techniques = desk.techniques(table, "tags");
        let mut facts = |key| words(table, key, desk);
        let (needs, unless, sets) = (facts("needs"), facts("unless"), facts("sets"));
        let (hurts, pressure) = (table.flag("hurts", desk), table.flag("pressure", desk));
        let help = help(table, desk);
        let go = word(table.need("go", desk), "the name of a turn or an ending", desk)?;
        Some(ScenarioLine { id, at: at?, by: by?, say, techniques, needs, unless, sets, hurts, pressure, help, go })
    }

    fn endings(&mut self, table: &Table, desk: &mut Desk) -> Vec<Ending> {
        let mut endings = Vec::new();
        for (name, place, value) in names(Some(table)) {
            desk.check_word(name, "the name of an ending", &place);
            let part = self.within(&format!("ending/{name}"));
            let ending =
                value.table(desk).map(|table| table.read(desk, |table, desk| ending(name, table, &part, desk)));
            let Some(ending) = ending.flatten() else {
                self.whole = false;
                continue;
            };
            self.places.insert(Spot::Ending(endings.len()), place);
            endings.push(ending);
        }
        endings
    }

    fn debrief(&mut self, table: &mut Table, desk: &mut Desk) -> (Prose, Vec<DebriefDoor>) {
        self.places.insert(Spot::Debrief, table.start());
        let part = self.within("debrief");
        let text = table.value("text").map(|value| desk.prose_of(value, "text", &part)).unwrap_or_default();
        let doors = table.each("help", desk, |table, desk| {
            let needs_clinician = desk.needs_clinician(table);
            let part = part.marked(needs_clinician);
            let text = table.need("text", desk).map(|value| desk.line_of(value, "help", &part)).unwrap_or_default();
            let go = table.need("go", desk);
            let to = go.and_then(|value| value.text(desk)).unwrap_or_default();
            if let Some(value) = go.filter(|_| !to.is_empty()) {
                desk.link(value, to, &TO_HELP);
            }
            DebriefDoor { text, to: to.into(), needs_clinician }
        });
        (text, doors)
    }
}

fn ending(name: &str, table: &mut Table, part: &Part, desk: &mut Desk) -> Option<Ending> {
    let kind = one_of(table.need("ending", desk), &KINDS, desk);
    let who = table.value("who");
    if kind == Some(EndingKind::LeftSafely) && who.is_none() {
        table.missing(Rule::TalkEnding, "`who` is missing: who left?", desk);
    }
    let who = one_of(who, &WHO, desk);
    let text = desk.line(table, "text", part);
    let mut own = |key| table.value(key).map(|value| desk.line_of(value, key, part));
    let (text_a, text_b) = (own("text_a"), own("text_b"));
    Some(Ending { name: name.into(), kind: kind?, who, text, text_a, text_b, help: help(table, desk) })
}

/// The help card that a line or an ending opens.
fn help(table: &mut Table, desk: &mut Desk) -> Option<String> {
    let value = table.value("help")?;
    let to = value.text(desk)?;
    desk.link(value, to, &TO_HELP);
    Some(to.into())
}

/// A word that is only known inside the scenario.
fn word(value: Option<Value>, what: &str, desk: &mut Desk) -> Option<String> {
    let value = value?;
    let word = value.text(desk)?;
    desk.check_word(word, what, &value.place());
    Some(word.into())
}

/// Facts.
fn words(table: &mut Table, key: &'static str, desk: &mut Desk) -> Vec<String> {
    let list = table.list(key, desk);
    list.into_iter().filter_map(|value| word(Some(value), "a fact", desk)).collect()
}

/// One of a few words that mean something.
fn one_of<T: Copy>(value: Option<Value>, known: &[(&str, T)], desk: &mut Desk) -> Option<T> {
    let value = value?;
    let word = value.text(desk)?;
    let found = known.iter().find(|(name, _)| *name == word).map(|(_, meaning)| *meaning);
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        desk.fault(value.place(), Rule::Value, format!("`{word}` is not known here; known: {}", names.join(", ")));
    }
    found
}

fn optional<'a>(table: &mut Table<'a>, key: &'static str, desk: &mut Desk) -> Option<Table<'a>> {
    table.value(key)?.table(desk)
}

fn needed<'a>(table: &mut Table<'a>, key: &'static str, desk: &mut Desk) -> Option<Table<'a>> {
    table.need(key, desk)?.table(desk)
}

/// The entries of a table whose keys are names, in the author's order.
fn names<'a>(table: Option<&Table<'a>>) -> Vec<(&'a str, Place, Value<'a>)> {
    let mut entries = table.map(Table::entries).unwrap_or_default();
    entries.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    entries
}
