//! Quizzes: attempts, one item at a time, with a reason for every option.
//!
//! An attempt keeps the order it began with, counts an answer once however often it arrives, and goes on where it was
//! left. The score is a count of right answers, never a grade. What was missed comes back in [`crate::review`].

pub(crate) mod order;
mod rows;
pub(crate) mod score;

use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Error, Moment, Result, id, review};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, Item, ItemKind, Line, Quiz};
use score::Chosen;
use std::collections::BTreeMap;

/// How an attempt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It may be gone on with.
    Open,
    /// Every item was answered.
    Finished,
    /// The person began anew instead.
    Left,
}

/// One go at a quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Made by the shell, unique.
    pub id: String,
    /// The quiz's id.
    pub quiz: String,
    /// What the order is mixed from.
    pub seed: u64,
    /// How it stands.
    pub outcome: Outcome,
    /// Right answers, 0 to `of`; counted when it is finished.
    pub right: u16,
    /// Items that were answered; counted when it is finished.
    pub of: u16,
    /// When it began.
    pub started: Moment,
}

/// A quiz in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenQuiz {
    /// The quiz's id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
}

/// What a screen shows next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuizStep {
    /// An item to answer.
    Question(Question),
    /// Every item is answered.
    Finished(QuizResult),
}

/// An item to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its id.
    pub id: String,
    /// The words.
    pub text: Line,
}

/// What a screen says to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizResult {
    /// The attempt.
    pub attempt: Attempt,
    /// The quiz's own title.
    pub title: String,
    /// Questions worth another look; they come back in the review.
    pub another_look: Vec<Line>,
}

impl Engine {
    /// All quizzes, with how the person stands.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn quizzes(&self) -> Result<Vec<QuizRow>> {
        let course = self.course();
        self.vault.read(|connection| course.quizzes.iter().map(|quiz| quiz_row(connection, quiz)).collect())
    }

    /// Goes on with the attempt that is open, or begins the attempt `fresh` with this seed.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such quiz, [`Error::Invalid`] if the id cannot be one, [`Error::OutOfDate`] if
    /// the attempt `fresh` is over already.
    pub fn open_quiz(&self, quiz: &str, fresh: &str, seed: u64, now: Moment) -> Result<QuizStep> {
        let course = self.course();
        let quiz = course.quiz(quiz).or_not_found("quiz")?;
        let fresh = id::checked(fresh)?;
        self.vault.write(|tx| {
            let attempt = match rows::open(tx, &quiz.id)? {
                Some(open) => {
                    // An editor may have taken away the items that were left.
                    finish_if_complete(tx, quiz, &open, &rows::answers(tx, &open.id)?)?;
                    open
                }
                None => begin(tx, quiz, fresh, seed, now)?,
            };
            step(&course, tx, &attempt)
        })
    }

    /// Leaves the attempt that is open, if one is, and begins the attempt `fresh` with this seed. Asking twice begins
    /// once.
    ///
    /// # Errors
    /// As [`Self::open_quiz`].
    pub fn begin_quiz_anew(&self, quiz: &str, fresh: &str, seed: u64, now: Moment) -> Result<QuizStep> {
        let course = self.course();
        let quiz = course.quiz(quiz).or_not_found("quiz")?;
        let fresh = id::checked(fresh)?;
        self.vault.write(|tx| {
            let attempt = match rows::open(tx, &quiz.id)? {
                Some(open) if open.id == fresh => open,
                Some(open) => {
                    rows::save(tx, &Attempt { outcome: Outcome::Left, ..open })?;
                    begin(tx, quiz, fresh, seed, now)?
                }
                None => begin(tx, quiz, fresh, seed, now)?,
            };
            step(&course, tx, &attempt)
        })
    }

    /// What the attempt shows now: its next item, or its result.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such attempt, or its quiz is gone; [`Error::OutOfDate`] if it was left.
    pub fn quiz_step(&self, attempt: &str) -> Result<QuizStep> {
        let course = self.course();
        self.vault
            .read(|connection| step(&course, connection, &rows::by_id(connection, attempt)?.or_not_found("attempt")?))
    }

    /// Answers an item. The same answer again is the same answer; the last one finishes the attempt.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such attempt, item or option, [`Error::Invalid`] if that many options are no
    /// answer, [`Error::OutOfDate`] if the item was answered otherwise or the attempt is over.
    pub fn answer_item(&self, attempt: &str, item: &str, options: &[String], now: Moment) -> Result<QuizFeedback> {
        let course = self.course();
        self.vault.write(|tx| {
            let attempt = rows::by_id(tx, attempt)?.or_not_found("attempt")?;
            let quiz = course.quiz(&attempt.quiz).or_not_found("quiz")?;
            let item = quiz.items.iter().find(|known| known.id == item).or_not_found("item")?;
            let chosen = score::answer(item, options)?;
            let right = score::is_right(item, &chosen);
            let mut answers = rows::answers(tx, &attempt.id)?;
            if answers.contains_key(&item.id) {
                if rows::chosen(tx, &attempt.id, &item.id)? != chosen {
                    return Err(Error::OutOfDate { kind: "item" });
                }
            } else if attempt.outcome == Outcome::Open {
                rows::save_answer(tx, &attempt.id, &item.id, &chosen, right)?;
                review::answered(tx, &item.id, right, now)?;
                answers.insert(item.id.clone(), right);
                finish_if_complete(tx, quiz, &attempt, &answers)?;
            } else {
                return Err(Error::OutOfDate { kind: "attempt" });
            }
            Ok(feedback(&course, item, &chosen, attempt.seed, now))
        })
    }

    /// The newest `limit` attempts at a quiz that were finished, newest first.
    ///
    /// # Errors
    /// [`Error::Storage`] only.
    pub fn quiz_history(&self, quiz: &str, limit: u32) -> Result<Vec<Attempt>> {
        self.vault.read(|connection| rows::finished(connection, quiz, limit))
    }
}

