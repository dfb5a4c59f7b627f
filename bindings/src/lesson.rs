//! Lessons.

use saywell_core::lesson::UnitRow;

/// A unit in the outline.
#[uniffi::remote(Record)]
pub struct UnitRow {
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// How long it takes.
    pub minutes: u8,
    /// Cards that were on screen once.
    pub seen: u16,
    /// All its cards.
    pub of: u16,
    /// Its last card was on screen once.
    pub done: bool,
}
