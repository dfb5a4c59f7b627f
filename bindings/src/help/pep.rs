//! The PEP helper.

use super::HelpVerbs;
use crate::SaywellError;
use crate::reminder::Zone;
use chrono::NaiveDate as Day;
use saywell_core::Moment;
use saywell_core::content::{HelpPart, Line, PepQuestions, PepState, PepText, PepTexts};
use saywell_core::help::{DayPart, Facts, PepAdvice, PepAsk, PepChoice, PepPart, PepSaidWhen, PepStep, PepWhen};

#[uniffi::export]
impl HelpVerbs {
    /// What the PEP helper shows after these picks: a row from 0 for each question that it asked, for `Hours` the hours, and
    /// nothing where the person went on without an answer. `began` is when the first question was asked. Nothing is stored.
    ///
    /// # Errors
    /// `NotFound` if the course has no PEP helper.
    pub fn pep_step(
        &self,
        picks: Vec<Option<u16>>,
        began: Moment,
        now: Moment,
        zone: Box<dyn Zone>,
    ) -> Result<PepStep, SaywellError> {
        self.0.pep_step(&picks, began, now, |at| zone.offsets(at))
    }
}

/// What the PEP helper shows next.
#[uniffi::remote(Enum)]
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

/// A question of the PEP helper.
#[uniffi::remote(Enum)]
pub enum PepAsk {
    /// Do they have HIV?
    Status,
    /// What happened?
    Contact,
    /// When was it? How they can say it.
    When,
    /// How many whole hours ago; it has no rows.
    Hours,
    /// On which day.
    Day,
    /// In which part of that day.
    Part,
    /// Did someone force them?
    Forced,
    /// Are they sure that this partner stays undetectable?
    Undetectable,
    /// Do they take `PrEP`?
    Prep,
    /// Could they be pregnant?
    Pregnant,
}

/// One answer that can be picked.
#[uniffi::remote(Enum)]
pub enum PepChoice {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    NotSure,
    /// Sex.
    Sex,
    /// Shared works.
    Works,
    /// Only touch, kissing, spit or whole skin.
    Touch,
    /// Something else, or not sure.
    Other,
    /// They can say how many hours ago.
    KnowsHours,
    /// They can say which day.
    KnowsDay,
    /// On this day.
    OnDay {
        /// The day.
        day: Day,
        /// 0 for today, 1 for yesterday, up to 4.
        days_back: u8,
    },
    /// Before all of these days.
    LongerAgo,
    /// In this part of the day.
    InPart(#[uniffi(name = "part")] DayPart),
}

/// A part of a day, by the clock on the wall. Many people count the hours after midnight to the day before, so that a night
/// may be the one before this day or the one after it.
#[uniffi::remote(Enum)]
pub enum DayPart {
    /// Midnight to 6, of this day or of the next one.
    Night,
    /// 6 to 12.
    Morning,
    /// 12 to 18.
    Afternoon,
    /// 18 to midnight.
    Evening,
    /// Not sure which part: midnight to midnight.
    Whole,
}

/// When it was, as the person said it.
#[uniffi::remote(Record)]
pub struct PepSaidWhen {
    /// What they said.
    pub when: PepWhen,
    /// How many picks come before that question: so many are left to answer it anew.
    pub picks_before: u16,
}

/// When it was, as the person says it.
#[uniffi::remote(Enum)]
pub enum PepWhen {
    /// Not sure.
    NotSure,
    /// About so many hours ago.
    HoursAgo(#[uniffi(name = "hours")] u16),
    /// Before all days that can be named.
    LongerAgo,
    /// On a day.
    OnDay {
        /// The day.
        day: Day,
        /// 0 for today, 1 for yesterday, up to 4.
        days_back: u8,
        /// In which part of it; nothing if they went on without an answer.
        part: Option<DayPart>,
    },
}

/// What the PEP helper says.
#[uniffi::remote(Record)]
pub struct PepAdvice {
    /// In the order to show; at least one.
    pub parts: Vec<PepPart>,
    /// Whole hours in which a first dose may still be given, rounded down; only where that is known, and not on the first day.
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
