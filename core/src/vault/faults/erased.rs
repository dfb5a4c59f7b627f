//! What is deleted is in no file any more: neither as a row, nor in a page that nobody uses.

use super::*;
use crate::Engine;
use std::fs;

/// Takes the encryption off a copy of the database and of each of its copies; whether a page of one, in use or not, has this.
fn holds(path: &Path, words: &str) -> bool {
    let scratch = tempfile::tempdir().unwrap();
    let known = ["", files::KEPT, files::KEPT_BEFORE].map(|ending| files::beside(path, ending));
    known.iter().filter(|file| !files::is_empty(file)).any(|file| {
        let plain = scratch.path().join("plain.db");
        let _ = fs::remove_file(&plain);
        fs::copy(file, &plain).unwrap();
        let connection = Connection::open(&plain).unwrap();
        saywell_sqlite::unlock(&connection, key().bytes()).unwrap();
        connection.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA rekey = ''").unwrap();
        drop(connection);
        let bytes = fs::read(&plain).unwrap();
        assert!(bytes.starts_with(b"SQLite format 3"));
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

/// A vault with copies of two days, both with everything in them.
fn with_copies(path: &Path) -> Vault {
    filled(path);
    let vault = Vault::at(path, &key()).unwrap();
    for day in ["2026-11-23T20:00", "2026-11-24T20:00"] {
        assert!(vault.daily_check(at(day)).unwrap().unwrap().kept);
    }
    assert_eq!(vault.daily_check(at("2026-11-24T21:00")).unwrap(), None);
    vault
}

#[test]
fn a_deleted_note_is_in_no_file() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let vault = with_copies(&path);
    vault.read(erase::empty_log).unwrap();
    assert!(holds(&path, CANARY), "the scan sees nothing");
    vault.erase(|tx| Ok(tx.execute("DELETE FROM journal_note WHERE body = ?1", [CANARY])?)).unwrap();
    assert!(files::is_empty(&files::beside(&path, "-wal")));
    assert!(files::beside(&path, files::KEPT).exists() && !files::beside(&path, files::KEPT_BEFORE).exists());
    assert!(!holds(&path, CANARY));
    assert!(holds(&path, "by the river"));
}

#[test]
fn a_day_goes_whole_and_progress_stays() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let vault = with_copies(&path);
    let engine = Engine::of(crate::course().unwrap(), vault);
    let day = "2026-11-23".parse().unwrap();
    let check = "INSERT INTO lesson_seen SELECT card, 1795460400000, 60 FROM lesson_check";
    engine.vault.write(|tx| Ok(tx.execute(check, [])?)).unwrap();
    let before = engine.contents_of_day(day).unwrap();
    assert_eq!((before.notes, before.quiz_attempts, before.relaxations, before.talks), (41, 20, 30, 1));
    assert_eq!(engine.delete_day(day).unwrap(), before);
    assert_eq!(engine.contents_of_day(day).unwrap(), Contents::default());
    let left = engine.contents().unwrap();
    assert_eq!((left.notes, left.quiz_attempts, left.relaxations, left.talks, left.plans), (41, 20, 30, 1, 0));
    assert_eq!((left.units, left.first_day), (1, Some("2026-06-08".parse().unwrap())));
    let rows = |query: &str| {
        engine.vault.read(|connection| Ok(connection.query_row(query, [], |row| row.get::<_, u32>(0))?)).unwrap()
    };
    assert_eq!(rows("SELECT count(*) FROM lesson_seen"), 61);
    assert_eq!(rows("SELECT count(*) FROM lesson_check"), 0);
    assert_eq!(rows("SELECT count(*) FROM lesson_seen WHERE first_ms <> 0"), 0);
    assert_eq!(rows("SELECT count(*) FROM quiz_choice"), 20);
    assert_eq!(rows("SELECT count(*) FROM review_memory"), 1);
    assert_eq!(rows("SELECT count(*) FROM reminder_shown"), 1);
    // The only run of this talk was of the day before.
    assert_eq!(rows("SELECT count(*) FROM scenario_heard"), 50);
    assert_eq!(engine.check_data().unwrap(), Checked::default());
    drop(engine);
    assert!(!holds(&path, CANARY) && !holds(&path, "the 2th time") && holds(&path, "the 3th time"));
}

#[test]
fn what_is_older_goes_by_itself_unless_a_clock_runs_ahead() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let engine = Engine::of(crate::course().unwrap(), with_copies(&path));
    for odd in [0, 6, 3_651] {
        assert!(matches!(engine.set_retention(Some(odd), at("2026-11-24T20:00")), Err(Error::Invalid { .. })));
    }
    assert_eq!(engine.set_retention(Some(30), at("2026-11-24T20:00")).unwrap().notes, 1);
    assert!(!holds(&path, "A note of June"));
    assert_eq!(engine.retention().unwrap(), Some(30));
    // A year ahead for a moment, then right again.
    assert_eq!(engine.daily_check(at("2027-11-24T20:00")).unwrap().unwrap().erased, Contents::default());
    assert_eq!(engine.daily_check(at("2026-11-25T20:00")).unwrap().unwrap().erased, Contents::default());
    assert_eq!(engine.contents().unwrap().notes, 81);
    // A year later, the second day of being back.
    engine.daily_check(at("2027-11-24T20:00")).unwrap();
    assert_eq!(engine.daily_check(at("2027-11-25T20:00")).unwrap().unwrap().erased.notes, 81);
    assert!(!holds(&path, CANARY));
    assert_eq!(engine.set_retention(None, at("2027-11-25T20:00")).unwrap(), Contents::default());
    assert_eq!(engine.retention().unwrap(), None);
}

