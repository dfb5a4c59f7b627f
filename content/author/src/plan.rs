//! What a person is asked when they plan a talk.

use crate::desk::Desk;
use crate::rule::Rule;
use crate::table::Table;
use crate::text::Part;
use saywell_content::{PlanPrompts, Prompt};

const ID: &str = "journal/plan-the-talk";

/// `journal/plan-the-talk.toml`
pub(crate) fn prompts(file: &mut Table, desk: &mut Desk) -> PlanPrompts {
    let id = desk.file_id(file, "journal");
    if id != ID
        && let Some(value) = file.value("id")
    {
        desk.fault(value.place(), Rule::Id, format!("the id of this file is `{ID}`"));
    }
    let part = Part::new(ID);
    PlanPrompts {
        id,
        title: desk.neutral_title(file, "title", &part),
        before: desk.prose(file, "before", &part),
        share_title: desk.neutral_title(file, "share_title", &part),
        when: prompt("when", file, desk),
        place: prompt("place", file, desk),
        opening: prompt("opening", file, desk),
        offer: prompt("offer", file, desk),
        exit: prompt("exit", file, desk),
    }
}

fn prompt(key: &'static str, file: &mut Table, desk: &mut Desk) -> Prompt {
    let part = Part::new(format!("{ID}/{key}"));
    let read = |table: &mut Table, desk: &mut Desk| Prompt {
        // Stands over the person's words when the plan leaves the app.
        label: desk.neutral_title(table, "label", &part),
        ask: desk.line(table, "ask", &part),
        hint: desk.line(table, "hint", &part),
    };
    let table = file.need(key, desk).and_then(|value| value.table(desk));
    table.map_or_else(
        || Prompt { label: String::new(), ask: Vec::new(), hint: Vec::new() },
        |table| table.read(desk, read),
    )
}
