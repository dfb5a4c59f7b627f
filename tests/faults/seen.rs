//! All that a person can see of what is kept, in words that can be compared.

use saywell_core::{Engine, Result};
use saywell_tests::at;
use std::fmt::Write;

/// What every screen that looks back shows. Looking changes nothing, and the moment is always the same one.
pub fn seen(engine: &Engine) -> Result<String> {
    let (now, course) = (at("2027-03-01T12:00"), engine.course());
    let mut all = String::new();
    let mut see = |what: &dyn std::fmt::Debug| writeln!(all, "{what:?}").unwrap();
    see(&engine.contents()?);
    see(&engine.outline()?);
    for unit in course.units() {
        see(&engine.unit_cards(&unit.id)?);
    }
    see(&engine.quizzes()?);
    for quiz in &course.quizzes {
        see(&engine.quiz_history(&quiz.id, 1_000)?);
    }
    see(&engine.review_step(now)?);
    see(&engine.technique_coverage()?);
    see(&engine.scenarios()?);
    for scenario in &course.scenarios {
        let run = engine.last_run(Some(&scenario.id))?;
        see(&run.map(|run| engine.tries(&run)).transpose()?);
    }
    see(&engine.current_together(now)?);
    see(&engine.relaxation_log(1_000)?);
    see(&engine.tension_series(1_000)?);
    see(&engine.reminders(now)?);
    see(&engine.notes(None, 1_000)?);
    see(&engine.plans(1_000)?);
    see(&engine.home(now)?);
    see(&(engine.day_starts_at()?, engine.retention()?));
    Ok(all)
}
