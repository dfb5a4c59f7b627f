//! Help cards, and the texts of the PEP helper.

use crate::desk::Desk;
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::Part;
use saywell_content::{Block, HelpCard, HelpPart, PepQuestions, PepState, PepText, PepTexts, Prose};

/// The card that has the helper.
const PEP: &str = "help/pep";
const STATES: [(&str, PepState); 11] = [
    ("forced", PepState::Forced),
    ("has-hiv", PepState::HasHiv),
    ("no-contact", PepState::NoContact),
    ("first-day", PepState::FirstDay),
    ("still-time", PepState::StillTime),
    ("not-sure", PepState::NotSure),
    ("window-over", PepState::WindowOver),
    ("works", PepState::Works),
    ("partner-undetectable", PepState::PartnerUndetectable),
    ("on-prep", PepState::OnPrep),
    ("pregnant", PepState::Pregnant),
];

/// A file of `help/`.
pub(crate) fn card(file: &mut Table, desk: &mut Desk) -> HelpCard {
    let id = desk.file_id(file, "help");
    let part = Part::new(&id);
    let title = desk.plain(file, "title", &part);
    let lead = desk.prose(file, "lead", &part);
    let parts = file.each("parts", desk, |table, desk| {
        let title = table.need("title", desk);
        let needs_clinician = desk.needs_clinician(table);
        let heading = title.and_then(|value| value.text(desk)).unwrap_or_default();
        let part = part.marked(needs_clinician).under(heading.trim());
        let title = title.map(|value| desk.plain_of(value, "parts", &part)).unwrap_or_default();
        let body = body(table, "parts", &part, desk);
        HelpPart { title, body, needs_clinician }
    });
    let helper = file.value("pep");
    match helper {
        None if id == PEP => file.missing(Rule::PepHelper, "this card has the helper: `[pep]` is missing", desk),
        Some(value) if id != PEP => {
            desk.fault(value.place(), Rule::PepHelper, format!("the helper stands only on `{PEP}`"));
        }
        _ => {}
    }
    let pep = helper.and_then(|value| value.table(desk)).map(|table| table.read(desk, pep));
    HelpCard { id, title, lead, parts, pep }
}

/// `text`, `list`, or both.
fn body(table: &mut Table, key: &str, part: &Part, desk: &mut Desk) -> Prose {
    let text = table.value("text");
    let points = table.list("list", desk);
    let mut body = text.map(|value| desk.prose_of(value, key, part)).unwrap_or_default();
    let points: Vec<_> = points.into_iter().map(|value| desk.line_of(value, key, part)).collect();
    if !points.is_empty() {
        body.push(Block::Bullets(points));
    } else if text.is_none() {
        table.missing(Rule::MissingKey, "a part has a `text` or a `list`", desk);
    }
    body
}

fn pep(table: &mut Table, desk: &mut Desk) -> PepTexts {
    let hours = table.need("limit_hours", desk);
    let limit_hours = hours.and_then(|value| value.number(desk));
    if let Some(value) = hours.filter(|_| limit_hours == Some(0)) {
        desk.fault(value.place(), Rule::Value, "`limit_hours` is more than 0");
    }
    let ask = table.need("ask", desk).and_then(|value| value.table(desk));
    let ask = ask.map_or_else(no_questions, |table| table.read(desk, questions));
    let mut said: Vec<PepState> = Vec::new();
    let states = table.each("state", desk, |table, desk| state(table, &mut said, desk));
    for (name, state) in STATES {
        if !said.contains(&state) {
            table.missing(Rule::PepHelper, &format!("the helper says nothing in the state `{name}`"), desk);
        }
    }
    PepTexts { limit_hours: limit_hours.unwrap_or_default(), ask, states: states.into_iter().flatten().collect() }
}

fn questions(table: &mut Table, desk: &mut Desk) -> PepQuestions {
    let part = Part::new(format!("{PEP}/ask"));
    let mut ask = |key| desk.line(table, key, &part);
    PepQuestions {
        status: ask("status"),
        contact: ask("contact"),
        contact_sex: ask("contact_sex"),
        contact_works: ask("contact_works"),
        contact_other: ask("contact_other"),
        contact_touch: ask("contact_touch"),
        when: ask("when"),
        forced: ask("forced"),
        undetectable: ask("undetectable"),
        prep: ask("prep"),
        pregnant: ask("pregnant"),
    }
}

fn no_questions() -> PepQuestions {
    PepQuestions {
        status: Vec::new(),
        contact: Vec::new(),
        contact_sex: Vec::new(),
        contact_works: Vec::new(),
        contact_other: Vec::new(),
        contact_touch: Vec::new(),
        when: Vec::new(),
        forced: Vec::new(),
        undetectable: Vec::new(),
        prep: Vec::new(),
        pregnant: Vec::new(),
    }
}

fn state(table: &mut Table, said: &mut Vec<PepState>, desk: &mut Desk) -> Option<PepText> {
    let needs_clinician = desk.needs_clinician(table);
    let is = table.need("is", desk);
    let name = is.and_then(|value| value.text(desk)).unwrap_or_default();
    let part = Part::new(format!("{PEP}/{name}")).marked(needs_clinician);
    let title = desk.plain(table, "title", &part);
    let part = HelpPart { title, body: body(table, "text", &part, desk), needs_clinician };
    let state = STATES.iter().find(|(known, _)| *known == name).map(|(_, state)| *state);
    match (is, state) {
        (Some(value), None) => unknown(value, name, desk),
        (Some(value), Some(state)) if said.contains(&state) => {
            desk.fault(value.place(), Rule::PepHelper, format!("the state `{name}` was already used"));
        }
        _ => {}
    }
    said.extend(state);
    state.map(|state| PepText { state, part })
}

fn unknown(value: Value, name: &str, desk: &mut Desk) {
    let known = STATES.map(|(name, _)| name).join(", ");
    desk.fault(value.place(), Rule::PepHelper, format!("`{name}` is no state of the helper; known: {known}"));
}
