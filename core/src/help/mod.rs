//! Help: the cards behind *Help now*, the PEP helper, the glossary, and where each fact comes from.
//!
//! It reads the course only. Nothing that is asked here is stored: not the time of an emergency, not an answer.

mod facts;
mod path;
#[cfg(test)]
mod path_tests;
mod pep;

pub use facts::Facts;
pub use path::{DayPart, PepAsk, PepChoice, PepWhen};

use crate::error::OrNotFound;
use crate::{Engine, Moment, Result};
use chrono::{FixedOffset, MappedLocalTime, NaiveDateTime};
use path::Path;
use pep::PepAnswers;
use saywell_content::{Claim, Course, HelpCard, HelpPart, PepState, PepText, Resource, Source, Term};

/// A help card as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpView {
    /// The card.
    pub card: HelpCard,
    /// What it claims.
    pub facts: Facts,
}

/// What the PEP helper shows next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PepStep {
    /// A question.
    Ask {
        /// Which one.
        ask: PepAsk,
        /// Its rows, in the order to show; none where a number is typed.
        choices: Vec<PepChoice>,
        /// The person may go on without an answer: no row says that they are not sure.
        may_skip: bool,
    },
    /// What to do, when all is said.
    Advise {
        /// What to do.
        advice: PepAdvice,
        /// When it was; nothing if that was not asked.
        when: Option<PepSaidWhen>,
    },
}

/// When it was, as the person said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PepSaidWhen {
    /// What they said.
    pub when: PepWhen,
    /// How many picks come before that question: so many are left to answer it anew.
    pub picks_before: u16,
}

/// What the PEP helper says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PepAdvice {
    /// In the order to show; at least one.
    pub parts: Vec<PepPart>,
    /// Whole hours in which a first dose may still be given, rounded down; only where that is known, and not on the first day.
    pub hours_left: Option<u16>,
    /// What these parts claim.
    pub facts: Facts,
}

/// One part of what the PEP helper says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PepPart {
    /// Why it is said.
    pub state: PepState,
    /// The text.
    pub part: HelpPart,
}

/// A term as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermView {
    /// The term.
    pub term: Term,
    /// What it claims.
    pub facts: Facts,
}

/// A claim with the sources that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimView {
    /// The claim.
    pub claim: Claim,
    /// In the claim's order; none where the claim is the editors' own advice or awaits a source.
    pub sources: Vec<Source>,
    /// It is past the day when it was to be looked at again.
    pub out_of_date: bool,
}

/// A help line or a place, as a programme lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceView {
    /// What the programme says of it.
    pub resource: Resource,
    /// It is past the day when it was to be tried again.
    pub may_have_changed: bool,
}

impl Engine {
    /// What the programme that hands out the app lists, in its order; nothing as shipped.
    #[must_use]
    pub fn resources(&self, now: Moment) -> Vec<ResourceView> {
        let course = self.course();
        let today = now.0.date_naive();
        let view = |resource: &Resource| ResourceView {
            may_have_changed: resource.verify_by <= today,
            resource: resource.clone(),
        };
        course.resources.iter().map(view).collect()
    }

    /// All help cards, in the course's order.
    #[must_use]
    pub fn help_cards(&self) -> Vec<HelpCard> {
        self.course().help.clone()
    }

    /// One help card.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such card.
    pub fn help_card(&self, id: &str, now: Moment) -> Result<HelpView> {
        let course = self.course();
        let card = course.help_card(id).or_not_found("help card")?.clone();
        let facts = Facts::of(&course, &card.claims(), now);
        Ok(HelpView { card, facts })
    }

    /// What the PEP helper shows after these picks: a row from 0 for each question that it asked, for [`PepAsk::Hours`] the
    /// hours, and nothing where the person went on without an answer. `began` is when the first question was asked; `offsets`
    /// answers which offsets from UTC hold at a local time: none, one or two. Nothing is stored.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if the course has no PEP helper.
    pub fn pep_step(
        &self,
        picks: &[Option<u16>],
        began: Moment,
        now: Moment,
        offsets: impl Fn(NaiveDateTime) -> MappedLocalTime<FixedOffset>,
    ) -> Result<PepStep> {
        let path = Path::new(picks, began);
        if let Some(ask) = path.open() {
            let may_skip = !matches!(ask, PepAsk::Status | PepAsk::Contact);
            return Ok(PepStep::Ask { ask, choices: path.choices(ask), may_skip });
        }
        let picks_before = |at| u16::try_from(at).unwrap_or(u16::MAX);
        let when = path.when().map(|(when, at)| PepSaidWhen { when, picks_before: picks_before(at) });
        Ok(PepStep::Advise { advice: self.pep_advice(&path.answers(offsets), now)?, when })
    }

    fn pep_advice(&self, answers: &PepAnswers, now: Moment) -> Result<PepAdvice> {
        let course = self.course();
        let texts = course.help.iter().find_map(|card| card.pep.as_ref()).or_not_found("helper")?;
        let ruling = pep::ruling(answers, texts.limit_hours, now);
        let said: Vec<&PepText> =
            ruling.states.iter().filter_map(|state| texts.states.iter().find(|text| text.state == *state)).collect();
        let claims: Vec<&str> = said.iter().flat_map(|text| text.claims()).collect();
        Ok(PepAdvice {
            parts: said.iter().map(|text| PepPart { state: text.state, part: text.part.clone() }).collect(),
            hours_left: ruling.hours_left,
            facts: Facts::of(&course, &claims, now),
        })
    }

    /// All terms, by name.
    #[must_use]
    pub fn glossary(&self) -> Vec<Term> {
        self.course().terms.clone()
    }

    /// One term.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such term.
    pub fn term(&self, id: &str, now: Moment) -> Result<TermView> {
        let course = self.course();
        let term = course.term(id).or_not_found("term")?.clone();
        let facts = Facts::of(&course, &term.claims(), now);
        Ok(TermView { term, facts })
    }

    /// All claims, each with its sources, by id.
    #[must_use]
    pub fn claims(&self, now: Moment) -> Vec<ClaimView> {
        let course = self.course();
        course.claims.iter().map(|claim| claim_view(&course, claim, now)).collect()
    }

    /// One claim with its sources.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such claim.
    pub fn claim(&self, id: &str, now: Moment) -> Result<ClaimView> {
        let course = self.course();
        Ok(claim_view(&course, course.claim(id).or_not_found("claim")?, now))
    }
}

fn claim_view(course: &Course, claim: &Claim, now: Moment) -> ClaimView {
    ClaimView {
        claim: claim.clone(),
        sources: claim.sources.iter().filter_map(|key| course.source(key)).cloned().collect(),
        out_of_date: claim.review_by <= now.0.date_naive(),
    }
}
