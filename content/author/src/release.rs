//! What holds a release back though the course has no fault: above all, everything that a clinician has yet to approve.
//!
//! The list is that of `docs/clinical-review.md`, where each entry has its sources, its day and every sentence that stands on it.

use crate::desk::Desk;
use crate::fault::{Fault, Place};
use crate::review::{Marked, marked_parts, standing};
use crate::rule::Rule;
use saywell_content::{Claim, Course, Review};
use std::path::Path;

/// What a value says that stands for one nobody has chosen.
const NOT_CHOSEN: [&str; 3] = ["not chosen yet", "placeholder", "to be named"];

/// Notes a fault for everything that holds back a release of the course in `home`.
pub(crate) fn check(home: &Path, course: &Course, desk: &mut Desk) {
    let mut faults = unapproved(course, desk);
    faults.extend(marked_parts(course, desk).iter().filter_map(|part| undecided(part, desk)));
    let page = desk.place_of(&course.edition.id);
    faults.extend(page.into_iter().flat_map(|page| title_page(course, &page)));
    for fault in faults.into_iter().chain(keys(home)) {
        desk.take(fault);
    }
}

/// Each claim that no clinician has approved, with its risk and how much stands on it.
fn unapproved(course: &Course, desk: &Desk) -> Vec<Fault> {
    let standing = standing(course, &desk.texts);
    let fault = |claim: &Claim| {
        let place = desk.place_of(&format!("claim/{}", claim.id))?;
        let risk = desk.evidence.get(&claim.id)?.risk.name();
        let sentences = standing.get(claim.id.as_str()).map_or(0, Vec::len);
        let (text, checked) = (&claim.text, claim.checked);
        let sources = if claim.sources.is_empty() { "no source".into() } else { claim.sources.join(", ") };
        let reason = format!(
            "no clinician has approved {} ({risk}; {sources}; checked {checked}; sentences on it: {sentences}): {text}",
            claim.id
        );
        Some(Fault { place, reason, rule: Rule::ReleaseClaim })
    };
    course.claims.iter().filter(|claim| claim.review != Review::Approved).filter_map(fault).collect()
}

fn undecided(part: &Marked, desk: &Desk) -> Option<Fault> {
    let place = part.texts.first()?.text.place.clone();
    let reason = format!("a clinician must decide: {} (stands on {})", part.place, part.stands_on(desk));
    Some(Fault { place, reason, rule: Rule::ReleasePart })
}

fn title_page(course: &Course, page: &Place) -> Vec<Fault> {
    let fault = |rule, reason: &str| Fault { place: page.clone(), reason: reason.into(), rule };
    let mut faults = Vec::new();
    if course.edition.reviews.is_empty() {
        faults.push(fault(Rule::ReleaseReview, "no clinician stands for this edition: it has no `[[review]]`"));
    }
    if course.resources.is_empty() {
        faults.push(fault(
            Rule::ReleaseResource,
            "the course lists no place and no line to turn to: `resource/` is empty",
        ));
    }
    for (key, value) in [("publisher", &course.edition.publisher), ("licence", &course.edition.licence)] {
        if is_placeholder(value) {
            faults.push(fault(Rule::ReleasePlaceholder, &format!("`{key}` is \"{value}\"")));
        }
    }
    faults
}

/// The keys that packs are signed with, where the folder holds any.
fn keys(home: &Path) -> Vec<Fault> {
    let name = home.canonicalize().ok().and_then(|home| Some(home.file_name()?.display().to_string()));
    let mut faults = Vec::new();
    for key in ["current.pub", "next.pub"] {
        let text = std::fs::read_to_string(home.join("keys").join(key)).unwrap_or_default();
        if text.lines().next().is_some_and(is_placeholder) {
            let file = format!("{}/keys/{key}", name.clone().unwrap_or_default());
            faults.push(Fault::in_file(
                &file,
                Rule::ReleasePlaceholder,
                "nobody can sign with this key: it is a placeholder",
            ));
        }
    }
    faults
}

fn is_placeholder(value: &str) -> bool {
    let value = value.to_lowercase();
    NOT_CHOSEN.iter().any(|words| value.contains(words))
}
