//! A flipped bit is noticed wherever it is: never is it returned as data.

use super::*;
use std::fs;
use std::io::{Seek, SeekFrom, Write};

/// Flips a bit of every so many bytes of the file, one at a time, and lets `look` look.
fn flip_each(file: &Path, every: usize, mut look: impl FnMut(usize)) -> usize {
    let bytes = fs::read(file).unwrap();
    let mut open = fs::OpenOptions::new().write(true).open(file).unwrap();
    let mut put = |at: usize, byte: u8| {
        open.seek(SeekFrom::Start(at.try_into().unwrap())).unwrap();
        open.write_all(&[byte]).unwrap();
    };
    let mut flips = 0;
    for at in (0..bytes.len()).step_by(every) {
        put(at, bytes[at] ^ (1 << (at % 8)));
        look(at);
        put(at, bytes[at]);
        flips += 1;
    }
    flips
}

/// Reads every row without a check before.
fn rows(file: &Path) -> Result<Tables> {
    let connection = Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    saywell_sqlite::unlock(&connection, key().bytes())?;
    schema_version(&connection)?;
    Ok(everything(&connection)?)
}

fn flips_of_a_database(name: &str, file: &Path, known: &[(String, Vec<Vec<Value>>)]) {
    assert!(kept::inspect(file, &key()).is_ok());
    let flips = flip_each(file, stride(2_999), |at| {
        match rows(file) {
            Ok(read) => assert!(read == known, "byte {at} came back as data"),
            Err(fault) => assert_eq!(fault, Error::Damaged, "byte {at}"),
        }
        assert_eq!(kept::inspect(file, &key()).err(), Some(Error::Damaged), "byte {at}");
    });
    println!("fault: flips-{name} flips={flips} noticed={flips} as-data=0 ok");
}

#[test]
fn a_flipped_bit_of_a_database_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let known = filled(&path);
    // As it is after a clean end; the log's mode is the file's own.
    flips_of_a_database("database", &path, &known);
}

#[test]
fn a_flipped_bit_of_a_copy_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let known = filled(&path);
    Vault::at(&path, &key()).unwrap().daily_check(at("2026-11-23T20:00")).unwrap().unwrap();
    flips_of_a_database("copy", &files::beside(&path, files::KEPT), &known);
}

#[test]
fn a_flipped_bit_of_a_backup_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    filled(&path);
    let vault = Vault::at(&path, &key()).unwrap();
    let mut backup = Vec::new();
    vault.back_up(&mut backup, &passphrase(), cheap(), at("2026-11-23T20:00")).unwrap();
    preview_backup(&mut backup.as_slice(), &passphrase()).unwrap();
    let (mut flips, mut damaged) = (0, 0);
    for at in (0..backup.len()).step_by(stride(2_999)) {
        backup[at] ^= 1 << (at % 8);
        let seen = preview_backup(&mut backup.as_slice(), &passphrase());
        assert_eq!(seen, Err(Error::Damaged), "byte {at}");
        backup[at] ^= 1 << (at % 8);
        (flips, damaged) = (flips + 1, damaged + 1);
    }
    println!("fault: flips-backup flips={flips} damaged={damaged} as-data=0 ok");
    let mut cuts = 0;
    for length in (0..backup.len()).step_by(stride(19_999)) {
        assert_eq!(preview_backup(&mut &backup[..length], &passphrase()), Err(Error::Damaged), "{length} bytes");
        cuts += 1;
    }
    let longer = [backup.as_slice(), b"x"].concat();
    assert_eq!(preview_backup(&mut longer.as_slice(), &passphrase()), Err(Error::Damaged));
    println!("fault: cut-backup cuts={cuts} damaged={cuts} ok");
    // Chunks in another order, one twice, one left out.
    let (head, chunks) = backup.split_at(82);
    let chunks: Vec<&[u8]> = chunks.chunks(64 * 1024 + 16).collect();
    for order in [vec![1, 0, 2], vec![0, 0, 1, 2], vec![0, 2]] {
        let shuffled: Vec<u8> = head.iter().copied().chain(order.iter().flat_map(|at| chunks[*at].to_vec())).collect();
        assert_eq!(preview_backup(&mut shuffled.as_slice(), &passphrase()), Err(Error::Damaged), "{order:?}");
    }
}

