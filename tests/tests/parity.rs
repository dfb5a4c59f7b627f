//! `docs/parity.md` says where each page lives on either phone.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ANDROID: &str = "android/src/main/kotlin/app/saywell";
const IOS: &str = "ios/SaywellKit/Sources/AppUI";

/// What pages share, and no page by itself.
const SHARED: [&str; 4] =
    ["ui/PickOneScreen.kt", "vault/FileScreen.kt", "vault/OpeningScreen.kt", "vault/PinScreen.kt"];

#[test]
fn every_page_stands_there_once_and_every_path_is_there() {
    let text = fs::read_to_string(house().join("docs/parity.md")).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| Page"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 40);
    for (column, root) in [(1, ANDROID), (2, IOS)] {
        let named: Vec<String> = rows
            .iter()
            .flat_map(|row| row[column].split(", "))
            .filter(|cell| !["missing", "the system's"].contains(cell))
            .map(|cell| cell.trim_matches('`').to_owned())
            .collect();
        let once: BTreeSet<String> = named.iter().cloned().collect();
        assert_eq!(named.len(), once.len(), "a page of {root} stands there twice");
        for path in &once {
            assert!(house().join(root).join(path).exists(), "{root}/{path} is not there");
        }
        let forgotten: Vec<_> = pages(root).into_iter().filter(|page| !once.contains(page)).collect();
        assert_eq!(forgotten, Vec::<String>::new(), "pages of {root} that do not stand there");
    }
}

/// The pages below this folder, by their names.
fn pages(root: &str) -> BTreeSet<String> {
    let folder = house().join(root);
    let mut found = BTreeSet::new();
    for feature in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in fs::read_dir(&feature).unwrap() {
            let path = file.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
            if (stem.ends_with("Screen") || stem.ends_with("Screens")) && !SHARED.contains(&name.as_str()) {
                found.insert(name);
            }
        }
    }
    found
}

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
