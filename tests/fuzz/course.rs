//! A compiled course as JSON that nobody of ours compiled: it loads or it does not; one that does is looked at on every screen.
#![no_main]

use libfuzzer_sys::fuzz_target;
use saywell_core::{Engine, Moment};

fuzz_target!(|bytes: &[u8]| {
    let Ok(course) = saywell_core::load_course(bytes) else { return };
    let now = Moment("2026-11-23T20:00:00+01:00".parse().unwrap());
    let (Ok(engine), units) = (Engine::without_vault(course.clone()), course.units()) else { return };
    let _ = (engine.outline(), engine.quizzes(), engine.scenarios(), engine.relaxations(now), engine.home(now));
    let _ =
        (engine.help_cards(), engine.glossary(), engine.claims(now), engine.search("talk"), engine.review_step(now));
    for unit in units {
        let _ = engine.open_unit(&unit.id, now);
    }
    for quiz in &course.quizzes {
        let _ = engine.open_quiz(&quiz.id, "attempt", 7, now);
    }
});
