//! Relaxations: scripts of timed cues.

use crate::Prose;
use serde::{Deserialize, Serialize};

/// A script with its ten-minute form and its three-minute one.
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
    /// The ten-minute form, in order.
    pub blocks: Vec<CueBlock>,
    /// *Quick calm*: a pick of the same cues. Never counted as practice.
    pub short: Vec<CueBlock>,
}

/// Seconds to breathe in and out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Seconds in.
    pub inhale: u16,
    /// Seconds out.
    pub exhale: u16,
}

/// A part of a script, such as `settle` or `core`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CueBlock {
    /// Its name inside the script.
    pub id: String,
    /// Its length. At least that of its cues; what is left over is quiet.
    pub seconds: u16,
    /// In order.
    pub cues: Vec<Cue>,
}

/// One thing said, and how long it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Until the next cue; more than 0.
    pub seconds: u16,
    /// The words.
    pub say: String,
}
