//! What is done to a vault here: bits are flipped, processes killed, disks filled, and old backups brought back.
//!
//! Short by default; `SAYWELL_LONG=1` (`./test faults`) leaves no byte and no write out. Each long run prints one line.

mod erased;
mod flips;
mod golden;
#[cfg(target_os = "linux")]
mod interrupted;

use super::repair::repair_file;
use super::*;
use crate::Moment;
use rusqlite::types::Value;

const CANARY: &str = "kingfisher";

fn key() -> Key {
    Key::new(&[7; saywell_sqlite::KEY_BYTES])
}

fn at(clock: &str) -> Moment {
    Moment(format!("{clock}:00+01:00").parse().unwrap())
}

fn passphrase() -> Passphrase {
    Passphrase::new(b"a heron by the river".to_vec()).unwrap()
}

/// A passphrase must not cost anything here.
fn cheap() -> Cost {
    Cost::new(8, 1).unwrap()
}

fn is_long() -> bool {
    std::env::var_os("SAYWELL_LONG").is_some()
}

/// Every so many in a short run, every one in a long one.
fn stride(short: usize) -> usize {
    if is_long() { 1 } else { short }
}

/// Something in every table, on two days in November and one in June.
fn fill(vault: &Vault) {
    vault.write(|tx| Ok(tx.execute_batch(FILL)?)).unwrap();
    for (table, rows) in vault.read(|connection| Ok(everything(connection)?)).unwrap() {
        assert!(!rows.is_empty(), "{table} has no rows here");
    }
}

/// 2026-11-23 is day 20780, 20:00 is 1795460400000; the June day is 20612.
const FILL: &str = "
INSERT INTO lesson_place VALUES ('lesson/talk-early', 'lesson/talk-early/first-line', 1, 1);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
INSERT INTO lesson_seen SELECT 'lesson/talk-early/card-' || i, 1795460400000 + i, 60 FROM n;
INSERT INTO lesson_check VALUES ('lesson/talk-early/check', 'lesson/talk-early', 'a', 1);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
INSERT INTO quiz_attempt SELECT i, 'attempt-' || i, 'quiz/one', i, 'finished', 1, 2, 1795460400000 - i % 2 * 86400000, 60 FROM n;
INSERT INTO quiz_answer SELECT seq, 'quiz/one/item', 1 FROM quiz_attempt;
INSERT INTO quiz_choice SELECT attempt, item, 'quiz/one/item/a' FROM quiz_answer;
INSERT INTO review_memory VALUES ('quiz/one/item', 3.5, 5.0, 2, 20780, 20790), ('technique/trust', 9.0, 5.0, 4, 20779, 20799);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
INSERT INTO relaxation_session (seq, id, script, form, planned_ms, elapsed_ms, outcome, tension_before, tension_after,
    started_ms, offset_minutes, day, minutes, zero_ms)
SELECT i, 'session-' || i, 'relaxation/slow-breath', 'full', 600000, 600000, 'finished', 7, 3,
    1795460400000 - i % 2 * 86400000, 60, 20780 - i % 2, 10, 1795460400000 FROM n;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80)
INSERT INTO journal_note SELECT i, 'note-' || i, NULL, 'What I want to say, the ' || i || 'th time, by the river',
    1795460400000 - i % 2 * 86400000, 60 FROM n;
INSERT INTO journal_note VALUES (900, 'note-june', NULL, 'A note of June', 1780945200000, 120);
INSERT INTO journal_note VALUES (901, 'note-canary', NULL, 'kingfisher', 1795460400000, 60);
INSERT INTO journal_plan VALUES (1, 'plan', 'Sunday', 'the park', 'Can we talk?', 'a test together', 'I go home', 1795460400000, 60);
INSERT INTO scenario_run VALUES (1, 'run', 'scenario/one', 'a', NULL, 1, NULL, 0, 1, 1795374000000, 60);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
INSERT INTO scenario_choice SELECT i, 1, nullif(i - 1, 0), 'scenario/one/line-' || i FROM n;
UPDATE scenario_run SET head = 50;
INSERT INTO scenario_heard SELECT line, 1 FROM scenario_choice;
INSERT INTO scenario_ending VALUES ('scenario/one', 'scenario/one/agreed');
INSERT INTO scenario_pair VALUES (1, 'pair', 'scenario/one', NULL, 'over', 2, 60000, 1795460400000, 60);
INSERT INTO scenario_mark VALUES (1, 1, 'first', 'technique/trust');
INSERT INTO setting VALUES ('day-starts-at', 5);
INSERT INTO reminder_rule VALUES (1, 'rule', 127, 1200, 1, NULL, 'Water the plants');
UPDATE reminder_settings SET most_a_day = 5;
INSERT INTO reminder_shown VALUES (1, 'rule', 20780, 1, NULL, 0), (2, 'rule', 20612, 1, NULL, 0);
INSERT INTO pack VALUES (1, 'pack/one', 2, x'0102030405060708', 'no-such-file', zeroblob(32)),
    (2, 'pack/two', 3, x'0102030405060708', NULL, NULL);
";

/// Each table with its rows.
type Tables = Vec<(String, Vec<Vec<Value>>)>;

/// All rows of all tables, but for what the vault notes about itself.
fn everything(connection: &Connection) -> rusqlite::Result<Tables> {
    let mut names = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    names
        .into_iter()
        .map(|table| {
            let own = if table == "setting" { "WHERE name IN ('day-starts-at', 'retention-days')" } else { "" };
            let mut query = connection.prepare(&format!("SELECT * FROM {table} {own} ORDER BY 1, 2"))?;
            let width = query.column_count();
            let rows = query.query_map([], |row| (0..width).map(|column| row.get(column)).collect())?;
            let rows = rows.collect::<rusqlite::Result<_>>()?;
            Ok((table, rows))
        })
        .collect()
}

/// A vault with something in every table, closed, and what is in it.
fn filled(path: &Path) -> Tables {
    let vault = Vault::at(path, &key()).unwrap();
    fill(&vault);
    vault.read(|connection| Ok(everything(connection)?)).unwrap()
}

/// What is in the vault at `path`.
fn contents_at(path: &Path) -> Result<Tables> {
    Vault::at(path, &key())?.read(|connection| Ok(everything(connection)?))
}

/// No file of the folder can be read without a key.
fn assert_nothing_readable(folder: &Path) {
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        for clear in [CANARY.as_bytes(), b"SQLite format 3", b"CREATE TABLE", b"by the river"] {
            assert!(!bytes.windows(clear.len()).any(|window| window == clear), "{} is readable", file.display());
        }
    }
}
