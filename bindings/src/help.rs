//! Help: the cards, the PEP helper, the glossary, and where each fact comes from.

use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::content::{
    Channel, Claim, HelpCard, HelpPart, Line, PepQuestions, PepState, PepText, PepTexts, Prose, Resource, Review,
    Source, Term,
};
use saywell_core::help::{
    ClaimView, Facts, HelpView, PepAdvice, PepAnswers, PepContact, PepPart, PepTime, ResourceView, Sure, TermView,
};
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
        Ok(self.0.help_cards().to_vec())
    }

    /// One help card.
    ///
    /// # Errors
    /// `NotFound` if there is no such card.
    pub fn help_card(&self, id: &str, now: Moment) -> Result<HelpView, SaywellError> {
        self.0.help_card(id, now)
    }

    /// What to do about a possible exposure. Nothing is stored.
    ///
    /// # Errors
    /// `NotFound` if the course has no PEP helper.
    pub fn pep_advice(&self, answers: &PepAnswers, now: Moment) -> Result<PepAdvice, SaywellError> {
        self.0.pep_advice(answers, now)
    }

    /// All terms, by name.
    pub fn glossary(&self) -> Result<Vec<Term>, SaywellError> {
        Ok(self.0.glossary().to_vec())
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

/// What the PEP helper says.
#[uniffi::remote(Record)]
pub struct PepAdvice {
    /// In the order to show; at least one.
    pub parts: Vec<PepPart>,
    /// Whole hours in which a first dose may still be given, rounded down; only where that is known.
    pub hours_left: Option<u16>,
    /// What these parts claim.
    pub facts: Facts,
}

/// One part of what the PEP helper says.
#[uniffi::remote(Record)]
pub struct PepPart {
    /// Why it is said.
    pub state: PepState,
    /// The text.
    pub part: HelpPart,
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

/// Yes, no, or not sure.
#[uniffi::remote(Enum)]
pub enum Sure {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    NotSure,
}

/// What happened.
#[uniffi::remote(Enum)]
pub enum PepContact {
    /// Sex.
    Sex,
    /// Shared works.
    Works,
    /// Something else, or not sure.
    Other,
    /// Only touch, kissing, spit or whole skin.
    Touch,
}

/// When it was.
#[uniffi::remote(Enum)]
pub enum PepTime {
    /// Between these two, both included; the same twice if the person knows.
    Between {
        /// Not earlier than this.
        earliest: Moment,
        /// Not later than this.
        latest: Moment,
    },
    /// About this many hours ago: counted from the early end, one hour more.
    AboutHoursAgo(#[uniffi(name = "hours")] u16),
    /// Not sure.
    NotSure,
}

/// What a person tells the helper.
#[uniffi::remote(Record)]
pub struct PepAnswers {
    /// They have HIV.
    pub has_hiv: Sure,
    /// What happened.
    pub contact: PepContact,
    /// When.
    pub time: PepTime,
    /// Someone forced them.
    pub forced: bool,
    /// They say that the other person surely stays undetectable.
    pub partner_undetectable: bool,
    /// They take PrEP.
    pub on_prep: bool,
    /// They are pregnant, or may be.
    pub pregnant: bool,
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

/// What the PEP helper asks and says. Its rule is in the engine.
#[uniffi::remote(Record)]
pub struct PepTexts {
    /// Whole hours after which a first dose is not usually given.
    pub limit_hours: u16,
    /// The questions and their answers.
    pub ask: PepQuestions,
    /// Each state once.
    pub states: Vec<PepText>,
}

/// The questions of the PEP helper, each with its answers.
#[uniffi::remote(Record)]
pub struct PepQuestions {
    /// "Do you have HIV?", answered with yes, no or not sure.
    pub status: Line,
    /// "What happened?"
    pub contact: Line,
    /// Sex.
    pub contact_sex: Line,
    /// Shared works.
    pub contact_works: Line,
    /// Something else, or not sure.
    pub contact_other: Line,
    /// Only touch, kissing, spit or whole skin.
    pub contact_touch: Line,
    /// "When was it?"
    pub when: Line,
    /// "Did someone force you?"
    pub forced: Line,
    /// "Are you sure that this partner stays undetectable?"
    pub undetectable: Line,
    /// "Do you take PrEP?"
    pub prep: Line,
    /// "Could you be pregnant?"
    pub pregnant: Line,
}

/// What is said in one state.
#[uniffi::remote(Record)]
pub struct PepText {
    /// The state.
    pub state: PepState,
    /// Its text.
    pub part: HelpPart,
}

/// What the PEP helper can say; one or more at a time, in this order.
#[uniffi::remote(Enum)]
pub enum PepState {
    /// The person was forced: safety and choice come first.
    Forced,
    /// The person has HIV: not for them, but the other person may need it.
    HasHiv,
    /// Only contact that passes no HIV.
    NoContact,
    /// Under 24 hours.
    FirstDay,
    /// 24 to under 72 hours.
    StillTime,
    /// Not sure when, or a span that reaches into the last 72 hours.
    NotSure,
    /// All of the span is 72 hours ago or more.
    WindowOver,
    /// Works were shared.
    Works,
    /// Only sex, with a partner who is said to be undetectable.
    PartnerUndetectable,
    /// The person takes PrEP.
    OnPrep,
    /// The person is pregnant.
    Pregnant,
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
