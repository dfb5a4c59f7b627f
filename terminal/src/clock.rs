//! Time. The only place in this program that reads a clock; everything else is handed a moment.
//!
//! `SAYWELL_NOW` makes the clock stand still: then nothing waits either, and a relaxation plays at once.

use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, civil};
use saywell_core::Moment;
use std::time::{Duration, Instant};

/// The wall clock of this computer, or one that stands still.
pub struct Clock {
    fixed: Option<DateTime<FixedOffset>>,
}

impl Clock {
    /// The clock that the environment asks for.
    pub fn of(now: Option<String>) -> Result<Self, String> {
        let fixed = now.map(|text| DateTime::parse_from_rfc3339(&text)).transpose();
        let fixed = fixed.map_err(|_| "SAYWELL_NOW is a moment such as 2026-11-23T20:00:00+01:00.".to_owned())?;
        Ok(Self { fixed })
    }

    /// Whether it stands still.
    pub fn stands_still(&self) -> bool {
        self.fixed.is_some()
    }

    /// This instant.
    pub fn now(&self) -> Moment {
        Moment(self.fixed.unwrap_or_else(|| on_the_wall(Timestamp::now()).unwrap_or_default()))
    }

    /// How long this computer has been on, in milliseconds. It stands still for nobody.
    #[expect(clippy::unused_self, reason = "reads as what it is: a look at a clock")]
    pub fn uptime_ms(&self) -> u64 {
        uptime_ms()
    }

    /// Which offsets from UTC hold when the clock on the wall shows this: none, one or two.
    pub fn offsets(&self, at: NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        if let Some(fixed) = self.fixed {
            return MappedLocalTime::Single(*fixed.offset());
        }
        let Ok(wall) = at.format("%Y-%m-%dT%H:%M:%S").to_string().parse::<civil::DateTime>() else {
            return MappedLocalTime::None;
        };
        let east = |offset: Offset| FixedOffset::east_opt(offset.seconds());
        let found = match TimeZone::system().to_ambiguous_timestamp(wall).offset() {
            AmbiguousOffset::Unambiguous { offset } => east(offset).map(MappedLocalTime::Single),
            AmbiguousOffset::Gap { .. } => None,
            AmbiguousOffset::Fold { before, after } => {
                east(before).zip(east(after)).map(|(one, two)| MappedLocalTime::Ambiguous(one, two))
            }
        };
        found.unwrap_or(MappedLocalTime::None)
    }
}

/// What the wall clock of this computer shows at that instant.
fn on_the_wall(instant: Timestamp) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(TimeZone::system().to_offset(instant).seconds())?;
    Some(DateTime::from_timestamp_millis(instant.as_millisecond())?.with_timezone(&offset))
}

/// Time that only runs forward, whatever happens to the wall clock; it can be stopped and go on.
pub struct Stopwatch {
    before: Duration,
    running: Option<Instant>,
}

impl Stopwatch {
    /// Runs from here, with this much on it.
    pub fn from(milliseconds: i64) -> Self {
        let before = Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0));
        Self { before, running: Some(instant()) }
    }

    /// What it shows.
    pub fn milliseconds(&self) -> i64 {
        let all = self.before + self.running.map_or(Duration::ZERO, |since| instant().duration_since(since));
        i64::try_from(all.as_millis()).unwrap_or(i64::MAX)
    }

    /// Stops, or goes on.
    pub fn set_running(&mut self, running: bool) {
        let shown = Duration::from_millis(u64::try_from(self.milliseconds()).unwrap_or(0));
        *self = Self { before: shown, running: running.then(instant) };
    }
}

#[cfg(unix)]
fn uptime_ms() -> u64 {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(target_os = "linux")]
    let clock = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    let clock = ClockId::Monotonic;
    let on = clock_gettime(clock);
    u64::try_from(on.tv_sec * 1_000 + on.tv_nsec / 1_000_000).unwrap_or(0)
}

// Elsewhere a wait counts from the start of the program: it begins anew with each one, and is never shorter.
#[cfg(not(unix))]
fn uptime_ms() -> u64 {
    static STARTED: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let on = instant().duration_since(*STARTED.get_or_init(instant));
    u64::try_from(on.as_millis()).unwrap_or(u64::MAX)
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the monotonic clock")]
fn instant() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_still_knows_its_own_wall() {
        let clock = Clock::of(Some("2026-11-23T20:00:00+01:00".into())).unwrap();
        let offset = MappedLocalTime::Single(*clock.now().0.offset());
        assert_eq!(clock.offsets(clock.now().0.naive_local()), offset);
        assert!(Clock::of(Some("yesterday".into())).is_err());
    }

    #[test]
    fn the_clock_on_the_wall_knows_its_offset_now() {
        let clock = Clock::of(None).unwrap();
        let now = clock.now().0;
        let offsets = clock.offsets(now.naive_local());
        assert!([offsets.earliest(), offsets.latest()].contains(&Some(*now.offset())));
    }

    #[test]
    fn a_stopwatch_that_is_stopped_stands() {
        let mut watch = Stopwatch::from(1_500);
        watch.set_running(false);
        let shown = watch.milliseconds();
        std::thread::sleep(Duration::from_millis(5));
        assert!(shown >= 1_500 && watch.milliseconds() == shown);
    }
}
