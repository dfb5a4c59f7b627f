//! A process is killed at every single thing that it does to a file, and a disk is full: what is there then is the one or
//! the other, whole, and nothing of it can be read.
//!
//! The process is this test program, run again for one job, with `stop.c` loaded into it.

use super::*;
use crate::pack::PackState;
use std::fs;
use std::process::{Command, ExitStatus};

const NOW: &str = "2026-11-24T20:00";
const BACKUP: &str = "backup";
const PACK: &str = "pack";
const SIGNER: &str = "signer";

/// What the process does.
type Job = fn(&Path) -> Result<()>;

const JOBS: &[(&str, Job)] = &[
    ("copy", |path| Vault::at(path, &key())?.daily_check(at(NOW)).map(|_| ())),
    ("erase", |path| {
        Vault::at(path, &key())?.erase(|tx| Ok(tx.execute("DELETE FROM journal_note WHERE seq > 80", [])?)).map(|_| ())
    }),
    ("restore", |path| {
        let vault = Vault::at(path, &key())?;
        let backup = fs::read(path.with_file_name(BACKUP)).map_err(|_| Error::Storage { code: 0 })?;
        vault.restore(&mut backup.as_slice(), &passphrase(), at(NOW)).map(|_| ())
    }),
    ("back-up", |path| {
        let mut backup = Vec::new();
        let vault = Vault::at(path, &key())?;
        let contents = vault.back_up(&mut backup, &passphrase(), cheap(), at(NOW))?;
        assert_eq!(preview_backup(&mut backup.as_slice(), &passphrase())?.contents, contents);
        Ok(())
    }),
    ("set", |path| Vault::at(path, &key())?.write_with_room(|tx| set_day_starts_at(tx, 4))),
    ("upgrade", |path| Vault::at(path, &key()).map(|_| ())),
    ("install", |path| {
        let pack = fs::read(outside(path, PACK)).map_err(|_| Error::Storage { code: 0 })?;
        reader(path)?.install_pack(&mut pack.as_slice()).map(|_| ())
    }),
    ("repair", |path| repair_file(path, &key(), at(NOW), false).map(|_| ())),
];

/// Not a test: the job of the process that is killed.
#[test]
#[ignore = "run by the others, in a process of its own"]
fn job() {
    let path = std::env::var_os("SAYWELL_JOB_AT").unwrap();
    let asked = std::env::var("SAYWELL_JOB").unwrap();
    let (_, job) = JOBS.iter().find(|(name, _)| *name == asked).unwrap();
    job(Path::new(&path)).unwrap();
}

/// The library that stops a process.
pub(super) fn stop(home: &Path) -> PathBuf {
    let (source, library) = (home.join("stop.c"), home.join("stop.so"));
    fs::write(&source, include_str!("stop.c")).unwrap();
    let built =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&source).arg("-ldl").status();
    assert!(built.unwrap().success());
    library
}

pub(super) fn run(stop: &Path, job: &str, path: &Path, more: &[(&str, String)]) -> ExitStatus {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "vault::faults::interrupted::job", "--ignored", "--quiet"])
        .env("LD_PRELOAD", stop)
        .env("SAYWELL_JOB", job)
        .env("SAYWELL_JOB_AT", path)
        .envs(more.iter().map(|(name, value)| (*name, value)))
        .output()
        .unwrap()
        .status
}

pub(super) fn copy_folder(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
}

/// A database's place in a folder of its own.
pub(super) fn in_folder(home: &Path, name: &str) -> PathBuf {
    fs::create_dir(home.join(name)).unwrap();
    home.join(name).join("vault.db")
}

