//! The same person on a phone that nothing ever happens to: what must be there after each turn.

use crate::{person, seen::seen};
use saywell_core::Engine;
use saywell_tests::Phone;

pub struct Life {
    seed: u64,
    engine: Engine,
    // Its folder lasts as long as the engine.
    _phone: Phone,
    /// How many turns were taken.
    pub turns: u64,
}

/// How what was found on a phone compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// All that was acknowledged.
    Acknowledged,
    /// That, and the turn that was being taken.
    OneMore,
    /// An earlier state: something acknowledged is lost.
    Lost,
    /// A state that never was.
    Torn,
}

impl Life {
    pub fn of(seed: u64) -> Self {
        let phone = Phone::new();
        Self { seed, engine: phone.engine(), _phone: phone, turns: 0 }
    }

    /// Lives up to this turn.
    pub fn live_to(&mut self, turns: u64) {
        while self.turns < turns {
            self.take(self.turns);
            self.turns += 1;
        }
    }

    /// Takes this very turn.
    pub fn take(&self, turn: u64) {
        let answer = person::act(&self.engine, self.seed, turn);
        assert!(!person::is_told_unsaved(&answer), "nothing happens to this phone: {answer:?}");
    }

    /// What is seen now.
    pub fn seen(&self) -> String {
        seen(&self.engine).unwrap()
    }

    /// Compares `found` with what must be there after so many acknowledged turns, and lives on to what it is.
    pub fn compare(&mut self, acknowledged: u64, found: &str) -> Found {
        self.live_to(acknowledged);
        if self.seen() == found {
            return Found::Acknowledged;
        }
        self.live_to(acknowledged + 1);
        if self.seen() == found {
            return Found::OneMore;
        }
        let mut again = Self::of(self.seed);
        let earlier = (0..acknowledged).any(|turn| {
            again.live_to(turn);
            again.seen() == found
        });
        if earlier { Found::Lost } else { Found::Torn }
    }

    /// Whether `found` is there after so many turns, or one more, when one of `twice` was taken twice: a kill can strike after
    /// what nobody sees of it was saved, as on which card a unit opens, and then the turn is taken again.
    pub fn took_one_twice(seed: u64, twice: &[u64], turns: u64, found: &str) -> bool {
        twice.iter().any(|&turn| {
            let mut life = Self::of(seed);
            life.live_to(turn + 1);
            life.take(turn);
            life.live_to(turns);
            life.seen() == found || {
                life.live_to(turns + 1);
                life.seen() == found
            }
        })
    }
}
