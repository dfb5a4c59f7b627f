//! Opens a plain SQLite through the engine's linking crate. Prints `refused` if that is refused.

#[path = "../../../core/sqlite/src/lib.rs"]
mod sqlite;

/// What a SQLite without ciphers does with keys: nothing.
#[cfg(feature = "pretend")]
#[unsafe(no_mangle)]
extern "C" fn sqlite3_key_v2(
    _: *mut std::ffi::c_void,
    _: *const std::ffi::c_char,
    _: *const std::ffi::c_void,
    _: std::ffi::c_int,
) -> std::ffi::c_int {
    0
}

#[cfg(feature = "pretend")]
#[unsafe(no_mangle)]
extern "C" fn sqlite3_rekey_v2(
    _: *mut std::ffi::c_void,
    _: *const std::ffi::c_char,
    _: *const std::ffi::c_void,
    _: std::ffi::c_int,
) -> std::ffi::c_int {
    0
}

fn main() -> rusqlite::Result<()> {
    let connection = rusqlite::Connection::open_in_memory()?;
    let answer = sqlite::unlock(&connection, &[7; sqlite::KEY_BYTES]);
    println!("{}", if answer.is_err() { "refused" } else { "opened" });
    Ok(())
}
