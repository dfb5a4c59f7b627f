//! What is kept: checks, repair, backup and erasing.

use super::{Unlock, VaultVerbs};
use crate::SaywellError;
use chrono::NaiveDate as Day;
use saywell_core::Moment;
use saywell_core::vault::{
    Checked, Contents, Cost, DailyCheck, Mended, Passphrase, Preview, Recovery, Repaired, Restored, Rule,
    preview_backup_in, repair,
};

#[uniffi::export]
impl VaultVerbs {
    /// The check of a practice day: whether the file is sound, what is too old, and a fresh copy. Call it after opening and
    /// when the app comes to the front; nothing if it was done on this day.
    ///
    /// # Errors
    /// `Damaged` if the file is not sound: see `repairVault`.
    pub fn daily_check(&self, now: Moment) -> Result<Option<DailyCheck>, SaywellError> {
        self.0.daily_check(now)
    }

    /// Looks at every row, and mends what breaks a rule. A second run finds nothing.
    ///
    /// # Errors
    /// `Damaged` if the file is not sound: see `repairVault`.
    pub fn check_data(&self) -> Result<Checked, SaywellError> {
        self.0.check_data()
    }

    /// How much there is.
    pub fn contents(&self) -> Result<Contents, SaywellError> {
        self.0.contents()
    }

    /// How much there is of one practice day.
    pub fn contents_of_day(&self, day: Day) -> Result<Contents, SaywellError> {
        self.0.contents_of_day(day)
    }

    /// Deletes a practice day for good. What there was of it.
    pub fn delete_day(&self, day: Day) -> Result<Contents, SaywellError> {
        self.0.delete_day(day)
    }

    /// After how many days entries are deleted; never, as shipped.
    pub fn retention(&self) -> Result<Option<u16>, SaywellError> {
        self.0.retention()
    }

    /// From now on deletes entries that are older than this many days, at once and with every daily check. What went now.
    ///
    /// # Errors
    /// `Invalid` unless it is 7 to 3,650 days, or nothing.
    pub fn set_retention(&self, days: Option<u16>, now: Moment) -> Result<Contents, SaywellError> {
        self.0.set_retention(days, now)
    }

    /// Writes all that is kept into this one file, sealed with a passphrase: UTF-8 in NFC, at least 8 characters. What is in
    /// it. An app hands in the path of a file of its own. What was written before a fault is no backup.
    ///
    /// # Errors
    /// `Invalid` for a passphrase that is too short or too long.
    pub fn back_up_to(&self, file: &str, passphrase: Vec<u8>, now: Moment) -> Result<Contents, SaywellError> {
        self.0.back_up_to(file.as_ref(), &Passphrase::new(passphrase)?, Cost::FOR_BACKUP, now)
    }

    /// Puts a backup in the place of all that is kept. Whatever goes wrong, the one or the other is there, whole.
    ///
    /// # Errors
    /// As `previewBackup`. Nothing is changed then.
    pub fn restore_from(&self, file: &str, passphrase: Vec<u8>, now: Moment) -> Result<Restored, SaywellError> {
        self.0.restore_from(file.as_ref(), &Passphrase::new(passphrase)?, now)
    }

    /// Whether a restore of today can be undone.
    pub fn can_undo_restore(&self) -> Result<bool, SaywellError> {
        self.0.can_undo_restore()
    }

    /// Brings back what a restore has replaced, until the next practice day, or until something is deleted.
    ///
    /// # Errors
    /// `NotFound` if there is nothing to undo.
    pub fn undo_restore(&self) -> Result<(), SaywellError> {
        self.0.undo_restore()
    }
}

/// Reads a backup to its end, and says what is in it. Nothing is written anywhere.
///
/// # Errors
/// `Invalid` if the passphrase is another one, `Damaged` if it is no backup or not whole, `NewerVersion` if a newer app made it.
#[uniffi::export]
pub fn preview_backup(file: &str, passphrase: Vec<u8>) -> Result<Preview, SaywellError> {
    preview_backup_in(file.as_ref(), &Passphrase::new(passphrase)?)
}

