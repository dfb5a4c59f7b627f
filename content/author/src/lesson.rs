//! Chapters, units and their cards.

use crate::desk::Desk;
use crate::links::{TO_HELP, TO_PRACTISE};
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::{Part, Tone};
use saywell_content::{
    Block, Card, CardKind, Chapter, CheckOption, Door, Line, Prose, Span, Spoken, Step, TableRow, Unit,
};

/// The gate asks the same everywhere: a question that is known is answered more honestly.
const GATE: &str = "If you bring this up, could your partner hurt, scare or punish you?";
/// The safety line: these words, leading there.
const SAFETY: (&str, &str) = ("Is it safe to talk?", "help/safe-to-talk");
const KINDS: [&str; 8] = ["gate", "read", "exchange", "check", "steps", "table", "reflect", "practise"];

/// `chapter.toml`; the units come from the files beside it.
pub(crate) fn chapter(file: &mut Table, desk: &mut Desk) -> Chapter {
    let id = desk.file_id(file, "chapter");
    let (title, home_title) = desk.titles(file, &Part::new(&id));
    Chapter { id, title, home_title, units: Vec::new() }
}

/// A unit: all other files of a chapter's folder.
pub(crate) fn unit(file: &mut Table, desk: &mut Desk) -> Unit {
    let id = desk.file_id(file, "lesson");
    let part = Part::new(&id);
    let (title, home_title) = desk.titles(file, &part);
    let minutes = file.need("minutes", desk);
    let length = minutes.and_then(|value| value.number(desk)).unwrap_or_default();
    if let Some(value) = minutes.filter(|_| !(3..=8).contains(&length)) {
        desk.fault(value.place(), Rule::Minutes, "a unit takes 3 to 8 minutes");
    }
    let goal = desk.plain(file, "goal", &part);
    let teaches = desk.techniques(file, "teaches");
    let cards = file.each("card", desk, |table, desk| card(table, &part, desk));
    if cards.is_empty() {
        file.missing(Rule::MissingKey, "a unit has at least one card", desk);
    }
    if !is_safe(&cards) {
        let reason = "a unit with an exchange has a gate as its first card, or begins its first or second card with \
                      `[Is it safe to talk?](help/safe-to-talk)`";
        file.missing(Rule::Gate, reason, desk);
    }
    Unit { id, title, home_title, minutes: u8::try_from(length).unwrap_or_default(), goal, teaches, cards }
}

/// Whether nobody comes to a worked dialogue without having been asked if a talk is safe.
fn is_safe(cards: &[Card]) -> bool {
    let has_exchange = cards.iter().any(|card| matches!(card.kind, CardKind::Exchange { .. }));
    let has_gate = matches!(cards.first(), Some(Card { kind: CardKind::Gate { .. }, .. }));
    let is_safety_line =
        |line: &Line| matches!(line.first(), Some(Span::Link { to, text }) if (text.as_str(), to.as_str()) == SAFETY);
    !has_exchange || has_gate || cards.iter().take(2).filter_map(opening).any(is_safety_line)
}

/// The first line under a card's title.
fn opening(card: &Card) -> Option<&Line> {
    match &card.kind {
        CardKind::Read { body, .. } | CardKind::Gate { body, .. } => body.first().map(Block::lines)?.first(),
        CardKind::Exchange { scene, .. } => Some(scene),
        CardKind::Check { question, .. } => Some(question),
        CardKind::Steps { steps, .. } => steps.first().map(|step| &step.text),
        CardKind::Table { rows, .. } => rows.first()?.cells.first(),
        CardKind::Reflect { hint, .. } => Some(hint),
        CardKind::Practise { body, .. } => Some(body),
    }
}

