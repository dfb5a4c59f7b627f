//! Rehearsing alone: the verbs of a run.

use super::debrief::{HardLine, Onward, OtherWay, Used, look, onward};
use super::play::{Play, ending_view};
use super::rows::{self, Run};
use super::talk::Here;
use super::{check_start, count};
use crate::error::OrNotFound;
use crate::help::Facts;
use crate::{Engine, Error, Moment, Result, id, review};
use rusqlite::{Connection, Transaction};
use saywell_content::{Course, EndingKind, Line, Prose, Role, Side};

/// What the person chose before the first line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// A fresh id, made by the shell.
    pub id: String,
    /// The scenario's id.
    pub scenario: String,
    /// The side they play.
    pub side: Side,
    /// The option they picked, where the story can be more than one.
    pub setup: Option<String>,
    /// The answer to the gate, where there is one. It is not stored.
    pub gate: Option<String>,
}

/// What a screen shows of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TalkView {
    /// The run's id.
    pub run: String,
    /// The scenario's id.
    pub scenario: String,
    /// The scenario's own title.
    pub title: String,
    /// The side that the person plays.
    pub side: Side,
    /// Their card.
    pub card: Role,
    /// Told before the first line, if anything is.
    pub opening: Option<Line>,
    /// What was said, in order.
    pub said: Vec<Said>,
    /// What the person can say now; nothing at the end.
    pub choices: Vec<Choose>,
    /// The way out; nothing at the end.
    pub way_out: Option<Choose>,
    /// A help card that opens before anything else is said.
    pub help: Option<String>,
    /// How it ended.
    pub ending: Option<EndingView>,
    /// What an edit of the course took away from this run, if it did.
    pub changed: Option<Changed>,
    /// What the lines shown claim.
    pub facts: Facts,
}

/// A line that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its id.
    pub id: String,
    /// The person who played said it, not the app.
    pub own: bool,
    /// The name in the story.
    pub name: String,
    /// The words.
    pub say: Line,
    /// Told after it, such as a change of place.
    pub scene: Option<Line>,
}

/// Something that can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    /// Its id.
    pub id: String,
    /// The words.
    pub say: Line,
    /// It was said or heard before, in any run.
    pub heard: bool,
}

/// How a conversation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingView {
    /// Its name inside the scenario.
    pub name: String,
    /// What kind of ending.
    pub kind: EndingKind,
    /// What is told to the person who played.
    pub text: Line,
    /// The help card that it opens.
    pub help: Option<String>,
}

/// The course was edited since these lines were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// Lines that can still be said.
    pub kept: u16,
    /// Lines that cannot; they stay in the run's tree.
    pub gone: u16,
}

/// One way through a run, from the first line to a last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// What to ask for this way by.
    pub tip: i64,
    /// The run stands at its end.
    pub current: bool,
    /// What was said.
    pub said: Vec<Said>,
    /// How it ended, if it did.
    pub ending: Option<EndingView>,
}

/// Two ways through one run, or the only one, in the order in which they were tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Lines that both begin with; none where there is one way.
    pub together: u16,
    /// The first way.
    pub one: Try,
    /// The second way.
    pub other: Option<Try>,
}

/// What to look at after a talk. No points, no winning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debrief {
    /// How it ended.
    pub ending: EndingView,
    /// Whether a line of praise may be added: not where somebody pushed, nor where the ending opens a help card.
    pub praise: bool,
    /// Techniques that the person used.
    pub used: Vec<Used>,
    /// Moments in which another way was open.
    pub other_ways: Vec<OtherWay>,
    /// Lines that hurt or pushed.
    pub hard_lines: Vec<HardLine>,
    /// One technique to try next; it comes back in the review.
    pub suggestion: Option<String>,
    /// Read whatever happened.
    pub text: Prose,
    /// Where to go from here.
    pub onward: Vec<Onward>,
    /// What these texts claim.
    pub facts: Facts,
}

