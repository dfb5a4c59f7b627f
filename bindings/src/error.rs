//! The one error.

pub use saywell_core::Error as SaywellError;

use saywell_core::pack::Refusal as PackRefusal;

pub(crate) type Words = &'static str;
uniffi::custom_type!(
    /// Words for a log, never for a screen.
    Words,
    String,
    {
        remote,
        lower: |words| words.to_owned(),
        try_lift: |_words| Err(SaywellError::Unexpected { what: "an error was handed in" }.into()),
    }
);

/// What went wrong, sorted by what an app can do about it. Nothing that a person wrote is in it.
///
/// A verb says which of these are its own. `Damaged`, `NoSpace` and `Storage` may come from any that reads or saves.
#[uniffi::remote(Error)]
pub enum SaywellError {
    /// The id leads nowhere, for instance because another screen deleted the thing.
    NotFound {
        /// The noun, such as `session`.
        kind: Words,
    },
    /// The screen shows something that has moved on meanwhile: ask again what to show.
    OutOfDate {
        /// The noun, such as `attempt`.
        kind: Words,
    },
    /// An argument is out of its range; nothing was changed.
    Invalid {
        /// The argument.
        field: Words,
        /// What is asked of it, such as `is 0 to 10`.
        reason: Words,
    },
    /// No space opens so, or it is too early for another try. Nothing was changed but the count of tries.
    WrongPin {
        /// How long no other try is taken, 0 to 3,600.
        wait_seconds: u32,
    },
    /// The platform's secret is not the one that this vault was made with, or the header with the keys is gone, as on a copy
    /// that came from another device. Nothing in it was changed, and nothing can be read without them.
    KeyLost,
    /// The key is right and the file cannot be read, or no copy of the header can. Nothing in it was changed.
    Damaged,
    /// A newer version of the app wrote the file. Nothing in it was changed.
    NewerVersion,
    /// This pack is not taken; nothing was changed.
    PackRefused {
        /// Why not.
        why: PackRefusal,
    },
    /// The disk is full; nothing was saved.
    NoSpace,
    /// Nothing was saved.
    Storage {
        /// SQLite's extended result code, 0 where the fault is not SQLite's.
        code: i32,
    },
    /// A fault of ours.
    Unexpected {
        /// Where to look.
        what: Words,
    },
}
