//! Relaxations: scripts of timed cues. How a script becomes shorter or longer is in `stretch.rs`.

use crate::Prose;
use serde::{Deserialize, Serialize};

/// A script with its ten-minute form and what its other forms are made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relaxation {
    /// Such as `relaxation/slow-breath`.
    pub id: String,
    /// On screen.
    pub title: String,
    /// Read before the first cue: who asks a clinic first, and where not to do this.
    pub before: Prose,
    /// The way out that is in reach at every cue.
    pub grounding: Prose,
    /// Paces the breathing circle during the block `core`.
    pub pace: Option<Pace>,
    /// The ten-minute form, in order.
    pub blocks: Vec<CueBlock>,
    /// *Quick calm*: a pick of the same cues. Never counted as practice.
    pub short: Vec<CueBlock>,
    /// What is different in five minutes.
    #[serde(default)]
    pub five: Retimed,
    /// What is different in fifteen minutes.
    #[serde(default)]
    pub fifteen: Retimed,
}

/// Seconds to breathe in, hold, breathe out and rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Seconds in.
    pub inhale: u16,
    /// Seconds to hold after it; 0 where nobody holds.
    #[serde(default)]
    pub hold: u16,
    /// Seconds out.
    pub exhale: u16,
    /// Seconds to rest after it; mostly 0.
    #[serde(default)]
    pub rest: u16,
}

impl Pace {
    /// Seconds of a whole breath.
    #[must_use]
    pub fn breath(&self) -> u32 {
        self.phases().into_iter().map(|(_, seconds)| u32::from(seconds)).sum()
    }

    /// The parts of a breath, in order; some may last no time.
    #[must_use]
    pub fn phases(&self) -> [(CueKind, u16); 4] {
        [
            (CueKind::In, self.inhale),
            (CueKind::Hold, self.hold),
            (CueKind::Out, self.exhale),
            (CueKind::Rest, self.rest),
        ]
    }
}

/// A part of a script, such as `settle` or `core`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CueBlock {
    /// Its name inside the script.
    pub id: String,
    /// Its length. At least that of its cues; what is left over is quiet.
    pub seconds: u16,
    /// Whether its quiet gives way in a shorter form, and grows in a longer one.
    #[serde(default)]
    pub stretches: bool,
    /// In order.
    pub cues: Vec<Cue>,
}

/// One thing said, and how long it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Until the next cue; more than 0.
    pub seconds: u16,
    /// What the person does with it.
    #[serde(default)]
    pub kind: CueKind,
    /// The words.
    pub say: String,
}

/// What a person does at a cue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CueKind {
    /// Listens.
    #[default]
    Say,
    /// Breathes in.
    In,
    /// Holds the breath.
    Hold,
    /// Breathes out.
    Out,
    /// Rests.
    Rest,
    /// Makes a part of the body a little tense.
    Tense,
    /// Lets it go.
    Release,
    /// Hears a bell.
    Bell,
}

impl CueKind {
    /// As an author writes it.
    pub const NAMES: [(&str, Self); 8] = [
        ("say", Self::Say),
        ("in", Self::In),
        ("hold", Self::Hold),
        ("out", Self::Out),
        ("rest", Self::Rest),
        ("tense", Self::Tense),
        ("release", Self::Release),
        ("bell", Self::Bell),
    ];

    /// Whether its length is the body's and not the clock's: no form makes it shorter or longer.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        matches!(self, Self::In | Self::Hold | Self::Out | Self::Tense)
    }
}

/// What is different in a form of another length.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retimed {
    /// Cues that there is no time for.
    pub leave_out: Vec<CuePlace>,
    /// Other words.
    pub instead: Vec<Instead>,
}

/// A cue of the ten-minute form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CuePlace {
    /// Its block.
    pub block: String,
    /// Its number there, from 1.
    pub number: u16,
}

/// Other words for a cue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The cue.
    pub cue: CuePlace,
    /// What is said.
    pub say: String,
}