impl Engine {
    /// Begins a run. Beginning the same id again returns what is there.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such scenario, [`Error::Invalid`] if the id cannot be one, the gate does not
    /// lead on, or the setup is not one of the options.
    pub fn begin_talk(&self, begin: &Begin, seed: u64, now: Moment) -> Result<TalkView> {
        let course = self.course();
        let scenario = course.scenario(&begin.scenario).or_not_found("scenario")?;
        let id = id::checked(&begin.id)?;
        self.vault.write(|tx| {
            if let Some(known) = rows::run(tx, id)? {
                return go_on(&course, tx, known, now);
            }
            check_start(scenario, begin.gate.as_deref(), begin.setup.as_deref())?;
            let run = Run {
                id: id.to_owned(),
                scenario: scenario.id.clone(),
                side: begin.side,
                setup: begin.setup.clone(),
                seed,
                head: None,
                ended: false,
                started: now,
            };
            rows::save_run(tx, &run)?;
            go_on(&course, tx, run, now)
        })
    }

    /// A run where it was left, or at the deepest line that can still be said.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, or its scenario is gone.
    pub fn talk(&self, run: &str, now: Moment) -> Result<TalkView> {
        let course = self.course();
        self.vault.write(|tx| go_on(&course, tx, rows::run(tx, run)?.or_not_found("run")?, now))
    }

    /// Says a line, or takes the way out, after `after` lines were said; the app answers. The same tap again says it once.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, or the line cannot be said; [`Error::OutOfDate`] if the talk has moved
    /// on meanwhile.
    pub fn say(&self, run: &str, after: u16, line: &str, now: Moment) -> Result<TalkView> {
        let course = self.course();
        self.vault.write(|tx| {
            let run = rows::run(tx, run)?.or_not_found("run")?;
            let mut play = Play::load(&course, tx, run)?;
            match play.ids.get(usize::from(after)) {
                None if play.ids.len() == usize::from(after) => {
                    play.person_says(line)?;
                    play.store(tx)?;
                    play.app_answers(tx)?;
                }
                Some(known) if known == line => play.app_answers(tx)?,
                _ => return Err(Error::OutOfDate { kind: "talk" }),
            }
            play.store_place(tx)?;
            play.view(tx, now)
        })
    }

    /// Goes back to where `after` lines had been said, to try another. What was said stays in the run's tree.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, [`Error::Invalid`] if fewer lines were said, or it is not the person's
    /// turn there.
    pub fn rewind(&self, run: &str, after: u16, now: Moment) -> Result<TalkView> {
        let course = self.course();
        self.vault.write(|tx| {
            let mut play = Play::load(&course, tx, rows::run(tx, run)?.or_not_found("run")?)?;
            play.go_back(usize::from(after))?;
            play.store_place(tx)?;
            play.view(tx, now)
        })
    }

    /// All ways through a run, in the order in which they were tried.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, or its scenario is gone.
    pub fn tries(&self, run: &str) -> Result<Vec<Try>> {
        let course = self.course();
        self.vault.read(|connection| {
            let run = rows::run(connection, run)?.or_not_found("run")?;
            let tips = rows::tips(connection, &run.id)?;
            tips.into_iter().map(|tip| try_to(&course, connection, &run, tip)).collect()
        })
    }

    /// Goes to the end of another way through the run.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run or way.
    pub fn go_to_try(&self, run: &str, tip: i64, now: Moment) -> Result<TalkView> {
        let course = self.course();
        self.vault.write(|tx| {
            let run = rows::run(tx, run)?.or_not_found("run")?;
            if !rows::tips(tx, &run.id)?.contains(&tip) {
                return Err(Error::NotFound { kind: "way" });
            }
            go_on(&course, tx, Run { head: Some(tip), ..run }, now)
        })
    }

    /// Two ways through a run, side by side: those with these tips; or, where they are not two, that at whose end the run
    /// stands, and the one beside it that was begun last. Nothing before a line was said.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, or its scenario is gone.
    pub fn compare_tries(&self, run: &str, picked: &[i64]) -> Result<Option<Comparison>> {
        Ok(side_by_side(self.tries(run)?, picked))
    }

