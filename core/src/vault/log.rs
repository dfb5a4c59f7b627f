//! The log: whether something is missing in its middle.
//!
//! SQLite reads a log up to the first frame whose checksum does not fit, and takes what follows for a transaction that was being
//! written when the power went. As each commit is synced before it is acknowledged, that can be one transaction at most. Where
//! two commits or more stand behind the last frame that was read, a whole one is missing: the log was damaged. Damage in the
//! last transaction of all cannot be told from a write that was never synced.
//!
//! The format is that of <https://sqlite.org/fileformat2.html#the_write_ahead_log>; the encryption leaves the heads readable.

use super::files;
use crate::{Error, Result};
use rusqlite::Connection;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;

const HEAD: usize = 32;
const FRAME_HEAD: usize = 24;
/// The lowest bit of the magic number says in which order the words of a sum are.
const MAGIC: u32 = 0x377f_0682;

/// Compares what the connection has read of the log with what stands in it.
///
/// # Errors
/// [`Error::Damaged`] if something that was acknowledged is missing, [`Error::Storage`].
pub(super) fn check(connection: &Connection, database: &Path) -> Result<()> {
    let frames: i64 = connection.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))?;
    let page: u32 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let log = File::open(files::beside(database, "-wal"))?;
    let behind = commits_behind(&mut BufReader::new(log), u64::try_from(frames).unwrap_or(0), page.into())?;
    if behind < 2 { Ok(()) } else { Err(Error::Damaged) }
}

/// How many transactions end behind so many frames, of those that belong to this log.
fn commits_behind(log: &mut impl Read, frames: u64, page: u64) -> Result<usize> {
    let Some(head) = take::<HEAD>(log)? else { return Ok(0) };
    // The salts tell frames of this log from what is left of the one before it, which has neither of the two. A frame with one
    // of them is ours and damaged. A head is synced before its first frame, so one that does not fit is damage, and every
    // frame counts.
    let salts = is_whole(&head).then(|| words(&head, 16));
    let mut commits = 0;
    let mut at = 0;
    while let Some(frame) = take::<FRAME_HEAD>(log)? {
        let [_, size] = words(&frame, 0);
        let [first, second] = words(&frame, 8);
        let is_ours = salts.is_none_or(|[one, other]| one == first || other == second);
        if at >= frames && size != 0 && is_ours {
            commits += 1;
        }
        at += 1;
        if std::io::copy(&mut log.take(page), &mut std::io::sink())? < page {
            break;
        }
    }
    Ok(commits)
}

/// The next bytes; none if there are fewer.
fn take<const MANY: usize>(log: &mut impl Read) -> Result<Option<[u8; MANY]>> {
    let mut bytes = [0; MANY];
    match log.read_exact(&mut bytes) {
        Err(fault) if fault.kind() == ErrorKind::UnexpectedEof => Ok(None),
        read => Ok(read.map(|()| Some(bytes))?),
    }
}

/// Two numbers, the highest byte first.
fn words(bytes: &[u8], at: usize) -> [u32; 2] {
    let word = |at| bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |word| u32::from_be_bytes(*word));
    [word(at), word(at + 4)]
}

/// Whether a log's head is as it was written.
fn is_whole(head: &[u8; HEAD]) -> bool {
    let [magic, _] = words(head, 0);
    let in_order = |word: u32| if magic & 1 == 1 { word } else { word.swap_bytes() };
    let sum = [0, 8, 16].iter().fold([0_u32; 2], |[one, other], at| {
        let [first, second] = words(head, *at).map(in_order);
        let one = one.wrapping_add(first).wrapping_add(other);
        [one, other.wrapping_add(second).wrapping_add(one)]
    });
    magic & !1 == MAGIC && sum == words(head, 24)
}