/// Does the job once for every time at which it can be killed, and looks after each. At how many it can.
pub(super) fn kill_everywhere(job: &str, prepare: impl FnOnce(&Path), look: impl Fn(&Path)) -> usize {
    let home = tempfile::tempdir().unwrap();
    let (before, work) = (home.path().join("before"), home.path().join("work"));
    fs::create_dir(&before).unwrap();
    prepare(&before.join("vault.db"));
    let (stop, counted, path) = (stop(home.path()), home.path().join("count"), work.join("vault.db"));
    copy_folder(&before, &work);
    assert!(run(&stop, job, &path, &[("SAYWELL_COUNT_TO", counted.display().to_string())]).success(), "{job}");
    look(&path);
    let steps: usize = fs::read_to_string(&counted).unwrap().parse().unwrap();
    let mut kills = 0;
    for step in (1..=steps).step_by(stride(61)) {
        copy_folder(&before, &work);
        let ended = run(&stop, job, &path, &[("SAYWELL_KILL_AT", step.to_string())]);
        assert!(!ended.success(), "{job} was not killed at {step}");
        assert_nothing_readable(&work);
        look(&path);
        assert_nothing_readable(&work);
        kills += 1;
    }
    println!("fault: kill-{job} steps={steps} kills={kills} torn=0 readable=0 ok");
    steps
}

#[test]
fn a_copy_that_is_cut_short_leaves_one_that_is_whole() {
    let known = |path: &Path| filled(path);
    let home = tempfile::tempdir().unwrap();
    let rows = known(&home.path().join("vault.db"));
    kill_everywhere(
        "copy",
        |path| {
            filled(path);
            Vault::at(path, &key()).unwrap().daily_check(at("2026-11-23T20:00")).unwrap().unwrap();
        },
        |path| {
            let copy = kept::newest(path, &key()).unwrap();
            assert!(everything(&kept::inspect(&copy, &key()).unwrap()).unwrap() == rows);
            assert!(contents_at(path).unwrap() == rows);
        },
    );
}

#[test]
fn what_is_deleted_is_there_or_in_no_copy() {
    let home = tempfile::tempdir().unwrap();
    let rows = filled(&home.path().join("vault.db"));
    kill_everywhere(
        "erase",
        |path| {
            filled(path);
            for day in ["2026-11-22T20:00", "2026-11-23T20:00"] {
                Vault::at(path, &key()).unwrap().daily_check(at(day)).unwrap().unwrap();
            }
        },
        |path| {
            let now = contents_at(path).unwrap();
            let copies = [files::KEPT, files::KEPT_BEFORE].map(|copy| files::beside(path, copy));
            let copies: Vec<_> = copies.iter().filter_map(|copy| kept::inspect(copy, &key()).ok()).collect();
            assert!(!copies.is_empty());
            if now != rows {
                for copy in copies {
                    assert!(everything(&copy).unwrap() == now, "a copy holds what was deleted");
                }
            }
        },
    );
}

#[test]
fn a_restore_that_is_cut_short_leaves_the_old_or_the_new() {
    let home = tempfile::tempdir().unwrap();
    let other = home.path().join("vault.db");
    let new = {
        filled(&other);
        let vault = Vault::at(&other, &Key::new(&[7; 32])).unwrap();
        vault.erase(|tx| Ok(tx.execute("DELETE FROM relaxation_session", [])?)).unwrap();
        vault.read(|connection| Ok(everything(connection)?)).unwrap()
    };
    let rekeyed = in_folder(home.path(), "other");
    files::copy(&other, &rekeyed).unwrap();
    let other_key = Key::new(&[9; 32]);
    restore::adopt(&rekeyed, &key(), &other_key, |_| Ok(())).unwrap();
    let mut backup = Vec::new();
    Vault::at(&rekeyed, &other_key).unwrap().back_up(&mut backup, &passphrase(), cheap(), at(NOW)).unwrap();
    let old = filled(&in_folder(home.path(), "old"));
    assert!(old != new);
    kill_everywhere(
        "restore",
        |path| {
            filled(path);
            fs::write(path.with_file_name(BACKUP), &backup).unwrap();
        },
        |path| {
            let now = contents_at(path).unwrap();
            assert!(now == old || now == new, "neither the old nor the new");
            // Whatever was left over, the next one goes through, and back.
            let engine = crate::Engine::of(crate::course().unwrap(), Vault::at(path, &key()).unwrap());
            assert!(engine.restore(&mut backup.as_slice(), &passphrase(), at(NOW)).unwrap().can_undo);
            assert!(engine.vault.read(|connection| Ok(everything(connection)?)).unwrap() == new);
            engine.undo_restore().unwrap();
            assert!(engine.vault.read(|connection| Ok(everything(connection)?)).unwrap() == now);
            assert_eq!(engine.undo_restore(), Err(Error::NotFound { kind: "restore" }));
        },
    );
}

