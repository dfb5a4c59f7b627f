//! How long something takes: on the wall, and on the processor.
#![expect(clippy::disallowed_methods, clippy::cast_precision_loss, reason = "this is the stopwatch")]

use rustix::time::{ClockId, clock_gettime};
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

/// Nanoseconds.
fn on_processor() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}

/// The middle one.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
