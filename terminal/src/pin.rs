//! The PIN: set it, change it, remove it; another person's space; a fresh key.

use crate::clock::Stopwatch;
use crate::prose::Page;
use crate::shell::{Menu, Pick, Shell};
use crate::stop::Go;
use crate::vault::Home;
use saywell_core::vault::{Cost, Unlock};
use saywell_core::{Error, Pin, Result, Secret};

/// What the space is opened with.
struct Now {
    secret: Secret,
    pin: Option<Pin>,
}

impl Now {
    fn unlock(&self, shell: &Shell) -> Unlock<'_> {
        Unlock { secret: &self.secret, pin: self.pin.as_ref(), uptime_ms: shell.clock.uptime_ms() }
    }
}

/// Shows what can be done, and does one of it. `pin` is what was typed to come here, where one was asked.
pub fn run(shell: &mut Shell, home: &Home, pin: Option<Pin>) -> Go {
    let now = Now { secret: home.secret()?, pin };
    shell.screen.heading("PIN")?;
    shell.screen.text(
        "With a PIN, Saywell asks for it at every start, and your notes and progress cannot be read without it. A PIN that \
         is forgotten cannot be found again: then all that is saved is lost, for you too. After four wrong ones you wait, \
         longer each time; nothing is ever erased because of a wrong one.",
    )?;
    if now.pin.is_none() {
        return match choose(shell, &["Set a PIN", "Encrypt everything anew, with a fresh key"])? {
            Some(0) => set(shell, &now),
            Some(_) => fresh_key(shell, &now),
            None => Ok(()),
        };
    }
    let rows = [
        "Change the PIN",
        "Remove the PIN",
        "Make a space for another person",
        "Encrypt everything anew, with a fresh key",
    ];
    match choose(shell, &rows)? {
        Some(0) => set(shell, &now),
        Some(1) => remove(shell, &now),
        Some(2) => add_space(shell, &now),
        Some(_) => fresh_key(shell, &now),
        None => Ok(()),
    }
}

fn choose(shell: &mut Shell, rows: &[&str]) -> Go<Option<usize>> {
    loop {
        match shell.choose(&Page::default(), &Menu::of(rows.iter().copied()).leave("leave it as it is"))? {
            Pick::Again => {}
            pick => return Ok(pick.row()),
        }
    }
}

fn set(shell: &mut Shell, now: &Now) -> Go {
    let cost = cost()?;
    let set = ask_new(shell, |shell, pin| shell.engine.set_pin(&now.unlock(shell), pin, cost))?;
    shell.screen.text(if set { "The PIN is set. Leaving Saywell locks it." } else { "The PIN is as it was." })
}

fn remove(shell: &mut Shell, now: &Now) -> Go {
    shell.screen.text("Then whoever can use your account on this computer can open it.")?;
    if !shell.sure("Keep the PIN", "Remove it")? {
        return Ok(());
    }
    match shell.engine.remove_pin(&now.unlock(shell)) {
        Err(Error::Invalid { .. }) => {
            shell.screen.text("Another space here opens without a PIN, so this one needs one.")
        }
        done => {
            done?;
            shell.screen.text("The PIN is removed.")
        }
    }
}

fn add_space(shell: &mut Shell, now: &Now) -> Go {
    shell.screen.text(
        "For several people with one computer. Their PIN opens a space of their own, yours opens yours, and nothing here \
         lists them. It is no hiding place: whoever looks into the folder sees how many there are. The new PIN, please.",
    )?;
    match ask_new(shell, |shell, pin| shell.engine.add_space(&now.unlock(shell), pin)) {
        Ok(true) => shell.screen.text("The space is made. To open it: leave, start again, and type its PIN."),
        Ok(false) => shell.screen.text("No space was made."),
        Err(stop) => Err(stop),
    }
}

fn fresh_key(shell: &mut Shell, now: &Now) -> Go {
    shell.engine.rekey(&now.unlock(shell))?;
    shell
        .screen
        .text("Done. A copy that somebody made before does not open with the new key; what they have, they have.")
}

/// Asks for a new PIN, twice, until one is taken. Whether one was.
fn ask_new(shell: &mut Shell, take: impl Fn(&Shell, &Pin) -> Result<()>) -> Go<bool> {
    shell.screen.aside("4 to 12 digits, then Enter. Enter alone or q: back.")?;
    loop {
        let Some(pin) = shell.pin()? else { return Ok(false) };
        shell.screen.aside("Once more.")?;
        let Some(again) = shell.pin()? else { return Ok(false) };
        if pin != again {
            shell.screen.text("These were not the same. Please begin again.")?;
            continue;
        }
        match take(shell, &pin) {
            Err(Error::Invalid { field: "pin", .. }) => {
                shell.screen.text("This PIN cannot be used here. Please take another one.")?;
            }
            Err(Error::Invalid { .. }) => {
                shell.screen.text("There is no room for another space.")?;
                return Ok(false);
            }
            done => {
                done?;
                return Ok(true);
            }
        }
    }
}

/// What a guess shall cost on this computer.
fn cost() -> Go<Cost> {
    let watch = Stopwatch::from(0);
    Cost::rehearse()?;
    Ok(Cost::for_device(u32::try_from(watch.milliseconds()).unwrap_or(u32::MAX)))
}