fn card(table: &mut Table, unit: &Part, desk: &mut Desk) -> Card {
    let id = desk.part_id(table, &unit.id);
    let needs_clinician = desk.needs_clinician(table);
    let part = unit.within(id.clone()).marked(needs_clinician);
    let mut kinds = KINDS.into_iter().filter(|kind| table.has(kind));
    let kind = match (kinds.next(), kinds.next()) {
        (None, _) => {
            table.missing(Rule::Card, &format!("a card has one of the keys {}", KINDS.join(", ")), desk);
            table.forgive();
            CardKind::Read { title: String::new(), body: Vec::new() }
        }
        (Some(kind), Some(other)) => {
            table.fault(Rule::Card, format!("this card is both `{kind}` and `{other}`"), desk);
            table.forgive();
            CardKind::Read { title: String::new(), body: Vec::new() }
        }
        (Some("gate"), None) => {
            let (question, body, doors) = gate(table, "gate", &part, desk);
            CardKind::Gate { question, body, doors }
        }
        (Some("exchange"), None) => exchange(table, &part, desk),
        (Some("check"), None) => check(table, &part, desk),
        (Some("steps"), None) => CardKind::Steps {
            title: desk.plain(table, "steps", &part),
            steps: some("list", table, desk).into_iter().map(|value| step(value, &part, desk)).collect(),
        },
        (Some("table"), None) => rows(table, &part, desk),
        (Some("reflect"), None) => {
            CardKind::Reflect { prompt: desk.line(table, "reflect", &part), hint: desk.line(table, "hint", &part) }
        }
        (Some("practise"), None) => {
            let door = table.need("practise", desk);
            let to = door.and_then(|value| value.text(desk)).unwrap_or_default();
            if let Some(value) = door.filter(|_| !to.is_empty()) {
                desk.link(value, to, &TO_PRACTISE);
            }
            CardKind::Practise { to: to.into(), body: desk.line(table, "text", &part) }
        }
        (Some(_), None) => {
            CardKind::Read { title: desk.plain(table, "read", &part), body: desk.prose(table, "text", &part) }
        }
    };
    Card { id, kind, needs_clinician }
}

/// The safety question, which stands under `key`, and its doors.
pub(crate) fn gate(table: &mut Table, key: &'static str, part: &Part, desk: &mut Desk) -> (Line, Prose, Vec<Door>) {
    let question = desk.line(table, key, part);
    if let Some(value) = table.value(key).filter(|_| question != [Span::Text(GATE.into())]) {
        desk.fault(value.place(), Rule::Gate, format!("a gate asks, in these very words: {GATE}"));
    }
    let body = desk.prose(table, "text", part);
    let doors = table.each("options", desk, |table, desk| {
        let id = desk.part_id(table, &part.id);
        let text = desk.line(table, "text", &part.within(id.clone()).in_tone(Tone::Answer));
        let go = table.need("go", desk);
        let to = go.and_then(|value| value.text(desk)).filter(|to| *to != "next");
        if let (Some(value), Some(to)) = (go, to) {
            desk.link(value, to, &TO_HELP);
        }
        Door { id, text, to: to.map(Into::into) }
    });
    if doors.len() < 2 {
        table.missing(Rule::Gate, "a gate has two answers or more", desk);
    } else if doors.iter().filter(|door| door.to.is_none()).count() != 1 {
        table.missing(
            Rule::Gate,
            "exactly one answer of a gate goes on (`go = \"next\"`); the others lead to a help card",
            desk,
        );
    }
    (question, body, doors)
}

fn exchange(table: &mut Table, part: &Part, desk: &mut Desk) -> CardKind {
    let title = desk.plain(table, "exchange", part);
    let technique = table.need("technique", desk).and_then(|value| desk.technique_of(value)).unwrap_or_default();
    let scene = desk.line(table, "scene", part);
    let spoken = part.in_tone(Tone::Dialogue);
    let mut lines = Vec::new();
    for value in some("lines", table, desk) {
        match value.list(desk).as_slice() {
            [by, say] => lines.push(Spoken {
                by: by.text(desk).unwrap_or_default().into(),
                say: desk.line_of(*say, "lines", &spoken),
            }),
            [] => {}
            _ => desk.fault(value.place(), Rule::Card, "a line is written [\"who speaks\", \"what they say\"]"),
        }
    }
    CardKind::Exchange { title, technique, scene, lines, notice: desk.line(table, "notice", part) }
}

