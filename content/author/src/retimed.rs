//! Relaxations of five and of fifteen minutes: what is left out of them, and what is said in other words.

use crate::desk::Desk;
use crate::relaxation::other_words;
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::Part;
use saywell_content::{CueBlock, CueKind, CuePlace, Instead, Relaxation, Retimed};

/// Words that are not true of another length.
const TEN: &str = "ten minutes";

/// `[five]` or `[fifteen]`; a script that needs neither leaves it out. The seconds are none where the script does not add
/// up as it is written.
pub(crate) fn retimed(
    file: &mut Table,
    key: &'static str,
    (script, seconds): (&Relaxation, Option<u32>),
    part: &Part,
    desk: &mut Desk,
) -> Retimed {
    let table = file.value(key).and_then(|value| value.table(desk));
    let rule = table.map(|table| table.read(desk, |table, desk| rule(table, &script.blocks, part, desk)));
    let rule = rule.unwrap_or_default();
    let Some(seconds) = seconds else { return rule };
    match script.stretched(seconds, &rule) {
        Some(blocks) => {
            let said = blocks.iter().flat_map(|block| &block.cues).find(|cue| cue.say.to_lowercase().contains(TEN));
            if let Some(cue) = said {
                let reason = format!("`{key}` still says \"{}\": give it other words in its `instead`", cue.say);
                file.missing(Rule::RelaxationCue, &reason, desk);
            }
        }
        None => file.missing(
            Rule::RelaxationTime,
            &format!("this cannot last {seconds} seconds: name cues in `leave_out` of `{key}`, or let a block stretch"),
            desk,
        ),
    }
    rule
}

fn rule(table: &mut Table, blocks: &[CueBlock], part: &Part, desk: &mut Desk) -> Retimed {
    let words = other_words(table, part, desk);
    let out = table.value("leave_out").and_then(|value| value.table(desk));
    let mut leave_out = Vec::new();
    for (name, place, value) in out.map(|table| table.entries()).unwrap_or_default() {
        match blocks.iter().find(|block| block.id == name) {
            Some(block) => leave_out.extend(numbers(value, block, desk)),
            None => desk.fault(place, Rule::RelaxationCue, format!("there is no block `{name}`")),
        }
    }
    let mut instead = Vec::new();
    for (name, (say, place)) in words {
        let cue = name.rsplit_once('-').and_then(|(block, number)| {
            let block = blocks.iter().find(|known| known.id == block)?;
            let number = number.parse().ok().filter(|number| (1..=block.cues.len()).contains(&usize::from(*number)))?;
            Some(CuePlace { block: block.id.clone(), number })
        });
        match cue.filter(|cue| !leave_out.contains(cue)) {
            Some(cue) => instead.push(Instead { cue, say }),
            None => desk.fault(place, Rule::RelaxationCue, format!("`{name}` is not among the cues of this form")),
        }
    }
    Retimed { leave_out, instead }
}

/// The cues of a block that are left out: of one that stretches, never all of it, and what belongs together goes together.
fn numbers(value: Value, block: &CueBlock, desk: &mut Desk) -> Vec<CuePlace> {
    let mut out: Vec<u16> = Vec::new();
    for number in value.list(desk) {
        match number.number(desk) {
            Some(known) if (1..=block.cues.len()).contains(&usize::from(known)) => out.push(known),
            Some(_) => desk.fault(
                number.place(),
                Rule::RelaxationCue,
                format!("`{}` has cues 1 to {}", block.id, block.cues.len()),
            ),
            None => {}
        }
    }
    if !block.stretches {
        desk.fault(
            value.place(),
            Rule::RelaxationCue,
            format!("`{}` does not stretch: it is said whole in every length", block.id),
        );
    }
    if (1..).zip(&block.cues).all(|(number, _)| out.contains(&number)) {
        desk.fault(value.place(), Rule::RelaxationCue, format!("nothing would be left of `{}`", block.id));
    }
    let kinds = block.cues.iter().map(|cue| cue.kind);
    for ((number, kind), next) in (1..).zip(kinds.clone()).zip(kinds.skip(1)) {
        let pair = matches!(
            (kind, next),
            (CueKind::Tense, CueKind::Release) | (CueKind::In | CueKind::Hold, CueKind::Hold | CueKind::Out)
        );
        if pair && out.contains(&number) != out.contains(&(number + 1)) {
            let reason = format!("cues {number} and {} of `{}` belong together", number + 1, block.id);
            desk.fault(value.place(), Rule::RelaxationCue, reason);
        }
    }
    out.into_iter().map(|number| CuePlace { block: block.id.clone(), number }).collect()
}
