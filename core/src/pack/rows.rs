//! Packs as rows.

use crate::vault::{Attached, Key};
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

/// A pack that is here, or was.
pub(super) struct Kept {
    pub id: String,
    /// The highest that was ever taken.
    pub version: u32,
    pub signer: [u8; 8],
    /// None once it was removed.
    pub file: Option<Attached>,
}

/// In the order in which they first came.
pub(super) fn all(connection: &Connection) -> Result<Vec<Kept>> {
    let mut query = connection.prepare_cached("SELECT * FROM pack ORDER BY seq")?;
    Ok(query.query_map([], from_row)?.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn by_id(connection: &Connection, id: &str) -> Result<Option<Kept>> {
    let mut query = connection.prepare_cached("SELECT * FROM pack WHERE id = ?1")?;
    Ok(query.query_row([id], from_row).optional()?)
}

/// From now on this edition is the one. The name of the file that it replaces.
pub(super) fn take(tx: &Transaction, kept: &Kept) -> Result<Option<String>> {
    let before = by_id(tx, &kept.id)?.and_then(|before| before.file);
    let file = kept.file.as_ref().ok_or(Error::Unexpected { what: "a pack without a file" })?;
    tx.prepare_cached(
        "INSERT INTO pack (id, version, signer, file, key) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET
             version = excluded.version, signer = excluded.signer, file = excluded.file, key = excluded.key",
    )?
    .execute(params![kept.id, kept.version, kept.signer, file.name, file.key.bytes()])?;
    Ok(before.map(|file| file.name))
}

/// Forgets all of a pack but the version.
pub(super) fn remove(tx: &Transaction, id: &str) -> Result<()> {
    tx.prepare_cached("UPDATE pack SET file = NULL, key = NULL WHERE id = ?1")?.execute([id])?;
    Ok(())
}

fn from_row(row: &Row) -> rusqlite::Result<Kept> {
    let name: Option<String> = row.get("file")?;
    let key: Option<[u8; saywell_sqlite::KEY_BYTES]> = row.get("key")?;
    let file = name.zip(key).map(|(name, key)| Attached { name, key: Key::new(&key) });
    Ok(Kept { id: row.get("id")?, version: row.get("version")?, signer: row.get("signer")?, file })
}
