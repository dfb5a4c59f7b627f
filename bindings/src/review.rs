//! Spaced review.

use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::content::{ItemKind, Line};
use saywell_core::help::Facts;
use saywell_core::quiz::{Offered, QuizFeedback};
use saywell_core::review::{Coverage, ReviewAsk, ReviewStep};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Spaced review: what was missed and what was taught comes back before it is forgotten.
#[derive(uniffi::Object)]
pub struct ReviewVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl ReviewVerbs {
    /// What to recall now, what is due today and when more is due.
    pub fn review_step(&self, now: Moment) -> Result<ReviewStep, SaywellError> {
        self.0.review_step(now)
    }

    /// Answers the quiz item that is due. One that was answered on this practice day already is not answered anew: the same
    /// options then have the same feedback, and nothing is written. So a screen that lost it asks again, with the moment of the answer.
    ///
    /// # Errors
    /// `NotFound` if the item is not in the review, `Invalid` if that many options are no answer,
    /// `OutOfDate` if it is not due, and was not answered on this day.
    pub fn answer_review(&self, item: &str, options: &[String], now: Moment) -> Result<QuizFeedback, SaywellError> {
        self.0.answer_review(item, options, now)
    }

    /// Says whether the technique that is due came to mind, and answers with what to recall next.
    ///
    /// # Errors
    /// `NotFound` if the technique is not in the review, `OutOfDate` if it is not due, for instance because it was rated already.
    pub fn rate_technique(&self, technique: &str, recalled: bool, now: Moment) -> Result<ReviewStep, SaywellError> {
        self.0.rate_technique(technique, recalled, now)
    }

    /// How often each technique was practised, in the course's order.
    pub fn technique_coverage(&self) -> Result<Vec<Coverage>, SaywellError> {
        self.0.technique_coverage()
    }
}

/// What a screen shows next.
#[uniffi::remote(Record)]
pub struct ReviewStep {
    /// What is due today, this one counted.
    pub due: u16,
    /// What to ask now; nothing if nothing is due.
    pub ask: Option<ReviewAsk>,
    /// The day on which something is due again.
    pub next_day: Option<Day>,
}

/// Something to recall.
#[uniffi::remote(Enum)]
pub enum ReviewAsk {
    /// A quiz item, to be answered.
    Item {
        /// Its id.
        item: String,
        /// How it is answered.
        kind: ItemKind,
        /// The question.
        ask: Line,
        /// In the order to show.
        options: Vec<Offered>,
    },
    /// A technique, to be recalled and compared.
    Technique {
        /// Its id.
        technique: String,
        /// Its name.
        name: String,
        /// The question.
        ask: Line,
        /// Shown when the person asks for it.
        answer: Line,
        /// What it claims.
        facts: Facts,
    },
}

/// How well one technique is practised.
#[uniffi::remote(Record)]
pub struct Coverage {
    /// The technique's id.
    pub technique: String,
    /// Its name.
    pub name: String,
    /// How often it came up in review or was learnt; 0 if never.
    pub answers: u32,
    /// The day on which it is due.
    pub due: Option<Day>,
}
