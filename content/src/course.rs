//! The whole course, and what stands around its units: chapters, claims, prompts.

use crate::{
    Edition, HelpCard, Line, Prose, Quiz, Relaxation, ReminderText, Resource, Scenario, Technique, Term, Unit,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The compiled form's version. A reader refuses any other.
pub const FORMAT: u32 = 1;

/// A checked course in one language: every link leads somewhere, every id is used once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// [`FORMAT`].
    pub format: u32,
    /// A language tag, such as `en`.
    pub language: String,
    /// A course compiled before there were any has an empty one.
    #[serde(default)]
    pub edition: Edition,
    /// In order.
    pub chapters: Vec<Chapter>,
    /// In the authors' order.
    pub quizzes: Vec<Quiz>,
    /// In the authors' order.
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// In the authors' order.
    pub relaxations: Vec<Relaxation>,
    /// In the authors' order.
    pub help: Vec<HelpCard>,
    /// By name.
    pub terms: Vec<Term>,
    /// In the authors' order.
    pub techniques: Vec<Technique>,
    /// By id.
    pub claims: Vec<Claim>,
    /// By key; those that a claim names.
    pub sources: Vec<Source>,
    /// What the person is asked when they plan a talk.
    pub plan: PlanPrompts,
    /// What a reminder can say, in the authors' order. A course compiled before there were any has none.
    #[serde(default)]
    pub reminders: Vec<ReminderText>,
    /// Words that a text on a lock screen leaves out, in small letters and by the alphabet; each is meant with an -s too.
    /// A course compiled before there were any has none.
    #[serde(default)]
    pub telling: Vec<String>,
    /// In the authors' order; a programme that hands out the app adds its own. Empty as shipped.
    #[serde(default)]
    pub resources: Vec<Resource>,
}

/// A chapter: units in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Such as `chapter/talk-it-through`.
    pub id: String,
    /// On its own page.
    pub title: String,
    /// Stands everywhere else, where the title names a condition.
    pub home_title: Option<String>,
    /// At least one.
    pub units: Vec<Unit>,
}

impl Chapter {
    /// The title that may stand in a list, on Home or in a notice.
    #[must_use]
    pub fn outside_title(&self) -> &str {
        self.home_title.as_deref().unwrap_or(&self.title)
    }
}

/// A statement about health that sentences of the course rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Such as `M8`.
    pub id: String,
    /// One plain sentence or two, no stronger than the sources.
    pub text: String,
    /// Keys of [`Source`]s; none where the claim is the editors' own advice or awaits a source.
    pub sources: Vec<String>,
    /// When the sources were looked at.
    pub checked: NaiveDate,
    /// From this day on it may be out of date.
    pub review_by: NaiveDate,
    /// Where it holds, such as `US`, `UK` or `any`.
    pub place: String,
    /// How far review has come.
    pub review: Review,
}

/// How far the review of a claim has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// No source was found, or the wording is open: a clinician must decide.
    NeedsClinician,
    /// It has a source, and no clinician has approved it yet.
    Unreviewed,
    /// A named clinician approved it.
    Approved,
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What a person is asked when they plan a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPrompts {
    /// `journal/plan-the-talk`.
    pub id: String,
    /// On screen.
    pub title: String,
    /// Read before the first question.
    pub before: Prose,
    /// Stands over a plan that leaves the app; names nothing.
    pub share_title: String,
    /// When will you talk?
    pub when: Prompt,
    /// Where?
    pub place: Prompt,
    /// Your first line.
    pub opening: Prompt,
    /// What you could offer.
    pub offer: Prompt,
    /// How you will end it.
    pub exit: Prompt,
}

/// One question of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// Its short name, also used when the plan is shared.
    pub label: String,
    /// The question.
    pub ask: Line,
    /// An example.
    pub hint: Line,
}
