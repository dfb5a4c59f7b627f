//! The engine cannot be built on, or opened with, a SQLite that does not encrypt.
//!
//! `plain-sqlite/` is the engine's own linking crate over rusqlite's bundled, plain SQLite. It must not link; and where
//! somebody fakes the missing call, opening must be refused.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;
use std::process::{Command, Output};

fn cargo(arguments: &[&str]) -> Output {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(home.join("plain-sqlite"))
        .env("CARGO_TARGET_DIR", home.join("../target/plain-sqlite"))
        .output()
        .unwrap()
}

#[test]
fn a_plain_sqlite_does_not_link() {
    let built = cargo(&["build", "--locked"]);
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(!built.status.success(), "it linked");
    assert!(said.contains("sqlite3_key_v2"), "{said}");
}

#[test]
fn a_plain_sqlite_that_pretends_is_not_opened() {
    let ran = cargo(&["run", "--locked", "--features", "pretend"]);
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(said.trim(), "refused");
}
