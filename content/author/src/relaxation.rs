//! Relaxations: blocks of timed cues, and the short form picked from them. The five and fifteen minutes are in `retimed.rs`.

use crate::desk::Desk;
use crate::fault::Place;
use crate::retimed::retimed;
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::Part;
use saywell_content::stretch::{CORE, length, off_the_breath};
use saywell_content::{Cue, CueBlock, CueKind, Pace, Relaxation, Retimed};
use std::collections::BTreeMap;

/// Ten minutes.
const WHOLE: u32 = 600;
/// Blocks that stretch unless their author says otherwise.
const STRETCHING: [&str; 3] = ["settle", CORE, "rest"];

/// A file of `relaxation/`.
pub(crate) fn relaxation(file: &mut Table, desk: &mut Desk) -> Relaxation {
    let id = desk.file_id(file, "relaxation");
    let part = Part::new(&id);
    let title = desk.neutral_title(file, "title", &part);
    let before = desk.prose(file, "before", &part);
    let grounding = desk.prose(file, "grounding", &part);
    let blocks = file.each("block", desk, |table, desk| block(table, &id, desk));
    let whole: u32 = blocks.iter().map(|block| u32::from(block.seconds)).sum();
    if whole != WHOLE {
        file.missing(Rule::RelaxationTime, &format!("the blocks last {whole} seconds together, not {WHOLE}"), desk);
    }
    let pace = file.value("pace").and_then(|value| pace(value, &blocks, desk));
    let short = file.need("short", desk).and_then(|value| value.table(desk));
    let short = short.map(|table| table.read(desk, |table, desk| short_form(table, &blocks, &part, desk)));
    let short = short.unwrap_or_default();
    let as_written = Retimed::default();
    let mut script =
        Relaxation { id, title, before, grounding, pace, blocks, short, five: as_written.clone(), fifteen: as_written };
    // What does not add up as it is written has its fault already.
    let sound = whole == WHOLE && script.blocks.iter().all(|block| length(&block.cues) == u32::from(block.seconds));
    let sound = sound && pace.is_none_or(|pace| pace.inhale > 0 && pace.exhale > 0);
    let sound = sound && on_the_breath(&script, file, desk);
    script.five = retimed(file, "five", (&script, sound.then_some(300)), &part, desk);
    script.fifteen = retimed(file, "fifteen", (&script, sound.then_some(900)), &part, desk);
    script
}

/// Cues of a paced core begin and end with its breaths, in every form. Whether they do.
fn on_the_breath(script: &Relaxation, file: &Table, desk: &mut Desk) -> bool {
    for (form, blocks) in [("the block", &script.blocks), ("the short form of", &script.short)] {
        for block in blocks.iter().filter(|block| block.id == CORE) {
            if let Some(index) = off_the_breath(script, &block.cues) {
                let reason = format!("{form} `{CORE}`: cue {} does not keep to the breaths of the pace", index + 1);
                file.missing(Rule::RelaxationTime, &reason, desk);
                return false;
            }
        }
    }
    true
}

fn block(table: &mut Table, script: &str, desk: &mut Desk) -> CueBlock {
    let id = desk.part_id(table, script);
    let own = id.rsplit('/').next().unwrap_or_default().to_owned();
    let part = Part::new(id);
    let seconds = table.number("seconds", desk).unwrap_or_default();
    let list = table.need("cues", desk).map(|value| value.list(desk)).unwrap_or_default();
    let usual = if own == "rest" { CueKind::Rest } else { CueKind::Say };
    let cues: Vec<Cue> = list.into_iter().filter_map(|value| cue(value, usual, &part, desk)).collect();
    let stretches = table.value("stretches").map(|value| value.flag(desk).unwrap_or_default());
    let stretches = stretches.unwrap_or_else(|| STRETCHING.contains(&own.as_str()));
    let sum = length(&cues);
    if sum != u32::from(seconds) {
        table.missing(Rule::RelaxationTime, &format!("the cues of `{own}` last {sum} seconds, not {seconds}"), desk);
    }
    CueBlock { id: own, seconds, stretches, cues }
}

fn cue(value: Value, usual: CueKind, part: &Part, desk: &mut Desk) -> Option<Cue> {
    let list = value.list(desk);
    let (seconds, say, kind) = match list.as_slice() {
        [seconds, say] => (seconds, say, usual),
        [seconds, say, kind] => (seconds, say, named(*kind, desk).unwrap_or_default()),
        _ => {
            if value.is_list() {
                let how =
                    "a cue is written [seconds, \"what is said\"], or with what it is behind that, such as \"in\"";
                desk.fault(value.place(), Rule::RelaxationCue, how);
            }
            return None;
        }
    };
    let lasts = seconds.number(desk)?;
    if lasts == 0 {
        desk.fault(seconds.place(), Rule::RelaxationTime, "a cue lasts at least a second");
    }
    Some(Cue { seconds: lasts, kind, say: desk.plain_of(*say, "cues", part) })
}