#[test]
fn what_was_heard_goes_with_the_last_run_of_its_talk() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let engine = Engine::of(crate::course().unwrap(), with_copies(&path));
    engine.delete_day("2026-11-22".parse().unwrap()).unwrap();
    assert!(
        engine
            .vault
            .read(|connection| Ok(everything(connection)?))
            .unwrap()
            .contains(&("scenario_heard".into(), vec![]))
    );
}

#[test]
fn what_a_clock_that_ran_ahead_put_off_comes_back() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let vault = with_copies(&path);
    vault
        .write(|tx| Ok(tx.execute("UPDATE review_memory SET last_day = 21145, due_day = 21150 WHERE answers = 2", [])?))
        .unwrap();
    vault.daily_check(at("2026-11-25T20:00")).unwrap().unwrap();
    let rows = vault
        .read(|connection| {
            let mut query = connection.prepare("SELECT last_day, due_day FROM review_memory ORDER BY answers")?;
            Ok(query
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<Vec<(i64, i64)>>>()?)
        })
        .unwrap();
    assert_eq!(rows, [(20781, 20782), (20779, 20799)]);
}

/// As after one bit of a row has flipped: a line that is said to follow one that came after it.
#[test]
fn a_talk_that_goes_round_in_a_circle_is_mended() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    filled(&path);
    let engine = Engine::of(crate::course().unwrap(), Vault::at(&path, &key()).unwrap());
    engine.vault.write(|tx| Ok(tx.execute("UPDATE scenario_choice SET parent = 20 WHERE seq = 10", [])?)).unwrap();
    let mended = engine.check_data().unwrap().mended;
    assert!(mended.iter().any(|mended| mended.rule == Rule::Links), "{mended:?}");
    assert_eq!(engine.check_data().unwrap(), Checked::default());
}

#[test]
fn a_long_check_mends_once() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    filled(&path);
    let engine = Engine::of(crate::course().unwrap(), Vault::at(&path, &key()).unwrap());
    assert_eq!(engine.check_data().unwrap(), Checked::default());
    let broken = "PRAGMA foreign_keys = OFF;
        DELETE FROM quiz_attempt WHERE seq = 3;
        DELETE FROM scenario_choice WHERE seq = 30;
        DELETE FROM scenario_pair;
        DELETE FROM reminder_settings;
        UPDATE setting SET value = 77 WHERE name = 'day-starts-at';
        UPDATE journal_note SET offset_minutes = 99999 WHERE seq = 5;
        UPDATE journal_note SET written_ms = 9223372036854775807 WHERE seq = 6;
        UPDATE review_memory SET due_day = 99999999 WHERE last_day = 20779;
        PRAGMA foreign_keys = ON;";
    engine.vault.read(|connection| Ok(connection.execute_batch(broken)?)).unwrap();
    assert!(engine.notes(None, 100).is_err(), "nothing is broken");
    let mended = engine.check_data().unwrap().mended;
    let of = |rule: Rule| mended.iter().find(|mended| mended.rule == rule).map(|mended| mended.rows);
    assert_eq!(of(Rule::Settings), Some(2));
    assert_eq!(of(Rule::Times), Some(2));
    assert_eq!(of(Rule::Reviews), Some(1));
    assert_eq!(of(Rule::Talks), Some(1));
    // An answer, a mark, the line after the missing one; what hung on them went along.
    assert_eq!(of(Rule::Links), Some(3));
    assert_eq!(engine.notes(None, 100).unwrap().len(), 82);
    assert_eq!(engine.check_data().unwrap(), Checked::default());
}

#[test]
fn an_index_that_lies_is_built_anew() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("vault.db");
    let known = filled(&path);
    let vault = Vault::at(&path, &key()).unwrap();
    vault
        .read(|connection| {
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
            // Rows of a day that the index was not told about.
            Ok(connection.execute_batch(
                "PRAGMA writable_schema = ON;
                 CREATE TABLE away AS SELECT * FROM sqlite_schema WHERE name = 'reminder_shown_day';
                 DELETE FROM sqlite_schema WHERE name = 'reminder_shown_day';
                 PRAGMA writable_schema = RESET;
                 INSERT INTO reminder_shown VALUES (3, 'rule', 20700, 1, NULL, 0);
                 PRAGMA writable_schema = ON;
                 INSERT INTO sqlite_schema SELECT * FROM away;
                 DROP TABLE away;
                 PRAGMA writable_schema = RESET;
                 DELETE FROM reminder_shown WHERE seq = 99;",
            )?)
        })
        .unwrap();
    let engine = Engine::of(crate::course().unwrap(), vault);
    assert_eq!(engine.check_data().unwrap().mended, [Mended { rule: Rule::Indexes, rows: 1 }]);
    assert_eq!(engine.check_data().unwrap(), Checked::default());
    assert_eq!(engine.vault.read(|connection| Ok(everything(connection)?)).unwrap().len(), known.len());
}
