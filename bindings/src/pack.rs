//! Packs: newer editions of the course, and courses beside it.

use crate::SaywellError;
use crate::error::Words;
use chrono::NaiveDate as Day;
use saywell_core::Engine;
use saywell_core::content::Prose;
use saywell_core::pack::{
    PackApproval, PackChanges, PackPage, PackPreview, PackRow, PackState, PackStep, Refusal as PackRefusal, Reviewed,
};
use std::sync::Arc;

/// Packs: newer editions of the course, and courses beside it, which go from phone to phone as signed files.
#[derive(uniffi::Object)]
pub struct PackVerbs(pub(crate) Arc<Engine>);

#[uniffi::export]
impl PackVerbs {
    /// What is in the pack in this file, and what it would change. It is read to its end, and nothing of it is kept. An app
    /// hands in the path of a file of its own, with at most 21 MB of what somebody gave the person, and deletes it after.
    ///
    /// # Errors
    /// `PackRefused`.
    pub fn preview_pack_in(&self, file: &str) -> Result<PackPreview, SaywellError> {
        self.0.preview_pack_in(file.as_ref())
    }

    /// Takes the pack in this file: from now on its course is taught, and every screen is to ask again by id. One that is here
    /// already changes nothing. The packs that are here then.
    ///
    /// # Errors
    /// `PackRefused`; `NotFound` without a vault. Nothing is changed then.
    pub fn install_pack_from(&self, file: &str) -> Result<Vec<PackRow>, SaywellError> {
        self.0.install_pack_from(file.as_ref())
    }

    /// The packs that are here, in the order in which they first came.
    pub fn packs(&self) -> Result<Vec<PackRow>, SaywellError> {
        Ok(self.0.packs())
    }

    /// Takes a pack away. What was done with its course stays, and is there again with it. The packs that are left.
    ///
    /// # Errors
    /// `NotFound` if it is not here.
    pub fn remove_pack(&self, id: &str) -> Result<Vec<PackRow>, SaywellError> {
        self.0.remove_pack(id)
    }

    /// Writes a pack as it came into this file, for the next phone. An app hands in the path of a file of its own; what was
    /// written before a fault is no pack.
    ///
    /// # Errors
    /// `NotFound` if it is not here, or its file is gone.
    pub fn hand_on_pack_to(&self, id: &str, file: &str) -> Result<(), SaywellError> {
        self.0.hand_on_pack_to(id, file.as_ref())
    }
}

/// What a pack says of itself, and who says so.
#[uniffi::remote(Record)]
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

/// A review of a whole course or a part of it.
#[uniffi::remote(Record)]
pub struct Reviewed {
    /// The day on which it was finished.
    pub on: Day,
    /// Name and profession.
    pub by: String,
    /// What they have looked at.
    pub what: String,
}

/// What a pack is to what is here.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Record)]
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

/// Units, quizzes, talks, relaxations and help cards, by their titles.
#[uniffi::remote(Record)]
pub struct PackChanges {
    /// They come.
    pub added: Vec<String>,
    /// They say something else.
    pub changed: Vec<String>,
    /// They go. What was done with them stays, and is there again if they come back.
    pub gone: Vec<String>,
}

/// How many of the claims about health a clinician has approved.
#[uniffi::remote(Record)]
pub struct PackApproval {
    /// By a clinician with a name.
    pub approved: u32,
    /// Of so many.
    pub of: u32,
}

/// A pack that is here.
#[uniffi::remote(Record)]
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

/// How a pack that is here comes to be seen, or not.
#[uniffi::remote(Enum)]
pub enum PackState {
    /// It is shown.
    Shown,
    /// The course that came with the app is as new or newer.
    Outdated,
    /// It is an edition of the built-in course, and not in the language that was chosen.
    OtherLanguage,
    /// It was signed with a key that this version of the app takes no more.
    Untrusted,
    /// Its file is gone, as after a restored backup, which carries none: install it again.
    Missing,
    /// Its file is damaged, or this version of the app cannot read it any more: install it or a newer edition again.
    Unreadable,
    /// Another course has this id.
    Clashes {
        /// The first one.
        id: String,
    },
}

/// Why a pack is not taken. Each is something else to tell a person.
#[uniffi::remote(Enum)]
pub enum PackRefusal {
    /// It is another kind of file.
    NotAPack,
    /// It ends too early: it was cut off on its way.
    CutOff,
    /// It is not as it was signed: it was changed, by accident or on purpose.
    Changed,
    /// It is larger than a pack may be.
    TooLarge,
    /// It was signed with a key that this version of the app does not know.
    UnknownSigner,
    /// It is for a newer version of the app.
    NewerApp,
    /// It was signed, and is not as a pack has to be: its makers have to mend it.
    Malformed {
        /// What should hold and does not, for them.
        what: Words,
    },
    /// A newer edition of the same course is here, or was.
    Older {
        /// The newest one so far.
        newest: u32,
    },
    /// It uses an id that another course has.
    Taken {
        /// The first such id.
        id: String,
    },
}
