//! Quizzes.

use saywell_core::quiz::OpenQuiz;

/// A quiz whose attempt is open.
#[uniffi::remote(Record)]
pub struct OpenQuiz {
    /// The quiz's id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
}
