//! Which course this is, which edition of it, who stands for it, and who has looked at it.

use crate::Prose;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a title page says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edition {
    /// Such as `pack/saywell`; the same in every edition and language.
    pub id: String,
    /// Counts up from 1. A phone never goes back to a smaller one.
    pub version: u32,
    /// What the course is called; names no condition.
    pub title: String,
    /// Who stands for what it says.
    pub publisher: String,
    /// What others may do with it: an SPDX expression such as `CC-BY-SA-4.0`, or words.
    pub licence: String,
    /// By people from outside, the newest last; none where nobody has reviewed it yet.
    pub reviews: Vec<Reviewed>,
    /// What is new, for whoever has an older edition.
    pub news: Prose,
}

/// A review of the whole course or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// The day on which it was finished.
    pub on: NaiveDate,
    /// Name and profession.
    pub by: String,
    /// What they have looked at.
    pub what: String,
}
