//! Claims and their sources.

use crate::desk::Desk;
use crate::evidence::{Approval, Evidence, Risk};
use crate::fault::Place;
use crate::rule::Rule;
use crate::table::Table;
use crate::text::{Part, Tone};
use saywell_content::{Claim, Review, Source};
use std::collections::BTreeMap;

const PLACES: [&str; 3] = ["US", "UK", "WHO"];

/// A file of `claim/`, by id and by key.
pub(crate) fn file(
    file: &mut Table,
    desk: &mut Desk,
    claims: &mut BTreeMap<String, Claim>,
    sources: &mut BTreeMap<String, Source>,
) {
    for (id, place, table) in named(file, "claim", desk) {
        if !id.starts_with(|first: char| first.is_ascii_uppercase()) || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
            desk.fault(
                place.clone(),
                Rule::Id,
                format!("`{id}`: a claim is called by a capital letter and a number, such as M9"),
            );
        }
        desk.note_id(format!("claim/{id}"), place);
        claims.insert(id.into(), table.read(desk, |table, desk| claim(id, table, desk)));
    }
    for (key, place, table) in named(file, "source", desk) {
        desk.note_id(format!("source/{key}"), place);
        sources.insert(key.into(), table.read(desk, |table, desk| source(key, table, desk)));
    }
}

/// The tables `[kind.name]`.
fn named<'a>(file: &mut Table<'a>, kind: &'static str, desk: &mut Desk) -> Vec<(&'a str, Place, Table<'a>)> {
    let Some(all) = file.value(kind).and_then(|value| value.table(desk)) else { return Vec::new() };
    all.entries().into_iter().filter_map(|(name, place, value)| Some((name, place, value.table(desk)?))).collect()
}

fn claim(id: &str, table: &mut Table, desk: &mut Desk) -> Claim {
    let part = Part::new(format!("claim/{id}")).in_tone(Tone::Claim);
    let text = desk.plain(table, "text", &part);
    let sources = table.list("sources", desk).into_iter().filter_map(|value| desk.source_of(value)).collect::<Vec<_>>();
    let seen = one_of(table, "seen", desk, Evidence::knows);
    if sources.is_empty() && !seen.split('/').all(|one| one == "D" || one == "N") {
        table.missing(
            Rule::UnsourcedClaim,
            "a claim has sources, unless it is our own advice (D) or awaits one (N)",
            desk,
        );
    }
    let said = one_of(table, "review", desk, |name| review(name).is_some());
    let status = match said {
        name if seen == "N" && name != "needs-clinician" => {
            table.missing(Rule::ClaimState, "where `seen` is N, `review` is \"needs-clinician\"", desk);
            Review::NeedsClinician
        }
        // A slip here must not turn every sentence that cites it into a fault.
        name => review(name).unwrap_or(Review::Unreviewed),
    };
    if status == Review::NeedsClinician {
        desk.for_clinician.insert(part.id.clone());
    }
    let checked = table.need("checked", desk).and_then(|value| value.day(desk)).unwrap_or_default();
    let by = table.need("review_by", desk);
    let review_by = by.and_then(|value| value.day(desk)).unwrap_or_default();
    if let Some(value) = by.filter(|_| review_by <= checked) {
        desk.fault(value.place(), Rule::ClaimDays, "`review_by` comes after `checked`");
    }
    let place = one_of(table, "place", desk, |place| {
        place == "any" || place.split(',').all(|one| PLACES.contains(&one.trim()))
    });
    let risk = Risk::named(one_of(table, "risk", desk, |risk| Risk::named(risk).is_some()));
    let risk = risk.unwrap_or(Risk::LifeCritical);
    let superseded_by = table.value("superseded_by").and_then(|value| desk.claim_of(value));
    let approval = approval(review(said), table, desk);
    let evidence = Evidence { risk, seen: seen.into(), approval, superseded_by };
    desk.evidence.insert(id.into(), evidence);
    Claim { id: id.into(), text, sources, checked, review_by, place: place.into(), review: status }
}

/// `approved_by` and `approved_on`: only a name makes it an approval.
fn approval(review: Option<Review>, table: &mut Table, desk: &mut Desk) -> Option<Approval> {
    if review == Some(Review::Approved) {
        let by = table.text("approved_by", desk).map(|by| by.trim().into());
        let on = table.need("approved_on", desk).and_then(|value| value.day(desk));
        return by.zip(on).map(|(by, on)| Approval { by, on });
    }
    for key in ["approved_by", "approved_on"] {
        if let Some(value) = table.value(key).filter(|_| review.is_some()) {
            desk.fault(value.place(), Rule::ClaimState, format!("`{key}` stands where `review` is \"approved\""));
        }
    }
    None
}

fn review(name: &str) -> Option<Review> {
    match name {
        "needs-clinician" => Some(Review::NeedsClinician),
        "unreviewed" => Some(Review::Unreviewed),
        "approved" => Some(Review::Approved),
        _ => None,
    }
}

/// A word out of a few.
fn one_of<'a>(table: &mut Table<'a>, key: &'static str, desk: &mut Desk, known: impl Fn(&str) -> bool) -> &'a str {
    let Some(value) = table.need(key, desk) else { return "" };
    let word = value.text(desk).unwrap_or_default();
    if !word.is_empty() && !known(word) {
        let may = match key {
            "seen" => "V, M, N, D, or two of them such as V/M",
            "review" => "needs-clinician, unreviewed or approved",
            "place" => "US, UK, WHO, several with commas, or any",
            _ => "life-critical, clinical, behavioural or editorial",
        };
        desk.fault(value.place(), Rule::Value, format!("`{key}` is {may}"));
    }
    word
}

fn source(key: &str, table: &mut Table, desk: &mut Desk) -> Source {
    let mut word = |key| table.text(key, desk).unwrap_or_default().trim().to_owned();
    let source = Source { key: key.into(), publisher: word("publisher"), title: word("title"), dated: word("dated") };
    // For reviewers; the app opens no page.
    let url = table.text("url", desk).unwrap_or_default().trim().to_owned();
    desk.addresses.insert(key.into(), url);
    source
}
