//! What a screen says about the facts it shows. Pure.

use crate::Moment;
use chrono::NaiveDate;
use saywell_content::{Claim, Course, Review};

/// The facts on one screen: what they rest on, and how far to trust them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Ids of the claims, each once, in the order of the text; none where nothing is claimed.
    pub claims: Vec<String>,
    /// A clinician has approved all of them.
    pub approved: bool,
    /// One of them is past the day when it was to be looked at again.
    pub out_of_date: bool,
    /// The day when the one looked at longest ago was looked at.
    pub checked: Option<NaiveDate>,
}

impl Facts {
    /// The facts behind these claims. The checker has made sure that each claim exists.
    pub(crate) fn of(course: &Course, ids: &[&str], now: Moment) -> Self {
        let today = now.0.date_naive();
        let claims: Vec<&Claim> = ids.iter().filter_map(|id| course.claim(id)).collect();
        Self {
            claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            approved: claims.iter().all(|claim| claim.review == Review::Approved),
            out_of_date: claims.iter().any(|claim| claim.review_by <= today),
            checked: claims.iter().map(|claim| claim.checked).min(),
        }
    }
}