fn damage(path: &Path) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    bytes[9 * 4096 + 77] ^= 1;
    fs::write(path, &bytes).unwrap();
    bytes
}

#[test]
fn a_repair_that_is_cut_short_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let rows = filled(&home.path().join("vault.db"));
    let damaged = damage(&home.path().join("vault.db"));
    for with_copy in [true, false] {
        kill_everywhere(
            "repair",
            |path| {
                filled(path);
                if with_copy {
                    Vault::at(path, &key()).unwrap().daily_check(at("2026-11-23T20:00")).unwrap().unwrap();
                }
                damage(path);
            },
            |path| {
                let repaired = repair_file(path, &key(), at(NOW), false).unwrap();
                let back = contents_at(path).unwrap();
                assert!(back == rows || !with_copy, "{repaired:?}");
                assert!(back.iter().all(|(_, rows)| !rows.is_empty()));
                let aside = fs::read(files::beside(path, files::DAMAGED)).unwrap();
                assert!(aside.len() == damaged.len(), "the damaged file is gone");
                assert!(kept::inspect(&files::beside(path, files::DAMAGED), &key()).is_err());
            },
        );
    }
}

/// A file beside the folder: it came from elsewhere, and anybody can read it.
fn outside(path: &Path, name: &str) -> PathBuf {
    path.parent().and_then(Path::parent).unwrap().join(name)
}

/// The engine, with an early edition built in and whoever may sign others.
fn reader(path: &Path) -> Result<crate::Engine> {
    let signer = fs::read_to_string(outside(path, SIGNER))?;
    let signer = crate::pack::Key::read(&signer).map_err(|_| Error::Unexpected { what: "a key" })?;
    Ok(crate::Engine::of(edition(1), Vault::at(path, &key())?).trusting(vec![signer]))
}

fn edition(version: u32) -> saywell_content::Course {
    let mut course = crate::course().unwrap();
    if !is_long() {
        (course.scenarios, course.quizzes) = Default::default();
        course.chapters.truncate(1);
    }
    course.edition.version = version;
    course
}

/// The pack that is here, and whether it is shown.
fn installed(engine: &crate::Engine) -> Option<(u32, u32)> {
    let row = engine.packs().into_iter().find(|row| row.id == "pack/saywell" && row.state == PackState::Shown)?;
    Some((row.version, engine.course().edition.version))
}

/// The edition before and the one after it, the files beside the database, and who signed.
fn packs(signer: &minisign::KeyPair) -> [Vec<u8>; 2] {
    [2, 3].map(|version| {
        let content = saywell_author::pack(&[edition(version)]).unwrap();
        saywell_author::sign(&content, &signer.sk).unwrap()
    })
}

fn with_second_edition(path: &Path, signer: &minisign::KeyPair, [second, third]: &[Vec<u8>; 2]) -> Tables {
    let rows = filled(path);
    let known = format!("untrusted comment: one of ours\n{}\n", signer.pk.to_base64());
    fs::write(outside(path, SIGNER), known).unwrap();
    fs::write(outside(path, PACK), third).unwrap();
    assert_eq!(installed(&reader(path).unwrap()), None);
    reader(path).unwrap().install_pack(&mut second.as_slice()).unwrap();
    rows
}

