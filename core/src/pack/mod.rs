//! Packs: newer editions of the course, and courses beside it, which go from phone to phone as signed files.
//!
//! A pack is read from a stream into a sealed file beside the vault. Nothing of it is believed before its last byte was
//! seen and its signature is right; then one transaction makes it the one that counts, so that a kill leaves the old one or
//! the new one. It goes on by ids: what was begun in the old edition goes on in the new one. No edition older than the newest
//! that was ever taken is taken again, also after it was removed. A pack that cannot be read any more is told, and stops
//! nobody: the course that came with the app is there. The format is told in `saywell_content::pack`.

mod changes;
mod courses;
mod rows;
mod shown;

pub use changes::{PackApproval, PackChanges};
pub(crate) use courses::Courses;
pub use saywell_content::Reviewed;
pub use saywell_content::pack::{Key, Refusal};
pub use shown::PackState;

use crate::error::OrNotFound;
use crate::vault::Sealer;
use crate::{Engine, Error, Result};
use courses::spoken;
use saywell_content::Prose;
use saywell_content::pack::{self, Pack, Unread};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, IntoInnerError, Read, Seek, Write};
use std::path::Path;
use std::sync::{Arc, PoisonError};

/// What a pack says of itself, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackPage {
    /// Such as `pack/saywell`.
    pub id: String,
    /// Counts up.
    pub version: u32,
    /// What the course is called.
    pub title: String,
    /// Who stands for what it says.
    pub publisher: String,
    /// What others may do with it.
    pub licence: String,
    /// The name of the key that signed it.
    pub signer: String,
    /// Tags, the one it was written in first.
    pub languages: Vec<String>,
    /// By people from outside, the newest last.
    pub reviews: Vec<Reviewed>,
    /// What is new, in the publisher's words.
    pub news: Prose,
}

/// What a pack is to what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackStep {
    /// A newer edition.
    Newer {
        /// The one that is here.
        than: u32,
    },
    /// A course that will stand beside the others.
    Beside,
    /// It is here already.
    Same,
}

/// What a person sees before they take a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackPreview {
    /// Its title page.
    pub page: PackPage,
    /// What it is to what is here.
    pub step: PackStep,
    /// What they will find changed.
    pub changes: PackChanges,
    /// How far its claims about health are approved.
    pub approval: PackApproval,
}

/// A pack that is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackRow {
    /// Such as `pack/saywell`.
    pub id: String,
    /// Which edition.
    pub version: u32,
    /// Whether it is shown, and why not.
    pub state: PackState,
    /// Its title page, where it can be read.
    pub page: Option<PackPage>,
}

impl Engine {
    /// What is in this pack, and what it would change. It is read to its end, and nothing of it is kept.
    ///
    /// # Errors
    /// [`Error::PackRefused`]; [`Error::Storage`] if it cannot be read.
    pub fn preview_pack(&self, from: &mut (impl Read + Seek)) -> Result<PackPreview> {
        let courses = self.courses();
        let pack = pack::verify(from, &courses.keys, |_| Ok(()))?;
        from.rewind()?;
        // Another file may lie there by now: its parts would not have the sums of the one that was verified.
        pack::open(from)?;
        let course = Arc::new(pack.course(from, spoken(&pack, &courses.base))?);
        let step = self.vault.read(|connection| courses.step(connection, &course.edition))?;
        let old = self.check_beside(&courses, &course)?;
        Ok(PackPreview {
            page: courses.page(&pack, &course.edition),
            step,
            changes: old.map_or_else(|| PackChanges::all(&course), |old| PackChanges::between(&old, &course)),
            approval: PackApproval::of(&course),
        })
    }

    /// [`Engine::preview_pack`] of this file.
    ///
    /// # Errors
    /// As [`Engine::preview_pack`].
    pub fn preview_pack_in(&self, file: &Path) -> Result<PackPreview> {
        self.preview_pack(&mut BufReader::new(File::open(file)?))
    }

