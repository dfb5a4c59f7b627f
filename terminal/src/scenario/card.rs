//! A person's card: who they are, what they want, what worries them, where they stop, and what to try.

use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use saywell_core::content::Role;

/// The card, until the person has read it. Whether they go on.
pub fn show(shell: &mut Shell, role: &Role, enter: &'static str) -> Go<bool> {
    loop {
        let page = write(shell, role)?;
        match shell.choose(&page, &Menu::enter_only(enter))? {
            Pick::Again => {}
            pick => return Ok(pick != Pick::Leave),
        }
    }
}

/// Writes the card.
pub fn write(shell: &mut Shell, role: &Role) -> Go<Page> {
    let mut page = Page::default();
    shell.screen.heading(&format!("Your card: {}", role.name))?;
    page.line(&mut shell.screen, &role.you)?;
    for (name, line) in
        [("What you want", &role.hope), ("What worries you", &role.worry), ("Where you stop", &role.limit)]
    {
        let words = page.words(&shell.screen, line);
        let name = shell.screen.bold(&format!("{name}:"));
        shell.screen.text(&format!("{name} {words}"))?;
    }
    let names: Vec<String> = role.techniques.iter().map(|id| technique(shell, id)).collect();
    if !names.is_empty() {
        let name = shell.screen.bold("Ways to try:");
        shell.screen.text(&format!("{name} {}.", names.join(", ")))?;
    }
    Ok(page)
}

/// A technique's name on the screen.
pub fn technique(shell: &Shell, id: &str) -> String {
    shell.engine.title(id).unwrap_or_default()
}
