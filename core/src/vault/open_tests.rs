//! How a folder opens and what it answers if it does not.

use super::header::{Header, Keys};
use super::key::Wrap;
use super::*;
use crate::{Engine, Moment};
use std::collections::BTreeMap;
use std::fs;

/// As quick as Argon2id gets: what a guess costs is not what is tested here.
pub(super) const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };

pub(super) fn secret(byte: u8) -> Secret {
    Secret::new(&[byte; saywell_sqlite::KEY_BYTES])
}

pub(super) fn pin(digits: &str) -> Pin {
    Pin::new(digits.as_bytes()).unwrap()
}

pub(super) fn now() -> Moment {
    Moment("2026-11-23T20:00:00+01:00".parse().unwrap())
}

/// Four PINs that the phone of sevens takes.
pub(super) const PINS: [&str; 4] = ["4711", "271828", "1414", "602214"];

/// A folder on one phone, and how long that has been on.
pub(super) struct Phone {
    pub home: tempfile::TempDir,
    pub secret: Secret,
    pub uptime_ms: u64,
}

impl Phone {
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), secret: secret(7), uptime_ms: 1_000_000 }
    }

    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    pub fn unlock<'a>(&'a self, pin: Option<&'a Pin>) -> Unlock<'a> {
        Unlock { secret: &self.secret, pin, uptime_ms: self.uptime_ms }
    }

    pub fn open(&self, digits: Option<&str>) -> Result<Engine> {
        let typed = digits.map(pin);
        Engine::open(self.folder(), &self.unlock(typed.as_ref()), course())
    }

    pub fn look(&self) -> Result<Lock> {
        look(self.folder(), Some(&self.secret), self.uptime_ms)
    }

    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let names = folder::names(self.folder(), |_| true).unwrap();
        names.into_iter().map(|name| (name.clone(), fs::read(self.folder().join(name)).unwrap())).collect()
    }

    pub fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }

    /// Sets a PIN, or another one.
    pub fn set(&self, before: Option<&str>, after: &str) -> Result<()> {
        let typed = before.map(pin);
        self.open(before)?.set_pin(&self.unlock(typed.as_ref()), &pin(after), CHEAP)
    }
}

fn course() -> saywell_content::Course {
    static COURSE: std::sync::OnceLock<saywell_content::Course> = std::sync::OnceLock::new();
    COURSE.get_or_init(|| crate::course().unwrap()).clone()
}

pub(super) fn write(engine: &Engine, note: &str) {
    engine.write_note(note, note, now()).unwrap();
}

pub(super) fn notes(engine: &Engine) -> Vec<String> {
    let mut texts: Vec<String> = engine.notes(None, 100).unwrap().into_iter().map(|note| note.text).collect();
    texts.sort();
    texts
}

pub(super) const WRONG: Error = Error::WrongPin { wait_seconds: 0 };

#[test]
fn a_new_folder_opens_without_a_pin_and_again() {
    let phone = Phone::new();
    assert_eq!(phone.look(), Ok(Lock::New));
    assert_eq!(look(&phone.folder().join("nowhere"), None, 0), Ok(Lock::New));
    assert!(matches!(phone.open(Some("1234")), Err(Error::Invalid { field: "pin", .. })));
    write(&phone.open(None).unwrap(), "kingfisher");
    assert_eq!(phone.look(), Ok(Lock::Open));
    let again = phone.open(None).unwrap();
    assert!(again.keeps());
    assert_eq!(notes(&again), ["kingfisher"]);
    drop(again);
    assert_eq!(phone.names(), ["vault.db", "vault.db.reserve", "vault.hdr", "vault.hdr.2"]);
}

