//! What a call costs an app: the same three calls from Kotlin and from Swift, and in Rust, on the same vault.
//!
//! Each language makes its calls in a process of its own, warm, and tells the median of each; `tests/contract/*/run speed`
//! builds and runs the other two.

use crate::cpu::{median, wall};
use crate::figures::Figures;
use crate::{Fallible, KEY};
use saywell::{Saywell, Unlock};
use saywell_core::Moment;
use saywell_core::relaxation::{Form, Start};
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

/// What is called, in this order everywhere: a number, a record of records, and a list of records.
const CALLS: [&str; 3] = ["day-starts-at", "home", "timeline"];
const CUES: usize = 66;
/// As in Kotlin and in Swift.
const WARM: usize = 2_000;
const MEASURED: usize = 1_001;
/// Milliseconds that Home may take from Kotlin, so that a screen does not wait for it.
const HOME: f64 = 0.3;

/// Compares on a vault in daily use.
pub fn compare(figures: &mut Figures, vault: &Path, now: Moment) -> Fallible<()> {
    let rust = {
        let unlock = Unlock { secret: KEY.to_vec(), pin: None, uptime_ms: 1 };
        from_rust(&Saywell::open(vault.to_str().ok_or("a path in UTF-8")?, unlock, vec![])?, now)?
    };
    let kotlin = elsewhere("kotlin", vault)?;
    let swift = elsewhere("swift", vault)?;
    for (call, ((rust, kotlin), swift)) in CALLS.iter().zip(rust.iter().zip(&kotlin).zip(&swift)) {
        println!(
            "speed: call-{call} rust {rust:.1} us, kotlin {kotlin:.1} us ({:+.1}), swift {swift:.1} us ({:+.1})",
            kotlin - rust,
            swift - rust
        );
    }
    let [_, home, _] = kotlin;
    figures.add("call-home-from-kotlin", home / 1e3, "ms", HOME);
    Ok(())
}

/// Microseconds of each call.
fn from_rust(saywell: &Saywell, now: Moment) -> Fallible<[f64; CALLS.len()]> {
    let (progress, relaxation) = (saywell.progress(), saywell.relaxation());
    let start = Start { id: "door".into(), script: "relaxation/slow-breath".into(), form: Form::Five, before: None };
    let cues = relaxation.start_relaxation(start, now)?.timeline.cues.len();
    if cues != CUES {
        return Err(format!("{cues} cues, not {CUES}").into());
    }
    Ok([
        warm(|| black_box(progress.day_starts_at()).is_ok())?,
        warm(|| black_box(progress.home(now)).is_ok())?,
        warm(|| black_box(relaxation.current_relaxation(now)).is_ok())?,
    ])
}

/// The median after so many calls that nothing is done for the first time.
fn warm(mut call: impl FnMut() -> bool) -> Fallible<f64> {
    let mut good = true;
    let mut times: Vec<f64> = (0..WARM + MEASURED).map(|_| wall(|| good &= call())).collect();
    if good { Ok(median(times.split_off(WARM))) } else { Err("a call failed".into()) }
}

/// The same from another language, which prints `call NAME MICROSECONDS` a line.
fn elsewhere(language: &str, vault: &Path) -> Fallible<[f64; CALLS.len()]> {
    let mut run = Command::new(format!("tests/contract/{language}/run"));
    let output = run.arg("speed").env("CONTRACT_VAULT", vault).output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(format!("{language}: {said}{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let mut times = [f64::NAN; CALLS.len()];
    for (name, time) in CALLS.iter().zip(&mut times) {
        let line = said.lines().find_map(|line| line.strip_prefix(&format!("call {name} ")));
        *time = line.ok_or_else(|| format!("{language} says nothing of {name}"))?.trim().parse()?;
    }
    Ok(times)
}
