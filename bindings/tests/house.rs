//! What may stand in the door: mirrors and one line a verb, each with its words, and every verb of `core`.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Words of code that decide, store, wait or look at a clock.
const FORBIDDEN: [&str; 14] = [
    "if", "else", "while", "loop", "rusqlite", "SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA", "thread", "spawn",
    "sleep", "unsafe",
];

/// Types that every Kotlin file has already. A variant that holds something becomes a type in Kotlin, too.
const OF_KOTLIN: [&str; 24] = [
    "Any",
    "Array",
    "Boolean",
    "Byte",
    "Char",
    "Class",
    "Double",
    "Enum",
    "Error",
    "Exception",
    "Float",
    "Int",
    "List",
    "Long",
    "Map",
    "Nothing",
    "Number",
    "Pair",
    "Record",
    "Result",
    "Set",
    "Short",
    "String",
    "Unit",
];

/// Types that a Swift file of an app has already, from the language, `Foundation` or `SwiftUI`.
const OF_SWIFT: [&str; 36] = [
    "Array",
    "Bool",
    "Bundle",
    "Button",
    "Calendar",
    "Character",
    "Color",
    "Data",
    "Date",
    "Dictionary",
    "Double",
    "Error",
    "Float",
    "Form",
    "Group",
    "Image",
    "Int",
    "Label",
    "Link",
    "List",
    "Locale",
    "Menu",
    "Notification",
    "Picker",
    "Process",
    "Progress",
    "Result",
    "Section",
    "Set",
    "Span",
    "String",
    "Table",
    "TableRow",
    "Text",
    "Timer",
    "Unit",
];

/// What cannot cross, or is `Saywell`'s own: opening, and verbs that are there for Rust; another one does the same.
const NOT_FOR_APPS: [&str; 10] = [
    "open",
    "course",
    "render_relaxation",
    "back_up",
    "restore",
    "without_vault",
    "preview_pack",
    "install_pack",
    "hand_on_pack",
    "trusting",
];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
    found
}