#[test]
fn a_pin_is_set_changed_and_removed() {
    let phone = Phone::new();
    write(&phone.open(None).unwrap(), "kingfisher");
    phone.set(None, "4711").unwrap();
    assert_eq!(phone.look(), Ok(Lock::Pin { wait_seconds: 0 }));
    assert_eq!(phone.open(None).err(), Some(WRONG));
    assert_eq!(phone.open(Some("1234")).err(), Some(WRONG));
    assert_eq!(notes(&phone.open(Some("4711")).unwrap()), ["kingfisher"]);

    phone.set(Some("4711"), "271828").unwrap();
    assert_eq!(phone.open(Some("4711")).err(), Some(WRONG));
    let engine = phone.open(Some("271828")).unwrap();
    assert_eq!(engine.remove_pin(&phone.unlock(Some(&pin("4711")))), Err(WRONG));
    assert_eq!(engine.remove_pin(&phone.unlock(None)), Err(WRONG));
    engine.remove_pin(&phone.unlock(Some(&pin("271828")))).unwrap();
    drop(engine);
    assert_eq!(phone.look(), Ok(Lock::Open));
    assert_eq!(notes(&phone.open(None).unwrap()), ["kingfisher"]);
}

#[test]
fn the_first_cost_stays() {
    let phone = Phone::new();
    phone.set(None, "4711").unwrap();
    let dear = Cost { memory_kib: 64, passes: 3 };
    phone.open(Some("4711")).unwrap().set_pin(&phone.unlock(Some(&pin("4711"))), &pin("1414"), dear).unwrap();
    let Some((header, true)) = Header::read(phone.folder()).unwrap() else { panic!("no header") };
    assert_eq!(header.cost, Some(CHEAP));
    phone.open(Some("1414")).unwrap();
}

/// Whoever can write to the folder can write a header, and would make every guess cheap.
#[test]
fn a_cost_from_before_the_first_pin_is_not_believed() {
    let phone = Phone::new();
    phone.open(None).unwrap();
    let Some((mut header, _)) = Header::read(phone.folder()).unwrap() else { panic!("no header") };
    header.cost = Some(CHEAP);
    header.write(phone.folder()).unwrap();
    let dear = Cost { memory_kib: 64, passes: 3 };
    phone.open(None).unwrap().set_pin(&phone.unlock(None), &pin("4711"), dear).unwrap();
    let Some((header, _)) = Header::read(phone.folder()).unwrap() else { panic!("no header") };
    assert_eq!(header.cost, Some(dear));
    phone.open(Some("4711")).unwrap();
}

#[test]
fn wrong_pins_wait_longer_and_longer_whatever_the_clock_or_a_restart_does() {
    let mut phone = Phone::new();
    phone.set(None, "4711").unwrap();
    let wait = |phone: &Phone, digits| match phone.open(Some(digits)) {
        Err(Error::WrongPin { wait_seconds }) => wait_seconds,
        other => panic!("{:?}", other.err()),
    };
    let mut waits = Vec::new();
    for _ in 0..11 {
        waits.push(wait(&phone, "0000"));
        // Too early: not even the right one is looked at, and none is counted.
        if let Some(left) = waits.last().copied().filter(|left| *left > 0) {
            assert_eq!(wait(&phone, "4711"), left);
            assert_eq!(phone.look(), Ok(Lock::Pin { wait_seconds: left }));
            phone.uptime_ms += u64::from(left) * 1_000 - 1;
            assert_eq!(wait(&phone, "4711"), 1);
            phone.uptime_ms += 1;
        }
    }
    assert_eq!(waits, [0, 0, 0, 0, 30, 60, 300, 900, 3_600, 3_600, 3_600]);
    // The device is restarted: the hour begins anew.
    assert_eq!(wait(&phone, "0000"), 3_600);
    phone.uptime_ms = 5_000;
    assert_eq!(phone.look(), Ok(Lock::Pin { wait_seconds: 3_600 }));
    phone.uptime_ms += 3_600_000;
    phone.open(Some("4711")).unwrap();
    // And the right PIN clears the count.
    assert_eq!(wait(&phone, "0000"), 0);
}

#[test]
fn a_wrong_pin_counts_the_same_inside() {
    let phone = Phone::new();
    phone.set(None, "4711").unwrap();
    let engine = phone.open(Some("4711")).unwrap();
    let wrong = |engine: &Engine| engine.rekey(&phone.unlock(Some(&pin("0000")))).unwrap_err();
    assert_eq!([(); 5].map(|()| wrong(&engine)), [WRONG, WRONG, WRONG, WRONG, Error::WrongPin { wait_seconds: 30 }]);
    assert_eq!(phone.open(Some("4711")).err(), Some(Error::WrongPin { wait_seconds: 30 }));
}

