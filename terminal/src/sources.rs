//! Sources: where each fact comes from, when it was checked, and how far review has come.

use crate::prose::Page;
use crate::shell::Shell;
use crate::stop::{Go, Stop};
use crate::words;
use saywell_core::Error;
use saywell_core::content::Review;
use saywell_core::help::{ClaimView, Facts};

/// `saywell sources [CLAIM]`
pub fn run(shell: &mut Shell, claim: Option<&str>) -> Go {
    let Some(typed) = claim else { return list(shell) };
    let now = shell.now();
    let course = shell.engine.course();
    let known = course.claims.iter().find(|claim| claim.id.eq_ignore_ascii_case(typed));
    let id = known.map_or(typed, |claim| claim.id.as_str());
    match shell.engine.claim(id, now) {
        Ok(view) => show(shell, &view),
        Err(Error::NotFound { .. }) => {
            Err(Stop::Say(format!("There is no fact called {typed}. To see all of them, run: saywell sources")))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// What is said under a page with stars.
pub fn line(facts: &Facts) -> String {
    let checked = facts.checked.map(words::date).unwrap_or_default();
    let approved = if facts.approved { "Approved by a clinician." } else { "Not yet approved by a clinician." };
    let old = if facts.out_of_date { " They may be out of date." } else { "" };
    format!("* Facts checked {checked}.{old} {approved} s: sources.")
}

/// The sources of all facts on a page.
pub fn of_page(shell: &mut Shell, facts: &Facts) -> Go {
    shell.screen.heading("Where these facts come from")?;
    let now = shell.now();
    for id in &facts.claims {
        let view = shell.engine.claim(id, now)?;
        show(shell, &view)?;
    }
    shell.rest(&Page::default())
}

fn list(shell: &mut Shell) -> Go {
    let now = shell.now();
    shell.screen.heading("All facts in this course")?;
    shell.screen.text("To see one with its sources, run for instance: saywell sources M8")?;
    for ClaimView { claim, out_of_date, .. } in shell.engine.claims(now) {
        let old = if out_of_date { " May be out of date." } else { "" };
        let state = state(claim.review);
        let checked = words::date(claim.checked);
        shell.screen.blank()?;
        shell
            .screen
            .hanging(&format!("{:<5}", claim.id), &format!("{} (Checked {checked}.{old} {state})", claim.text))?;
    }
    Ok(())
}

fn show(shell: &mut Shell, view: &ClaimView) -> Go {
    let screen = &mut shell.screen;
    let claim = &view.claim;
    screen.heading(&claim.id)?;
    screen.text(&claim.text)?;
    for source in &view.sources {
        screen.hanging("- ", &format!("{}: {}. Dated: {}.", source.publisher, source.title, source.dated))?;
    }
    if view.sources.is_empty() {
        screen.hanging("- ", "No outside source. It is the editors' own advice, or a source is still to be found.")?;
    }
    screen.text(&format!("Where it holds: {}.", claim.place))?;
    let old = if view.out_of_date { " It may be out of date." } else { "" };
    let (checked, by) = (words::date(claim.checked), words::date(claim.review_by));
    screen.text(&format!("Checked {checked}, to be looked at again by {by}.{old}"))?;
    screen.text(state(claim.review))
}

fn state(review: Review) -> &'static str {
    match review {
        Review::NeedsClinician => "A clinician has yet to decide on this.",
        Review::Unreviewed => "Not yet approved by a clinician.",
        Review::Approved => "Approved by a clinician.",
    }
}
