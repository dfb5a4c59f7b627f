//! What a person keeps: backed up, restored, checked, repaired and deleted, as they would do it.

mod keyboard;

use keyboard::Keyboard;
use std::fs;

const WORDS: &str = "a heron by the river";

fn write_note(keyboard: &Keyboard, text: &str) {
    assert_eq!(keyboard.types(&["notes"], &["n", text, ""]).code, Some(0));
}

#[test]
fn a_backup_comes_back_elsewhere_and_can_be_undone() {
    let (here, there) = (Keyboard::new(), Keyboard::new());
    write_note(&here, "kingfisher");
    let file = here.data().with_file_name("talks.bak").display().to_string();
    let told = here.types(&["backup", &file], &["short", WORDS, "another one", WORDS, WORDS]);
    assert_eq!(told.code, Some(0), "{}", told.fault);
    assert!(told.out.contains("has at least 8 characters") && told.out.contains("not the same"), "{}", told.out);
    assert!(told.out.contains("1 note") && !told.out.contains("heron"), "{}", told.out);
    let bytes = fs::read(&file).unwrap();
    assert!(!bytes.windows(10).any(|window| window == b"kingfisher"));
    // A backup never replaces a file, and one that is given up leaves none.
    assert_eq!(here.types(&["backup", &file], &[WORDS, WORDS]).code, Some(1));
    let other = here.data().with_file_name("other.bak");
    assert_eq!(here.types(&["backup", &other.display().to_string()], &[WORDS, "q"]).code, Some(0));
    assert!(!other.exists() && fs::read(&file).unwrap() == bytes);

    write_note(&there, "heron");
    write_note(&there, "grebe");
    let kept = there.types(&["restore", &file], &["not this one", WORDS, "no"]);
    assert!(kept.out.contains("not its passphrase") && kept.out.contains("Here now: 2 notes"), "{}", kept.out);
    assert!(kept.out.contains("Nothing was changed"));
    assert!(there.types(&["notes"], &[]).out.contains("heron"));
    let done = there.types(&["restore", &file], &[WORDS, "yes"]);
    assert_eq!(done.code, Some(0), "{}", done.fault);
    let notes = there.types(&["notes"], &[]).out;
    assert!(notes.contains("kingfisher") && !notes.contains("heron"), "{notes}");
    assert_eq!(there.types(&["restore", "--undo"], &[]).code, Some(0));
    let notes = there.types(&["notes"], &[]).out;
    assert!(notes.contains("heron") && !notes.contains("kingfisher"), "{notes}");
    assert!(there.types(&["restore", "--undo"], &[]).out.contains("nothing to undo"));

    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let refused = there.types(&["restore", &file], &[WORDS]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.fault.contains("not a whole backup"), "{}", refused.fault);
    assert_eq!(there.types(&["restore", &file], &["x"]).code, Some(0));
}

#[test]
fn a_damaged_file_is_repaired_only_when_asked() {
    let keyboard = Keyboard::new();
    write_note(&keyboard, "kingfisher");
    assert!(keyboard.types(&["check"], &[]).out.contains("All is well. Kept here: 1 note"));
    // The next day there is a copy with the note in it.
    let next_day = keyboard.program(&["check"]).env("SAYWELL_NOW", "2026-11-24T20:00:00+01:00").output().unwrap();
    assert!(next_day.status.success());
    let vault = keyboard.data().join("vault.db");
    let mut bytes = fs::read(&vault).unwrap();
    bytes[100] ^= 1;
    fs::write(&vault, &bytes).unwrap();

    let refused = keyboard.types(&["notes"], &[]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.fault.contains("saywell check"), "{}", refused.fault);
    let left = keyboard.types(&["check"], &["1"]);
    assert!(left.out.contains("Nothing was changed.") && fs::read(&vault).unwrap() == bytes, "{}", left.out);
    let done = keyboard.types(&["check"], &["2"]);
    assert!(done.out.contains("the copy of") && done.out.contains("7 days"), "{}{}", done.out, done.fault);
    assert!(fs::read(keyboard.data().join("vault.db.damaged")).unwrap() == bytes);
    assert!(keyboard.types(&["notes"], &[]).out.contains("kingfisher"));

    // Eight days later the damaged file is gone.
    for day in ["25", "29"] {
        let now = format!("2026-11-{day}T20:00:00+01:00");
        keyboard.program(&["log"]).env("SAYWELL_NOW", now).output().unwrap();
    }
    assert!(keyboard.data().join("vault.db.damaged").exists());
    keyboard.program(&["log"]).env("SAYWELL_NOW", "2026-12-02T20:00:00+01:00").output().unwrap();
    assert!(!keyboard.data().join("vault.db.damaged").exists());
}

#[test]
fn a_file_of_which_nothing_is_left_is_given_up_only_when_asked() {
    let keyboard = Keyboard::new();
    write_note(&keyboard, "kingfisher");
    fs::remove_file(keyboard.data().join("vault.db.kept-a")).unwrap();
    let vault = keyboard.data().join("vault.db");
    let rubbish = vec![b'?'; 20_000];
    fs::write(&vault, &rubbish).unwrap();
    let left = keyboard.types(&["check"], &["2", "1"]);
    assert!(left.out.contains("there is no copy") && fs::read(&vault).unwrap() == rubbish, "{}", left.out);
    let done = keyboard.types(&["check"], &["2", "2"]);
    assert!(done.out.contains("you begin anew"), "{}{}", done.out, done.fault);
    assert!(fs::read(keyboard.data().join("vault.db.damaged")).unwrap() == rubbish);
    assert_eq!(keyboard.types(&["notes"], &[]).code, Some(0));
}

#[test]
fn a_day_is_deleted_and_old_entries_go() {
    let keyboard = Keyboard::new();
    write_note(&keyboard, "kingfisher");
    let kept = keyboard.types(&["keep", "--delete-day", "2026-11-23"], &["1"]);
    assert!(kept.out.contains("1 note") && kept.out.contains("Nothing was changed"), "{}", kept.out);
    let deleted = keyboard.types(&["keep", "--delete-day", "2026-11-23"], &["2"]);
    assert!(deleted.out.contains("in no copy"), "{}{}", deleted.out, deleted.fault);
    assert!(keyboard.types(&["check"], &[]).out.contains("Kept here: nothing"));
    assert!(keyboard.types(&["keep", "--days", "3"], &[]).fault.contains("7 to 3650"));
    assert!(keyboard.types(&["keep", "--days", "30"], &[]).out.contains("older than 30 days"));
    assert!(keyboard.types(&["keep"], &[]).out.contains("older than 30 days"));
    assert!(keyboard.types(&["keep", "--forever"], &[]).out.contains("until you delete"));
}
