//! Looking back: what comes up again today, one thing at a time.

use crate::prose::Page;
use crate::quiz;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::words;
use saywell_core::content::Line;
use saywell_core::help::Facts;
use saywell_core::review::{ReviewAsk, ReviewStep};

/// `saywell review`
pub fn run(shell: &mut Shell) -> Go {
    let now = shell.now();
    let mut step = shell.engine.review_step(now)?;
    while let Some(ask) = &step.ask {
        let now = shell.now();
        let above = format!("Look back, {} left today", step.due);
        step = match ask {
            ReviewAsk::Item { item, kind, ask, options } => {
                let Some(chosen) = quiz::answer(shell, &above, ask, *kind, options)? else { return Ok(()) };
                let said = shell.engine.answer_review(item, &chosen, now)?;
                if quiz::feedback(shell, &said)? == Pick::Leave {
                    return Ok(());
                }
                shell.engine.review_step(now)?
            }
            ReviewAsk::Technique { technique, name, ask, answer, facts } => {
                let Some(recalled) = recalled(shell, &above, name, [ask, answer], facts)? else { return Ok(()) };
                shell.engine.rate_technique(technique, recalled, now)?
            }
        }
    }
    nothing_due(shell, &step)
}

/// Asks, shows the answer, and asks whether it came to mind; nothing if the person leaves.
fn recalled(shell: &mut Shell, above: &str, name: &str, texts: [&Line; 2], facts: &Facts) -> Go<Option<bool>> {
    let [ask, answer] = texts;
    loop {
        let mut page = Page::default();
        shell.screen.blank()?;
        shell.screen.aside(above)?;
        shell.screen.heading(name)?;
        page.line(&mut shell.screen, ask)?;
        match shell.choose(&page, &Menu::enter_only("see the answer"))? {
            Pick::Leave => return Ok(None),
            Pick::Again => {}
            _ => break,
        }
    }
    loop {
        let mut page = Page::new(facts);
        shell.screen.blank()?;
        page.line(&mut shell.screen, answer)?;
        shell.screen.text("Did it come to mind?")?;
        match shell.choose(&page, &Menu::of(["Yes", "Not this time; it comes back sooner"]))? {
            Pick::Leave => return Ok(None),
            Pick::Rows(rows) => return Ok(Some(rows == [0])),
            _ => {}
        }
    }
}

fn nothing_due(shell: &mut Shell, step: &ReviewStep) -> Go {
    shell.screen.heading("Look back")?;
    let next = step.next_day.map(|day| format!(" The next comes up on {}.", words::short_day(day)));
    shell.screen.text(&format!("Nothing to look back at now.{}", next.unwrap_or_default()))
}