/// Repairs the database of the space that `unlock` opens; no object has it open. The damaged file is set aside for seven
/// days. With `else_empty` it begins anew where nothing can be recovered.
///
/// # Errors
/// `WrongPin` and `KeyLost` as in opening; `Damaged` if nothing can be recovered. All files are as before then.
#[uniffi::export]
pub fn repair_vault(folder: &str, unlock: Unlock, now: Moment, else_empty: bool) -> Result<Repaired, SaywellError> {
    unlock.with(|unlock| repair(folder.as_ref(), unlock, now, else_empty))
}

/// What the check of a day did.
#[uniffi::remote(Record)]
pub struct DailyCheck {
    /// Entries that were older than the person wants to keep.
    pub erased: Contents,
    /// A fresh copy was kept; there was no space for one otherwise.
    pub kept: bool,
}

/// What a long check found, and has mended: empty if all was well.
#[uniffi::remote(Record)]
pub struct Checked {
    /// One for each rule that something broke.
    pub mended: Vec<Mended>,
}

/// What was mended.
#[uniffi::remote(Record)]
pub struct Mended {
    /// Which rule was broken.
    pub rule: Rule,
    /// By how many rows; 1 for an index.
    pub rows: u32,
}

/// What holds in a sound vault.
#[uniffi::remote(Enum)]
pub enum Rule {
    /// An index agrees with its table; it is built anew.
    Indexes,
    /// What hangs on something hangs on something that is there; it is deleted otherwise.
    Links,
    /// A talk goes on at a line of its own; it begins anew otherwise.
    Talks,
    /// A time can be shown; it becomes 1970 otherwise.
    Times,
    /// A review comes within 60 days of the last one; it comes then.
    Reviews,
    /// A setting is within its range; it is as shipped otherwise.
    Settings,
}

/// Numbers of entries, and the days between which they lie.
#[uniffi::remote(Record)]
pub struct Contents {
    /// Units that were begun. They have no date: 0 for a single day.
    pub units: u32,
    /// Attempts at quizzes.
    pub quiz_attempts: u32,
    /// Rehearsed talks, alone or by two.
    pub talks: u32,
    /// Relaxation sessions.
    pub relaxations: u32,
    /// Notes, by their last change.
    pub notes: u32,
    /// Plans for a talk, by their last change.
    pub plans: u32,
    /// Reminders that are set. They have no date: 0 for a single day.
    pub reminders: u32,
    /// The first practice day with an entry.
    pub first_day: Option<Day>,
    /// The last one.
    pub last_day: Option<Day>,
}

/// What a backup holds, before anything is replaced by it.
#[uniffi::remote(Record)]
pub struct Preview {
    /// When it was made.
    pub made: Moment,
    /// What is in it.
    pub contents: Contents,
}

/// What a restore did.
#[uniffi::remote(Record)]
pub struct Restored {
    /// What was there before can come back today, with `undoRestore`. There was no space to keep it otherwise.
    pub can_undo: bool,
}

/// What a repair did.
#[uniffi::remote(Record)]
pub struct Repaired {
    /// Where what is there now comes from.
    pub from: Recovery,
    /// A damaged file was set aside, for seven days.
    pub set_aside: bool,
}

/// Where a repaired vault comes from.
#[uniffi::remote(Enum)]
pub enum Recovery {
    /// The file was sound; nothing was changed.
    Unharmed,
    /// From a copy: what was done after it was taken is missing.
    Copy {
        /// The practice day on which it was taken, where it says.
        day: Option<Day>,
    },
    /// From the damaged file, row by row. What came back may be wrong in places.
    Salvaged {
        /// Rows that came back.
        rows: u32,
        /// Rows that could be read but not be right.
        dropped: u32,
        /// Tables that could not be read to their end.
        lost_tables: u32,
    },
    /// From nothing.
    Empty,
}