fn door() -> Vec<(PathBuf, String)> {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// The lines that a phone gets: the tests at the end of a file are none.
fn lines(source: &str) -> impl Iterator<Item = &str> {
    source.lines().take_while(|line| *line != "mod tests {")
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// What has no place in the door.
fn misplaced(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in lines(source).filter(|line| !is_comment(line)) {
        let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        found.extend(words.filter(|word| FORBIDDEN.contains(word)));
        found.extend(["::now", "Mutex", "RwLock", "async "].into_iter().filter(|piece| line.contains(piece)));
    }
    found
}

/// What an app sees and nobody explains.
fn unexplained(source: &str) -> Vec<&str> {
    let mut explained = false;
    let (mut in_enum, mut silent) = (false, Vec::new());
    for line in lines(source) {
        let code = line.trim_start();
        let depth = line.len() - code.len();
        in_enum = (in_enum && line != "}") || code.starts_with("pub enum ");
        let public = ["pub fn ", "pub struct ", "pub enum ", "pub trait "].iter().any(|item| code.starts_with(item));
        let field = code.starts_with("pub ") && code.contains(": ") && !code.contains('(');
        let of_enum = in_enum && depth > 0 && code.starts_with(char::is_alphabetic);
        if (public || field || of_enum) && !explained {
            silent.push(line);
        }
        explained = code.starts_with("///") || (code.starts_with("#[") && explained);
    }
    silent
}

/// The word at the beginning of a text.
fn first_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}

/// The names of types.
fn types(source: &str) -> Vec<&str> {
    let named = |line| ["pub struct ", "pub enum ", "pub trait "].iter().find_map(|item| str::strip_prefix(line, item));
    lines(source).filter_map(named).map(first_word).collect()
}

/// The names of variants that hold something.
fn variants(source: &str) -> Vec<&str> {
    let lines = lines(source).filter_map(|line| line.strip_prefix("    "));
    let holding = lines.filter(|line| {
        let after = line.strip_prefix(first_word(line)).unwrap_or_default();
        line.starts_with(char::is_uppercase) && (after.starts_with('(') || after.starts_with(" {"))
    });
    holding.map(first_word).collect()
}

/// The names that apps have already.
fn taken(source: &str) -> Vec<&str> {
    let types = types(source).into_iter().filter(|name| OF_KOTLIN.contains(name) || OF_SWIFT.contains(name));
    types.chain(variants(source).into_iter().filter(|name| OF_KOTLIN.contains(name))).collect()
}

#[test]
fn the_door_decides_nothing() {
    for (path, source) in door() {
        assert_eq!(misplaced(&source), [""; 0], "{}", path.display());
    }
}

#[test]
fn everything_an_app_sees_is_explained() {
    for (path, source) in door() {
        assert_eq!(unexplained(&source), [""; 0], "{}", path.display());
    }
}

#[test]
fn no_name_is_one_that_apps_have_already() {
    for (path, source) in door() {
        assert_eq!(taken(&source), [""; 0], "{}", path.display());
    }
}

/// The verbs in the blocks that begin with one of these lines.
fn verbs(source: &str, begins: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let (mut inside, mut found) = (false, BTreeSet::new());
    for line in lines(source) {
        inside = (inside && line != "}") || begins(line);
        let verb = line.strip_prefix("    pub fn ").filter(|_| inside).map(first_word);
        found.extend(verb.map(ToOwned::to_owned));
    }
    found
}

#[test]
fn every_verb_of_the_engine_is_at_the_door() {
    let all = |folder: &str, begins: fn(&str) -> bool| -> BTreeSet<String> {
        let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        sources.iter().flat_map(|(_, source)| verbs(source, begins)).collect()
    };
    let engine = all("../core/src", |line| line == "impl Engine {");
    let door = all("src", |line| line.starts_with("impl ") && line.ends_with("Verbs {"));
    assert!(engine.len() > 60, "{engine:?}");
    let missing: Vec<&String> =
        engine.difference(&door).filter(|verb| !NOT_FOR_APPS.contains(&verb.as_str())).collect();
    assert!(missing.is_empty(), "not at the door: {missing:?}");
    let own: Vec<&String> = door.difference(&engine).collect();
    assert!(own.is_empty(), "at the door only: {own:?}");
}

#[test]
fn the_door_that_decides_is_found() {
    for bad in [
        "    if seen { 1 } else { 2 }",
        "    while open {}",
        "    let rows = tx.query(\"SELECT id FROM note\")?;",
        "    tx.execute(\"PRAGMA user_version\")",
        "    std::thread::sleep(PAUSE);",
        "    tokio::spawn(job);",
        "    let now = SystemTime::now();",
        "    let now = chrono::Utc::now();",
        "    pub lock: Mutex<u8>,",
        "    pub async fn home(&self) {}",
    ] {
        assert!(!misplaced(bad).is_empty(), "{bad}");
    }
    for good in ["/// What to say if it is over.", "    // SELECT", "    fn notify(&self, now: Moment) {}", "    now,"]
    {
        assert!(misplaced(good).is_empty(), "{good}");
    }
}

#[test]
fn what_nobody_explains_is_found() {
    for bad in [
        "pub struct Home {",
        "    pub fn home(&self) {",
        "/// Of it.\npub struct Home {\n    pub due: u16,",
        "/// One of them.\npub enum Side {\n    A,\n}",
        "/// One of them.\npub enum Step {\n    /// Help.\n    Help {\n        card: String,",
        "/// Gone.\n\npub struct Home {",
    ] {
        assert!(!unexplained(bad).is_empty(), "{bad}");
    }
    assert!(unexplained("/// One.\n#[uniffi::remote(Enum)]\npub enum Side {\n    /// A.\n    A,\n}").is_empty());
}

#[test]
fn a_name_that_is_taken_is_found() {
    for (bad, name) in [
        ("pub struct Progress {", "Progress"),
        ("pub enum Form {", "Form"),
        ("    List(Vec<Line>),", "List"),
        ("    Result {", "Result"),
    ] {
        assert_eq!(taken(bad), [name]);
    }
    for good in ["    Unit,", "    Link {", "    pub list: List,", "/// A List(of lines)."] {
        assert!(taken(good).is_empty(), "{good}");
    }
}

#[test]
fn only_verbs_of_the_engine_are_counted() {
    let engine =
        "impl Engine {\n    pub fn home(&self) {\n    }\n    fn own(&self) {\n    }\n}\nimpl Other {\n    pub fn x(";
    assert_eq!(verbs(engine, |line| line == "impl Engine {"), BTreeSet::from(["home".to_owned()]));
}
