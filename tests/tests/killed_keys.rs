//! A process that is killed at any change it makes to a file leaves a vault that opens in exactly one way: the old or the
//! new one. A wipe that began is finished. And nothing readable is ever written to any file, temporary ones included.
//!
//! `SAYWELL_LONG=1` kills at every change, and within every write too; otherwise at some.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell_core::content::Course;
use saywell_core::vault::{Cost, Lock, look, wipe};
use saywell_core::{Engine, Error, Pin, Unlock};
use saywell_tests::{at, secret};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const NOTE: &str = "kingfisher by the river";
const OLD: Option<&str> = Some("4711");
const NEW: Option<&str> = Some("1414");
/// What the shim ends a process with that writes what must not be written.
const SEEN: i32 = 77;

/// What is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Create,
    SetPin,
    ChangePin,
    RemovePin,
    AddSpace,
    Rekey,
    WipeSpace,
    Wipe,
    Open,
    /// Writes a note into a file of its own: the shim must see it.
    Control,
}

const DEEDS: [Deed; 8] = [
    Deed::Create,
    Deed::SetPin,
    Deed::ChangePin,
    Deed::RemovePin,
    Deed::AddSpace,
    Deed::Rekey,
    Deed::WipeSpace,
    Deed::Wipe,
];

impl Deed {
    /// The PIN that opens the vault before.
    fn before(self) -> Option<&'static str> {
        if matches!(self, Self::Create | Self::SetPin | Self::Wipe) { None } else { OLD }
    }

    /// The PIN that opens it afterwards, where that is another one.
    fn after(self) -> Option<&'static str> {
        if self == Self::RemovePin { None } else { NEW }
    }
}

fn open(folder: &Path, digits: Option<&str>) -> Result<Engine, Error> {
    with_unlock(digits, |unlock| {
        let first = Engine::open(folder, unlock, course());
        // A count of tries that is torn, as by a power cut, means a wait.
        let Err(Error::WrongPin { wait_seconds: wait @ 1.. }) = first else { return first };
        let later = Unlock { uptime_ms: unlock.uptime_ms + u64::from(wait) * 1_000, ..*unlock };
        Engine::open(folder, &later, course())
    })
}

/// Nothing to practise: what is killed here is not about the course.
fn course() -> Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    let small = || {
        let whole = saywell_core::course().unwrap();
        Course { chapters: vec![], quizzes: vec![], scenarios: vec![], claims: vec![], ..whole }
    };
    COURSE.get_or_init(small).clone()
}

fn with_unlock<T>(digits: Option<&str>, run: impl FnOnce(&Unlock) -> T) -> T {
    let pin = digits.map(pin);
    run(&Unlock { secret: &secret(), pin: pin.as_ref(), uptime_ms: 1_000_000 })
}

fn pin(digits: &str) -> Pin {
    Pin::new(digits.as_bytes()).unwrap()
}

fn notes(engine: &Engine) -> Vec<String> {
    engine.notes(None, 10).unwrap().into_iter().map(|note| note.text).collect()
}

/// A folder as it is before.
fn prepare(folder: &Path, deed: Deed) {
    if deed == Deed::Create {
        return;
    }
    let engine = open(folder, None).unwrap();
    engine.write_note("note", NOTE, at("2026-11-23T20:00")).unwrap();
    if deed.before().is_some() {
        with_unlock(None, |unlock| engine.set_pin(unlock, &pin("4711"), Cost::default())).unwrap();
    }
    if deed == Deed::WipeSpace {
        with_unlock(OLD, |unlock| engine.add_space(unlock, &pin("271828"))).unwrap();
    }
}

