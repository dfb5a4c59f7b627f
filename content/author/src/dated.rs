//! What is due to be looked at again on a day. The day comes from whoever asks: nothing here reads a clock, and a build, which
//! has no day, is stopped by nothing that is old.

use crate::desk::Desk;
use crate::rule::Rule;
use chrono::NaiveDate;
use saywell_content::Course;

/// Notes a fault for every claim and every place to turn to that is due on `today`.
pub(crate) fn check(course: &Course, today: NaiveDate, desk: &mut Desk) {
    for claim in course.claims.iter().filter(|claim| claim.review_by <= today) {
        let reason = format!("`{}` was to be looked at again by {}", claim.id, claim.review_by);
        note(&format!("claim/{}", claim.id), Rule::ClaimOld, reason, desk);
    }
    for resource in course.resources.iter().filter(|resource| resource.verify_by <= today) {
        let reason = format!("`{}` was to be tried again by {}", resource.id, resource.verify_by);
        note(&resource.id, Rule::ResourceOld, reason, desk);
    }
}

fn note(id: &str, rule: Rule, reason: String, desk: &mut Desk) {
    if let Some(place) = desk.place_of(id) {
        desk.fault(place, rule, reason);
    }
}
