//! Where the facts of an exported text come from, in one line: other programs know no claims.

use saywell_content::{Claim, Course, Review, Source};

/// What the line begins with; an import knows it again.
pub(super) const BEGIN: &str = "Sources: ";

/// The sources of these claims, when the first of them was looked at, and whether a clinician has approved all. None
/// where there is no claim.
pub(super) fn line(course: &Course, claims: &[&str]) -> Option<String> {
    let claims: Vec<&Claim> = course.claims.iter().filter(|claim| claims.contains(&claim.id.as_str())).collect();
    let checked = claims.iter().map(|claim| claim.checked).min()?;
    let mut named: Vec<String> = Vec::new();
    for claim in &claims {
        named.extend(of(course, claim).into_iter().map(shown));
        named.extend(claim.sources.is_empty().then(|| OWN_ADVICE.to_owned()));
    }
    named.sort();
    named.dedup();
    let approved = claims.iter().all(|claim| claim.review == Review::Approved);
    let state = state(if approved { Review::Approved } else { Review::Unreviewed });
    Some(format!("{BEGIN}{}. Checked {}. {state}", named.join("; "), day(checked)))
}

/// Stands for a source where the editors are it.
pub(super) const OWN_ADVICE: &str = "the editors' own advice, or a source is still to be found";

/// Stands over wording that a clinician has yet to write or approve.
pub(super) const NOT_APPROVED: &str = "A clinician has not approved this part yet.";

/// The sources of a claim, in the authors' order.
pub(super) fn of<'a>(course: &'a Course, claim: &Claim) -> Vec<&'a Source> {
    claim.sources.iter().filter_map(|key| course.sources.iter().find(|source| source.key == *key)).collect()
}

pub(super) fn shown(source: &Source) -> String {
    format!("{}, {} ({})", source.publisher, source.title, source.dated)
}

pub(super) fn day(day: chrono::NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

pub(super) fn state(review: Review) -> &'static str {
    match review {
        Review::NeedsClinician => "A clinician has yet to decide on this.",
        Review::Unreviewed => "Not yet approved by a clinician.",
        Review::Approved => "Approved by a clinician.",
    }
}
