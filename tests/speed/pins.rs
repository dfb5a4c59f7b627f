//! What a PIN costs at the door: the right one, a wrong one, and one that opens nothing where there are four spaces.

use crate::cpu::{busy, median, wall};
use crate::{Fallible, Figures, KEY};
use saywell_core::content::Course;
use saywell_core::vault::Cost;
use saywell_core::{Engine, Error, Pin, Secret, Unlock};
use std::path::Path;

const TURNS: usize = 31;
/// What this phone takes as PINs of four spaces, and one that opens none.
const PINS: [&[u8]; 4] = [b"4711", b"271828", b"1414", b"602214"];
const UNKNOWN: &[u8] = b"3141";

/// All lines about PINs. The folders must be empty.
pub fn measure(figures: &mut Figures, one: &Path, four: &Path) -> Fallible<()> {
    let course = saywell_core::course()?;
    for folder in [one, four] {
        std::fs::create_dir(folder)?;
        drop(open(folder, None, &course)?);
        let pin = Pin::new(PINS[0])?;
        with(None, |unlock| open(folder, None, &course)?.set_pin(unlock, &pin, Cost::default()))?;
    }
    for pin in PINS.iter().skip(1) {
        let pin = Pin::new(pin)?;
        with(Some(PINS[0]), |unlock| open(four, Some(PINS[0]), &course)?.add_space(unlock, &pin))?;
    }
    let (mut right, mut waited) = (Vec::new(), Vec::new());
    let (mut unknown, mut unknown_of_four) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        for (folder, times) in [(one, &mut unknown), (four, &mut unknown_of_four)] {
            let mut result = Ok(());
            times.push(busy(|| result = open(folder, Some(UNKNOWN), &course).map(drop)));
            if result != Err(Error::WrongPin { wait_seconds: 0 }) {
                return Err("a PIN that opens nothing opened something".into());
            }
            // The right one clears the count.
            let mut result = Ok(());
            waited.push(wall(|| right.push(busy(|| result = open(folder, Some(PINS[0]), &course).map(drop)))));
            result?;
        }
    }
    println!("speed: unlock-right-pin {:.1} ms, {:.1} ms of it CPU", median(waited) / 1e3, median(right.clone()) / 1e3);
    println!("speed: unlock-unknown-pin {:.1} ms of CPU", median(unknown.clone()) / 1e3);
    let (one, four) = (median(unknown), median(unknown_of_four));
    figures.add("unknown-pin-of-four-spaces-vs-one", (four / one).max(one / four), "ratio", 1.05);
    Ok(())
}

fn open(folder: &Path, pin: Option<&[u8]>, course: &Course) -> Result<Engine, Error> {
    with(pin, |unlock| Engine::open(folder, unlock, course.clone()))
}

fn with<T>(digits: Option<&[u8]>, run: impl FnOnce(&Unlock) -> Result<T, Error>) -> Result<T, Error> {
    let pin = digits.map(Pin::new).transpose()?;
    run(&Unlock { secret: &Secret::new(&KEY), pin: pin.as_ref(), uptime_ms: 1_000_000 })
}
