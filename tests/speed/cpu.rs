//! How long something takes: on the wall, and on the processor.
#![expect(clippy::disallowed_methods, reason = "this is the stopwatch")]

use std::fs;
use std::time::Instant;

/// Microseconds on the wall.
pub fn wall(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1e6
}

/// Microseconds of this thread on a processor, as the kernel counts them.
pub fn busy(work: impl FnOnce()) -> f64 {
    let before = on_processor();
    work();
    (on_processor() - before) / 1e3
}

/// Nanoseconds: the first figure of `schedstat`.
fn on_processor() -> f64 {
    let line = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    line.split(' ').next().and_then(|figure| figure.parse().ok()).unwrap_or(f64::NAN)
}

/// The middle one.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
