//! Texts that a reminder can show on a lock screen.

use serde::{Deserialize, Serialize};

/// A text that could come from any app: it names nothing and pushes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderText {
    /// Such as `reminder/time-for-you`.
    pub id: String,
    /// Plain; at most 40 letters.
    pub text: String,
}
