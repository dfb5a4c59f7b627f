//! When something is not as it should be, the program says so plainly, keeps its hands off, and ends with the right code.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod keyboard;

use keyboard::{Keyboard, said};
use std::fs;
use std::process::Stdio;

#[test]
fn a_missing_key_is_never_replaced() {
    let keyboard = Keyboard::new();
    keyboard.types(&["notes"], &["n", "kingfisher", ""]);
    let (key, away) = (keyboard.data().join("key"), keyboard.data().join("away"));
    fs::rename(&key, &away).unwrap();
    let before = fs::read(keyboard.data().join("vault.db")).unwrap();
    let refused = keyboard.types(&["notes"], &[]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(refused.fault.contains("The key is missing") && refused.fault.contains("unharmed"), "{}", refused.fault);
    assert!(!key.exists());
    assert!(fs::read(keyboard.data().join("vault.db")).unwrap() == before);
    // Help is there all the same.
    assert_eq!(keyboard.types(&["now"], &["q"]).code, Some(0));
    fs::rename(&away, &key).unwrap();
    assert!(keyboard.types(&["notes"], &[]).out.contains("kingfisher"));
}

#[test]
fn a_key_that_is_none_is_refused() {
    let keyboard = Keyboard::new();
    keyboard.types(&["log"], &[]);
    for odd in [&b""[..], &[7; 31], &[7; 33]] {
        fs::write(keyboard.data().join("key"), odd).unwrap();
        let refused = keyboard.types(&["log"], &[]);
        assert_eq!(refused.code, Some(1));
        assert!(refused.fault.contains("is not a key"), "{}", refused.fault);
        assert!(fs::read(keyboard.data().join("key")).unwrap() == odd);
    }
}

#[test]
fn another_key_and_a_plain_file_are_refused_and_left_alone() {
    let keyboard = Keyboard::new();
    keyboard.types(&["log"], &[]);
    let vault = keyboard.data().join("vault.db");
    let kept = fs::read(&vault).unwrap();
    fs::write(keyboard.data().join("key"), [7; 32]).unwrap();
    let refused = keyboard.types(&["log"], &[]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.fault.contains("is not the one") && refused.fault.contains("Nothing was changed"));
    assert!(fs::read(&vault).unwrap() == kept);
    // What needs no saved data is there all the same.
    let home = keyboard.types(&["--unsaved"], &["q"]);
    assert!(home.code == Some(0) && home.out.contains("Nothing is kept"), "{}", home.fault);
    assert!(fs::read(&vault).unwrap() == kept);

    for name in ["vault.hdr", "vault.hdr.2"] {
        fs::remove_file(keyboard.data().join(name)).unwrap();
    }
    let plain = b"SQLite format 3\0 but no more than that";
    fs::write(&vault, plain).unwrap();
    assert_eq!(keyboard.types(&["log"], &[]).code, Some(1));
    assert!(fs::read(&vault).unwrap() == plain);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_data() {
    use std::os::unix::fs::PermissionsExt;
    let keyboard = Keyboard::new();
    keyboard.types(&["log"], &[]);
    let mode = |name: &str| fs::metadata(keyboard.data().join(name)).unwrap().permissions().mode() & 0o777;
    let files = ["key", "vault.db", "vault.db.kept-a", "vault.db.reserve", "vault.hdr", "vault.hdr.2"];
    assert_eq!((mode(""), files.map(mode)), (0o700, [0o600; 6]));
    assert_eq!(fs::read_dir(keyboard.data()).unwrap().count(), files.len());

    fs::set_permissions(keyboard.data().join("key"), fs::Permissions::from_mode(0o644)).unwrap();
    let told = keyboard.types(&["log"], &[]);
    assert_eq!(told.code, Some(0));
    assert!(told.fault.contains("Now only you can"), "{}", told.fault);
    assert_eq!(mode("key"), 0o600);
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    let keyboard = Keyboard::new();
    fs::write(keyboard.data(), "a file").unwrap();
    let refused = keyboard.types(&["log"], &[]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.fault.contains("Cannot use") && refused.fault.contains("--data DIR"), "{}", refused.fault);
}

#[test]
fn what_is_not_in_the_course_gets_a_hint() {
    let keyboard = Keyboard::new();
    for (arguments, hint) in [
        (["learn", "xyzzy"], "saywell learn"),
        (["quiz", "xyzzy"], "saywell quiz"),
        (["rehearse", "xyzzy"], "saywell rehearse"),
        (["relax", "xyzzy"], "slow-breath"),
        (["now", "xyzzy"], "saywell now"),
        (["terms", "xyzzy"], "saywell terms"),
        (["sources", "xyzzy"], "saywell sources"),
    ] {
        let refused = keyboard.types(&arguments, &[]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(refused.fault.contains(hint), "{arguments:?}: {}", refused.fault);
    }
}

#[test]
fn wrong_options_end_with_2() {
    let keyboard = Keyboard::new();
    for arguments in [&["--what"][..], &["walk"], &["search"], &["rehearse", "--rewind", "--compare"]] {
        assert_eq!(keyboard.types(arguments, &[]).code, Some(2), "{arguments:?}");
    }
    for (name, value) in [("SAYWELL_NOW", "today"), ("SAYWELL_SEED", "x")] {
        let output = keyboard.program(&["log"]).env(name, value).output().unwrap();
        assert_eq!(said(&output).code, Some(2), "{name}");
    }
    assert_eq!(keyboard.types(&["--help"], &[]).code, Some(0));
}

#[test]
fn a_pipe_gets_plain_words() {
    let keyboard = Keyboard::new();
    for arguments in [&["learn", "talk-early"][..], &["learn", "talk-early", "--no-color"]] {
        let plain = keyboard.program(arguments).env("NO_COLOR", "1").write_stdin("1\n\n").output().unwrap();
        assert!(!plain.stdout.contains(&0x1b));
        let widest = said(&plain).out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(80), "{widest:?}");
    }
}

#[test]
fn nobody_has_to_read_to_the_end() {
    let keyboard = Keyboard::new();
    keyboard.types(&["relax", "slow-breath", "--fast"], &["", "7", "3"]);
    for arguments in ["log", "sources", "--help", "terms"] {
        let program = assert_cmd::cargo::cargo_bin("saywell");
        let mut child = std::process::Command::new(program)
            .arg(arguments)
            .env("SAYWELL_DATA", keyboard.data())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), said(&output).fault.as_str()), (Some(0), ""), "{arguments}");
    }
}

