//! The end of a talk alone: how it ended, what was used, where another way was open, and doors to help. No points.

use super::{alone, card, tries};
use crate::doors;
use crate::help::NOT_APPROVED;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use saywell_core::content::{EndingKind, Line};
use saywell_core::scenario::{Debrief, Onward, TalkView};

/// The ending and the look back; a place in the talk to go back to, or nothing.
pub fn show(shell: &mut Shell, view: &TalkView) -> Go<Option<TalkView>> {
    let now = shell.now();
    let debrief = shell.engine.debrief(&view.run, now)?;
    loop {
        let mut page = Page::new(&debrief.facts);
        write(shell, &mut page, &debrief)?;
        let menu = Menu::numbers(debrief.other_ways.len()).then(ways_on(shell, &mut page, &debrief.onward));
        let menu = menu.enter("finish").key("b", "one choice back").key("t", "your tries").key("k", "your card");
        let now = shell.now();
        let back = match shell.choose(&page, &menu)? {
            Pick::Leave | Pick::Enter => return Ok(None),
            Pick::Key("b") => alone::last_own(view).and_then(|at| u16::try_from(at).ok()),
            Pick::Key("t") => match tries::show(shell, view)? {
                Some(there) => return Ok(Some(there)),
                None => None,
            },
            Pick::Key(_) => {
                card::show(shell, &view.card, "back")?;
                None
            }
            pick => {
                let row = pick.row().unwrap_or(usize::MAX);
                let way = debrief.other_ways.get(row).map(|way| way.after);
                if let Some(on) = row.checked_sub(debrief.other_ways.len()).and_then(|row| debrief.onward.get(row)) {
                    doors::open(shell, &on.to)?;
                }
                way
            }
        };
        if let Some(after) = back {
            return Ok(Some(shell.engine.rewind(&view.run, after, now)?));
        }
    }
}

fn write(shell: &mut Shell, page: &mut Page, debrief: &Debrief) -> Go {
    shell.screen.heading(&format!("How it ended: {}", kind(debrief.ending.kind)))?;
    page.line(&mut shell.screen, &debrief.ending.text)?;
    if debrief.praise {
        shell.screen.text(match debrief.ending.kind {
            EndingKind::Agreed => "You talked it through.",
            EndingKind::Paused => "A pause is a good ending.",
            EndingKind::LeftSafely => "Leaving is always a good ending.",
        })?;
    }
    used(shell, page, debrief)?;
    other_ways(shell, page, debrief)?;
    hard_lines(shell, page, debrief)?;
    if let Some(technique) = &debrief.suggestion {
        shell.screen.heading("To try next")?;
        let name = card::technique(shell, technique);
        shell.screen.text(&format!("{name}. It comes back in your look back."))?;
    }
    if !debrief.text.is_empty() {
        shell.screen.blank()?;
        page.prose(&mut shell.screen, &debrief.text)?;
    }
    Ok(())
}

/// A kind of ending, in words.
pub fn kind(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Agreed => "agreed",
        EndingKind::Paused => "stopped here",
        EndingKind::LeftSafely => "left safely",
    }
}

fn used(shell: &mut Shell, page: &mut Page, debrief: &Debrief) -> Go {
    if debrief.used.is_empty() {
        return if debrief.praise { shell.screen.text("You listened. That counts.") } else { Ok(()) };
    }
    shell.screen.heading("Ways you used")?;
    for used in &debrief.used {
        let lines: Vec<String> = used.lines.iter().map(|line| quoted(shell, page, line)).collect();
        let name = card::technique(shell, &used.technique);
        shell.screen.hanging("- ", &format!("{name}: {}", lines.join(" ")))?;
    }
    Ok(())
}

fn other_ways(shell: &mut Shell, page: &mut Page, debrief: &Debrief) -> Go {
    if debrief.other_ways.is_empty() {
        return Ok(());
    }
    shell.screen.heading("Where another way was open")?;
    shell.screen.text("Go back there? Type its number. What you tried is kept.")?;
    for (number, way) in (1..).zip(&debrief.other_ways) {
        let (said, instead) = (quoted(shell, page, &way.said), quoted(shell, page, &way.instead));
        let name = card::technique(shell, &way.technique);
        shell.screen.choice(&number.to_string(), &format!("You said: {said} Another way, {name}: {instead}"))?;
    }
    Ok(())
}

fn hard_lines(shell: &mut Shell, page: &mut Page, debrief: &Debrief) -> Go {
    if debrief.hard_lines.is_empty() {
        return Ok(());
    }
    shell.screen.heading(if debrief.hard_lines.len() == 1 { "A hard line" } else { "Hard lines" })?;
    for line in &debrief.hard_lines {
        let who = alone::who(line.own, &line.name);
        let say = quoted(shell, page, &line.say);
        let why = if line.pressure { "This pushed past a no or a limit." } else { "This can hurt." };
        shell.screen.hanging("- ", &format!("{who} {say} {why}"))?;
    }
    Ok(())
}

/// The ways on, each with its reason, where there is one.
pub fn ways_on(shell: &Shell, page: &mut Page, ways: &[Onward]) -> Vec<String> {
    let row = |way: &Onward| {
        let why = way.why.as_ref().map(|why| page.words(&shell.screen, why) + " ").unwrap_or_default();
        let state = if way.needs_clinician { format!(" ({NOT_APPROVED})") } else { String::new() };
        format!("{why}Open: {}{state}", way.title)
    };
    ways.iter().map(row).collect()
}

fn quoted(shell: &Shell, page: &mut Page, line: &Line) -> String {
    format!("\"{}\"", page.words(&shell.screen, line))
}
