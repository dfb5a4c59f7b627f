//! The rule of a talk between two people with one phone. Pure.
//!
//! They read the situation together, each opens a private card alone, they talk, each marks what they heard the other do,
//! and they look back. Then they may swap sides. A card is open only in its own stage.

use crate::{Error, Result};
use saywell_content::Side;

/// Where two people are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Both read the situation.
    Situation,
    /// The first person opens their card.
    FirstCard,
    /// The second person opens theirs.
    SecondCard,
    /// They talk.
    Talk,
    /// The first person marks what they heard the second do.
    FirstMarks,
    /// The second person marks what they heard the first do.
    SecondMarks,
    /// Both look back.
    Debrief,
    /// They are done.
    Over,
}

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// Who opened their card first.
    First,
    /// The other.
    Second,
}

impl Stage {
    /// The stage after this one; the last one stays.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Situation => Self::FirstCard,
            Self::FirstCard => Self::SecondCard,
            Self::SecondCard => Self::Talk,
            Self::Talk => Self::FirstMarks,
            Self::FirstMarks => Self::SecondMarks,
            Self::SecondMarks => Self::Debrief,
            Self::Debrief | Self::Over => Self::Over,
        }
    }

    /// Whose card may be open.
    pub(super) fn card_of(self) -> Option<Person> {
        match self {
            Self::FirstCard => Some(Person::First),
            Self::SecondCard => Some(Person::Second),
            _ => None,
        }
    }

    /// Whose marks are made.
    pub(super) fn marks_of(self) -> Option<Person> {
        match self {
            Self::FirstMarks => Some(Person::First),
            Self::SecondMarks => Some(Person::Second),
            _ => None,
        }
    }
}

impl Person {
    /// The side that this person plays in a round, counted from 1: sides are swapped every round.
    #[must_use]
    pub fn side(self, round: u16) -> Side {
        let begins_as_a = self == Self::First;
        if begins_as_a == (round % 2 == 1) { Side::A } else { Side::B }
    }
}

/// What two people stored of their talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Progress {
    pub stage: Stage,
    /// From 1.
    pub round: u16,
    /// Milliseconds of this round's talk.
    pub elapsed_ms: i64,
}

impl Progress {
    /// The stage after `from`. Asking twice goes once.
    pub fn after(self, from: Stage) -> Result<Self> {
        let moved_on = Err(Error::OutOfDate { kind: "talk" });
        if from == Stage::Over {
            return moved_on;
        }
        if self.stage == from.next() {
            return Ok(self);
        }
        if self.stage != from {
            return moved_on;
        }
        Ok(Self { stage: from.next(), ..self })
    }

    /// The same story with sides swapped, from the debrief of this round. Asking twice swaps once.
    pub fn swapped(self, round: u16) -> Result<Self> {
        if self.round == round.saturating_add(1) && self.stage == Stage::FirstCard {
            return Ok(self);
        }
        if self.round != round || self.stage != Stage::Debrief {
            return Err(Error::OutOfDate { kind: "talk" });
        }
        Ok(Self { stage: Stage::FirstCard, round: round.saturating_add(1), elapsed_ms: 0 })
    }

    /// The talk is this far in. Time only grows.
    pub fn reached(self, elapsed_ms: i64) -> Self {
        if self.stage == Stage::Talk { Self { elapsed_ms: elapsed_ms.max(self.elapsed_ms), ..self } } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(stage: Stage, round: u16) -> Progress {
        Progress { stage, round, elapsed_ms: 0 }
    }

    #[test]
    fn two_people_go_from_the_situation_to_the_debrief() {
        let mut progress = at(Stage::Situation, 1);
        let mut seen = vec![progress.stage];
        while progress.stage != Stage::Over {
            progress = progress.after(progress.stage).unwrap();
            seen.push(progress.stage);
        }
        assert_eq!(seen.len(), 8);
        assert!(progress.after(Stage::Over).is_err());
    }

    #[test]
    fn a_tap_that_arrives_twice_goes_once_and_a_late_one_goes_nowhere() {
        let once = at(Stage::FirstCard, 1).after(Stage::FirstCard).unwrap();
        assert_eq!(once.after(Stage::FirstCard), Ok(once));
        assert_eq!(once.after(Stage::Situation), Err(Error::OutOfDate { kind: "talk" }));
        assert_eq!(once.after(Stage::Talk), Err(Error::OutOfDate { kind: "talk" }));
    }

    #[test]
    fn sides_are_swapped_every_round() {
        assert_eq!((Person::First.side(1), Person::Second.side(1)), (Side::A, Side::B));
        assert_eq!((Person::First.side(2), Person::Second.side(2)), (Side::B, Side::A));
        let swapped = at(Stage::Debrief, 1).swapped(1).unwrap();
        assert_eq!((swapped.stage, swapped.round), (Stage::FirstCard, 2));
        assert_eq!(swapped.swapped(1), Ok(swapped));
        assert!(at(Stage::Talk, 1).swapped(1).is_err());
    }

    #[test]
    fn time_only_grows_and_only_while_they_talk() {
        let talking = at(Stage::Talk, 1).reached(5_000).reached(1_000);
        assert_eq!(talking.elapsed_ms, 5_000);
        assert_eq!(at(Stage::Debrief, 1).reached(5_000).elapsed_ms, 0);
    }
}
