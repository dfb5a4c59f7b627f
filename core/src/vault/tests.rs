//! The vault refuses what it cannot open, and changes nothing by refusing.

use super::*;
use std::fs;

fn key(byte: u8) -> Key {
    Key::new(&[byte; saywell_sqlite::KEY_BYTES])
}

#[test]
fn nothing_is_written_in_the_clear() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let vault = Vault::open(&path, &key(1)).unwrap();
    vault
        .write(|tx| {
            Ok(tx.execute_batch("CREATE TABLE canary (a TEXT) STRICT; INSERT INTO canary VALUES ('kingfisher')")?)
        })
        .unwrap();
    for file in fs::read_dir(home.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for clear in [&b"SQLite format 3"[..], b"kingfisher", b"CREATE TABLE"] {
            assert!(!bytes.windows(clear.len()).any(|window| window == clear));
        }
    }
    let cipher = vault.read(|connection| Ok(saywell_sqlite::cipher(connection)?)).unwrap();
    assert_eq!(cipher, "chacha20");
}

#[test]
fn a_wrong_key_and_a_plain_file_are_refused_and_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    drop(Vault::open(&path, &key(1)).unwrap());
    let before = fs::read(&path).unwrap();
    assert_eq!(Vault::open(&path, &key(2)).err(), Some(Error::Damaged));
    assert!(fs::read(&path).unwrap() == before, "a byte was changed");

    let plain = home.path().join("plain.db");
    let connection = Connection::open(&plain).unwrap();
    connection.execute_batch("CREATE TABLE t (a TEXT); PRAGMA user_version = 1").unwrap();
    drop(connection);
    let before = fs::read(&plain).unwrap();
    assert!(before.starts_with(b"SQLite format 3"));
    assert_eq!(Vault::open(&plain, &key(1)).err(), Some(Error::Damaged));
    assert!(fs::read(&plain).unwrap() == before, "a byte was changed");
}

#[test]
fn a_newer_file_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let vault = Vault::open(&path, &key(1)).unwrap();
    vault.read(|connection| Ok(connection.pragma_update(None, "user_version", 9_999)?)).unwrap();
    drop(vault);
    let before = fs::read(&path).unwrap();
    assert_eq!(Vault::open(&path, &key(1)).err(), Some(Error::NewerVersion));
    assert!(fs::read(&path).unwrap() == before, "a byte was changed");
}

#[test]
fn a_verb_that_fails_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::open(&home.path().join("vault.db"), &key(1)).unwrap();
    let failed: Result<()> = vault.write(|tx| {
        tx.execute_batch("CREATE TABLE half (a TEXT) STRICT")?;
        Err(Error::NotFound { kind: "thing" })
    });
    assert_eq!(failed, Err(Error::NotFound { kind: "thing" }));
    let half = "SELECT count(*) FROM sqlite_schema WHERE name = 'half'";
    let tables: u32 = vault.read(|connection| Ok(connection.query_row(half, [], |row| row.get(0))?)).unwrap();
    assert_eq!(tables, 0);
}

#[test]
fn a_panic_in_one_verb_does_not_stop_the_next() {
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::open(&home.path().join("vault.db"), &key(1)).unwrap();
    let fell = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        vault.write(|tx| -> Result<()> {
            tx.execute_batch("CREATE TABLE half (a TEXT) STRICT")?;
            panic!("on purpose");
        })
    }));
    assert!(fell.is_err());
    vault.write(|tx| Ok(tx.execute_batch("CREATE TABLE half (a TEXT) STRICT")?)).unwrap();
}

#[test]
fn it_runs_with_the_settings_that_the_promises_rest_on() {
    let home = tempfile::tempdir().unwrap();
    let vault = Vault::open(&home.path().join("vault.db"), &key(1)).unwrap();
    let setting = |name: &str| {
        vault.read(|connection| {
            Ok(connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))?)
        })
    };
    assert_eq!(setting("journal_mode").unwrap(), "wal".to_owned().into());
    for (name, value) in [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0)] {
        assert_eq!(setting(name).unwrap(), rusqlite::types::Value::Integer(value), "{name}");
    }
}