/// The log of a process that was killed, with three verbs in it. A flipped bit in one of the first two is noticed, and repair
/// brings back what stands before it. One in the last takes that verb back, as a sync that never was: nothing can tell them apart.
#[test]
fn a_flipped_bit_of_a_log_shows_no_state_that_never_was() {
    let home = tempfile::tempdir().unwrap();
    let (path, left) = (home.path().join("vault.db"), home.path().join("left.db"));
    let mut states = vec![filled(&path)];
    let vault = Vault::at(&path, &key()).unwrap();
    for verb in 0..3 {
        let change = format!("UPDATE journal_note SET body = 'changed {verb}' WHERE seq % 40 = {verb}");
        vault.write(|tx| Ok(tx.execute_batch(&change)?)).unwrap();
        states.push(vault.read(|connection| Ok(everything(connection)?)).unwrap());
    }
    let (database, log) = (fs::read(&path).unwrap(), fs::read(files::beside(&path, "-wal")).unwrap());
    let lay = |bytes: &[u8]| {
        for name in folder::names(home.path(), |name| name.starts_with("left.db")).unwrap() {
            files::remove(&home.path().join(name)).unwrap();
        }
        fs::write(&left, &database).unwrap();
        fs::write(files::beside(&left, "-wal"), bytes).unwrap();
    };
    lay(&log);
    assert!(contents_at(&left).unwrap() == states[3], "the log is not read");
    let (mut flips, mut all, mut without_the_last, mut damaged, mut repaired) = (0, 0, 0, 0, 0);
    // What is in a frame's head says whether it counts: each of its bytes is tried, at any stride.
    let heads = (32..log.len()).step_by(24 + 4096).flat_map(|frame| frame..frame + 24);
    for at in (0..log.len()).step_by(stride(499)).chain(heads) {
        let mut bytes = log.clone();
        bytes[at] ^= 1 << (at % 8);
        flips += 1;
        lay(&bytes);
        match contents_at(&left).map(|found| states.iter().position(|state| *state == found)) {
            Ok(Some(3)) => all += 1,
            Ok(Some(2)) => without_the_last += 1,
            Err(Error::Damaged) => damaged += 1,
            other => panic!("byte {at} of {}: {other:?}", log.len()),
        }
        if at % 7 == 0 && contents_at(&left).is_err() {
            assert!(fs::read(files::beside(&left, "-wal")).unwrap() == bytes, "the damaged log was changed");
            let done = repair_file(&left, &key(), super::at("2026-11-23T20:00"), false).unwrap();
            assert!(matches!(done.from, Recovery::Salvaged { dropped: 0, lost_tables: 0, .. }) && done.set_aside);
            let back = contents_at(&left).unwrap();
            assert!(states[..2].contains(&back), "byte {at}: repaired to what never was");
            repaired += 1;
        }
    }
    assert!(damaged > without_the_last && repaired > 0);
    println!(
        "fault: flips-log flips={flips} all-there={all} damaged={damaged} without-the-last={without_the_last} \
         repaired={repaired} as-data=0 ok"
    );
}

/// One bit in each page, no copy: what comes back row by row.
#[test]
fn most_rows_of_a_damaged_file_come_back() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let known = filled(&path);
    let (whole, count) = (fs::read(&path).unwrap(), |rows: &[(String, Vec<Vec<Value>>)]| {
        rows.iter().map(|(_, rows)| rows.len()).sum::<usize>()
    });
    let (mut damages, mut all, mut same, mut worst) = (0, 0, 0, usize::MAX);
    for page in (0..whole.len() / 4096).step_by(stride(11)) {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 1_900] ^= 4;
        fs::write(&path, &bytes).unwrap();
        let repaired = repair_file(&path, &key(), at("2026-11-23T20:00"), false).unwrap();
        assert!(matches!(repaired.from, Recovery::Salvaged { .. }) && repaired.set_aside, "{repaired:?}");
        assert!(fs::read(files::beside(&path, files::DAMAGED)).unwrap() == bytes, "the damaged file was changed");
        let back = contents_at(&path).unwrap();
        (damages, all) = (damages + 1, all + usize::from(count(&back) == count(&known)));
        same += usize::from(back == known);
        worst = worst.min(count(&back));
        for name in folder::names(home.path(), folder::is_ours).unwrap() {
            files::remove(&home.path().join(name)).unwrap();
        }
    }
    let known = count(&known);
    println!("fault: salvage pages={damages} all-rows-back={all} all-equal={same} fewest={worst} of={known} ok");
    assert!(worst * 10 >= known * 9, "{worst} of {known}");
}