    /// Takes this pack: from now on its course is taught. One that is here already changes nothing. The packs that are here then.
    ///
    /// # Errors
    /// [`Error::PackRefused`], [`Error::NoSpace`], [`Error::Storage`]: nothing is changed then. [`Error::NotFound`] without a
    /// vault.
    pub fn install_pack(&self, from: &mut impl Read) -> Result<Vec<PackRow>> {
        let courses = self.courses();
        let (file, pack) = self.vault.attach(|to| seal(from, &courses.keys, to))?;
        let name = file.name.clone();
        let taken = self.take(&courses, &pack, file);
        // What is not needed any more: the file before it, or itself where it is here already or not taken.
        if let Some(rest) = taken.as_ref().map_or(Some(&name), Option::as_ref) {
            self.vault.detach(rest);
        }
        taken?;
        self.show_courses();
        Ok(self.packs())
    }

    /// [`Engine::install_pack`] of this file.
    ///
    /// # Errors
    /// As [`Engine::install_pack`].
    pub fn install_pack_from(&self, file: &Path) -> Result<Vec<PackRow>> {
        self.install_pack(&mut BufReader::new(File::open(file)?))
    }

    /// The packs that are here, in the order in which they first came.
    #[must_use]
    pub fn packs(&self) -> Vec<PackRow> {
        self.courses().packs
    }

    /// Takes a pack away. What was done with its course stays, and is there again with it; and no older edition of it is taken
    /// later. The packs that are left.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not here.
    pub fn remove_pack(&self, id: &str) -> Result<Vec<PackRow>> {
        let file = self.vault.write(|tx| {
            let file = rows::by_id(tx, id)?.and_then(|kept| kept.file).or_not_found("pack")?;
            rows::remove(tx, id)?;
            Ok(file)
        })?;
        self.vault.detach(&file.name);
        self.show_courses();
        Ok(self.packs())
    }

    /// Writes a pack as it came, for the next phone.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not here, or its file is gone; [`Error::NoSpace`] or [`Error::Storage`] if it cannot be
    /// read, or `to` not be written: what was written then is no pack.
    pub fn hand_on_pack(&self, id: &str, to: &mut impl Write) -> Result<()> {
        let kept = self.vault.read(|connection| rows::by_id(connection, id))?;
        let file = kept.and_then(|kept| kept.file).or_not_found("pack")?;
        self.vault.attached(&file, |from| {
            io::copy(from, to)?;
            Ok(to.flush()?)
        })
    }

    /// The same into this file, which is made, or written over; on disk when this returns.
    ///
    /// # Errors
    /// As [`Engine::hand_on_pack`].
    pub fn hand_on_pack_to(&self, id: &str, file: &Path) -> Result<()> {
        let mut to = BufWriter::new(File::create(file)?);
        self.hand_on_pack(id, &mut to)?;
        Ok(to.into_inner().map_err(IntoInnerError::into_error)?.sync_all()?)
    }

    /// Believes packs that are signed with these keys, and no others. For programmes with keys of their own, and for tests; no
    /// phone can call it.
    #[must_use]
    pub fn trusting(self, keys: Vec<Key>) -> Self {
        self.courses.lock().unwrap_or_else(PoisonError::into_inner).keys = keys;
        self.show_courses();
        self
    }
}

/// Seals a pack as it comes.
fn seal(from: &mut impl Read, keys: &[Key], to: &mut Sealer<File>) -> Result<Pack> {
    let mut unsaved = None;
    let read = pack::verify(from, keys, |part| {
        to.put(part).map_err(|why| {
            unsaved = Some(why);
            io::Error::from(io::ErrorKind::Other)
        })
    });
    read.map_err(|why| unsaved.unwrap_or_else(|| why.into()))
}

impl From<Unread> for Error {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Refused(why) => why.into(),
            Unread::Failed(fault) => fault.into(),
        }
    }
}

impl From<Refusal> for Error {
    fn from(why: Refusal) -> Self {
        Self::PackRefused { why }
    }
}

#[cfg(test)]
mod tests;
