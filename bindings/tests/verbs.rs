//! The door as an app uses it: one object, used from several threads, that outlives a fault of ours.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use saywell::{Saywell, SaywellError, UniFfiTag, Unlock, Zone, reminder_instant};
use saywell_core::Moment;
use std::sync::Arc;
use std::thread;
use tempfile::TempDir;
use uniffi::{LowerReturn, RustCallStatus, RustCallStatusCode, rust_call};

const KEY: [u8; 32] = [7; 32];

fn opened(folder: &TempDir) -> Result<Saywell, SaywellError> {
    Saywell::open(folder.path().to_str().unwrap(), unlock(&KEY), vec![])
}

fn unlock(secret: &[u8]) -> Unlock {
    Unlock { secret: secret.to_vec(), pin: None, uptime_ms: 1 }
}

fn at(clock: &str) -> Moment {
    Moment(format!("2026-11-23T{clock}+01:00").parse().unwrap())
}

#[test]
fn what_one_object_saves_another_shows() {
    let folder = TempDir::new().unwrap();
    let app = opened(&folder).unwrap();
    let go_on = app.progress().home(at("20:00:00")).unwrap().go_on.unwrap();
    app.lesson().open_unit(&go_on.id, at("20:00:00")).unwrap();
    assert_eq!(app.progress().home(at("20:01:00")).unwrap().go_on.unwrap().seen, 1);
    drop(app);
    assert_eq!(opened(&folder).unwrap().lesson().outline().unwrap().go_on.unwrap().seen, 1);
}

#[test]
fn an_error_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let app = opened(&folder).unwrap();
    assert_eq!(app.lesson().card_place("lesson/none"), Err(SaywellError::NotFound { kind: "card" }));
    assert!(matches!(app.progress().set_day_starts_at(24), Err(SaywellError::Invalid { field: "hour", .. })));
    let path = folder.path().to_str().unwrap();
    let short = Saywell::open(path, unlock(&KEY[..31]), vec![]).err();
    assert!(matches!(short, Some(SaywellError::Invalid { field: "secret", .. })));
    assert_eq!(Saywell::open(path, unlock(&[8; 32]), vec![]).err(), Some(SaywellError::KeyLost));
}

#[test]
fn many_threads_lose_nothing() {
    let folder = TempDir::new().unwrap();
    let app = Arc::new(opened(&folder).unwrap());
    let write = |thread: usize| {
        let journal = app.journal();
        move || {
            for note in 0..25 {
                journal.write_note(&format!("{thread}-{note}"), "a note", at("20:00:00")).unwrap();
            }
        }
    };
    let threads: Vec<_> = (0..4).map(|number| thread::spawn(write(number))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(app.journal().notes(None, 1_000).unwrap().len(), 100);
}

#[test]
fn a_panic_arrives_as_an_error_and_the_object_stays_usable() {
    let folder = TempDir::new().unwrap();
    let app = opened(&folder).unwrap();
    let mut status = RustCallStatus::default();
    // As the generated code calls every verb.
    rust_call(&mut status, || LowerReturn::<UniFfiTag>::lower_return(app.provoke_panic()));
    assert_eq!(status.code, RustCallStatusCode::UnexpectedError);
    app.journal().write_note("after", "still here", at("20:00:00")).unwrap();
    assert_eq!(app.journal().notes(None, 10).unwrap().len(), 1);
}

#[test]
fn a_session_becomes_a_sound_file() {
    let folder = TempDir::new().unwrap();
    let relaxation = opened(&folder).unwrap().relaxation();
    let script = relaxation.relaxations(at("20:00:00")).unwrap().remove(0).id;
    let calm = saywell_core::relaxation::Form::Short;
    let wave = folder.path().join("calm.wav");
    relaxation.render_relaxation_to(&script, calm, wave.to_str().unwrap()).unwrap();
    assert!(std::fs::read(&wave).unwrap().starts_with(b"RIFF"));
    let nowhere = folder.path().join("none/calm.wav");
    let refused = relaxation.render_relaxation_to(&script, calm, nowhere.to_str().unwrap());
    assert_eq!(refused, Err(SaywellError::Storage { code: 0 }));
    let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    assert!(!files.into_iter().any(|file| file.extension().is_some_and(|end| end == "part")));
}

#[test]
fn the_platform_knows_the_zone() {
    struct Berlin;
    impl Zone for Berlin {
        fn offsets(&self, at: chrono::NaiveDateTime) -> chrono::MappedLocalTime<chrono::FixedOffset> {
            let offset = |hours: i32| chrono::FixedOffset::east_opt(hours * 3_600).unwrap();
            match at.to_string().as_str() {
                "2026-10-25 02:30:00" => chrono::MappedLocalTime::Ambiguous(offset(1), offset(2)),
                _ => chrono::MappedLocalTime::Single(offset(1)),
            }
        }
    }
    let twice = reminder_instant("2026-10-25T02:30:00".parse().unwrap(), Box::new(Berlin)).unwrap().unwrap();
    assert_eq!(twice.0.to_rfc3339(), "2026-10-25T02:30:00+02:00");
}
