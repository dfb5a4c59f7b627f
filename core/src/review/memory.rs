//! What is remembered, and when it is due: FSRS-6 with its default weights and two buttons. Pure.
//!
//! The formulas and weights are those published by the Open Spaced Repetition project (FSRS-6, 21 default parameters; the
//! reference implementation `fsrs` is BSD-3-Clause, copyright Open Spaced Repetition). A test compares every step with it.

use crate::{Error, Result};

/// The published default weights, `w0` to `w20`.
struct Weights {
    first_stability: [f64; 4],
    first_difficulty: [f64; 2],
    difficulty_step: f64,
    mean_reversion: f64,
    recalled: [f64; 3],
    forgotten: [f64; 4],
    same_day: [f64; 3],
    decay: f64,
}

// `w15` and `w16` weigh the buttons *hard* and *easy*, which we do not have.
const W: Weights = Weights {
    first_stability: [0.212, 1.2931, 2.3065, 8.2956],
    first_difficulty: [6.4133, 0.8334],
    difficulty_step: 3.0194,
    mean_reversion: 0.001,
    recalled: [1.8722, 0.1666, 0.796],
    forgotten: [1.4835, 0.0614, 0.2629, 1.6483],
    same_day: [0.5425, 0.0912, 0.0658],
    decay: 0.1542,
};

/// Something comes back when the chance to recall it has fallen to this.
const WANTED_RECALL: f64 = 0.9;
/// However well it is known, it comes back within these days.
const LONGEST_DAYS: f64 = 60.0;

/// How well something is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Memory {
    /// Days until the chance to recall it falls to 90 %; more than 0.
    pub stability: f64,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f64,
}

/// The buttons we have, numbered as FSRS numbers its four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recall {
    Forgotten,
    Recalled,
}

impl Recall {
    pub fn of(right: bool) -> Self {
        if right { Self::Recalled } else { Self::Forgotten }
    }

    fn rating(self) -> f64 {
        match self {
            Self::Forgotten => 1.0,
            Self::Recalled => 3.0,
        }
    }
}

impl Memory {
    /// After the first answer.
    pub fn first(recall: Recall) -> Self {
        let [again, _, good, _] = W.first_stability;
        let stability = if recall == Recall::Recalled { good } else { again };
        Self { stability, difficulty: first_difficulty(recall.rating()).clamp(1.0, 10.0) }
    }

    /// After an answer that came `days` after the last one.
    pub fn next(self, days: u32, recall: Recall) -> Self {
        let stability = match (days, recall) {
            (0, _) => self.same_day(recall),
            (_, Recall::Recalled) => self.recalled(days),
            (_, Recall::Forgotten) => self.forgotten(days),
        };
        let moved = self.difficulty + (10.0 - self.difficulty) * (-W.difficulty_step * (recall.rating() - 3.0)) / 9.0;
        let difficulty = W.mean_reversion * (first_difficulty(4.0) - moved) + moved;
        Self { stability: stability.clamp(0.001, 36_500.0), difficulty: difficulty.clamp(1.0, 10.0) }
    }

    /// Days until it is due again: 1 to 60.
    pub fn interval(self) -> i32 {
        let days = self.stability / factor() * (WANTED_RECALL.powf(-1.0 / W.decay) - 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a whole number, clamped")]
        let whole = days.round().clamp(1.0, LONGEST_DAYS) as i32;
        whole
    }

    /// The chance to recall it after `days`, 0 to 1.
    fn recall_after(self, days: u32) -> f64 {
        (f64::from(days) / self.stability * factor() + 1.0).powf(-W.decay)
    }

    fn same_day(self, recall: Recall) -> f64 {
        let [scale, shift, power] = W.same_day;
        let growth = (scale * (recall.rating() - 3.0 + shift)).exp() * self.stability.powf(-power);
        self.stability * if recall == Recall::Recalled { growth.max(1.0) } else { growth }
    }

    fn recalled(self, days: u32) -> f64 {
        let [scale, power, surprise] = W.recalled;
        let lapse = 1.0 - self.recall_after(days);
        let growth =
            scale.exp() * (11.0 - self.difficulty) * self.stability.powf(-power) * ((lapse * surprise).exp() - 1.0);
        self.stability * (growth + 1.0)
    }

    fn forgotten(self, days: u32) -> f64 {
        let [scale, by_difficulty, by_stability, surprise] = W.forgotten;
        let [same_day, shift, _] = W.same_day;
        let lapse = 1.0 - self.recall_after(days);
        let left = scale
            * self.difficulty.powf(-by_difficulty)
            * ((self.stability + 1.0).powf(by_stability) - 1.0)
            * (lapse * surprise).exp();
        left.min(self.stability / (same_day * shift).exp())
    }
}

fn first_difficulty(rating: f64) -> f64 {
    let [start, step] = W.first_difficulty;
    start - (step * (rating - 1.0)).exp() + 1.0
}

fn factor() -> f64 {
    (WANTED_RECALL.ln() / -W.decay).exp() - 1.0
}

/// Something in the review, and the days it was and will be asked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remembered {
    /// An item's or a technique's id.
    pub subject: String,
    /// How well it is known.
    pub memory: Memory,
    /// How often it was answered; also the seed of the order in which its options are shown.
    pub answers: u32,
    /// Practice day of the last answer, days since 1970-01-01.
    pub last_day: i64,
    /// Practice day when it is due.
    pub due_day: i64,
}

