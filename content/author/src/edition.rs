//! `pack.toml`: the title page of a course.

use crate::desk::Desk;
use crate::rule::Rule;
use crate::table::Table;
use crate::text::Part;
use saywell_content::{Edition, Reviewed};

/// The title page, and the id of the course beside which this one stands, where it does.
pub(crate) fn edition(file: &mut Table, desk: &mut Desk) -> (Edition, Option<String>) {
    let id = desk.file_id(file, "pack");
    let part = Part::new(&id);
    let number = file.need("version", desk);
    let version = number.and_then(|value| value.number(desk)).unwrap_or_default();
    if let Some(value) = number.filter(|_| version == 0) {
        desk.fault(value.place(), Rule::Value, "the first edition is version 1");
    }
    let title = desk.neutral_title(file, "title", &part);
    let mut word = |key| file.text(key, desk).unwrap_or_default().trim().to_owned();
    let (publisher, licence) = (word("publisher"), word("licence"));
    let news = file.value("news").map(|value| desk.prose_of(value, "news", &part)).unwrap_or_default();
    let mut reviews = file.each("review", desk, reviewed);
    reviews.sort_by_key(|review| review.on);
    let beside = file.value("beside").and_then(|value| value.text(desk)).map(ToOwned::to_owned);
    (Edition { id, version: version.into(), title, publisher, licence, reviews, news }, beside)
}

fn reviewed(table: &mut Table, desk: &mut Desk) -> Reviewed {
    let on = table.need("on", desk).and_then(|value| value.day(desk)).unwrap_or_default();
    let mut word = |key| table.text(key, desk).unwrap_or_default().trim().to_owned();
    Reviewed { on, by: word("by"), what: word("what") }
}
