//! The encrypting SQLite under rusqlite, and the two calls that rusqlite does not know.
//!
//! rusqlite is told (feature `in_gecko`) to link nothing by itself; this crate compiles and links SQLite3MC in its
//! place. A build that drops this crate, or that links another SQLite, has no `sqlite3_key_v2` and does not link; and
//! [`unlock`] asks the very connection whether it encrypts, so that nothing is ever written in the clear.

use rusqlite::Connection;
use rusqlite::ffi::{self, ErrorCode};
use std::ffi::{c_char, c_int, c_void};
use zeroize::Zeroizing;

/// Bytes of a database key. It is random, not a password: no derivation is done here.
pub const KEY_BYTES: usize = 32;

/// How SQLite3MC is told that a key is raw bytes.
const RAW: &[u8; 4] = b"raw:";

#[expect(unsafe_code, reason = "declares functions of the C library that build.rs compiles")]
unsafe extern "C" {
    fn sqlite3_key_v2(db: *mut c_void, schema: *const c_char, key: *const c_void, bytes: c_int) -> c_int;
    fn sqlite3_rekey_v2(db: *mut c_void, schema: *const c_char, key: *const c_void, bytes: c_int) -> c_int;
}

/// Gives a fresh connection its key, and makes sure that the connection encrypts.
///
/// # Errors
/// Whatever SQLite answers. A wrong key is noticed only by the first read.
pub fn unlock(connection: &Connection, key: &[u8; KEY_BYTES]) -> rusqlite::Result<()> {
    hand_over(connection, key, sqlite3_key_v2)?;
    cipher(connection).map(|_| ())
}

/// Encrypts the file of an unlocked connection anew, in one transaction: after a kill it has one of the two keys.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rekey(connection: &Connection, key: &[u8; KEY_BYTES]) -> rusqlite::Result<()> {
    hand_over(connection, key, sqlite3_rekey_v2)
}

/// A call that takes a key.
type TakesKey = unsafe extern "C" fn(*mut c_void, *const c_char, *const c_void, c_int) -> c_int;

fn hand_over(connection: &Connection, key: &[u8; KEY_BYTES], call: TakesKey) -> rusqlite::Result<()> {
    let mut raw = Zeroizing::new([0_u8; RAW.len() + KEY_BYTES]);
    for (to, from) in raw.iter_mut().zip(RAW.iter().chain(key)) {
        *to = *from;
    }
    let bytes = c_int::try_from(raw.len()).unwrap_or_default();
    #[expect(unsafe_code, reason = "rusqlite has no call for the key")]
    // SAFETY: the handle is open for as long as `connection` is borrowed; SQLite copies the buffer, whose length is given.
    let code = unsafe { call(connection.handle().cast(), c"main".as_ptr(), raw.as_ptr().cast(), bytes) };
    if code == ffi::SQLITE_OK {
        return Ok(());
    }
    Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
}

/// The cipher that this connection writes with, as the connection itself says: `chacha20`.
///
/// # Errors
/// [`ErrorCode::NotADatabase`] if this is not an encrypting SQLite.
pub fn cipher(connection: &Connection) -> rusqlite::Result<String> {
    connection.query_row("SELECT sqlite3mc_config('cipher')", [], |row| row.get(0)).map_err(|error| {
        // There is no such function. Anything else, such as a file that another process holds, is what it says.
        if error.sqlite_error_code() != Some(ErrorCode::Unknown) {
            return error;
        }
        let code = ffi::Error { code: ErrorCode::NotADatabase, extended_code: ffi::SQLITE_NOTADB };
        rusqlite::Error::SqliteFailure(code, None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_connection_says_that_it_encrypts() {
        let connection = Connection::open_in_memory().unwrap();
        assert_eq!(cipher(&connection).unwrap(), "chacha20");
    }
}