fn added(path: &Path) -> usize {
    folder::names(path.parent().unwrap(), |name| name.contains(files::ATTACHED)).unwrap().len()
}

fn without_packs(rows: Tables) -> Tables {
    rows.into_iter().filter(|(table, _)| table != "pack").collect()
}

#[test]
fn an_install_that_is_cut_short_leaves_the_old_edition_or_the_new_one() {
    let signer = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let both = packs(&signer);
    let home = tempfile::tempdir().unwrap();
    let rows = without_packs(filled(&home.path().join("vault.db")));
    kill_everywhere(
        "install",
        |path| {
            with_second_edition(path, &signer, &both);
        },
        |path| {
            let engine = reader(path).unwrap();
            let known = installed(&engine);
            assert!(known == Some((2, 2)) || known == Some((3, 3)), "{known:?}");
            assert!(without_packs(engine.vault.read(|connection| Ok(everything(connection)?)).unwrap()) == rows);
            // What was left over goes with the daily check, and the next one goes through.
            engine.daily_check(at(NOW)).unwrap();
            assert_eq!(added(path), 1);
            engine.install_pack(&mut both[1].as_slice()).unwrap();
            drop(engine);
            assert_eq!((installed(&reader(path).unwrap()), added(path)), (Some((3, 3)), 1));
        },
    );
}

/// Not a byte of room but for what the vault itself can give up.
#[test]
fn a_full_disk_lets_a_person_delete_and_back_up() {
    let home = tempfile::tempdir().unwrap();
    let stop = stop(home.path());
    let full = [("SAYWELL_ROOM", "0".to_owned())];
    let fresh = |name: &str| {
        let path = in_folder(home.path(), name);
        let rows = filled(&path);
        Vault::at(&path, &key()).unwrap().daily_check(at("2026-11-23T20:00")).unwrap().unwrap();
        (path, rows)
    };
    let (path, rows) = fresh("deleted");
    assert!(run(&stop, "erase", &path, &full).success());
    assert!(contents_at(&path).unwrap() != rows);
    println!("fault: full-disk-delete room=0 deleted=yes ok");

    let (path, rows) = fresh("backed-up");
    assert!(run(&stop, "back-up", &path, &full).success());
    assert!(contents_at(&path).unwrap() == rows);
    println!("fault: full-disk-backup room=0 made=yes ok");

    // A vault that has no copy yet, and no log.
    let path = in_folder(home.path(), "set");
    filled(&path);
    for _ in 0..3 {
        assert!(run(&stop, "set", &path, &full).success());
    }
    let hour = Vault::at(&path, &key()).unwrap().read(day_starts_at).unwrap();
    assert_eq!(hour, 4);
    files::remove(&files::beside(&path, files::RESERVE)).unwrap();
    assert!(!run(&stop, "set", &path, &full).success(), "it needs no reserve");
    println!("fault: full-disk-setting room=0 set=yes without-reserve=no ok");

    let (path, rows) = fresh("restored");
    fs::write(path.with_file_name(BACKUP), include_bytes!("../../../../tests/old/backup-8.saywell")).unwrap();
    assert!(!run(&stop, "restore", &path, &full).success());
    assert!(contents_at(&path).unwrap() == rows && !files::beside(&path, files::NEW).exists());
    println!("fault: full-disk-restore room=0 refused=yes unchanged=yes ok");

    let signer = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
    let path = in_folder(home.path(), "installed");
    with_second_edition(&path, &signer, &packs(&signer));
    let rows = contents_at(&path).unwrap();
    assert!(!run(&stop, "install", &path, &full).success());
    assert!(contents_at(&path).unwrap() == rows && added(&path) == 1);
    assert_eq!(installed(&reader(&path).unwrap()), Some((2, 2)));
    println!("fault: full-disk-install room=0 refused=yes unchanged=yes ok");
}
