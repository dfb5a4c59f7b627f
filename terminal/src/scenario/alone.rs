//! A talk alone: it reads like a transcript, with what can be said next under it, and the way out always last.

use super::intro::Answers;
use super::{card, debrief, tries};
use crate::help;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use saywell_core::Error;
use saywell_core::content::Side;
use saywell_core::scenario::{Begin, Choose, Said, ScenarioIntro, TalkView};

/// Begins a talk: the person's card, then the first line.
pub fn begin(shell: &mut Shell, intro: &ScenarioIntro, side: Side, answers: Answers) -> Go {
    let Answers { gate, setup } = answers;
    let begin = Begin { id: shell.dice.id()?, scenario: intro.id.clone(), side, setup, gate };
    let (seed, now) = (shell.dice.seed()?, shell.now());
    let view = shell.engine.begin_talk(&begin, seed, now)?;
    if card::show(shell, &view.card, "begin the talk")? { play(shell, view, None) } else { Ok(()) }
}

/// Goes on with a talk, all of it told again.
pub fn go_on(shell: &mut Shell, run: &str) -> Go {
    let now = shell.now();
    let view = shell.engine.talk(run, now)?;
    play(shell, view, None)
}

/// Goes on from another place in the talk.
pub fn play_from(shell: &mut Shell, view: TalkView) -> Go {
    let told = last_own(&view);
    play(shell, view, told)
}

/// Plays on, until the person leaves; `told` lines are on the screen already, or nothing is.
fn play(shell: &mut Shell, mut view: TalkView, mut told: Option<usize>) -> Go {
    if view.help.is_none() {
        shell.screen.heading(&view.title)?;
    }
    loop {
        if let Some(card) = &view.help {
            help::card(shell, card)?;
            shell.screen.heading(&format!("On with the talk: {}", view.title))?;
        }
        let next = if view.ending.is_some() {
            let mut page = Page::new(&view.facts);
            tell(shell, &mut page, &view, told)?;
            if view.changed.is_some() {
                shell.screen.blank()?;
                shell.screen.text("This talk was updated. It ends here now.")?;
            }
            debrief::show(shell, &view)?
        } else {
            turn(shell, &view, told)?
        };
        let Some(next) = next else { return Ok(()) };
        // After a line was said, only what is new; anywhere else in the talk, from the person's last line on.
        told = if starts_like(&next, &view) { Some(view.said.len()) } else { last_own(&next) };
        view = next;
    }
}

fn starts_like(next: &TalkView, view: &TalkView) -> bool {
    next.said.len() > view.said.len() && next.said.iter().zip(&view.said).all(|(now, then)| now.id == then.id)
}

/// The person's turn: what was said, what they can say, and what comes of it; nothing if they leave.
fn turn(shell: &mut Shell, view: &TalkView, mut told: Option<usize>) -> Go<Option<TalkView>> {
    let after = u16::try_from(view.said.len()).unwrap_or(u16::MAX);
    loop {
        let mut page = Page::new(&view.facts);
        tell(shell, &mut page, view, told)?;
        let last = last_own(view);
        told = last;
        if let Some(changed) = view.changed {
            shell.screen.blank()?;
            shell.screen.text(&format!("This talk was updated. You go on from line {}.", changed.kept + 1))?;
        }
        if last.is_none() {
            shell.screen.blank()?;
            shell.screen.aside("What do you say? (new) marks what you have not tried yet.")?;
        }
        let menu = menu(shell, &mut page, view, last.is_some());
        let now = shell.now();
        match shell.choose(&page, &menu)? {
            Pick::Leave => return Ok(None),
            Pick::Key("b") => {
                if let Some(back) = last.and_then(|at| u16::try_from(at).ok()) {
                    return shell.engine.rewind(&view.run, back, now).map(Some).map_err(Into::into);
                }
            }
            Pick::Key("t") => {
                if let Some(there) = tries::show(shell, view)? {
                    return Ok(Some(there));
                }
            }
            Pick::Key(_) => {
                card::show(shell, &view.card, "back to the talk")?;
            }
            pick => {
                if let Some(line) = pick.row().and_then(|row| offered(view).nth(row)) {
                    return say(shell, view, after, &line.id).map(Some);
                }
            }
        }
    }
}

/// What can be said, and the way out after it.
fn offered(view: &TalkView) -> impl Iterator<Item = &Choose> {
    view.choices.iter().chain(&view.way_out)
}

fn menu(shell: &Shell, page: &mut Page, view: &TalkView, back: bool) -> Menu {
    let mut rows = Vec::new();
    for choice in &view.choices {
        let words = page.words(&shell.screen, &choice.say);
        rows.push(if choice.heard { words } else { format!("{words} (new)") });
    }
    if let Some(way_out) = &view.way_out {
        rows.push(format!("The way out: {}", page.words(&shell.screen, &way_out.say)));
    }
    let menu = Menu::of(rows);
    let menu = if back { menu.key("b", "one choice back") } else { menu };
    menu.key("t", "your tries").key("k", "your card").leave("leave, your place is kept")
}

fn say(shell: &mut Shell, view: &TalkView, after: u16, line: &str) -> Go<TalkView> {
    let now = shell.now();
    match shell.engine.say(&view.run, after, line, now) {
        Ok(next) => Ok(next),
        Err(Error::OutOfDate { .. }) => {
            shell.screen.text("This talk went on in another window. Here is where it stands.")?;
            Ok(shell.engine.talk(&view.run, now)?)
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Where the person spoke last.
pub fn last_own(view: &TalkView) -> Option<usize> {
    view.said.iter().rposition(|said| said.own)
}

/// Tells the talk after `told` lines; all of it, if nothing was told.
fn tell(shell: &mut Shell, page: &mut Page, view: &TalkView, told: Option<usize>) -> Go {
    let lines_left = view.said.get(told.unwrap_or_default()..).unwrap_or_default();
    let opening = view.opening.as_ref().filter(|_| told.is_none());
    if opening.is_some() || !lines_left.is_empty() {
        shell.screen.blank()?;
    }
    if let Some(opening) = opening {
        page.line(&mut shell.screen, opening)?;
        if !lines_left.is_empty() {
            shell.screen.blank()?;
        }
    }
    lines(shell, page, lines_left)
}

/// `Jo: I'm listening.` A change of place is told after the line that leads there.
pub fn lines(shell: &mut Shell, page: &mut Page, all: &[Said]) -> Go {
    for (at, said) in (1..).zip(all) {
        let words = page.words(&shell.screen, &said.say);
        let who = shell.screen.bold(&who(said.own, &said.name));
        shell.screen.text(&format!("{who} {words}"))?;
        if let Some(scene) = &said.scene {
            shell.screen.blank()?;
            page.line(&mut shell.screen, scene)?;
            if at < all.len() {
                shell.screen.blank()?;
            }
        }
    }
    Ok(())
}

/// Who says a line.
pub fn who(own: bool, name: &str) -> String {
    if own { format!("You ({name}):") } else { format!("{name}:") }
}