#[test]
fn another_secret_is_a_lost_key_and_no_secret_too() {
    let mut phone = Phone::new();
    write(&phone.open(None).unwrap(), "kingfisher");
    let before = phone.files();
    assert_eq!(look(phone.folder(), None, 0), Err(Error::KeyLost));
    phone.secret = secret(8);
    assert_eq!(phone.look(), Err(Error::KeyLost));
    assert_eq!(phone.open(None).err(), Some(Error::KeyLost));
    assert_eq!(phone.open(Some("4711")).err(), Some(Error::KeyLost));
    assert!(phone.files() == before);
    // A database without its header: whatever key it had is gone.
    phone.secret = secret(7);
    for name in folder::HEADERS {
        fs::remove_file(phone.folder().join(name)).unwrap();
    }
    let before = phone.files();
    assert_eq!(phone.open(None).err(), Some(Error::KeyLost));
    assert_eq!(look(phone.folder(), None, 0), Err(Error::KeyLost));
    assert!(phone.files() == before);
}

#[test]
fn a_file_that_is_gone_or_empty_is_damage_and_no_fresh_start() {
    let phone = Phone::new();
    write(&phone.open(None).unwrap(), "kingfisher");
    for lose in [|file: &Path| fs::remove_file(file).unwrap(), |file: &Path| fs::write(file, b"").unwrap()] {
        let file = phone.folder().join("vault.db");
        let whole = fs::read(&file).unwrap();
        lose(&file);
        let before = phone.files();
        assert_eq!(phone.open(None).err(), Some(Error::Damaged));
        assert!(phone.files() == before);
        fs::write(&file, whole).unwrap();
    }
    assert_eq!(notes(&phone.open(None).unwrap()), ["kingfisher"]);
}

/// Also on its first day, before there is a copy.
#[test]
fn a_file_that_is_gone_can_be_begun_anew() {
    for lose in [|file: &Path| fs::remove_file(file).unwrap(), |file: &Path| fs::write(file, b"").unwrap()] {
        let phone = Phone::new();
        write(&phone.open(None).unwrap(), "kingfisher");
        lose(&phone.folder().join("vault.db"));
        let mend = |else_empty| repair(phone.folder(), &phone.unlock(None), now(), else_empty);
        assert_eq!(mend(false), Err(Error::Damaged));
        assert_eq!(mend(true).unwrap().from, Recovery::Empty);
        let engine = phone.open(None).unwrap();
        write(&engine, "heron");
        assert_eq!(notes(&engine), ["heron"]);
    }
}

#[test]
fn a_copy_of_the_header_that_is_damaged_or_old_is_made_good() {
    let phone = Phone::new();
    phone.set(None, "4711").unwrap();
    let whole = fs::read(phone.folder().join("vault.hdr")).unwrap();
    for (name, bytes) in [("vault.hdr", Some(b"odd".to_vec())), ("vault.hdr.2", None)] {
        let file = phone.folder().join(name);
        bytes.map_or_else(|| fs::remove_file(&file), |bytes| fs::write(&file, bytes)).unwrap();
        phone.open(Some("4711")).unwrap();
        let copies = folder::HEADERS.map(|name| fs::read(phone.folder().join(name)).unwrap());
        assert!(copies[0] == copies[1] && copies[0].len() == whole.len());
    }
    for name in folder::HEADERS {
        fs::write(phone.folder().join(name), b"odd").unwrap();
    }
    assert_eq!(phone.open(Some("4711")).err(), Some(Error::Damaged));
    assert_eq!(phone.look(), Err(Error::Damaged));
}

