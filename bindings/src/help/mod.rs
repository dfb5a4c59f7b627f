//! Help: the cards, the PEP helper, the glossary, and where each fact comes from.

mod pep;

use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::content::{Channel, Claim, HelpCard, HelpPart, PepTexts, Prose, Resource, Review, Source, Term};
use saywell_core::help::{ClaimView, Facts, HelpView, ResourceView, TermView};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Help: the cards behind *Help now*, the PEP helper, the glossary, and where each fact comes from.
#[derive(uniffi::Object)]
pub struct HelpVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl HelpVerbs {
    /// What the programme that hands out the app lists, in its order; nothing as shipped.
    pub fn resources(&self, now: Moment) -> Result<Vec<ResourceView>, SaywellError> {
        Ok(self.0.resources(now))
    }

    /// All help cards, in the course's order.
    pub fn help_cards(&self) -> Result<Vec<HelpCard>, SaywellError> {
        Ok(self.0.help_cards())
    }

    /// One help card.
    ///
    /// # Errors
    /// `NotFound` if there is no such card.
    pub fn help_card(&self, id: &str, now: Moment) -> Result<HelpView, SaywellError> {
        self.0.help_card(id, now)
    }

    /// All terms, by name.
    pub fn glossary(&self) -> Result<Vec<Term>, SaywellError> {
        Ok(self.0.glossary())
    }

    /// One term.
    ///
    /// # Errors
    /// `NotFound` if there is no such term.
    pub fn term(&self, id: &str, now: Moment) -> Result<TermView, SaywellError> {
        self.0.term(id, now)
    }

    /// All claims, each with its sources, by id.
    pub fn claims(&self, now: Moment) -> Result<Vec<ClaimView>, SaywellError> {
        Ok(self.0.claims(now))
    }

    /// One claim with its sources.
    ///
    /// # Errors
    /// `NotFound` if there is no such claim.
    pub fn claim(&self, id: &str, now: Moment) -> Result<ClaimView, SaywellError> {
        self.0.claim(id, now)
    }
}

/// A help card as a screen shows it.
#[uniffi::remote(Record)]
pub struct HelpView {
    /// The card.
    pub card: HelpCard,
    /// What it claims.
    pub facts: Facts,
}

/// A term as a screen shows it.
#[uniffi::remote(Record)]
pub struct TermView {
    /// The term.
    pub term: Term,
    /// What it claims.
    pub facts: Facts,
}

/// A claim with the sources that it names.
#[uniffi::remote(Record)]
pub struct ClaimView {
    /// The claim.
    pub claim: Claim,
    /// In the claim's order; none where the claim is the editors' own advice or awaits a source.
    pub sources: Vec<Source>,
    /// It is past the day when it was to be looked at again.
    pub out_of_date: bool,
}

/// A help line or a place, as a programme lists it.
#[uniffi::remote(Record)]
pub struct ResourceView {
    /// What the programme says of it.
    pub resource: Resource,
    /// It is past the day when it was to be tried again.
    pub may_have_changed: bool,
}

/// The facts on one screen: what they rest on, and how far to trust them.
#[uniffi::remote(Record)]
pub struct Facts {
    /// Ids of the claims, each once, in the order of the text; none where nothing is claimed.
    pub claims: Vec<String>,
    /// A clinician has approved all of them.
    pub approved: bool,
    /// One of them is past the day when it was to be looked at again.
    pub out_of_date: bool,
    /// The day when the one looked at longest ago was looked at.
    pub checked: Option<Day>,
}

/// A card that stands behind *Help now*.
#[uniffi::remote(Record)]
pub struct HelpCard {
    /// Such as `help/pep`.
    pub id: String,
    /// Plain, so that it is found fast.
    pub title: String,
    /// What to do, before anything is explained.
    pub lead: Prose,
    /// In order.
    pub parts: Vec<HelpPart>,
    /// The texts of the PEP helper, on the card that has it.
    pub pep: Option<PepTexts>,
}

/// A part of a help card.
#[uniffi::remote(Record)]
pub struct HelpPart {
    /// The heading.
    pub title: String,
    /// The text.
    pub body: Prose,
    /// It holds wording that a clinician has yet to write or approve; the reader is told.
    pub needs_clinician: bool,
}

/// A word and what it means.
#[uniffi::remote(Record)]
pub struct Term {
    /// Such as `term/viral-load`.
    pub id: String,
    /// The word we use.
    pub name: String,
    /// Other words that find it.
    pub aliases: Vec<String>,
    /// What it means.
    pub body: Prose,
    /// Found only by its whole name or a whole alias, never by a part or in a text.
    pub exact: bool,
}

/// A statement about health that sentences of the course rest on.
#[uniffi::remote(Record)]
pub struct Claim {
    /// Such as `M8`.
    pub id: String,
    /// One plain sentence or two, no stronger than the sources.
    pub text: String,
    /// Keys of `Source`s; none where the claim is the editors' own advice or awaits a source.
    pub sources: Vec<String>,
    /// When the sources were looked at.
    pub checked: Day,
    /// From this day on it may be out of date.
    pub review_by: Day,
    /// Where it holds, such as `US`, `UK` or `any`.
    pub place: String,
    /// How far review has come.
    pub review: Review,
}

/// How far the review of a claim has come.
#[uniffi::remote(Enum)]
pub enum Review {
    /// No source was found, or the wording is open: a clinician must decide.
    NeedsClinician,
    /// It has a source, and no clinician has approved it yet.
    Unreviewed,
    /// A named clinician approved it.
    Approved,
}

/// Where a claim comes from.
#[uniffi::remote(Record)]
pub struct Source {
    /// Such as `HHS-TASP`.
    pub key: String,
    /// Who published it.
    pub publisher: String,
    /// What it is called.
    pub title: String,
    /// The date on it, in words, such as `8 May 2025` or `no date`.
    pub dated: String,
}

/// A place, line or page that helps.
#[uniffi::remote(Record)]
pub struct Resource {
    /// Such as `resource/night-line`.
    pub id: String,
    /// As it calls itself.
    pub name: String,
    /// Two capital letters, such as `US`, or `any`.
    pub country: String,
    /// Tags of the languages that are spoken there, such as `en`; at least one.
    pub languages: Vec<String>,
    /// Whom it helps, and with what.
    pub who_for: String,
    /// How it is reached.
    pub channel: Channel,
    /// The number, address or street. The only part of a course that holds one.
    pub contact: String,
    /// When someone is there.
    pub hours: String,
    /// The day on which a person tried it.
    pub verified_on: Day,
    /// Who did.
    pub verified_by: String,
    /// After this day it may have changed, and is shown as such.
    pub verify_by: Day,
    /// Where it is published, for whoever tries it the next time.
    pub source_url: Option<String>,
}

/// How a resource is reached.
#[uniffi::remote(Enum)]
pub enum Channel {
    /// A call.
    Phone,
    /// A text message.
    Text,
    /// A chat in a browser.
    Chat,
    /// A page to read.
    Web,
    /// A door to walk through.
    Place,
}
