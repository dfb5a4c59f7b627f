//! Doors: whatever an id of the course leads to, opened from a link, a practise card or a search.

use crate::shell::Shell;
use crate::stop::Go;
use crate::{help, journal, lesson, quiz, relaxation, reminder, scenario};
use saywell_core::Engine;
use saywell_core::content::{Quiz, Scenario, Unit};

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

/// Its title, as it may stand in a list.
pub fn title(engine: &Engine, to: &str) -> Option<String> {
    let course = engine.course();
    let found = None
        .or_else(|| course.help_card(to).map(|card| card.title.as_str()))
        .or_else(|| course.term(to).map(|term| term.name.as_str()))
        .or_else(|| course.unit(to).map(Unit::outside_title))
        .or_else(|| course.quiz(to).map(Quiz::outside_title))
        .or_else(|| course.scenario(to).map(Scenario::outside_title))
        .or_else(|| course.relaxation(to).map(|script| script.title.as_str()))
        .or_else(|| (course.plan.id == to).then_some(course.plan.title.as_str()));
    found.map(ToOwned::to_owned)
}
