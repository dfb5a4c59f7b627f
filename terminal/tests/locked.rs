//! A PIN at the keyboard: what opens, what does not, what is said, and what a wipe leaves.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod keyboard;

use keyboard::{Keyboard, Said};
use std::fs;

/// A folder with a note, on a computer whose secret takes these PINs.
fn with_a_note() -> Keyboard {
    let keyboard = Keyboard::new();
    fs::create_dir(keyboard.data()).unwrap();
    fs::write(keyboard.data().join("key"), [7; 32]).unwrap();
    keyboard.types(&["notes"], &["n", "kingfisher", ""]);
    keyboard
}

/// The same, behind 4711.
fn locked() -> Keyboard {
    let keyboard = with_a_note();
    let set = keyboard.types(&["pin"], &["1", "4711", "4711"]);
    assert!(set.out.contains("The PIN is set."), "{}{}", set.out, set.fault);
    keyboard
}

fn notes(keyboard: &Keyboard, typed: &[&str]) -> Said {
    keyboard.types(&["notes"], typed)
}

#[test]
fn a_pin_is_set_asked_changed_and_removed() {
    let keyboard = locked();
    let asked = notes(&keyboard, &["4711", "q"]);
    assert!(
        asked.out.contains("Saywell is locked") && asked.out.contains("kingfisher"),
        "{}{}",
        asked.out,
        asked.fault
    );
    // What is typed is not shown.
    assert!(!asked.out.contains("4711"));
    let wrong = notes(&keyboard, &["1234", "12", "4711", "q"]);
    for part in ["This PIN opens nothing here.", "A PIN is 4 to 12 digits.", "kingfisher"] {
        assert!(wrong.out.contains(part), "{part}\n{}", wrong.out);
    }
    let changed = keyboard.types(&["pin"], &["4711", "1", "1414", "1415", "1414", "1414"]);
    assert!(changed.out.contains("not the same") && changed.out.contains("The PIN is set."), "{}", changed.out);
    assert!(!notes(&keyboard, &["4711", "q"]).out.contains("kingfisher"));
    assert!(notes(&keyboard, &["1414", "q"]).out.contains("kingfisher"));
    let fresh = keyboard.types(&["pin"], &["1414", "4"]);
    assert!(fresh.out.contains("Done."), "{}{}", fresh.out, fresh.fault);
    let removed = keyboard.types(&["pin"], &["1414", "2", "2"]);
    assert!(removed.out.contains("The PIN is removed."), "{}", removed.out);
    assert!(notes(&keyboard, &["q"]).out.contains("kingfisher"));
}

#[test]
fn whoever_does_not_know_it_gets_out_or_gets_help_and_waits() {
    let keyboard = locked();
    for (typed, code) in [(&["q"][..], 0), (&["x"], 0), (&[""], 0), (&[], 0)] {
        let left = notes(&keyboard, typed);
        assert_eq!(left.code, Some(code), "{typed:?}");
        assert!(!left.out.contains("kingfisher"));
    }
    assert!(notes(&keyboard, &["h", "q", "4711", "q"]).out.contains("kingfisher"));
    let kept = fs::read(keyboard.data().join("vault.db")).unwrap();
    let too_often = notes(&keyboard, &["0000"; 6]);
    assert_eq!(too_often.code, Some(1));
    for part in ["The next try is open in 30 seconds", "nothing is ever erased", "saywell --unsaved"] {
        assert!(too_often.fault.replace('\n', " ").contains(part), "{part}\n{}", too_often.fault);
    }
    // Starting anew does not shorten it, and the clock on the wall has no say.
    let again =
        keyboard.program(&["notes"]).env("SAYWELL_NOW", "2036-01-01T00:00:00+00:00").write_stdin("4711\n").output();
    let again = keyboard::said(&again.unwrap());
    assert!(again.code == Some(1) && again.fault.contains("The next try"), "{}{}", again.out, again.fault);
    assert!(fs::read(keyboard.data().join("vault.db")).unwrap() == kept);
    assert_eq!(keyboard.types(&["now"], &["q"]).code, Some(0));
    assert_eq!(keyboard.types(&["--unsaved"], &["q"]).code, Some(0));
}

#[test]
fn each_pin_opens_its_own_space_and_each_is_erased_alone() {
    let keyboard = locked();
    let made = keyboard.types(&["pin"], &["4711", "3", "1414", "1414"]);
    assert!(made.out.contains("The space is made."), "{}{}", made.out, made.fault);
    assert!(!notes(&keyboard, &["1414", "n", "heron", "", "q"]).out.contains("kingfisher"));
    // The first one opens without a PIN now; `lock` asks all the same.
    keyboard.types(&["pin"], &["4711", "2", "2"]);
    assert!(notes(&keyboard, &["q"]).out.contains("kingfisher"));
    assert_eq!(keyboard.types(&["lock"], &["1414", "q"]).code, Some(0));

    let erased = keyboard.types(&["wipe", "--mine"], &["wipe"]);
    assert!(erased.out.contains("Your space is erased."), "{}{}", erased.out, erased.fault);
    let other = notes(&keyboard, &["1414", "q"]);
    assert!(other.out.contains("heron") && !other.out.contains("kingfisher"), "{}", other.out);
    keyboard.types(&["wipe", "--mine"], &["1414", "wipe"]);
    assert_eq!(fs::read_dir(keyboard.data()).unwrap().count(), 0);
}

#[test]
fn lock_without_a_pin_says_how_to_set_one() {
    let keyboard = with_a_note();
    // Any PIN is wrong here; `q` leaves.
    assert!(keyboard.types(&["lock"], &["1234", "q"]).out.contains("This PIN opens nothing here."));
    let new = Keyboard::new().types(&["lock"], &["q"]);
    assert!(new.out.replace('\n', " ").contains("To set one: saywell pin"), "{}", new.out);
}

#[test]
fn a_wipe_asks_once_and_leaves_nothing_of_ours() {
    for lock in [false, true] {
        let keyboard = if lock { locked() } else { with_a_note() };
        fs::write(keyboard.data().join("letter.txt"), "somebody's own").unwrap();
        for no in [&["n"][..], &[""], &["x"], &[]] {
            keyboard.types(&["wipe"], no);
            assert!(keyboard.data().join("vault.hdr").exists());
        }
        let erased = keyboard.types(&["wipe"], &["wipe"]);
        assert!(
            erased.code == Some(0) && erased.out.contains("All of it is erased."),
            "{}{}",
            erased.out,
            erased.fault
        );
        let left: Vec<_> = fs::read_dir(keyboard.data()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(left, ["letter.txt"]);
        assert!(keyboard.types(&["wipe"], &["wipe"]).out.contains("nothing to erase"));
        assert!(!notes(&keyboard, &["q"]).out.contains("kingfisher"));
    }
}

#[test]
fn a_wipe_that_was_cut_short_is_finished_by_the_next_start() {
    let keyboard = locked();
    fs::write(keyboard.data().join("vault.wiping"), "whole\nkey\nkey.new\n").unwrap();
    let next = notes(&keyboard, &["q"]);
    assert!(next.code == Some(0) && next.out.contains("is finished now"), "{}{}", next.out, next.fault);
    assert!(!next.out.contains("kingfisher"));
    assert!(fs::read(keyboard.data().join("key")).unwrap() != [7; 32]);
}
