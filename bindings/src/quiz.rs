//! Quizzes.

use crate::SaywellError;
use saywell_core::content::{ItemKind, Line};
use saywell_core::help::Facts;
use saywell_core::quiz::{
    Attempt, Judged, Offered, OpenQuiz, Outcome as QuizOutcome, Question, QuizFeedback, QuizResult, QuizRow, QuizStep,
};
use saywell_core::{Engine, Moment};
use std::sync::Arc;

/// Quizzes: attempts, one item at a time, with a reason for every option.
#[derive(uniffi::Object)]
pub struct QuizVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl QuizVerbs {
    /// All quizzes, with how the person stands.
    pub fn quizzes(&self) -> Result<Vec<QuizRow>, SaywellError> {
        self.0.quizzes()
    }

    /// Goes on with the attempt that is open, or begins the attempt `fresh` with this seed.
    ///
    /// # Errors
    /// `NotFound` if there is no such quiz, `Invalid` if the id cannot be one, `OutOfDate` if
    /// the attempt `fresh` is over already.
    pub fn open_quiz(&self, quiz: &str, fresh: &str, seed: u64, now: Moment) -> Result<QuizStep, SaywellError> {
        self.0.open_quiz(quiz, fresh, seed, now)
    }

    /// Leaves the attempt that is open, if one is, and begins the attempt `fresh` with this seed. Asking twice begins
    /// once.
    ///
    /// # Errors
    /// As `open_quiz`.
    pub fn begin_quiz_anew(&self, quiz: &str, fresh: &str, seed: u64, now: Moment) -> Result<QuizStep, SaywellError> {
        self.0.begin_quiz_anew(quiz, fresh, seed, now)
    }

    /// What the attempt shows now: its next item, or its result.
    ///
    /// # Errors
    /// `NotFound` if there is no such attempt, or its quiz is gone; `OutOfDate` if it was left.
    pub fn quiz_step(&self, attempt: &str) -> Result<QuizStep, SaywellError> {
        self.0.quiz_step(attempt)
    }

    /// Answers an item. The same answer again is the same answer; the last one finishes the attempt.
    ///
    /// # Errors
    /// `NotFound` if there is no such attempt, item or option, `Invalid` if that many options are no
    /// answer, `OutOfDate` if the item was answered otherwise or the attempt is over.
    pub fn answer_item(
        &self,
        attempt: &str,
        item: &str,
        options: &[String],
        now: Moment,
    ) -> Result<QuizFeedback, SaywellError> {
        self.0.answer_item(attempt, item, options, now)
    }

    /// The newest `limit` attempts at a quiz that were finished, newest first.
    pub fn quiz_history(&self, quiz: &str, limit: u32) -> Result<Vec<Attempt>, SaywellError> {
        self.0.quiz_history(quiz, limit)
    }
}

/// How an attempt stands.
#[uniffi::remote(Enum)]
pub enum QuizOutcome {
    /// It may be gone on with.
    Open,
    /// Every item was answered.
    Finished,
    /// The person began anew instead.
    Left,
}

/// One go at a quiz.
#[uniffi::remote(Record)]
pub struct Attempt {
    /// Made by the shell, unique.
    pub id: String,
    /// The quiz's id.
    pub quiz: String,
    /// What the order is mixed from.
    pub seed: u64,
    /// How it stands.
    pub outcome: QuizOutcome,
    /// Right answers, 0 to `of`; counted when it is finished.
    pub right: u16,
    /// Items that were answered; counted when it is finished.
    pub of: u16,
    /// When it began.
    pub started: Moment,
}

/// A quiz in a list.
#[uniffi::remote(Record)]
pub struct QuizRow {
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// How many items it has.
    pub items: u16,
    /// Items answered in the attempt that is open, if one is.
    pub answered: Option<u16>,
    /// The newest attempt that was finished.
    pub last: Option<Attempt>,
}

/// A quiz whose attempt is open.
#[uniffi::remote(Record)]
pub struct OpenQuiz {
    /// The quiz's id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
}

/// What a screen shows next.
#[uniffi::remote(Enum)]
pub enum QuizStep {
    /// An item to answer.
    Question(#[uniffi(name = "question")] Question),
    /// Every item is answered.
    Finished(#[uniffi(name = "result")] QuizResult),
}

/// An item to answer.
#[uniffi::remote(Record)]
pub struct Question {
    /// The attempt's id.
    pub attempt: String,
    /// The quiz's own title.
    pub title: String,
    /// The item's id.
    pub item: String,
    /// How it is answered.
    pub kind: ItemKind,
    /// The question.
    pub ask: Line,
    /// In the order to show.
    pub options: Vec<Offered>,
    /// From 1.
    pub number: u16,
    /// All items.
    pub of: u16,
}

/// An option before the answer.
#[uniffi::remote(Record)]
pub struct Offered {
    /// Its id.
    pub id: String,
    /// The words.
    pub text: Line,
}

/// What a screen says to an answer.
#[uniffi::remote(Record)]
pub struct QuizFeedback {
    /// The item's id.
    pub item: String,
    /// The question again.
    pub ask: Line,
    /// Whether the whole answer is right.
    pub right: bool,
    /// In the order shown before.
    pub options: Vec<Judged>,
    /// What it claims.
    pub facts: Facts,
}

/// An option after the answer.
#[uniffi::remote(Record)]
pub struct Judged {
    /// Its id.
    pub id: String,
    /// The words.
    pub text: Line,
    /// The person chose it.
    pub chosen: bool,
    /// It belongs to the right answer.
    pub right: bool,
    /// Why.
    pub why: Line,
}

/// A finished attempt.
#[uniffi::remote(Record)]
pub struct QuizResult {
    /// The attempt.
    pub attempt: Attempt,
    /// The quiz's own title.
    pub title: String,
    /// Questions worth another look; they come back in the review.
    pub another_look: Vec<Line>,
}

/// How an item is answered.
#[uniffi::remote(Enum)]
pub enum ItemKind {
    /// Exactly one option is right and one is chosen.
    One,
    /// Any number are right; all of them and no other must be chosen.
    Many,
    /// As `ItemKind::One`, in the authors' order: true, false.
    TrueFalse,
}
