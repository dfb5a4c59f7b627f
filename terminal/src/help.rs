//! Help now: the help cards, and the word list. The questions about PEP are in `pep.rs`.
//!
//! These screens need no saved data. From the command line they open without it, so that help is there when the file or
//! its key is not.

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::{Go, Stop};
use crate::words;
use crate::{pep, resource};
use saywell_core::content::{HelpCard, HelpPart};
use saywell_core::help::Facts;
use saywell_core::lesson::HitKind;

/// Said before wording that a clinician has yet to write or approve.
pub const NOT_APPROVED: &str = "A clinician has not approved this part yet.";

/// `saywell now [CARD]`
pub fn run(shell: &mut Shell, named: Option<&str>) -> Go {
    let Some(named) = named else { return list(shell) };
    let id = words::id("help", named);
    if shell.engine.course().help_card(&id).is_none() {
        return Err(Stop::Say(format!("There is no help card called {named}. To see all of them, run: saywell now")));
    }
    card(shell, &id)
}

/// All help cards, to pick from.
pub fn list(shell: &mut Shell) -> Go {
    loop {
        let cards = shell.engine.help_cards();
        let ids: Vec<String> = cards.iter().map(|card| card.id.clone()).collect();
        let more = (!shell.engine.course().resources.is_empty()).then(|| resource::TITLE.to_owned());
        let menu = Menu::of(cards.iter().map(|card| card.title.clone()).chain(more));
        shell.screen.heading("Help now")?;
        shell.screen.text("In danger? Call your emergency number if you can.")?;
        match shell.choose(&Page::default(), &menu)? {
            Pick::Leave => return Ok(()),
            pick => match pick.row().map(|row| ids.get(row)) {
                Some(Some(id)) => card(shell, id)?,
                Some(None) => resource::list(shell)?,
                None => {}
            },
        }
    }
}

/// One help card: what to do first, then its parts, one after the other or by number.
pub fn card(shell: &mut Shell, id: &str) -> Go {
    loop {
        let now = shell.now();
        let view = shell.engine.help_card(id, now)?;
        let asks = view.card.pep.is_some();
        let mut page = Page::new(&view.facts);
        shell.screen.heading(&view.card.title)?;
        page.prose(&mut shell.screen, &view.card.lead)?;
        let first = asks.then(|| "Answer a few questions, to see what to do in your case".to_owned());
        let titles = view.card.parts.iter().map(|part| part.title.clone());
        let menu = Menu::of(first.into_iter().chain(titles)).enter("read on").key("a", "read all");
        match shell.choose(&page, &menu)? {
            Pick::Leave => return Ok(()),
            Pick::Enter => parts(shell, &view.card, &view.facts, 0)?,
            Pick::Key(_) => all(shell, &view.card, &view.facts)?,
            Pick::Rows(rows) if asks && rows == [0] => pep::run(shell)?,
            pick => {
                if let Some(row) = pick.row() {
                    parts(shell, &view.card, &view.facts, row - usize::from(asks))?;
                }
            }
        }
    }
}

/// The parts from this one on; Enter goes on to the next.
fn parts(shell: &mut Shell, card: &HelpCard, facts: &Facts, mut at: usize) -> Go {
    while let Some(shown) = card.parts.get(at) {
        let mut page = Page::new(facts);
        part(shell, &mut page, shown)?;
        let last = at + 1 == card.parts.len();
        let menu = Menu::enter_only(if last { "back to the start of this card" } else { "read on" });
        match shell.choose(&page, &menu)? {
            Pick::Leave => return Ok(()),
            Pick::Enter => at += 1,
            _ => {}
        }
    }
    Ok(())
}

fn all(shell: &mut Shell, card: &HelpCard, facts: &Facts) -> Go {
    loop {
        let mut page = Page::new(facts);
        for shown in &card.parts {
            part(shell, &mut page, shown)?;
        }
        if shell.choose(&page, &Menu::enter_only("back"))? != Pick::Again {
            return Ok(());
        }
    }
}

/// A part under its heading; one that awaits a clinician says so first.
pub fn part(shell: &mut Shell, page: &mut Page, part: &HelpPart) -> Go {
    shell.screen.heading(&part.title)?;
    if part.needs_clinician {
        shell.screen.text(NOT_APPROVED)?;
    }
    page.prose(&mut shell.screen, &part.body)
}

/// `saywell terms [WORD]`
pub fn terms(shell: &mut Shell, word: Option<&str>) -> Go {
    let Some(word) = word else { return word_list(shell) };
    let hits = shell.engine.search(word);
    let found: Vec<_> = hits.into_iter().filter(|hit| hit.kind == HitKind::Term).collect();
    match found.as_slice() {
        [] => Err(Stop::Say(format!("\"{word}\" is not in the word list. To see all words, run: saywell terms"))),
        [only] => term(shell, &only.id),
        [first, ..] if first.title.eq_ignore_ascii_case(word) => term(shell, &first.id),
        several => pick_term(shell, &several.iter().map(|hit| (hit.id.clone(), hit.title.clone())).collect::<Vec<_>>()),
    }
}

fn word_list(shell: &mut Shell) -> Go {
    let all: Vec<_> = shell.engine.glossary().iter().map(|term| (term.id.clone(), term.name.clone())).collect();
    pick_term(shell, &all)
}

fn pick_term(shell: &mut Shell, terms: &[(String, String)]) -> Go {
    loop {
        shell.screen.heading("Word list")?;
        match shell.choose(&Page::default(), &Menu::of(terms.iter().map(|(_, name)| name.clone())))? {
            Pick::Leave => return Ok(()),
            pick => {
                if let Some((id, _)) = pick.row().and_then(|row| terms.get(row)) {
                    term(shell, id)?;
                }
            }
        }
    }
}

/// One word and what it means.
pub fn term(shell: &mut Shell, id: &str) -> Go {
    loop {
        let now = shell.now();
        let view = shell.engine.term(id, now)?;
        let mut page = Page::new(&view.facts);
        shell.screen.heading(&view.term.name)?;
        page.prose(&mut shell.screen, &view.term.body)?;
        if !view.term.aliases.is_empty() {
            shell.screen.aside(&format!("Also: {}.", view.term.aliases.join(", ")))?;
        }
        if shell.choose(&page, &Menu::enter_only("back"))? != Pick::Again {
            return Ok(());
        }
    }
}