/// What a cue is, as the author writes it.
fn named(value: Value, desk: &mut Desk) -> Option<CueKind> {
    let name = value.text(desk)?;
    let known = CueKind::NAMES.into_iter().find(|(known, _)| *known == name);
    if known.is_none() {
        let names: Vec<&str> = CueKind::NAMES.into_iter().map(|(known, _)| known).collect();
        desk.fault(value.place(), Rule::RelaxationCue, format!("`{name}`: a cue is one of {}", names.join(", ")));
    }
    known.map(|(_, kind)| kind)
}

fn pace(value: Value, blocks: &[CueBlock], desk: &mut Desk) -> Option<Pace> {
    let pace = value.table(desk)?.read(desk, |table, desk| {
        let inhale = table.number("in", desk)?;
        let exhale = table.number("out", desk)?;
        let mut still = |key| table.value(key).map_or(Some(0), |value| value.number(desk));
        let (hold, rest) = (still("hold")?, still("rest")?);
        Some(Pace { inhale, hold, exhale, rest })
    })?;
    if pace.inhale == 0 || pace.exhale == 0 {
        desk.fault(value.place(), Rule::RelaxationTime, "a breath lasts at least a second, in and out");
    }
    if !blocks.iter().any(|block| block.id == "core") {
        desk.fault(value.place(), Rule::RelaxationCue, "a pace drives the block `core`, and there is none");
    }
    Some(pace)
}

/// *Quick calm*: cues picked by number, some in other words.
fn short_form(table: &mut Table, blocks: &[CueBlock], part: &Part, desk: &mut Desk) -> Vec<CueBlock> {
    let seconds = table.number("seconds", desk).unwrap_or_default();
    let mut instead = other_words(table, part, desk);
    let picks = table.need("pick", desk).and_then(|value| value.table(desk));
    let picks = picks.map(|table| table.entries()).unwrap_or_default();
    for (name, place, _) in &picks {
        if !blocks.iter().any(|block| block.id == *name) {
            desk.fault(place.clone(), Rule::RelaxationCue, format!("there is no block `{name}`"));
        }
    }
    let mut short = Vec::new();
    for block in blocks {
        let Some((name, _, value)) = picks.iter().find(|(name, ..)| *name == block.id) else { continue };
        let mut cues = Vec::new();
        let mut last = 0;
        for pick in value.list(desk) {
            let Some(number) = pick.number(desk) else { continue };
            let Some(cue) = usize::from(number).checked_sub(1).and_then(|index| block.cues.get(index)) else {
                desk.fault(pick.place(), Rule::RelaxationCue, format!("`{name}` has cues 1 to {}", block.cues.len()));
                continue;
            };
            if number <= last {
                desk.fault(pick.place(), Rule::RelaxationCue, "picks keep the order of the cues, each once");
            }
            last = number;
            let say = instead.remove(&format!("{name}-{number}")).map_or_else(|| cue.say.clone(), |(say, _)| say);
            cues.push(Cue { say, ..cue.clone() });
        }
        let seconds = u16::try_from(length(&cues)).unwrap_or(u16::MAX);
        short.push(CueBlock { seconds, cues, ..block.clone() });
    }
    let sum: u32 = short.iter().map(|block| length(&block.cues)).sum();
    if sum != u32::from(seconds) {
        table.missing(Rule::RelaxationTime, &format!("the picked cues last {sum} seconds, not {seconds}"), desk);
    }
    for (name, (_, place)) in instead {
        desk.fault(place, Rule::RelaxationCue, format!("`{name}` is not among the picked cues"));
    }
    short
}

/// `instead`: by block and number, such as `check-in-1`.
pub(crate) fn other_words(table: &mut Table, part: &Part, desk: &mut Desk) -> BTreeMap<String, (String, Place)> {
    let words = table.value("instead").and_then(|value| value.table(desk));
    let words = words.map(|table| table.entries()).unwrap_or_default();
    let entry =
        |(name, place, value): (&str, Place, Value)| (name.to_owned(), (desk.plain_of(value, "instead", part), place));
    words.into_iter().map(entry).collect()
}