    /// What to look at after the talk. Its suggestion comes back in the review.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such run, [`Error::Invalid`] if it has not ended.
    pub fn debrief(&self, run: &str, now: Moment) -> Result<Debrief> {
        let course = self.course();
        self.vault.write(|tx| {
            let play = Play::load(&course, tx, rows::run(tx, run)?.or_not_found("run")?)?;
            let scenario = play.graph.scenario;
            let side = play.run.side;
            let Here::End(ending) = play.talk.here else {
                return Err(Error::Invalid { field: "run", reason: "has ended" });
            };
            let seen = look(&play.graph, play.run.setup.as_deref(), &play.said, side);
            if let Some(technique) = &seen.suggestion {
                review::suggest(tx, technique, now)?;
            }
            let claims = scenario.debrief_claims(ending, side);
            let ending = ending_view(ending, side);
            Ok(Debrief {
                praise: ending.help.is_none() && !seen.hard_lines.iter().any(|line| line.pressure),
                used: seen.used,
                other_ways: seen.other_ways,
                hard_lines: seen.hard_lines,
                suggestion: seen.suggestion,
                text: scenario.debrief.clone(),
                onward: onward(&course, scenario, Some(&ending)),
                ending,
                facts: Facts::of(&course, &claims, now),
            })
        })
    }
}

/// Loads a run, lets the app speak if it is its turn, and says what to show.
fn go_on(course: &Course, tx: &Transaction, run: Run, now: Moment) -> Result<TalkView> {
    let mut play = Play::load(course, tx, run)?;
    play.app_answers(tx)?;
    play.store_place(tx)?;
    play.view(tx, now)
}

/// What [`Engine::compare_tries`] shows of all ways through a run.
fn side_by_side(tries: Vec<Try>, picked: &[i64]) -> Option<Comparison> {
    let tips =
        |wanted: &[i64]| -> Vec<i64> { tries.iter().map(|way| way.tip).filter(|tip| wanted.contains(tip)).collect() };
    let mut seen = tips(picked);
    if seen.len() != 2 {
        let here = tries.iter().find(|way| way.current).or(tries.last())?.tip;
        let beside = tries.iter().rfind(|way| way.tip != here).map(|way| way.tip);
        seen = tips(&[here].into_iter().chain(beside).collect::<Vec<_>>());
    }
    let mut ways = tries.into_iter().filter(|way| seen.contains(&way.tip));
    let (one, other) = (ways.next()?, ways.next());
    let both = one.said.iter().zip(other.iter().flat_map(|other| &other.said));
    let together = count(both.take_while(|(left, right)| left.id == right.id).count());
    Some(Comparison { together, one, other })
}

fn try_to(course: &Course, connection: &Connection, run: &Run, tip: i64) -> Result<Try> {
    let play = Play::load(course, connection, Run { head: Some(tip), ..run.clone() })?;
    Ok(Try { tip, current: run.head == Some(tip), said: play.said_views(), ending: play.ending() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(tip: i64, lines: &[&str]) -> Try {
        let said =
            |id: &&str| Said { id: (*id).into(), own: true, name: "A".into(), say: Line::default(), scene: None };
        Try { tip, current: tip == 2, said: lines.iter().map(said).collect(), ending: None }
    }

    fn seen(tries: &[Try], picked: &[i64]) -> Option<(i64, Option<i64>, u16)> {
        let both = side_by_side(tries.to_vec(), picked)?;
        Some((both.one.tip, both.other.map(|other| other.tip), both.together))
    }

    #[test]
    fn two_tries_are_seen_those_that_were_picked_or_here_and_the_newest() {
        let four = [way(1, &["a", "b"]), way(2, &["a", "c", "d"]), way(3, &["e"]), way(4, &["a", "c"])];
        assert_eq!(seen(&[], &[]), None);
        assert_eq!(seen(&four[..1], &[]), Some((1, None, 0)));
        assert_eq!(seen(&four[..2], &[]), Some((1, Some(2), 1)));
        assert_eq!(seen(&four, &[]), Some((2, Some(4), 2)));
        assert_eq!(seen(&four, &[3, 1]), Some((1, Some(3), 0)));
        // The run stands at the end of none, as after it was rewound.
        assert_eq!(seen(&[four[0].clone(), four[2].clone()], &[]), Some((1, Some(3), 0)));
        // What was picked is not all there, or is one.
        for picked in [&[3, 9][..], &[3], &[3, 3], &[1, 3, 4]] {
            assert_eq!(seen(&four, picked), Some((2, Some(4), 2)), "{picked:?}");
        }
    }
}
