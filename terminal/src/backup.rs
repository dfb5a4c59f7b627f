//! `saywell backup FILE` and `saywell restore FILE`: all that is kept, in one file under a passphrase.

use crate::shell::Shell;
use crate::stop::{Go, Stop, plain};
use crate::words;
use saywell_core::Error;
use saywell_core::vault::{Contents, Cost, Passphrase, preview_backup};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter};
use std::path::Path;
use zeroize::Zeroizing;

/// `saywell backup FILE`
pub fn back_up(shell: &mut Shell, file: &Path) -> Go {
    // Before a passphrase is asked for: a backup never replaces a file.
    let open =
        private(OpenOptions::new().write(true).create_new(true)).open(file).map_err(|fault| cannot(file, &fault))?;
    let done = write(shell, file, open);
    if !matches!(done, Ok(true)) {
        // Half a backup is none.
        let _ = fs::remove_file(file);
    }
    done.map(|_| ())
}

/// Whether it was written.
fn write(shell: &mut Shell, file: &Path, open: File) -> Go<bool> {
    shell.screen.text(
        "Choose a passphrase of 8 or more letters; several words are best. Without it nobody can open the backup, you \
         neither. It is not shown while you type. q goes back.",
    )?;
    let Some(passphrase) = chosen(shell)? else { return Ok(false) };
    let mut to = BufWriter::new(open);
    let now = shell.now();
    let contents = shell.engine.back_up(&mut to, &passphrase, Cost::FOR_BACKUP, now)?;
    let open = to.into_inner().map_err(|fault| cannot(file, fault.error()))?;
    open.sync_all().map_err(|fault| cannot(file, &fault))?;
    shell.screen.text(&format!("Backed up: {}.", said(&contents)))?;
    shell.screen.text(&format!(
        "It is in {}. Whoever has this file and its passphrase can read all of it. What you delete here later stays in it.",
        file.display()
    ))?;
    Ok(true)
}

/// Reads a passphrase, which nobody sees. `x` alone leaves at once, `q` alone goes back, as everywhere.
fn ask(shell: &mut Shell, what: &str) -> Go<Option<Zeroizing<String>>> {
    let typed = shell.prompt.unseen(&mut shell.screen, &format!("{what}: "))?;
    match typed.as_str() {
        "x" => Err(Stop::Exit),
        "" | "q" => Ok(None),
        _ => Ok(Some(typed)),
    }
}

/// A new passphrase, typed twice.
fn chosen(shell: &mut Shell) -> Go<Option<Passphrase>> {
    loop {
        let Some(first) = ask(shell, "Passphrase")? else { return Ok(None) };
        let passphrase = match Passphrase::new(first.as_bytes().to_vec()) {
            Ok(passphrase) => passphrase,
            Err(Error::Invalid { reason, .. }) => {
                shell.screen.text(&format!("A passphrase {reason}. Please try another one."))?;
                continue;
            }
            Err(fault) => return Err(fault.into()),
        };
        let Some(again) = ask(shell, "The same again")? else { return Ok(None) };
        if first == again {
            return Ok(Some(passphrase));
        }
        shell.screen.text("These were not the same. Please begin again.")?;
    }
}

/// `saywell restore FILE`
pub fn restore(shell: &mut Shell, file: &Path) -> Go {
    read(file)?;
    let Some(passphrase) = known(shell, file)? else { return Ok(()) };
    shell.screen.text(
        "Put the backup in the place of what is here? What is here can come back today, with: saywell restore --undo. \
         Type yes to do it; anything else keeps what is here.",
    )?;
    match shell.ask()?.to_lowercase().as_str() {
        "yes" => {}
        "x" | "exit" => return Err(Stop::Exit),
        _ => return shell.screen.text("Nothing was changed."),
    }
    let now = shell.now();
    let restored = shell.engine.restore(&mut read(file)?, &passphrase, now)?;
    shell.screen.text("Done. What was in the backup is here now.")?;
    if !restored.can_undo {
        shell.screen.text("There was no space to keep what was here before, so this cannot be undone.")?;
    }
    Ok(())
}

/// The passphrase of the backup, once it opens and was shown; none if the person goes back.
fn known(shell: &mut Shell, file: &Path) -> Go<Option<Passphrase>> {
    loop {
        let Some(typed) = ask(shell, "Passphrase of the backup")? else { return Ok(None) };
        let opened = Passphrase::new(typed.as_bytes().to_vec())
            .and_then(|passphrase| Ok((preview_backup(&mut read_again(file)?, &passphrase)?, passphrase)));
        match opened {
            Ok((preview, passphrase)) => {
                let here = shell.engine.contents()?;
                shell.screen.text(&format!(
                    "In the backup of {}: {}.",
                    words::moment(preview.made),
                    said(&preview.contents)
                ))?;
                shell.screen.text(&format!("Here now: {}.", said(&here)))?;
                return Ok(Some(passphrase));
            }
            Err(Error::Invalid { field: "passphrase", .. }) => {
                shell.screen.text("That is not its passphrase. Nothing was changed. Please try again; q goes back.")?;
            }
            Err(Error::Damaged) => {
                return Err(Stop::Say(format!(
                    "{} is not a whole backup: it is damaged, cut off, or another kind of file. Nothing here was changed.\n\
                     Please try another copy of it.",
                    file.display()
                )));
            }
            Err(Error::NewerVersion) => {
                return Err(Stop::Say(format!(
                    "A newer Saywell made {}. Nothing here was changed. Please use the newer program.",
                    file.display()
                )));
            }
            Err(fault) => return Err(fault.into()),
        }
    }
}

/// `saywell restore --undo`
pub fn undo(shell: &mut Shell) -> Go {
    match shell.engine.undo_restore() {
        Ok(()) => shell.screen.text("Done. What was here before the restore is back."),
        Err(Error::NotFound { .. }) => shell.screen.text(
            "There is nothing to undo. A restore can be undone on the same day, as long as nothing was deleted after it.",
        ),
        Err(fault) => Err(fault.into()),
    }
}

/// How much there is.
pub fn said(contents: &Contents) -> String {
    let parts = [
        (contents.units, "unit", "units"),
        (contents.quiz_attempts, "quiz try", "quiz tries"),
        (contents.talks, "talk", "talks"),
        (contents.relaxations, "relaxation", "relaxations"),
        (contents.notes, "note", "notes"),
        (contents.plans, "plan", "plans"),
        (contents.reminders, "reminder", "reminders"),
    ];
    let there: Vec<String> = parts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| words::count(*count, one, many))
        .collect();
    let days = contents
        .first_day
        .zip(contents.last_day)
        .map(|(first, last)| if first == last { format!(", of {first}") } else { format!(", from {first} to {last}") });
    if there.is_empty() { "nothing".to_owned() } else { there.join(", ") + &days.unwrap_or_default() }
}

fn read(file: &Path) -> Go<BufReader<File>> {
    File::open(file).map(BufReader::new).map_err(|fault| cannot(file, &fault))
}

fn read_again(file: &Path) -> Result<BufReader<File>, Error> {
    File::open(file).map(BufReader::new).map_err(|_| Error::Storage { code: 0 })
}

fn cannot(file: &Path, fault: &io::Error) -> Stop {
    Stop::Say(format!("Cannot use {}: {}. Nothing was changed.", file.display(), plain(fault)))
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
