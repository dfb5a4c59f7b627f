//! Room in reserve: a file that is there only to be given up, part by part, so that a vault on a disk without a free byte still
//! opens, takes a setting, and deletes. It is filled up at each opening, as far as there is room.

use super::files::{self, RESERVE};
use super::key::random;
use crate::{Error, Result};
use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

/// What opening takes, 32 KiB of shared memory and pages of the log, with as much again.
const PART: u64 = 64 * 1024;
const PARTS: u64 = 4;

/// Fills it up, as far as there is room. A vault does without what cannot be had.
pub(super) fn fill(database: &Path) {
    let _ = filled(&files::beside(database, RESERVE));
}

fn filled(file: &Path) -> Result<()> {
    let mut open = files::private(OpenOptions::new().write(true).create(true).truncate(false)).open(file)?;
    // A part that was cut short is written again.
    let mut whole = open.metadata()?.len() / PART;
    // Random, because a file system that compresses gives no room for less.
    let mut part = vec![0; usize::try_from(PART).unwrap_or_default()];
    while whole < PARTS {
        random(&mut part)?;
        if let Err(fault) = put(&mut open, whole * PART, &part) {
            open.set_len(whole * PART)?;
            return Err(fault);
        }
        whole += 1;
    }
    Ok(())
}

fn put(open: &mut File, at: u64, part: &[u8]) -> Result<()> {
    open.seek(SeekFrom::Start(at))?;
    Ok(open.write_all(part)?)
}

/// Gives up a part; whether there was one.
pub(super) fn give_up(database: &Path) -> Result<bool> {
    let Ok(open) = OpenOptions::new().write(true).open(files::beside(database, RESERVE)) else { return Ok(false) };
    let left = open.metadata()?.len();
    if left > 0 {
        open.set_len(left.saturating_sub(PART))?;
    }
    Ok(left > 0)
}

/// Does it, on a full disk with ever more room, as long as there is more.
pub(super) fn with<T>(database: &Path, mut act: impl FnMut() -> Result<T>) -> Result<T> {
    let mut done = act();
    while matches!(done, Err(Error::NoSpace)) && give_up(database)? {
        done = act();
    }
    done
}
