//! Wrong PINs, and how long to wait after them. Nothing is ever wiped because of them: a partner could do that.
//!
//! Waits are counted by the device's *uptime*, which no setting of a clock changes. After a restart the uptime begins
//! anew, and so does the wait. The file is written before a PIN is tried, so that a kill gives no free try.

use super::folder;
use crate::Result;
use sha2::{Digest, Sha256};
use std::path::Path;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;

/// A file that cannot be read counts as this many: a short wait, neither a free try nor the end.
const UNREADABLE: u32 = 5;

const BODY: usize = 12;
const DIGEST: usize = 4;

/// What is known of wrong PINs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tries {
    /// How many in a row.
    pub wrong: u32,
    /// The uptime at which the wait after them began, in milliseconds.
    pub since_ms: u64,
}

/// How long to wait after so many wrong PINs in a row, in milliseconds: four are free.
pub fn wait_ms(wrong: u32) -> u64 {
    match wrong {
        0..=4 => 0,
        5 => 30 * SECOND,
        6 => MINUTE,
        7 => 5 * MINUTE,
        8 => 15 * MINUTE,
        _ => 60 * MINUTE,
    }
}

impl Tries {
    /// The same, as seen at this uptime: where the device was restarted meanwhile, the wait begins anew.
    #[must_use]
    pub fn seen_at(self, uptime_ms: u64) -> Self {
        if uptime_ms < self.since_ms { Self { since_ms: uptime_ms, ..self } } else { self }
    }

    /// One more.
    #[must_use]
    pub fn another(self, uptime_ms: u64) -> Self {
        Self { wrong: self.wrong.saturating_add(1), since_ms: uptime_ms }
    }

    /// What is left to wait, in whole seconds, rounded up.
    pub fn wait_seconds(self, uptime_ms: u64) -> u32 {
        let waited = uptime_ms.saturating_sub(self.since_ms);
        let left = wait_ms(self.wrong).saturating_sub(waited).div_ceil(SECOND);
        u32::try_from(left).unwrap_or(u32::MAX)
    }

    /// As kept in this folder. A restart is noted at once, or its wait would never pass.
    pub fn in_folder(folder: &Path, uptime_ms: u64) -> Result<Self> {
        let bytes = folder::read(&folder.join(folder::TRIES), BODY + DIGEST)?.unwrap_or_default();
        // Also if it is empty: killed before the first try was written down, and so before it was made.
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        let kept = Self::from_bytes(&bytes);
        let seen = kept.unwrap_or(Self { wrong: UNREADABLE, since_ms: uptime_ms }).seen_at(uptime_ms);
        if kept != Some(seen) {
            seen.keep(folder)?;
        }
        Ok(seen)
    }

    /// Keeps this; on disk when it returns.
    pub fn keep(self, folder: &Path) -> Result<()> {
        folder::write_over(folder, folder::TRIES, &self.to_bytes())
    }

    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::from(self.wrong.to_le_bytes());
        bytes.extend(self.since_ms.to_le_bytes());
        let digest = Sha256::digest(&bytes);
        bytes.extend(digest.iter().take(DIGEST));
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (wrong, rest) = bytes.split_first_chunk()?;
        let (since, _) = rest.split_first_chunk()?;
        let read = Self { wrong: u32::from_le_bytes(*wrong), since_ms: u64::from_le_bytes(*since) };
        (read.to_bytes() == bytes).then_some(read)
    }
}

#[cfg(test)]
#[path = "tries_tests.rs"]
mod tests;
