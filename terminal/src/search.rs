//! Search: what holds all of the words, to pick from.

use crate::doors;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use saywell_core::lesson::{Hit, HitKind};

/// Asks for words, and searches.
pub fn ask(shell: &mut Shell) -> Go {
    shell.screen.heading("Search")?;
    shell.screen.aside("Which words? Enter: back.")?;
    let words = shell.ask()?;
    if words.is_empty() { Ok(()) } else { run(shell, &words) }
}

/// `saywell search WORDS…`
pub fn run(shell: &mut Shell, words: &str) -> Go {
    let hits = shell.engine.search(words);
    if hits.is_empty() {
        shell.screen.blank()?;
        return shell.screen.text(&format!("Nothing found for \"{words}\". Fewer or shorter words find more."));
    }
    loop {
        shell.screen.heading(&format!("Found for \"{words}\""))?;
        match shell.choose(&Page::default(), &Menu::of(hits.iter().map(row)))? {
            Pick::Leave => return Ok(()),
            pick => {
                if let Some(hit) = pick.row().and_then(|row| hits.get(row)) {
                    doors::open(shell, &hit.id)?;
                }
            }
        }
    }
}

fn row(hit: &Hit) -> String {
    let kind = match hit.kind {
        HitKind::Term => "word",
        HitKind::Help => "help",
        HitKind::Unit => "unit",
        HitKind::Card => "card",
        HitKind::Quiz => "quiz",
        HitKind::Relaxation => "relax",
        HitKind::Scenario => "talk",
    };
    let excerpt = hit.excerpt.as_ref().map(|sentence| format!(". {sentence}"));
    format!("{} ({kind}){}", hit.title, excerpt.unwrap_or_default())
}
