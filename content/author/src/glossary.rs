//! Terms and techniques.

use crate::desk::Desk;
use crate::table::Table;
use crate::text::{Part, Tone};
use saywell_content::{Technique, Term};

/// A file of `glossary/`.
pub(crate) fn file(file: &mut Table, desk: &mut Desk, techniques: &mut Vec<Technique>, terms: &mut Vec<Term>) {
    techniques.extend(file.each("technique", desk, technique));
    terms.extend(file.each("term", desk, term));
}

fn term(table: &mut Table, desk: &mut Desk) -> Term {
    let id = desk.part_id(table, "term");
    let part = Part::new(&id);
    let aliases = table.list("aliases", desk);
    let searched = part.in_tone(Tone::Alias);
    Term {
        name: desk.plain(table, "name", &part),
        aliases: aliases.into_iter().map(|alias| desk.plain_of(alias, "aliases", &searched)).collect(),
        body: desk.prose(table, "text", &part),
        exact: table.flag("exact", desk),
        id,
    }
}

fn technique(table: &mut Table, desk: &mut Desk) -> Technique {
    let id = desk.part_id(table, "technique");
    let part = Part::new(&id);
    Technique {
        name: desk.plain(table, "name", &part),
        ask: desk.line(table, "ask", &part),
        answer: desk.line(table, "answer", &part),
        id,
    }
}
