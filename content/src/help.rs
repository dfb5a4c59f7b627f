//! Help cards, and the texts of the PEP helper.

use crate::{Line, Prose};
use serde::{Deserialize, Serialize};

/// A card that stands behind *Help now*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPart {
    /// The heading.
    pub title: String,
    /// The text.
    pub body: Prose,
    /// It holds wording that a clinician has yet to write or approve; the reader is told.
    #[serde(default)]
    pub needs_clinician: bool,
}

/// What the PEP helper asks and says. Its rule is in the engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PepTexts {
    /// Whole hours after which a first dose is not usually given.
    pub limit_hours: u16,
    /// The questions and their answers.
    pub ask: PepQuestions,
    /// Each state once.
    pub states: Vec<PepText>,
}

/// The questions of the PEP helper, each with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PepText {
    /// The state.
    pub state: PepState,
    /// Its text.
    pub part: HelpPart,
}

/// What the PEP helper can say; one or more at a time, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