#[test]
fn another_course_is_played_and_leaves_nothing() {
    let keyboard = Keyboard::new();
    let file = keyboard.data().with_file_name("course.json");
    fs::write(&file, "{}").unwrap();
    let name = file.to_str().unwrap();
    let refused = keyboard.types(&["--course", name], &[]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.fault.contains("is not a compiled course"), "{}", refused.fault);

    let mut course = keyboard::course();
    course.chapters[0].title = "A chapter of my own".into();
    course.chapters[0].home_title = None;
    fs::write(&file, saywell_json(&course)).unwrap();
    let temporary = keyboard.data().with_file_name("temporary");
    fs::create_dir(&temporary).unwrap();
    let output = keyboard.program(&["--course", name, "learn"]).env("TMPDIR", &temporary).output().unwrap();
    let played = said(&output);
    assert!(played.out.contains("Nothing is kept") && played.out.contains("A chapter of my own"), "{}", played.out);
    assert_eq!((played.code, played.fault.as_str()), (Some(0), ""));
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0);
    assert!(!keyboard.data().exists());
}

#[test]
fn the_course_is_taught_in_a_language_that_it_has() {
    let keyboard = Keyboard::new();
    let english = keyboard.types(&["terms"], &[]);
    let spanish = keyboard.types(&["--language", "es-MX", "terms"], &[]);
    assert_eq!((spanish.code, spanish.fault.as_str()), (Some(0), ""));
    assert!(spanish.out.contains("condón") && !english.out.contains("condón"), "{}", spanish.out);
    assert_eq!(keyboard.types(&["--language", "en-GB", "terms"], &[]).out, english.out);
    let none = keyboard.types(&["--language", "tlh", "terms"], &[]);
    assert_eq!(none.code, Some(2));
    assert!(none.fault.contains("the course is here in: en, es"), "{}", none.fault);
    assert_eq!(keyboard.types(&["--language", "es", "--course", "a.json"], &[]).code, Some(2));
}

fn saywell_json(course: &saywell_core::content::Course) -> Vec<u8> {
    serde_json::to_vec(course).unwrap()
}
