//! Backups that an earlier Saywell made: they open, and are brought up to date. `tests/old/` never loses one.

use super::*;
use crate::Engine;
use std::fs;

const OLD: &[(&str, &[u8], u32, u32)] = &[
    ("backup-6.saywell", include_bytes!("../../../../tests/old/backup-6.saywell"), 6, 2),
    ("backup-8.saywell", include_bytes!("../../../../tests/old/backup-8.saywell"), 8, 82),
    ("backup-9.saywell", include_bytes!("../../../../tests/old/backup-9.saywell"), 9, 82),
];

#[test]
fn old_backups_come_back() {
    for (name, backup, schema, notes) in OLD {
        let mut from = *backup;
        let preview = preview_backup(&mut from, &passphrase()).unwrap();
        assert_eq!((preview.made, preview.contents.notes), (at("2026-11-26T20:00"), *notes), "{name}");
        assert_eq!(backup::Opened::begin(&mut &**backup, &passphrase()).unwrap().manifest.schema, *schema, "{name}");

        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("vault.db");
        let engine = Engine::of(crate::course().unwrap(), Vault::at(&path, &key()).unwrap());
        engine.write_note("here", "what was here", at("2026-11-26T20:00")).unwrap();
        engine.restore(&mut &**backup, &passphrase(), at("2026-11-27T20:00")).unwrap();
        assert_eq!(engine.notes(None, 100).unwrap().len(), usize::try_from(*notes).unwrap());
        assert_eq!(engine.vault.read(schema_version).unwrap(), MIGRATIONS.len());
        assert_eq!(engine.check_data().unwrap(), Checked::default());
        // The key is this vault's own again.
        drop(engine);
        assert_eq!(Vault::at(&path, &Key::new(&[9; 32])).err(), Some(Error::Damaged));
        Vault::at(&path, &key()).unwrap();
        println!("fault: old-backup {name} schema={schema} notes={notes} ok");
    }
}

#[test]
fn a_wrong_passphrase_is_told_apart_from_damage() {
    let (_, backup, ..) = OLD[1];
    let other = Passphrase::new(b"a heron by the lake".to_vec()).unwrap();
    let wrong = Err(Error::Invalid { field: "passphrase", reason: "is another one" });
    assert_eq!(preview_backup(&mut &*backup, &other), wrong);
    assert_eq!(preview_backup(&mut &b"not a backup"[..], &other), Err(Error::Damaged));
    assert!(matches!(Passphrase::new(b"seven77".to_vec()), Err(Error::Invalid { .. })));
    assert!(Passphrase::new("éééééééé".into()).is_ok());
    assert!(Passphrase::new(vec![b'a'; 1_025]).is_err() && Passphrase::new(vec![0xff; 20]).is_err());
}

/// Heads that nobody of ours wrote, with a right checksum.
#[test]
fn an_absurd_head_costs_nothing() {
    use sha2::{Digest, Sha256};
    let (_, backup, ..) = OLD[1];
    let changed = |place: usize, bytes: &[u8]| {
        let mut forged = backup.to_vec();
        forged[place..place + bytes.len()].copy_from_slice(bytes);
        let sum = Sha256::digest(&forged[..66]);
        forged[66..82].copy_from_slice(&sum[..16]);
        preview_backup(&mut forged.as_slice(), &passphrase())
    };
    assert_eq!(changed(8, &2_u16.to_le_bytes()), Err(Error::NewerVersion));
    for memory in [0, 7, 131_073, u32::MAX] {
        assert_eq!(changed(10, &memory.to_le_bytes()), Err(Error::Damaged), "{memory} KiB");
    }
    for passes in [0, 65, u32::MAX] {
        assert_eq!(changed(14, &passes.to_le_bytes()), Err(Error::Damaged), "{passes} passes");
    }
    // Another cost gives another key: as good as a wrong passphrase.
    assert!(matches!(changed(14, &3_u32.to_le_bytes()), Err(Error::Invalid { field: "passphrase", .. })));
}

#[test]
fn a_backup_of_a_newer_schema_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    filled(&path);
    let vault = Vault::at(&path, &key()).unwrap();
    let known = vault.read(|connection| Ok(everything(connection)?)).unwrap();
    vault.read(|connection| Ok(connection.pragma_update(None, "user_version", 99)?)).unwrap();
    let mut backup = Vec::new();
    vault.back_up(&mut backup, &passphrase(), cheap(), at("2026-11-26T20:00")).unwrap();
    vault
        .read(|connection| {
            Ok(connection.pragma_update(None, "user_version", u32::try_from(MIGRATIONS.len()).unwrap())?)
        })
        .unwrap();
    assert_eq!(preview_backup(&mut backup.as_slice(), &passphrase()), Err(Error::NewerVersion));
    let refused = vault.restore(&mut backup.as_slice(), &passphrase(), at("2026-11-26T20:00"));
    assert_eq!(refused, Err(Error::NewerVersion));
    assert!(vault.read(|connection| Ok(everything(connection)?)).unwrap() == known);
    assert!(!files::beside(&path, files::NEW).exists());
}

