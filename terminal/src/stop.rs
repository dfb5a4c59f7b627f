//! Why the program stops, and what it says then: what happened, what is safe, one thing to do.

use crate::words;
use saywell_core::Error;
use std::io;
use std::path::Path;

/// What every screen returns; `?` leads out of any depth.
pub type Go<T = ()> = Result<T, Stop>;

/// Why the program stops.
#[derive(Debug)]
pub enum Stop {
    /// The input is at its end.
    End,
    /// The person leaves before anything was opened.
    Left,
    /// The person wants out, now.
    Exit,
    /// Nobody reads what is written any more.
    Closed,
    /// A plain sentence says why.
    Say(String),
    /// The engine says why.
    Engine(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Engine(error)
    }
}

/// What the system says about a fault, in words, without its number.
pub fn plain(fault: &io::Error) -> String {
    let said = fault.to_string();
    said.split(" (os error").next().unwrap_or(&said).to_lowercase()
}

/// What works when saved data cannot be opened.
pub const WITHOUT: &str = "Lessons, quizzes and talks are there without it: saywell --unsaved";

/// SQLite's code for a file that another process holds.
const BUSY: i32 = 5;

/// What a person is told. `folder` is where their data lives.
pub fn sentence(error: &Error, folder: &Path) -> String {
    let folder = folder.display();
    match error {
        Error::WrongPin { wait_seconds: 0 } => "This PIN opens nothing here. Nothing was changed.".into(),
        Error::WrongPin { wait_seconds } => format!(
            "That was a wrong PIN too often. The next try is open in {}. Nothing is lost by waiting, and nothing is ever \
             erased because of a wrong PIN.\n{WITHOUT}",
            words::wait(*wait_seconds)
        ),
        Error::KeyLost => format!(
            "The key in {folder} is not the one that your saved file was made with, or the file vault.hdr with the rest of \
             it is gone. Nothing was changed, but without them nothing can be read.\nIf you have a copy of the folder, put \
             the copy in its place.\n{WITHOUT}"
        ),
        Error::Damaged => format!(
            "Your saved file cannot be read: it is damaged. Nothing in it was changed.
To look what can be done: saywell \
             check
If you have a copy of the folder {folder}, put the copy in its place.
{WITHOUT}"
        ),
        Error::NewerVersion => format!(
            "A newer Saywell wrote the file in {folder}. Nothing in it was changed, and nothing is lost.\n\
             Please use the newer program."
        ),
        Error::NoSpace => "The disk is full, so the last step was not saved. All that you did before it is safe.\n\
             Please free some space and start again."
            .into(),
        Error::Storage { code } if code & 0xff == BUSY => {
            "Another window has Saywell open and is saving. Your last step here was not saved; all before it is safe.\n\
             Please close the other window and start again."
                .into()
        }
        Error::Storage { code } => format!(
            "The file in {folder} could not be used (code {code}), so the last step was not saved. All that you did \
             before it is safe.\nPlease check that you may write there, then start again."
        ),
        Error::OutOfDate { .. } => {
            "Something moved on meanwhile, in another window perhaps. Nothing is lost. Please start again.".into()
        }
        Error::PackRefused { why } => crate::pack::refused(why),
        Error::NotFound { kind } => format!("There is no such {kind}. It may be gone. Nothing else was changed."),
        Error::Invalid { field, reason } => format!("Not saved: the {field} {reason}. All else is safe."),
        Error::Unexpected { what } => {
            format!("Something is broken in the program itself ({what}). All that you did before is safe.")
        }
    }
}
