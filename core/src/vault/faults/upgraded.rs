//! A vault of every schema that there was is upgraded; that is killed at every change of a file, and done on a disk with ever
//! more room. What is there then is of the old schema or of a later one, whole, with every row, and the next opening goes on.

use super::interrupted::{copy_folder, in_folder, kill_everywhere, run, stop};
use super::*;
use rusqlite::fallible_iterator::FallibleIterator as _;

/// By how much more room each disk has than the one before, in bytes: a frame of the log is larger.
const STEP: usize = 4_096;

/// As a relaxation was written before schema 7.
const FIRST_RELAXATION: &str = "
INSERT INTO relaxation_session VALUES
    (1, 's', 'relaxation/slow-breath', 'short', 180000, 180000, 'finished', 7, 3, 1795460400000, 60, 20780)";

/// A vault as this schema had it, closed, with rows in all of its tables.
pub(super) fn of_schema(path: &Path, schema: usize) {
    let mut connection = Connection::open(path).unwrap();
    saywell_sqlite::unlock(&connection, key().bytes()).unwrap();
    settings(&connection).unwrap();
    migrate(&mut connection, 0, schema).unwrap();
    // What belongs to a later schema is refused.
    for rows in FILL.split_inclusive(";\n").chain([FIRST_RELAXATION]) {
        let _ = connection.execute_batch(rows);
    }
    for (table, rows) in everything(&connection).unwrap() {
        assert!(!rows.is_empty(), "{table} has no rows in schema {schema}");
    }
}

/// What there is, by table and column, whatever schema the file is of; what stands in its log is read too. A copy is looked at.
fn found(path: &Path) -> (usize, Rows) {
    let home = tempfile::tempdir().unwrap();
    let copy = home.path().join("copy");
    copy_folder(path.parent().unwrap(), &copy);
    let connection = keyed(&copy.join("vault.db"), &key()).unwrap();
    check::quick(&connection).unwrap();
    (schema_version(&connection).unwrap(), rows(&connection).unwrap())
}

/// A row, by the names of its columns.
type Named = Vec<(String, Value)>;

/// The rows of each table.
type Rows = Vec<(String, Vec<Named>)>;

fn rows(connection: &Connection) -> rusqlite::Result<Rows> {
    let tables = everything(connection)?;
    tables
        .into_iter()
        .map(|(table, rows)| {
            let query = connection.prepare(&format!("SELECT * FROM {table}"))?;
            let columns: Vec<String> = query.column_names().map(Into::into).collect();
            let with_names = |row: Vec<Value>| columns.iter().cloned().zip(row).collect();
            Ok((table, rows.into_iter().map(with_names).collect()))
        })
        .collect()
}

/// Whether all of `old` is in `new`, row by row, where later schemas only add tables and columns.
fn keeps(old: &Rows, new: &Rows) -> bool {
    old.iter().all(|(table, rows)| {
        let Some((_, others)) = new.iter().find(|(other, _)| other == table) else { return false };
        let kept = |(row, other): (&Named, &Named)| row.iter().all(|cell| other.contains(cell));
        rows.len() == others.len() && rows.iter().zip(others).all(kept)
    })
}

/// A vault of this schema in `path`, what was in it, and what must be there when it is upgraded.
fn before_and_after(path: &Path, schema: usize) -> (Rows, Tables) {
    of_schema(path, schema);
    let (version, old) = found(path);
    assert_eq!(version, schema);
    let home = tempfile::tempdir().unwrap();
    let copy = home.path().join("copy");
    copy_folder(path.parent().unwrap(), &copy);
    let new = contents_at(&copy.join("vault.db")).unwrap();
    let (version, named) = found(&copy.join("vault.db"));
    assert_eq!(version, MIGRATIONS.len());
    assert!(keeps(&old, &named), "schema {schema} is not kept");
    (old, new)
}

/// The old one or a later one, with the old rows; and the next opening makes it the newest.
fn assert_goes_on(path: &Path, schema: usize, old: &Rows, new: &Tables) -> usize {
    let (version, now) = found(path);
    assert!((schema..=MIGRATIONS.len()).contains(&version), "schema {schema} became {version}");
    assert!(keeps(old, &now), "schema {schema} lost something on its way to {version}");
    assert!(contents_at(path).unwrap() == *new, "schema {schema} is not upgraded whole");
    assert_eq!(found(path).0, MIGRATIONS.len());
    version
}

/// How many statements an upgrade from this schema consists of: those of its steps, and around each its beginning, its look at
/// the version, its new version and its commit.
fn statements(schema: usize) -> usize {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate(&mut connection, 0, schema).unwrap();
    let of_step = |sql| {
        let mut batch = rusqlite::Batch::new(&connection, sql);
        let mut statements = 4;
        while let Some(mut statement) = batch.next().unwrap() {
            statement.execute([]).unwrap();
            statements += 1;
        }
        statements
    };
    MIGRATIONS.iter().skip(schema).map(|sql| of_step(sql)).sum()
}

/// A kill between two statements leaves the files as they are between two changes of a file; of those there are more.
#[test]
fn migrate_killed() {
    for schema in (1..MIGRATIONS.len()).step_by(stride(3)) {
        let home = tempfile::tempdir().unwrap();
        let (old, new) = before_and_after(&in_folder(home.path(), "known"), schema);
        let changes = kill_everywhere(
            "upgrade",
            |path| of_schema(path, schema),
            |path| {
                assert_goes_on(path, schema, &old, &new);
            },
        );
        let (tables, statements) = (old.len(), statements(schema));
        assert!(changes > statements, "{changes} changes of a file, {statements} statements");
        println!(
            "fault: migrate-kill schema={schema} tables={tables} statements={statements} file-changes={changes} lost=0 \
             between=0 ok"
        );
    }
}

#[test]
fn migrate_on_a_full_disk() {
    let home = tempfile::tempdir().unwrap();
    let stop = stop(home.path());
    for schema in (1..MIGRATIONS.len()).step_by(stride(3)) {
        let before = in_folder(home.path(), &format!("schema-{schema}"));
        let (old, new) = before_and_after(&before, schema);
        let work = home.path().join("work");
        let (mut refused, mut between, mut room) = (0, 0, 0);
        loop {
            copy_folder(before.parent().unwrap(), &work);
            let path = work.join("vault.db");
            let went = run(&stop, "upgrade", &path, &[("SAYWELL_ROOM", room.to_string())]).success();
            let version = assert_goes_on(&path, schema, &old, &new);
            assert!(!went || version == MIGRATIONS.len());
            if went {
                break;
            }
            refused += 1;
            between += usize::from(version > schema);
            room += STEP * stride(8);
        }
        assert!(refused > 0, "schema {schema} needs no room");
        println!(
            "fault: migrate-full schema={schema} refused={refused} some-steps-done={between} room={room} lost=0 ok"
        );
    }
}
