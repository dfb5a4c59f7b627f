//! Secret words: typed without showing them, or read from a pipe.

use crate::shell::Shell;
use crate::stop::{Go, Stop, plain};
use std::io::ErrorKind;
use zeroize::Zeroizing;

/// Reads a passphrase. `x` alone leaves at once, `q` alone goes back, as everywhere.
pub fn ask(shell: &mut Shell, what: &str) -> Go<Option<Zeroizing<String>>> {
    let mark = format!("{what}: ");
    let typed = if shell.prompt.is_typed() {
        shell.screen.put(&mark)?;
        let read = rpassword::read_password();
        shell.screen.blank()?;
        read.map_err(|fault| match fault.kind() {
            ErrorKind::UnexpectedEof => Stop::End,
            _ => Stop::Say(format!("Cannot read here: {}. Nothing was changed.", plain(&fault))),
        })?
    } else {
        shell.prompt.secret_line(&mut shell.screen, &mark)?
    };
    let typed = Zeroizing::new(typed);
    match typed.as_str() {
        "x" => Err(Stop::Exit),
        "" | "q" => Ok(None),
        _ => Ok(Some(typed)),
    }
}
