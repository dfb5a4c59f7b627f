//! What can go wrong, sorted by what a shell can do about it.

use rusqlite::ErrorCode;
use saywell_content::pack::Refusal;
use std::io::{self, ErrorKind};

/// The result of every verb.
pub type Result<T> = std::result::Result<T, Error>;

/// A variant exists only where a shell acts differently. No variant carries what a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The id leads nowhere, for instance because another screen deleted the thing.
    #[error("no such {kind}")]
    NotFound {
        /// The noun, such as `session`.
        kind: &'static str,
    },
    /// The screen shows something that has moved on meanwhile: ask again what to show.
    #[error("this {kind} has moved on")]
    OutOfDate {
        /// The noun, such as `attempt`.
        kind: &'static str,
    },
    /// An argument is out of its range; nothing was changed.
    #[error("{field} {reason}")]
    Invalid {
        /// The argument.
        field: &'static str,
        /// What is asked of it, such as `is 0 to 10`.
        reason: &'static str,
    },
    /// No space opens so, or it is too early for another try. Nothing was changed but the count of tries.
    #[error("wrong PIN")]
    WrongPin {
        /// How long no other try is taken, 0 to 3,600.
        wait_seconds: u32,
    },
    /// The platform's secret is not the one that this vault was made with, or the header with the keys is gone, as on a copy
    /// that came from another device. Nothing in it was changed, and nothing can be read without them.
    #[error("the key is lost")]
    KeyLost,
    /// The key is right and the file cannot be read, or no copy of the header can. Nothing in it was changed.
    #[error("the file cannot be read")]
    Damaged,
    /// A newer version of the app wrote the file. Nothing in it was changed.
    #[error("written by a newer version")]
    NewerVersion,
    /// This pack is not taken; nothing was changed.
    #[error("the pack is refused")]
    PackRefused {
        /// Why not.
        why: Refusal,
    },
    /// The disk is full; the verb was not saved.
    #[error("no space left")]
    NoSpace,
    /// The verb was not saved.
    #[error("not saved (code {code})")]
    Storage {
        /// SQLite's extended result code, 0 where the fault is not SQLite's.
        code: i32,
    },
    /// A fault of ours.
    #[error("unexpected: {what}")]
    Unexpected {
        /// Where to look.
        what: &'static str,
    },
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error() {
            Some(fault) => match fault.code {
                ErrorCode::DiskFull => Self::NoSpace,
                // What processes share about the log could not grow.
                _ if fault.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Self::NoSpace,
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged,
                _ => Self::Storage { code: fault.extended_code },
            },
            None => Self::Storage { code: 0 },
        }
    }
}

impl From<io::Error> for Error {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::NoSpace,
            _ => Self::Storage { code: 0 },
        }
    }
}

/// `row.or_not_found("note")?`
pub(crate) trait OrNotFound<T> {
    /// The thing, or [`Error::NotFound`].
    fn or_not_found(self, kind: &'static str) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, kind: &'static str) -> Result<T> {
        self.ok_or(Error::NotFound { kind })
    }
}
