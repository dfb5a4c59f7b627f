//! What a person reads when a file is no pack that this program takes.

mod keyboard;

use keyboard::Keyboard;
use std::fs;

#[test]
fn what_is_not_taken_is_told_and_changes_nothing() {
    let keyboard = Keyboard::new();
    assert!(keyboard.types(&["pack", "list"], &[]).out.contains("None. What is shown came with the program."));
    let file = keyboard.data().join("river.calm");
    let before = fs::read(keyboard.data().join("vault.db")).unwrap();
    for (bytes, why) in [
        (b"%PDF-1.7".to_vec(), "This file is no pack."),
        (b"SAYWPACK".to_vec(), "its end is missing"),
        ([b"SAYWPACK".as_slice(), &[0; 400]].concat(), "Nobody whom this program trusts has signed this pack."),
    ] {
        fs::write(&file, bytes).unwrap();
        let refused = keyboard.types(&["pack", "install", file.to_str().unwrap()], &["yes"]);
        assert_eq!(refused.code, Some(1));
        assert!(refused.fault.contains(why) && refused.fault.contains("Nothing was changed."), "{}", refused.fault);
    }
    assert_eq!(fs::read(keyboard.data().join("vault.db")).unwrap(), before);
    let nowhere = keyboard.types(&["pack", "install", "no-such-file"], &[]);
    assert!(nowhere.code == Some(1) && nowhere.fault.contains("Cannot use no-such-file"), "{}", nowhere.fault);
    for verb in [vec!["remove", "birds"], vec!["save", "birds", file.with_extension("b").to_str().unwrap()]] {
        let gone = keyboard.types(&[&["pack"], verb.as_slice()].concat(), &[]);
        assert!(gone.code == Some(1) && gone.fault.contains("There is no such pack."), "{}", gone.fault);
    }
    assert!(!file.with_extension("b").exists());
}
