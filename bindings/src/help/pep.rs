//! The PEP helper.

use super::HelpVerbs;
use crate::SaywellError;
use saywell_core::Moment;
use saywell_core::content::{HelpPart, Line, PepQuestions, PepState, PepText, PepTexts};
use saywell_core::help::{Facts, PepAdvice, PepAnswers, PepContact, PepPart, PepTime, Sure};

#[uniffi::export]
impl HelpVerbs {
    /// What to do about a possible exposure. Nothing is stored.
    ///
    /// # Errors
    /// `NotFound` if the course has no PEP helper.
    pub fn pep_advice(&self, answers: &PepAnswers, now: Moment) -> Result<PepAdvice, SaywellError> {
        self.0.pep_advice(answers, now)
    }
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
