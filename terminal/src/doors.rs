//! Doors: whatever an id of the course leads to, opened from a link, a practise card or a search.

use crate::shell::Shell;
use crate::stop::Go;
use crate::{help, journal, lesson, quiz, relaxation, reminder, scenario};

/// Opens what this id leads to, and comes back.
pub fn open(shell: &mut Shell, to: &str) -> Go {
    match to.split('/').next().unwrap_or_default() {
        "help" => help::card(shell, to),
        "term" => help::term(shell, to),
        "lesson" => lesson::read(shell, to),
        "quiz" => quiz::open(shell, to),
        "relaxation" => relaxation::open(shell, to, None, false),
        "scenario" => scenario::open(shell, to, None),
        "journal" => journal::plans(shell),
        "reminder" => reminder::run(shell),
        _ => shell.screen.text("This part is not in the keyboard version yet."),
    }
}
