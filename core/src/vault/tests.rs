//! The vault refuses what it cannot open, and changes nothing by refusing.

use super::*;
use std::fs;

fn vault(folder: &Path) -> Vault {
    opening(folder, 1).unwrap()
}

fn opening(folder: &Path, secret: u8) -> Result<Vault> {
    Vault::open(folder, &Unlock { secret: &Secret::new(&[secret; 32]), pin: None, uptime_ms: 0 })
}

#[test]
fn nothing_is_written_in_the_clear() {
    let home = tempfile::tempdir().unwrap();
    let vault = vault(home.path());
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
fn a_plain_file_is_refused_and_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let plain = home.path().join("vault.db");
    let connection = Connection::open(&plain).unwrap();
    connection.execute_batch("CREATE TABLE t (a TEXT); PRAGMA user_version = 1").unwrap();
    drop(connection);
    let before = fs::read(&plain).unwrap();
    assert!(before.starts_with(b"SQLite format 3"));
    assert_eq!(opening(home.path(), 1).err(), Some(Error::KeyLost));
    assert!(fs::read(&plain).unwrap() == before, "a byte was changed");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn a_newer_file_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let newer = vault(home.path());
    newer.read(|connection| Ok(connection.pragma_update(None, "user_version", 9_999)?)).unwrap();
    // Also where it stands in the log only, as after a kill.
    let killed = tempfile::tempdir().unwrap();
    for name in folder::names(home.path(), |_| true).unwrap() {
        fs::copy(home.path().join(&name), killed.path().join(name)).unwrap();
    }
    drop(newer);
    for folder in [home.path(), killed.path()] {
        let read = |name: &str| fs::read(folder.join(name)).ok();
        let before = (fs::read(&path).unwrap().len(), read("vault.db"), read("vault.db-wal"));
        assert_eq!(opening(folder, 1).err(), Some(Error::NewerVersion));
        assert!((before.0, read("vault.db"), read("vault.db-wal")) == before, "a byte was changed");
    }
}

#[test]
fn a_verb_that_fails_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let vault = vault(home.path());
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
    let vault = vault(home.path());
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
    let vault = vault(home.path());
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

#[test]
fn without_a_vault_everything_works_and_nothing_stays() {
    let engine = crate::Engine::without_vault(crate::course().unwrap()).unwrap();
    let now = crate::Moment("2026-11-23T20:00:00+01:00".parse().unwrap());
    assert!(!engine.keeps());
    engine.open_unit("lesson/talk-early", now).unwrap();
    assert_eq!(engine.home(now).unwrap().go_on.unwrap().id, "lesson/talk-early");
}
