//! Eight threads at one vault, and a verb in four falls in the midst of its transaction: the others go on, no half of it is
//! there, and all that was acknowledged is.

use super::*;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, mpsc};
use std::time::Duration;

const THREADS: usize = 8;
/// Far longer than all of the work: whoever is not done by then waits for ever.
const FOR_EVER: Duration = Duration::from_mins(15);

/// Writes two rows, and falls after the first if it shall.
fn write(vault: &Vault, id: &str, falls: bool) -> bool {
    let insert = "INSERT INTO journal_note (id, body, written_ms, offset_minutes) VALUES (?1, 'a note', 0, 0)";
    let written = vault.write(|tx| {
        tx.execute(insert, [id])?;
        if falls {
            // A panic that says nothing.
            resume_unwind(Box::new("on purpose"));
        }
        tx.execute(insert, [format!("{id}-too")])?;
        Ok(())
    });
    written.is_ok()
}

#[test]
fn threads_that_fall_within_a_verb_leave_no_half_of_it() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let vault = Arc::new(Vault::at(&path, &key()).unwrap());
    let (tell, told) = mpsc::channel();
    for thread in 0..THREADS {
        let (vault, tell) = (vault.clone(), tell.clone());
        std::thread::spawn(move || {
            for turn in 0..if is_long() { 2_000 } else { 60 } {
                let (id, falls) = (format!("{thread}-{turn}"), turn % 4 == 0);
                let answer = catch_unwind(AssertUnwindSafe(|| write(&vault, &id, falls)));
                assert_eq!(answer.ok(), (!falls).then_some(true));
                tell.send((id, falls)).unwrap();
            }
        });
    }
    drop(tell);
    let (mut known, mut fallen) = (BTreeSet::new(), 0);
    loop {
        match told.recv_timeout(FOR_EVER) {
            Ok((_, true)) => fallen += 1,
            Ok((id, false)) => known.extend([format!("{id}-too"), id]),
            Err(end) => break assert_eq!(end, mpsc::RecvTimeoutError::Disconnected, "a deadlock"),
        }
    }
    drop(vault);
    let found: BTreeSet<String> = Vault::at(&path, &key())
        .unwrap()
        .read(|connection| {
            let mut query = connection.prepare("SELECT id FROM journal_note")?;
            let ids = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Ok(ids)
        })
        .unwrap();
    assert_eq!(found.len(), THREADS * if is_long() { 3_000 } else { 90 });
    assert!(found == known);
    println!("fault: threads-within-a-verb threads={THREADS} rows={} fallen={fallen} lost=0 halves=0 ok", found.len());
}