/// The deed itself; only where this very process is the child.
#[test]
fn the_child() {
    let (Ok(folder), Ok(name)) = (std::env::var("CHILD_FOLDER"), std::env::var("CHILD_DEED")) else { return };
    let folder = Path::new(&folder);
    let mut deeds = DEEDS.into_iter().chain([Deed::Open]);
    let deed = deeds.find(|deed| format!("{deed:?}") == name).unwrap_or(Deed::Control);
    if deed == Deed::Wipe {
        return wipe(folder, &["key"]).unwrap();
    }
    if deed == Deed::Control {
        return fs::write(folder.join("note.txt"), NOTE).unwrap();
    }
    let engine = open(folder, deed.before()).unwrap();
    with_unlock(deed.before(), |unlock| match deed {
        Deed::SetPin | Deed::ChangePin => engine.set_pin(unlock, &pin("1414"), Cost::default()),
        Deed::RemovePin => engine.remove_pin(unlock),
        Deed::AddSpace => engine.add_space(unlock, &pin("1414")),
        Deed::Rekey => engine.rekey(unlock),
        Deed::WipeSpace => engine.wipe(&[]),
        Deed::Open => Ok(()),
        Deed::Create | Deed::Wipe | Deed::Control => engine.write_note("note", NOTE, at("2026-11-23T20:00")).map(drop),
    })
    .unwrap();
}

/// Runs the child on this folder, with the shim told so.
fn child(shim: &Path, folder: &Path, deed: Deed, told: &[(&str, &str)]) -> std::process::ExitStatus {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "the_child", "--test-threads", "1"]).env("LD_PRELOAD", shim);
    child.env("CHILD_FOLDER", folder).env("CHILD_DEED", format!("{deed:?}")).envs(told.iter().copied());
    child.output().unwrap().status
}

/// The shim, compiled once.
fn shim() -> &'static Path {
    static SHIM: OnceLock<PathBuf> = OnceLock::new();
    SHIM.get_or_init(|| {
        let shim = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stop.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kill/stop.c");
        let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&shim).arg(source).status().unwrap();
        assert!(built.success(), "the shim does not compile");
        shim
    })
}

fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.path().join(file.file_name())).unwrap();
    }
    to
}

/// What opened after a kill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Old,
    New,
}

/// Opens what a kill left, and fails if that is neither the old nor the new one, or both.
fn left(folder: &Path, deed: Deed) -> Left {
    match deed {
        Deed::Create => {
            let engine = open(folder, None).unwrap();
            if notes(&engine).is_empty() { Left::Old } else { Left::New }
        }
        Deed::SetPin | Deed::ChangePin | Deed::RemovePin => {
            let opens = [deed.before(), deed.after()].map(|digits| match open(folder, digits) {
                Ok(engine) => notes(&engine) == [NOTE],
                Err(Error::WrongPin { wait_seconds: 0 }) => false,
                Err(other) => panic!("{other:?}"),
            });
            match opens {
                [true, false] => Left::Old,
                [false, true] => Left::New,
                both => panic!("old and new open: {both:?}"),
            }
        }
        Deed::AddSpace => {
            assert_eq!(notes(&open(folder, OLD).unwrap()), [NOTE]);
            match open(folder, NEW) {
                Ok(engine) => {
                    assert!(notes(&engine).is_empty());
                    Left::New
                }
                Err(Error::WrongPin { .. }) => Left::Old,
                Err(other) => panic!("{other:?}"),
            }
        }
        Deed::Rekey => {
            let size = fs::read(folder.join("vault.hdr")).unwrap();
            for _ in 0..2 {
                assert_eq!(notes(&open(folder, OLD).unwrap()), [NOTE]);
            }
            if fs::read(folder.join("vault.hdr")).unwrap() == size { Left::New } else { Left::Old }
        }
        Deed::WipeSpace => {
            let begun = folder.join("vault.wiping").exists();
            // As an app does: what is left of it must not be taken for a wipe of everybody's.
            assert!(matches!(look(folder, Some(&secret()), 1_000_000), Ok(Lock::Pin { .. })));
            assert!(notes(&open(folder, Some("271828")).unwrap()).is_empty());
            match open(folder, OLD) {
                Ok(engine) => {
                    assert!(!begun && notes(&engine) == [NOTE]);
                    Left::Old
                }
                Err(Error::WrongPin { .. }) => {
                    assert!(!folder.join("vault.db").exists());
                    Left::New
                }
                Err(other) => panic!("{other:?}"),
            }
        }
        Deed::Wipe | Deed::Open | Deed::Control => {
            let lock = look(folder, Some(&secret()), 0).unwrap();
            let engine = open(folder, None).unwrap();
            if notes(&engine) == [NOTE] {
                assert_eq!(lock, Lock::Open);
                return Left::Old;
            }
            assert!(lock == Lock::Wiping || lock == Lock::New);
            assert!(notes(&engine).is_empty() && !folder.join("key").exists());
            Left::New
        }
    }
}

