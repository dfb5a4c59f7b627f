//! What a wipe erases, and what it leaves, also where it was cut short.

use super::open_tests::{PINS, Phone, WRONG, notes, pin, write};
use super::wipe::{What, begin};
use super::*;
use std::fs;

#[test]
fn a_space_is_wiped_alone_and_the_last_one_with_the_folder() {
    let phone = Phone::new();
    phone.set(None, PINS[0]).unwrap();
    let (first, second) = (pin(PINS[0]), pin(PINS[1]));
    fs::write(phone.folder().join("key"), b"the shell's").unwrap();
    fs::write(phone.folder().join("letter.txt"), b"somebody else's").unwrap();
    phone.open(Some(PINS[0])).unwrap().add_space(&phone.unlock(Some(&first)), &second).unwrap();
    write(&phone.open(Some(PINS[1])).unwrap(), "heron");
    let engine = phone.open(Some(PINS[0])).unwrap();
    fs::write(phone.folder().join("vault.db.kept-1"), b"a copy of its own").unwrap();
    engine.wipe(&["key"]).unwrap();
    assert!(!engine.keeps());
    write(&engine, "gone");
    drop(engine);
    let left: Vec<String> = phone.files().into_keys().collect();
    let kept = ["key", "letter.txt", "vault-2.db", "vault-2.db.reserve", "vault.hdr", "vault.hdr.2", "vault.tries"];
    assert_eq!(left, kept);
    assert_eq!(phone.open(Some(PINS[0])).err(), Some(WRONG));
    let engine = phone.open(Some(PINS[1])).unwrap();
    assert_eq!(notes(&engine), ["heron"]);
    engine.wipe(&["key"]).unwrap();
    assert_eq!(phone.names(), ["letter.txt"]);
    assert_eq!(phone.look(), Ok(Lock::New));
}

#[test]
fn a_folder_is_wiped_whole_also_when_it_cannot_be_opened() {
    for damage in ["", "vault.db", "vault.hdr"] {
        let phone = Phone::new();
        phone.set(None, "4711").unwrap();
        for name in ["key", "letter.txt", "vault.doc", "vault-5.db", "vault.db.kept-2"] {
            fs::write(phone.folder().join(name), b"some bytes").unwrap();
        }
        if !damage.is_empty() {
            fs::write(phone.folder().join(damage), b"odd").unwrap();
            fs::remove_file(phone.folder().join("vault.hdr.2")).unwrap();
        }
        for odd in ["../key", "", ".", "..", "a/b", "a\nb", "vault.wiping"] {
            assert!(matches!(wipe(phone.folder(), &[odd]), Err(Error::Invalid { field: "also", .. })), "{odd:?}");
        }
        wipe(phone.folder(), &["key", "not-there"]).unwrap();
        assert_eq!(phone.names(), ["letter.txt", "vault-5.db", "vault.doc"]);
        wipe(phone.folder(), &["key"]).unwrap();
        assert_eq!(phone.look(), Ok(Lock::New));
        assert!(notes(&phone.open(None).unwrap()).is_empty());
    }
}

#[test]
fn a_wipe_that_was_interrupted_is_finished_by_opening() {
    let phone = Phone::new();
    write(&phone.open(None).unwrap(), "kingfisher");
    fs::write(phone.folder().join("key"), b"the shell's").unwrap();
    begin(phone.folder(), What::Whole(&["key"])).unwrap();
    assert_eq!(phone.look(), Ok(Lock::Wiping));
    assert!(notes(&phone.open(None).unwrap()).is_empty());
    assert!(!phone.folder().join("key").exists());
    assert_eq!(phone.look(), Ok(Lock::Open));
}

/// Several people, one phone: what one of them began to erase is not a wipe of all.
#[test]
fn a_wipe_of_one_space_that_was_interrupted_takes_no_other() {
    let phone = Phone::new();
    phone.set(None, PINS[0]).unwrap();
    let (first, second) = (pin(PINS[0]), pin(PINS[1]));
    phone.open(Some(PINS[0])).unwrap().add_space(&phone.unlock(Some(&first)), &second).unwrap();
    write(&phone.open(Some(PINS[1])).unwrap(), "heron");
    begin(phone.folder(), What::Space(0)).unwrap();
    assert_eq!(phone.look(), Ok(Lock::Pin { wait_seconds: 0 }));
    assert!(!phone.folder().join("vault.db").exists());
    assert_eq!(phone.open(Some(PINS[0])).err(), Some(WRONG));
    assert_eq!(notes(&phone.open(Some(PINS[1])).unwrap()), ["heron"]);
    // A mark that says nothing erases nothing.
    fs::write(phone.folder().join("vault.wiping"), b"7\n").unwrap();
    assert_eq!(phone.look(), Err(Error::Damaged));
    assert!(phone.folder().join("vault-2.db").exists());
}
