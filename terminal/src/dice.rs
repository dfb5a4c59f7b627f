//! Chance: fresh ids, and the seeds that quizzes are shuffled by and talks answered by.

use crate::stop::{Go, Stop};

/// Random numbers of the system. `SAYWELL_SEED` fixes how quizzes are shuffled and talks answered; ids stay random, so that two runs on the
/// same data never meet.
pub struct Dice {
    seed: Option<u64>,
}

impl Dice {
    /// The dice that the environment asks for.
    pub fn of(seed: Option<String>) -> Result<Self, String> {
        let seed = seed.map(|text| text.parse()).transpose();
        Ok(Self { seed: seed.map_err(|_| "SAYWELL_SEED is a whole number.".to_owned())? })
    }

    /// An id that nobody has: 128 random bits.
    #[expect(clippy::unused_self, reason = "reads as what it is: a roll")]
    pub fn id(&self) -> Go<String> {
        let bits = u128::from(roll()?) << 64 | u128::from(roll()?);
        Ok(format!("{bits:032x}"))
    }

    /// What a quiz is shuffled by, and a talk's answers.
    pub fn seed(&self) -> Go<u64> {
        self.seed.map_or_else(roll, Ok)
    }
}

fn roll() -> Go<u64> {
    getrandom::u64().map_err(|_| Stop::Say("This computer gives no random numbers, so nothing was started.".into()))
}
