//! Erasing for good. Nothing asks for a PIN here: who has forgotten theirs may erase all the same.

use crate::shell::Shell;
use crate::stop::Go;
use crate::vault::Home;

/// What is typed to go through with it.
const WORD: &str = "wipe";

/// Everything in the folder, of everybody who has a space in it.
pub fn everything(shell: &mut Shell, home: &Home) -> Go {
    if home.is_new() {
        return shell.screen.text("Nothing is saved, so there is nothing to erase.");
    }
    let told = format!(
        "This erases all that is saved in {}, also the spaces of others who use it: the key first, then the files. It \
         cannot be undone. Copies that you made elsewhere stay.",
        home.folder.display()
    );
    if !sure(shell, &told)? {
        return Ok(());
    }
    home.wipe()?;
    shell.screen.text("All of it is erased.")
}

/// The space that is open.
pub fn mine(shell: &mut Shell) -> Go {
    if !sure(shell, "This erases all that is saved in your space, the key first. It cannot be undone.")? {
        return Ok(());
    }
    shell.engine.wipe(&crate::vault::OWN)?;
    shell.screen.text("Your space is erased.")
}

fn sure(shell: &mut Shell, told: &str) -> Go<bool> {
    shell.screen.heading("Erase")?;
    shell.screen.text(told)?;
    shell.screen.aside(&format!("Type {WORD} to erase it. Anything else: nothing is erased."))?;
    let typed = shell.ask()?.to_lowercase();
    if matches!(typed.as_str(), "x" | "exit") {
        return Err(crate::stop::Stop::Exit);
    }
    if typed != WORD {
        shell.screen.text("Nothing was erased.")?;
    }
    Ok(typed == WORD)
}