#[test]
fn a_kill_leaves_the_old_or_the_new_one() {
    let (shim, long) = (shim(), std::env::var_os("SAYWELL_LONG").is_some());
    for deed in DEEDS {
        let before = tempfile::tempdir().unwrap();
        prepare(before.path(), deed);
        fs::write(before.path().join("key"), [7; 32]).unwrap();
        let (mut kills, mut found) = (0, [0, 0]);
        let torn: &[bool] = if long { &[false, true] } else { &[false] };
        for torn in torn {
            let mut point = 1;
            loop {
                let folder = copy(before.path());
                let at = point.to_string();
                let mut told = vec![("STOP_AT", at.as_str())];
                if *torn {
                    told.push(("STOP_TORN", "1"));
                }
                let status = child(shim, folder.path(), deed, &told);
                if status.success() {
                    break;
                }
                assert_eq!(status.signal(), Some(9), "{deed:?} at {point}: {status}");
                kills += 1;
                found[usize::from(left(folder.path(), deed) == Left::New)] += 1;
                point += if long { 1 } else { 1 + point / 4 };
            }
        }
        assert!(kills > 3, "{deed:?} was killed {kills} times only");
        println!("fault: kill-{deed:?} {kills} kills, old {}, new {}, neither 0 ok", found[0], found[1]);
    }
}

#[test]
fn a_kill_gives_no_free_try() {
    let before = tempfile::tempdir().unwrap();
    prepare(before.path(), Deed::Open);
    let wrong = Error::WrongPin { wait_seconds: 0 };
    (0..4).for_each(|_| assert_eq!(open(before.path(), NEW).err(), Some(wrong.clone())));
    let mut waits = Vec::new();
    for point in 1.. {
        let folder = copy(before.path());
        if child(shim(), folder.path(), Deed::Open, &[("STOP_AT", &point.to_string())]).success() {
            break;
        }
        let Ok(Lock::Pin { wait_seconds }) = look(folder.path(), Some(&secret()), 1_000_000) else { panic!("no lock") };
        waits.push(wait_seconds);
    }
    // Before the count was written the PIN was not tried. From then on it counts, up to the write that clears it.
    let counted = waits.iter().position(|wait| *wait == 30).unwrap();
    assert!(counted <= 2 && waits[counted..].iter().take_while(|wait| **wait == 30).count() >= 2, "{waits:?}");
    println!("fault: kill-while-trying {} kills, no free try ok", waits.len());
}

#[test]
fn nothing_readable_is_ever_written() {
    let shim = shim();
    let mut deeds = 0;
    for deed in DEEDS {
        for canary in [NOTE, "SQLite format 3", "CREATE TABLE"] {
            let folder = tempfile::tempdir().unwrap();
            prepare(folder.path(), deed);
            let status = child(shim, folder.path(), deed, &[("STOP_CANARY", canary)]);
            assert!(status.success(), "{deed:?} wrote {canary}: {status}");
            for file in fs::read_dir(folder.path()).unwrap() {
                let bytes = fs::read(file.unwrap().path()).unwrap();
                assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()));
            }
            deeds += 1;
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let control = child(shim, folder.path(), Deed::Control, &[("STOP_CANARY", NOTE)]);
    assert_eq!(control.code(), Some(SEEN), "the shim sees nothing");
    println!("fault: canary {deeds} runs, every write looked at, 0 readable, control=seen ok");
}
