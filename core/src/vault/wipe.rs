//! Erasing: the keys first, then the files, so that nothing can be read from the first moment on.
//!
//! A mark goes before everything and is taken away last; whoever opens the folder meanwhile finishes the wipe. Only files
//! that are the vault's by name are erased, and those of the shell's own that it names.

use super::files;
use super::folder::{self, HEADERS, TRIES, WIPING};
use super::header::{Header, SLOTS};
use crate::{Error, Result};
use std::path::Path;

/// Longer than any mark.
const LONGEST: usize = 4096;
const WHOLE: &str = "whole";

/// What is to be erased.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    /// Everything, and these files of the shell's own.
    Whole(&'a [&'a str]),
    /// One space.
    Space(usize),
}

/// Erases a vault with all its spaces, also one that is locked or damaged. `also` names files of the shell's own in this
/// folder, such as the one with the platform secret: they go before all else. Afterwards the folder is as new.
///
/// # Errors
/// [`Error::Invalid`] if `also` is not plain names; [`Error::Storage`] if a file cannot be erased. What is not finished is
/// finished at the next opening.
pub fn wipe(folder: &Path, also: &[&str]) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let _held = folder::hold(folder);
    begin(folder, What::Whole(also))?;
    carry_out(folder, What::Whole(also))
}

/// Finishes a wipe that was interrupted.
pub(super) fn finish(folder: &Path) -> Result<()> {
    match mark(folder)? {
        None => Ok(()),
        Some(Mark::Whole(also)) => {
            let also: Vec<&str> = also.iter().map(String::as_str).collect();
            carry_out(folder, What::Whole(&also))
        }
        Some(Mark::Space(slot)) => carry_out(folder, What::Space(slot)),
    }
}

/// Finishes the wipe of one space that was interrupted: nobody is to take it for that of all. Whether that of all was.
pub(super) fn is_of_all(folder: &Path) -> Result<bool> {
    if !folder.join(WIPING).exists() {
        return Ok(false);
    }
    let _held = folder::hold(folder);
    let of_all = matches!(mark(folder)?, Some(Mark::Whole(_)));
    if !of_all {
        finish(folder)?;
    }
    Ok(of_all)
}

/// What an interrupted wipe was to erase.
enum Mark {
    Whole(Vec<String>),
    Space(usize),
}

fn mark(folder: &Path) -> Result<Option<Mark>> {
    let Some(bytes) = folder::read(&folder.join(WIPING), LONGEST)? else { return Ok(None) };
    let text = String::from_utf8(bytes).map_err(|_| Error::Damaged)?;
    let mut lines = text.lines().map(ToOwned::to_owned);
    let what = lines.next().ok_or(Error::Damaged)?;
    if what == WHOLE {
        return Ok(Some(Mark::Whole(lines.collect())));
    }
    let slot = what.parse().ok().filter(|slot| *slot < SLOTS).ok_or(Error::Damaged)?;
    Ok(Some(Mark::Space(slot)))
}

/// Leaves the mark. A full disk has no room for it: then the wipe goes on without.
pub(super) fn begin(folder: &Path, what: What) -> Result<()> {
    let mark = match what {
        What::Space(slot) => format!("{slot}\n"),
        What::Whole(also) => {
            if !also.iter().all(|name| is_plain(name)) {
                return Err(Error::Invalid { field: "also", reason: "is names of files in the folder" });
            }
            [&[WHOLE][..], also].concat().join("\n") + "\n"
        }
    };
    match folder::replace(folder, WIPING, mark.as_bytes()) {
        Err(Error::NoSpace) => Ok(()),
        done => done,
    }
}

/// Erases; what is gone already is no fault.
pub(super) fn carry_out(folder: &Path, what: What) -> Result<()> {
    match what {
        What::Whole(also) => {
            for name in also.iter().filter(|name| is_plain(name)).chain(&HEADERS).chain(&[TRIES]) {
                folder::destroy(&folder.join(name))?;
            }
            folder::sync(folder)?;
            remove_all(folder, folder::is_ours)?;
        }
        What::Space(slot) => {
            lose_key(folder, slot)?;
            remove_all(folder, |name| folder::belongs_to(slot, name))?;
        }
    }
    files::remove(&folder.join(WIPING))?;
    folder::sync(folder)
}

fn remove_all(folder: &Path, kind: impl Fn(&str) -> bool) -> Result<()> {
    for name in folder::names(folder, kind)? {
        files::remove(&folder.join(name))?;
    }
    folder::sync(folder)
}

/// A slot that is lost cannot be told from one that was never used.
fn lose_key(folder: &Path, slot: usize) -> Result<()> {
    let mut header = match Header::read(folder) {
        Ok(Some((header, _))) => header,
        // Where there is no key, none is lost.
        Ok(None) | Err(Error::Damaged) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    header.empty(slot)?;
    match header.write(folder) {
        // A full disk has no room for a second one, but for the same one.
        Err(Error::NoSpace) => HEADERS.iter().try_for_each(|name| folder::write_over(folder, name, &header.to_bytes())),
        done => done,
    }
}

/// Whether this is the name of a file in the folder, and not a way out of it.
fn is_plain(name: &str) -> bool {
    let odd = |letter: char| matches!(letter, '/' | '\\' | ':') || letter.is_control();
    !name.is_empty() && !name.starts_with('.') && name != WIPING && !name.contains(odd)
}