fn begin(tx: &Transaction, quiz: &Quiz, fresh: &str, seed: u64, now: Moment) -> Result<Attempt> {
    if rows::by_id(tx, fresh)?.is_some() {
        return Err(Error::OutOfDate { kind: "attempt" });
    }
    let attempt = Attempt {
        id: fresh.to_owned(),
        quiz: quiz.id.clone(),
        seed,
        outcome: Outcome::Open,
        right: 0,
        of: 0,
        started: now,
    };
    rows::save(tx, &attempt)?;
    Ok(attempt)
}

fn finish_if_complete(
    tx: &Transaction,
    quiz: &Quiz,
    attempt: &Attempt,
    answers: &BTreeMap<String, bool>,
) -> Result<()> {
    if !quiz.items.iter().all(|item| answers.contains_key(&item.id)) {
        return Ok(());
    }
    let (right, of) = counts(quiz, answers);
    rows::save(tx, &Attempt { outcome: Outcome::Finished, right, of, ..attempt.clone() })
}

/// Right answers, and all of them, among the items that the quiz still has.
fn counts(quiz: &Quiz, answers: &BTreeMap<String, bool>) -> (u16, u16) {
    let known = quiz.items.iter().filter_map(|item| answers.get(&item.id));
    known.fold((0, 0), |(right, of), &good| (right + u16::from(good), of + 1))
}

fn step(course: &Course, connection: &Connection, attempt: &Attempt) -> Result<QuizStep> {
    let quiz = course.quiz(&attempt.quiz).or_not_found("quiz")?;
    let answers = rows::answers(connection, &attempt.id)?;
    if attempt.outcome == Outcome::Left {
        return Err(Error::OutOfDate { kind: "attempt" });
    }
    let in_order = order::items(quiz, attempt.seed);
    let next = in_order.iter().find(|item| !answers.contains_key(&item.id));
    match next {
        Some(item) if attempt.outcome == Outcome::Open => Ok(QuizStep::Question(Question {
            attempt: attempt.id.clone(),
            title: quiz.title.clone(),
            item: item.id.clone(),
            kind: item.kind,
            ask: item.ask.clone(),
            options: offered(item, attempt.seed),
            number: counts(quiz, &answers).1 + 1,
            of: size(quiz),
        })),
        _ => {
            let missed = in_order.iter().filter(|item| answers.get(&item.id) == Some(&false));
            let another_look = missed.map(|item| item.ask.clone()).collect();
            let attempt = closed(quiz, attempt, &answers);
            Ok(QuizStep::Finished(QuizResult { attempt, title: quiz.title.clone(), another_look }))
        }
    }
}

/// The attempt as its result shows it.
fn closed(quiz: &Quiz, attempt: &Attempt, answers: &BTreeMap<String, bool>) -> Attempt {
    if attempt.outcome == Outcome::Finished {
        return attempt.clone();
    }
    let (right, of) = counts(quiz, answers);
    Attempt { right, of, ..attempt.clone() }
}

fn quiz_row(connection: &Connection, quiz: &Quiz) -> Result<QuizRow> {
    let answered = match rows::open(connection, &quiz.id)? {
        Some(open) => Some(counts(quiz, &rows::answers(connection, &open.id)?).1),
        None => None,
    };
    Ok(QuizRow {
        id: quiz.id.clone(),
        title: quiz.outside_title().to_owned(),
        items: size(quiz),
        answered,
        last: rows::finished(connection, &quiz.id, 1)?.pop(),
    })
}

/// The quizzes to go on with.
pub(crate) fn open_quizzes(course: &Course, connection: &Connection) -> Result<Vec<OpenQuiz>> {
    let open = rows::open_quizzes(connection)?;
    let known = course.quizzes.iter().filter(|quiz| open.contains(&quiz.id));
    Ok(known.map(|quiz| OpenQuiz { id: quiz.id.clone(), title: quiz.outside_title().to_owned() }).collect())
}

/// The options of an item, before the answer, in the order of this seed.
pub(crate) fn offered(item: &Item, seed: u64) -> Vec<Offered> {
    let offer = |option: &saywell_content::QuizOption| Offered { id: option.id.clone(), text: option.text.clone() };
    order::options(item, seed).into_iter().map(offer).collect()
}

/// What to say to an answer, with the options in the order of this seed.
pub(crate) fn feedback(course: &Course, item: &Item, chosen: &Chosen, seed: u64, now: Moment) -> QuizFeedback {
    let judge = |option: &saywell_content::QuizOption| Judged {
        id: option.id.clone(),
        text: option.text.clone(),
        chosen: chosen.contains(&option.id),
        right: option.right,
        why: option.why.clone(),
    };
    QuizFeedback {
        item: item.id.clone(),
        ask: item.ask.clone(),
        right: score::is_right(item, chosen),
        options: order::options(item, seed).into_iter().map(judge).collect(),
        facts: Facts::of(course, &item.claims(), now),
    }
}

fn size(quiz: &Quiz) -> u16 {
    u16::try_from(quiz.items.len()).unwrap_or(u16::MAX)
}