impl Remembered {
    /// After the first answer, on this day.
    pub fn first(subject: &str, recall: Recall, today: i64) -> Self {
        Self::on(subject, Memory::first(recall), 1, today)
    }

    /// Something that was never answered, due tomorrow.
    pub fn new(subject: &str, today: i64) -> Self {
        Self::first(subject, Recall::Forgotten, today)
    }

    /// Due on the day after this one, if not sooner. How well it is known stays.
    pub fn brought_forward(self, today: i64) -> Self {
        let tomorrow = today.max(self.last_day) + 1;
        Self { due_day: self.due_day.min(tomorrow), ..self }
    }

    /// After an answer on this day. A day before the last answer counts as the same day.
    pub fn next(&self, recall: Recall, today: i64) -> Self {
        let days = u32::try_from(today.saturating_sub(self.last_day)).unwrap_or(0);
        let memory = self.memory.next(days, recall);
        Self::on(&self.subject, memory, self.answers.saturating_add(1), today.max(self.last_day))
    }

    /// A day before the last answer counts as its day.
    pub fn was_answered_on(&self, today: i64) -> bool {
        self.last_day >= today
    }

    /// An answer to something that is not due says that the screen is old.
    pub fn must_be_due(&self, today: i64) -> Result<()> {
        if self.due_day > today { Err(Error::OutOfDate { kind: "review" }) } else { Ok(()) }
    }

    fn on(subject: &str, memory: Memory, answers: u32, day: i64) -> Self {
        Self {
            subject: subject.to_owned(),
            memory,
            answers,
            last_day: day,
            due_day: day + i64::from(memory.interval()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn off(ours: f64, theirs: f32) -> f64 {
        (ours - f64::from(theirs)).abs() / f64::from(theirs)
    }

    #[test]
    fn every_step_agrees_with_the_reference() {
        let reference = fsrs::FSRS::new(&fsrs::DEFAULT_PARAMETERS).unwrap();
        let (mut roll, mut worst, mut steps) = (1_u64, 0.0_f64, 0_u32);
        let mut dice = |sides: u64| {
            roll = crate::mix::mix(roll, "dice");
            roll % sides
        };
        for _ in 0..1_000 {
            let mut recall = Recall::of(dice(4) != 0);
            let mut ours = Memory::first(recall);
            let mut theirs = None;
            let mut days = 0;
            for _ in 0..12 {
                let states = reference.next_states(theirs, 0.9, days).unwrap();
                let state = if recall == Recall::Recalled { states.good } else { states.again };
                worst = worst.max(off(ours.stability, state.memory.stability));
                worst = worst.max(off(ours.difficulty, state.memory.difficulty));
                // Ours in whole days, 1 to 60.
                let (interval, reference_interval) = (ours.interval(), state.interval.round().clamp(1.0, 60.0));
                assert!((f64::from(interval) - f64::from(reference_interval)).abs() <= 1.0, "{interval}");
                theirs = Some(state.memory);
                days = u32::try_from(dice(61)).unwrap();
                recall = Recall::of(dice(5) != 0);
                ours = ours.next(days, recall);
                steps += 1;
            }
        }
        println!("{steps} steps, worst relative difference {worst:.1e}");
        assert!(worst < 1e-4, "{worst}");
    }

    proptest! {
        #[test]
        fn whatever_happens_it_comes_back_within_sixty_days(history in prop::collection::vec((any::<bool>(), -3..90_i64), 1..40)) {
            let mut today = 20_000;
            let mut kept = Remembered::first("quiz/q/i", Recall::Forgotten, today);
            for (right, days) in history {
                today += days;
                kept = kept.next(Recall::of(right), today);
                prop_assert!((1..=60).contains(&(kept.due_day - kept.last_day)));
                prop_assert!(kept.memory.stability > 0.0 && (1.0..=10.0).contains(&kept.memory.difficulty));
                prop_assert!(kept.last_day >= today.min(kept.last_day));
            }
        }

        #[test]
        fn what_is_recalled_is_asked_no_sooner_than_what_is_forgotten(days in 0..60_u32, first: bool) {
            let memory = Memory::first(Recall::of(first));
            prop_assert!(memory.next(days, Recall::Recalled).interval() >= memory.next(days, Recall::Forgotten).interval());
        }
    }

    #[test]
    fn it_is_asked_once_a_day() {
        let kept = Remembered::first("quiz/q/i", Recall::Forgotten, 100);
        assert_eq!(kept.due_day, 101);
        assert!(kept.must_be_due(100).is_err());
        assert!(kept.must_be_due(101).is_ok());
    }
}
