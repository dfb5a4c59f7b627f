//! A disk fills up while a person goes on. What is not saved changes nothing, what was acknowledged stays, and on a disk
//! without a free byte the vault still opens, takes a setting, and can be wiped.

use crate::dice::Dice;
use crate::life::Life;
use crate::person;
use crate::seen::seen;
use crate::tally::{Tally, progress};
use saywell_core::vault::{Cost, Lock, Passphrase, look, preview_backup_in, wipe};
use saywell_core::{Engine, Error, Result};
use saywell_tests::{at, open_for, secret};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The disk, in KiB, and the most that is left on it when a person goes on.
const DISK_KIB: u64 = 4_096;
const ROOM_KIB: usize = 300;
/// After so many turns that were not saved it is full enough.
const REFUSALS: u64 = 12;
const TURNS: u64 = 400;

pub fn run(count: u64) -> Tally {
    let mut tally = Tally::default();
    for what in ["disks", "acknowledged", "told", "done-all-the-same", "lost", "settings", "settings-refused", "wipes"]
    {
        tally.add(what, 0);
    }
    for seed in 0..count {
        match Disk::mount() {
            Ok(disk) => fill(&mut tally, seed, &disk),
            Err(why) => {
                tally.miss("not-mounted", &why);
                break;
            }
        }
        progress("full", seed + 1, count);
    }
    tally
}

/// A file system in memory, and what takes its room.
struct Disk(PathBuf);

impl Disk {
    fn mount() -> std::result::Result<Self, String> {
        let place = tempfile::tempdir().unwrap().keep();
        let size = format!("size={DISK_KIB}k");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&place).output().unwrap();
        if mount.status.success() { Ok(Self(place)) } else { Err(String::from_utf8_lossy(&mount.stderr).into()) }
    }

    fn phone(&self) -> PathBuf {
        self.0.join("phone")
    }

    /// Leaves so many bytes.
    fn leave(&self, bytes: u64) {
        let mut ballast = OpenOptions::new().append(true).create(true).open(self.0.join("ballast")).unwrap();
        while ballast.write_all(&[1; 4_096]).is_ok() {}
        let length = ballast.metadata().unwrap().len();
        ballast.set_len(length.saturating_sub(bytes)).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
        let _ = fs::remove_dir(&self.0);
    }
}

fn opened(folder: &Path) -> Result<Engine> {
    open_for(folder, saywell_core::course().unwrap())
}

fn fill(tally: &mut Tally, seed: u64, disk: &Disk) {
    let mut dice = Dice::of(seed, 0);
    fs::create_dir(disk.phone()).unwrap();
    let engine = opened(&disk.phone()).unwrap();
    // As every shell does on each day's first opening; it takes the first copy.
    engine.daily_check(at("2026-11-23T20:00")).unwrap();
    let life = Life::of(seed);
    let (mut turn, mut refusals, full_from) = (0, 0, 10 + dice.next() % 60);
    while turn < TURNS && refusals < REFUSALS {
        if turn == full_from {
            disk.leave(1_024 * u64::try_from(dice.below(ROOM_KIB)).unwrap());
        }
        if person::is_told_unsaved(&person::act(&engine, seed, turn)) {
            refusals += 1;
            let found = seen(&engine).unwrap();
            if found != life.seen() {
                life.take(turn);
                tally.add("done-all-the-same", 1);
            }
        } else {
            life.take(turn);
            tally.add("acknowledged", 1);
        }
        if seen(&engine).unwrap() != life.seen() {
            return tally.miss("lost", &format!("seed {seed}, turn {turn}"));
        }
        turn += 1;
    }
    tally.add("disks", 1);
    tally.add("told", refusals);
    disk.leave(0);
    without_a_byte(tally, seed, disk, engine, &life.seen());
}

/// What must work when there is no room at all.
fn without_a_byte(tally: &mut Tally, seed: u64, disk: &Disk, engine: Engine, known: &str) {
    let now = at("2027-02-01T20:00");
    match engine.set_day_starts_at(engine.day_starts_at().unwrap()) {
        Ok(()) => tally.add("settings", 1),
        Err(fault) => tally.miss("settings-refused", &format!("seed {seed}: {fault}")),
    }
    let passphrase = Passphrase::new(b"a heron by the river".to_vec()).unwrap();
    let file = disk.0.join("backup");
    // It empties the log first, which makes a little room; a small one may fit.
    match engine.back_up_to(&file, &passphrase, Cost::new(8, 1).unwrap(), now) {
        Ok(contents) => {
            let kept = preview_backup_in(&file, &passphrase).map(|preview| preview.contents);
            if kept != Ok(contents) {
                tally.miss("lost", &format!("seed {seed}: a backup that cannot be read: {kept:?}"));
            }
            tally.add("backups", 1);
        }
        Err(Error::NoSpace) => tally.add("backups-refused", 1),
        Err(fault) => tally.miss("backups-refused", &format!("seed {seed}: {fault}")),
    }
    let _ = fs::remove_file(file);
    disk.leave(0);
    drop(engine);
    let engine = match opened(&disk.phone()) {
        Ok(engine) => engine,
        Err(fault) => return tally.miss("lost", &format!("seed {seed}: does not open on a full disk: {fault}")),
    };
    if seen(&engine).unwrap() != known {
        return tally.miss("lost", &format!("seed {seed}: what was acknowledged, on a full disk"));
    }
    disk.leave(0);
    let wiped = if seed.is_multiple_of(2) {
        engine.wipe(&[])
    } else {
        drop(engine);
        wipe(&disk.phone(), &[])
    };
    match (wiped, look(&disk.phone(), Some(&secret()), 0)) {
        (Ok(()), Ok(Lock::New)) => tally.add("wipes", 1),
        (wiped, lock) => tally.miss("wipes", &format!("seed {seed}: {wiped:?}, {lock:?}")),
    }
    let fresh = opened(&disk.phone());
    if !matches!(fresh, Ok(_) | Err(Error::NoSpace)) {
        tally.miss("lost", &format!("seed {seed}: a new vault is refused with {:?}", fresh.err()));
    }
}
