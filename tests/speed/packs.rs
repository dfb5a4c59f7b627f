//! The largest pack that a phone takes: how long it keeps the processor, and how much memory it takes, in a process of its own.

use crate::cpu::busy;
use crate::figures::Figures;
use crate::{Fallible, KEY, open, unlock};
use saywell_core::content::pack::{Key, MOST_BYTES};
use saywell_core::content::{Chapter, Course};
use saywell_core::{Engine, Secret};
use saywell_tests::memory;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the process is told that installs.
pub const INSTALL: &str = "install-pack";
/// Languages in it; each course is filled up to its share.
const LANGUAGES: [&str; 6] = ["en", "es", "fr", "pt", "sw", "uk"];

/// Measures one that has all the bytes it may have.
pub fn measure(figures: &mut Figures, folder: &Path) -> Fallible<()> {
    fs::create_dir(folder)?;
    let signer = minisign::KeyPair::generate_unencrypted_keypair()?;
    let content = saywell_author::pack(&courses()?)?;
    let (pack, key) = (folder.join("pack"), folder.join("key"));
    fs::write(&pack, saywell_author::sign(&content, &signer.sk)?)?;
    fs::write(&key, format!("untrusted comment: here\n{}\n", signer.pk.to_base64()))?;
    open(&folder.join("phone"))?;
    let mut installing = Command::new(std::env::current_exe()?);
    let said = installing.arg(INSTALL).arg(folder).output()?;
    if !said.status.success() {
        return Err(String::from_utf8_lossy(&said.stderr).into());
    }
    println!("speed: pack {} bytes, {} languages", fs::metadata(&pack)?.len(), LANGUAGES.len());
    let told = String::from_utf8(said.stdout)?;
    let mut told = told.split_whitespace().map(str::parse::<f64>);
    let mut next = || told.next().ok_or("a figure is missing");
    figures.add("pack-verify-cpu", next()?? / 1e6, "s", 2.0);
    figures.add("pack-install-cpu", next()?? / 1e6, "s", 2.0);
    figures.add("pack-install-memory", next()?? / 1024.0, "MiB", 32.0);
    figures.add("pack-open-cpu", next()?? / 1e3, "ms", 200.0);
    Ok(())
}

/// The course in each language, with copies of its chapters until each has its share of the bytes.
fn courses() -> Fallible<Vec<Course>> {
    let course = saywell_core::course()?;
    let share = usize::try_from(MOST_BYTES)? / LANGUAGES.len() - 4_096;
    let chapters = serde_json::to_string(&course.chapters)?;
    let copies = (share - serde_json::to_vec(&course)?.len()) / chapters.len();
    let mut long = course.clone();
    long.edition.version += 1;
    for copy in 0..copies {
        let own = |text: String, kind: &str| text.replace(&format!("\"{kind}/"), &format!("\"{kind}/copy-{copy}-"));
        let more = own(own(chapters.clone(), "lesson"), "chapter");
        long.chapters.extend(serde_json::from_str::<Vec<Chapter>>(&more)?);
    }
    let missing = share - serde_json::to_vec(&long)?.len();
    // A little more of what nobody reads, in texts that are as long as they may be.
    long.telling.extend((0..missing / 8_003).map(|_| "a".repeat(8_000)));
    Ok(LANGUAGES.map(|language| Course { language: language.into(), ..long.clone() }).into())
}

/// The process that installs: prints microseconds of verifying and of installing, KiB of memory, and microseconds of the next
/// opening.
pub fn install(folder: &Path) -> Fallible<()> {
    let key = Key::read(&fs::read_to_string(folder.join("key"))?).map_err(|_| "no key")?;
    let phone = folder.join("phone");
    let engine = open(&phone)?.trusting(vec![key.clone()]);
    let pack = folder.join("pack");
    let mut previewed = Ok(());
    let verified = busy(|| previewed = engine.preview_pack_in(&pack).map(drop));
    previewed?;
    // In a process that has not read it before.
    let mut again = Command::new(std::env::current_exe()?);
    let said = again.arg(INSTALL).arg(folder).arg("alone").output()?;
    let told = String::from_utf8(said.stdout)?;
    let mut opened = Err("nothing was opened".into());
    let secret = Secret::new(&KEY);
    let course = saywell_core::course()?;
    let opening = busy(|| {
        opened =
            Engine::open(&phone, &unlock(&secret), course).map_err(Into::into).map(|engine| engine.trusting(vec![key]));
    });
    let shown: Fallible<Engine> = opened;
    if shown?.course().edition.version != saywell_core::course()?.edition.version + 1 {
        return Err(format!("it is not shown: {}", String::from_utf8_lossy(&said.stderr)).into());
    }
    println!("{verified} {told} {opening}");
    Ok(())
}

/// As [`install`], and nothing else: how long, and how much memory more than before.
pub fn install_alone(folder: &Path) -> Fallible<()> {
    let key = Key::read(&fs::read_to_string(folder.join("key"))?).map_err(|_| "no key")?;
    let engine = open(&folder.join("phone"))?.trusting(vec![key]);
    let before = memory("VmRSS");
    // From here on the most is counted anew.
    fs::write("/proc/self/clear_refs", "5")?;
    let mut installed = Ok(());
    let took = busy(|| installed = engine.install_pack_from(&folder.join("pack")).map(drop));
    installed?;
    println!("{took} {}", memory("VmHWM").saturating_sub(before));
    Ok(())
}