#[test]
fn a_folder_from_before_there_were_headers_is_taken_over() {
    let phone = Phone::new();
    let file = phone.folder().join("vault.db");
    files::create(&file).unwrap();
    drop(make(&file, &phone.secret.as_key()).unwrap());
    assert_eq!(phone.look(), Ok(Lock::Open));
    write(&phone.open(None).unwrap(), "kingfisher");
    assert!(phone.folder().join("vault.hdr").exists());
    phone.set(None, "4711").unwrap();
    let engine = phone.open(Some("4711")).unwrap();
    engine.rekey(&phone.unlock(Some(&pin("4711")))).unwrap();
    assert_eq!(notes(&engine), ["kingfisher"]);
    drop(engine);
    assert_eq!(connect(&file, &phone.secret.as_key(), Before::Nothing).err(), Some(Error::Damaged));
}

#[test]
fn a_fresh_key_takes_over_and_the_old_one_opens_nothing() {
    let phone = Phone::new();
    let engine = phone.open(None).unwrap();
    write(&engine, "kingfisher");
    let old = Key::new(engine.vault.held().space.as_ref().unwrap().key.bytes());
    engine.rekey(&phone.unlock(None)).unwrap();
    write(&engine, "heron");
    assert_eq!(notes(&engine), ["heron", "kingfisher"]);
    drop(engine);
    assert_eq!(connect(&phone.folder().join("vault.db"), &old, Before::Nothing).err(), Some(Error::Damaged));
    assert_eq!(notes(&phone.open(None).unwrap()), ["heron", "kingfisher"]);
}

#[test]
fn a_header_with_two_keys_opens_with_the_one_that_fits_and_is_tidied() {
    for fits in [0, 1] {
        let phone = Phone::new();
        let engine = phone.open(None).unwrap();
        write(&engine, "kingfisher");
        let right = Key::new(engine.vault.held().space.as_ref().unwrap().key.bytes());
        drop(engine);
        let Some((mut header, _)) = Header::read(phone.folder()).unwrap() else { panic!("no header") };
        let wrap = Wrap::without_pin(&phone.secret, &header.salt).unwrap();
        let other = Key::random().unwrap();
        let (old, new) = if fits == 0 { (right, other) } else { (other, right) };
        header.put(0, &wrap, &Keys::Changing { old, new }).unwrap();
        header.write(phone.folder()).unwrap();
        assert_eq!(notes(&phone.open(None).unwrap()), ["kingfisher"]);
        let Some((header, _)) = Header::read(phone.folder()).unwrap() else { panic!("no header") };
        assert!(matches!(header.find(&wrap), Some((0, Keys::Settled(_)))));
    }
}

#[test]
fn each_pin_opens_its_own_space() {
    let phone = Phone::new();
    let engine = phone.open(None).unwrap();
    write(&engine, "kingfisher");
    let refused = engine.add_space(&phone.unlock(None), &pin(PINS[1]));
    assert!(matches!(refused, Err(Error::Invalid { field: "pin", .. })), "{refused:?}");
    drop(engine);
    phone.set(None, PINS[0]).unwrap();
    let engine = phone.open(Some(PINS[0])).unwrap();
    let first = pin(PINS[0]);
    for digits in &PINS[1..] {
        engine.add_space(&phone.unlock(Some(&first)), &pin(digits)).unwrap();
    }
    let full = engine.add_space(&phone.unlock(Some(&first)), &pin("5555"));
    assert!(matches!(full, Err(Error::Invalid { field: "space", .. })), "{full:?}");
    // A PIN that opens another space is declined as any other that is declined.
    let taken = engine.set_pin(&phone.unlock(Some(&first)), &pin(PINS[1]), CHEAP);
    let odd = (0..10_000).map(|number| pin(&format!("{number:04}"))).find(|pin| phone.secret.declines(pin)).unwrap();
    assert_eq!(taken, engine.set_pin(&phone.unlock(Some(&first)), &odd, CHEAP));
    assert!(matches!(taken, Err(Error::Invalid { field: "pin", .. })));
    drop(engine);

    for digits in PINS {
        write(&phone.open(Some(digits)).unwrap(), digits);
    }
    assert_eq!(notes(&phone.open(Some(PINS[0])).unwrap()), ["4711", "kingfisher"]);
    for digits in &PINS[1..] {
        assert_eq!(notes(&phone.open(Some(digits)).unwrap()), [*digits]);
    }
    // One space cannot be changed from another, and the try counts.
    let engine = phone.open(Some(PINS[0])).unwrap();
    assert_eq!(engine.remove_pin(&phone.unlock(Some(&pin(PINS[1])))), Err(WRONG));
    assert_eq!(tries::Tries::in_folder(phone.folder(), phone.uptime_ms).unwrap().wrong, 1);
    // One of them may open without a PIN, not two.
    engine.remove_pin(&phone.unlock(Some(&first))).unwrap();
    let other = phone.open(Some(PINS[1])).unwrap();
    let refused = other.remove_pin(&phone.unlock(Some(&pin(PINS[1]))));
    assert!(matches!(refused, Err(Error::Invalid { field: "pin", .. })));
    assert_eq!(phone.look(), Ok(Lock::Open));
    assert_eq!(notes(&phone.open(None).unwrap()), ["4711", "kingfisher"]);
    assert_eq!(notes(&phone.open(Some(PINS[2])).unwrap()), [PINS[2]]);
}

