//! Rehearse.

use saywell_core::scenario::OpenTalk;

/// A talk to go on with.
#[uniffi::remote(Record)]
pub struct OpenTalk {
    /// The run's id.
    pub run: String,
    /// The title that may stand in a list.
    pub title: String,
}