#[test]
fn a_log_that_cannot_be_emptied_goes_along() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    filled(&path);
    let vault = Vault::at(&path, &key()).unwrap();
    // Somebody reads an older state, and so holds the log.
    let reader = connect(&path, &key(), Before::Nothing).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM journal_note").unwrap();
    let note = "INSERT INTO journal_note VALUES (950, 'late', NULL, 'a late one', 1795460400000, 60)";
    vault.write(|tx| Ok(tx.execute_batch(note)?)).unwrap();
    let known = vault.read(|connection| Ok(everything(connection)?)).unwrap();
    let mut backup = Vec::new();
    vault.back_up(&mut backup, &passphrase(), cheap(), at("2026-11-26T20:00")).unwrap();
    assert!(backup::Opened::begin(&mut backup.as_slice(), &passphrase()).unwrap().manifest.log_bytes > 0);
    // Nor can it be replaced while somebody has it open.
    let refused = vault.restore(&mut backup.as_slice(), &passphrase(), at("2026-11-26T20:00"));
    assert!(matches!(refused, Err(Error::Storage { code }) if code & 0xff == 5), "{refused:?}");
    drop(reader);
    vault.erase(|tx| Ok(tx.execute("DELETE FROM journal_note", [])?)).unwrap();
    vault.restore(&mut backup.as_slice(), &passphrase(), at("2026-11-26T20:00")).unwrap();
    assert!(vault.read(|connection| Ok(everything(connection)?)).unwrap() == known);
}

/// Writes the files of `tests/old/`. A file that is there stays: it is what an earlier Saywell made.
#[test]
#[ignore = "run once for each new schema: cargo test -p saywell-core make_old_backups -- --ignored"]
fn make_old_backups() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/old");
    let home = tempfile::tempdir().unwrap();
    let now = at("2026-11-26T20:00");
    let newest = folder.join(format!("backup-{}.saywell", MIGRATIONS.len()));
    if !newest.exists() || fs::metadata(&newest).unwrap().len() == 0 {
        let path = home.path().join("vault.db");
        filled(&path);
        let mut backup = Vec::new();
        Vault::at(&path, &key()).unwrap().back_up(&mut backup, &passphrase(), cheap(), now).unwrap();
        fs::write(&newest, backup).unwrap();
    }
    let six = folder.join("backup-6.saywell");
    if !six.exists() || fs::metadata(&six).unwrap().len() == 0 {
        let path = home.path().join("six.db");
        let mut connection = Connection::open(&path).unwrap();
        saywell_sqlite::unlock(&connection, key().bytes()).unwrap();
        migrate(&mut connection, 0, 6).unwrap();
        let rows = "INSERT INTO journal_note VALUES (1, 'one', NULL, 'a note', 1795460400000, 60),
                        (2, 'two', NULL, 'another', 1795460400001, 60);
             INSERT INTO relaxation_session (id, script, form, planned_ms, elapsed_ms, outcome, started_ms, offset_minutes, day)
             VALUES ('s', 'relaxation/slow-breath', 'short', 180000, 180000, 'finished', 1795460400000, 60, 20780);";
        connection.execute_batch(rows).unwrap();
        let contents = Contents { notes: 2, relaxations: 1, ..Contents::default() };
        let mut backup = Vec::new();
        backup::seal(
            &mut backup,
            &passphrase(),
            cheap(),
            now,
            &Place { file: path.clone(), key: key() },
            &connection,
            contents,
        )
        .unwrap();
        fs::write(&six, backup).unwrap();
    }
}

/// What it takes: one line for `./test faults`; only that it stays bearable is asserted.
#[test]
#[expect(clippy::disallowed_methods, reason = "it is the time that is measured")]
fn what_a_backup_takes() {
    if !is_long() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    filled(&path);
    let vault = Vault::at(&path, &key()).unwrap();
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO journal_note SELECT 1000 + i, 'many-' || i, NULL, hex(randomblob(200)), 1795460400000, 60 FROM n";
    vault.write(|tx| Ok(tx.execute_batch(many)?)).unwrap();
    let timed = |what: &mut dyn FnMut()| {
        let begun = std::time::Instant::now();
        what();
        begun.elapsed().as_millis()
    };
    let mut backup = Vec::new();
    let made = timed(&mut || {
        backup.clear();
        vault.back_up(&mut backup, &passphrase(), cheap(), at("2026-11-26T20:00")).unwrap();
    });
    let looked = timed(&mut || {
        preview_backup(&mut backup.as_slice(), &passphrase()).unwrap();
    });
    let restored = timed(&mut || {
        vault.restore(&mut backup.as_slice(), &passphrase(), at("2026-11-26T20:00")).unwrap();
    });
    let copied = timed(&mut || {
        vault.daily_check(at("2026-11-27T20:00")).unwrap();
    });
    let mut sink = Vec::new();
    let usual = timed(&mut || {
        sink.clear();
        vault.back_up(&mut sink, &passphrase(), Cost::FOR_BACKUP, at("2026-11-26T20:00")).unwrap();
    });
    let (kib, derived) = (backup.len() / 1024, usual.saturating_sub(made));
    println!(
        "fault: backup-time KiB={kib} back-up={made} preview={looked} restore={restored} daily-check={copied} \
         passphrase={derived} ms ok"
    );
    assert!(made + looked + restored + copied < 60_000);
}