#[test]
fn a_mark_tells_one_space_from_another() {
    let phone = Phone::new();
    let alone = phone.open(None).unwrap().space_mark();
    phone.set(None, PINS[0]).unwrap();
    let first = pin(PINS[0]);
    let engine = phone.open(Some(PINS[0])).unwrap();
    engine.add_space(&phone.unlock(Some(&first)), &pin(PINS[1])).unwrap();
    // A PIN changes nothing about whose it is.
    assert!(alone.is_some() && engine.space_mark() == alone);
    let other = phone.open(Some(PINS[1])).unwrap().space_mark();
    assert!(other.is_some() && other != alone);
    engine.rekey(&phone.unlock(Some(&first))).unwrap();
    let fresh = engine.space_mark();
    assert!(fresh.is_some() && fresh != alone && fresh != other);
    engine.lock().unwrap();
    assert_eq!(engine.space_mark(), None);
    assert_eq!(phone.open(Some(PINS[0])).unwrap().space_mark(), fresh);
    assert_eq!(Engine::without_vault(crate::course().unwrap()).unwrap().space_mark(), None);
}

fn evening() -> Moment {
    Moment("2026-11-23T20:00:00+01:00".parse().unwrap())
}

#[test]
fn a_damaged_space_is_repaired_with_its_own_pin_only() {
    let mut phone = Phone::new();
    phone.set(None, "4711").unwrap();
    let engine = phone.open(Some("4711")).unwrap();
    engine.write_note("one", "kept", evening()).unwrap();
    engine.daily_check(evening()).unwrap().unwrap();
    drop(engine);
    let file = phone.folder().join("vault.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[777] ^= 1;
    fs::write(&file, &bytes).unwrap();

    assert_eq!(phone.open(Some("4711")).err(), Some(Error::Damaged));
    assert!(fs::read(&file).unwrap() == bytes, "a byte was changed");
    let repaired =
        |phone: &Phone, digits: &str| repair(phone.folder(), &phone.unlock(Some(&pin(digits))), evening(), false);
    assert_eq!(repaired(&phone, "1174"), Err(Error::WrongPin { wait_seconds: 0 }));
    phone.uptime_ms += 1;
    assert!(fs::read(&file).unwrap() == bytes, "a byte was changed");
    assert!(matches!(repaired(&phone, "4711").unwrap().from, Recovery::Copy { .. }));
    assert_eq!(phone.open(Some("4711")).unwrap().notes(None, 9).unwrap().len(), 1);
    assert!(matches!(repaired(&phone, "4711").unwrap().from, Recovery::Unharmed));
}

#[test]
fn a_locked_engine_shows_and_keeps_nothing() {
    let phone = Phone::new();
    let engine = phone.open(None).unwrap();
    engine.write_note("one", "kept", evening()).unwrap();
    engine.lock().unwrap();
    assert!(!engine.keeps());
    assert_eq!(engine.notes(None, 9).unwrap(), []);
    engine.write_note("two", "lost", evening()).unwrap();
    assert_eq!(phone.open(None).unwrap().notes(None, 9).unwrap().len(), 1);
}