fn check(table: &mut Table, part: &Part, desk: &mut Desk) -> CardKind {
    let question = desk.line(table, "check", part);
    let options = table.each("options", desk, |table, desk| {
        let id = desk.part_id(table, &part.id);
        let part = part.within(id.clone());
        let text = desk.line(table, "text", &part.in_tone(Tone::Answer));
        CheckOption { id, text, right: table.flag("right", desk), why: desk.why(table, &part) }
    });
    if options.len() < 2 {
        table.missing(Rule::AnswerKey, "a check has two options or more", desk);
    } else if options.iter().filter(|option| option.right).count() != 1 {
        table.missing(Rule::AnswerKey, "exactly one option of a check is right", desk);
    }
    CardKind::Check { question, options, again: desk.line(table, "again", part) }
}

fn step(value: Value, part: &Part, desk: &mut Desk) -> Step {
    if value.is_text() {
        return Step { text: desk.line_of(value, "list", part), needs_clinician: false };
    }
    let table = value.table(desk);
    table.map_or(Step { text: Vec::new(), needs_clinician: false }, |table| {
        table.read(desk, |table, desk| {
            let needs_clinician = desk.needs_clinician(table);
            let text = table.need("text", desk);
            let part = part.marked(needs_clinician);
            Step { text: text.map(|text| desk.line_of(text, "list", &part)).unwrap_or_default(), needs_clinician }
        })
    })
}

fn rows(table: &mut Table, part: &Part, desk: &mut Desk) -> CardKind {
    let title = desk.plain(table, "table", part);
    let columns: Vec<String> =
        some("columns", table, desk).into_iter().map(|value| desk.plain_of(value, "columns", part)).collect();
    let mut made = Vec::new();
    for value in some("rows", table, desk) {
        let row = if value.is_list() {
            Some(TableRow { cells: cells(&value.list(desk), &columns, part, desk), needs_clinician: false })
        } else {
            value.table(desk).map(|table| table.read(desk, |table, desk| marked_row(table, &columns, part, desk)))
        };
        let Some(row) = row else { continue };
        if row.cells.len() != columns.len() {
            let reason = format!("this row has {} cells, and there are {} columns", row.cells.len(), columns.len());
            desk.fault(value.place(), Rule::Card, reason);
        }
        made.push(row);
    }
    CardKind::Table { title, columns, rows: made }
}

fn marked_row(table: &mut Table, columns: &[String], part: &Part, desk: &mut Desk) -> TableRow {
    let needs_clinician = desk.needs_clinician(table);
    let part = part.marked(needs_clinician);
    let cells = cells(&some("cells", table, desk), columns, &part, desk);
    TableRow { cells, needs_clinician }
}

/// The cells of a row. The first names the row, and stands over the others with the name of their column.
fn cells(values: &[Value], columns: &[String], part: &Part, desk: &mut Desk) -> Vec<Line> {
    let mut cells: Vec<Line> = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let row: String = cells.first().into_iter().flatten().map(Span::words).collect();
        let column = columns.get(index).map(String::as_str).unwrap_or_default();
        let heads = if index == 0 { column.to_owned() } else { format!("{row}, {column}") };
        cells.push(desk.line_of(*value, "rows", &part.under(heads)));
    }
    cells
}

/// A list with something in it.
fn some<'a>(key: &'static str, table: &mut Table<'a>, desk: &mut Desk) -> Vec<Value<'a>> {
    let Some(value) = table.need(key, desk) else { return Vec::new() };
    let list = value.list(desk);
    if list.is_empty() && value.is_list() {
        desk.fault(value.place(), Rule::Value, format!("`{key}` is empty"));
    }
    list
}
