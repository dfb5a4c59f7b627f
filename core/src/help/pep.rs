//! The rule of the PEP helper. Pure: from what a person says to what they are told; nothing is stored.
//!
//! PEP is an emergency with a limit of 72 hours (US CDC, nPEP guideline, May 2025: first dose as soon as possible, ideally
//! within 24 hours, never later than 72). The rule is careful in one direction: urgency counts from the earliest moment it
//! may have been, and the window is over only if even the latest moment is past it. What cannot be is treated as "not
//! sure", and "not sure" means: go now.

use crate::Moment;
use saywell_content::PepState;

/// Hours after which the first day is over.
const FIRST_DAY_HOURS: i64 = 24;
const MS_PER_HOUR: i64 = 3_600_000;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PepContact {
    /// Sex.
    Sex,
    /// Shared works.
    Works,
    /// Something else, or not sure.
    Other,
    /// Only touch, kissing, spit or whole skin.
    Touch,
}

/// When it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PepTime {
    /// Between these two, both included; the same twice if the person knows.
    Between {
        /// Not earlier than this.
        earliest: Moment,
        /// Not later than this.
        latest: Moment,
    },
    /// About this many hours ago: from the early end one hour more, from the late end a sixth less, since who counts in days may
    /// be off by half a day in three.
    AboutHoursAgo {
        /// So many, as the person said it.
        hours: u16,
        /// When they were asked: time goes on while the page stays.
        asked: Moment,
    },
    /// Not sure.
    NotSure,
}

/// What a person tells the helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that a person answers with yes or no")]
pub(super) struct PepAnswers {
    /// They know that they have HIV.
    pub has_hiv: bool,
    /// What happened.
    pub contact: PepContact,
    /// When.
    pub time: PepTime,
    /// Someone forced them.
    pub forced: bool,
    /// They say that the other person surely stays undetectable.
    pub partner_undetectable: bool,
    /// They take PrEP.
    pub on_prep: bool,
    /// They are pregnant, or may be.
    pub pregnant: bool,
}

/// What to say, in this order, and the hours that are left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PepRuling {
    pub states: Vec<PepState>,
    /// Whole hours to the limit, rounded down; only where the time is known, and the first day over: no page says on that day
    /// how long there is to wait.
    pub hours_left: Option<u16>,
}

/// What to say to these answers at `now`, where a first dose is not usually given after `limit_hours`.
pub(super) fn ruling(answers: &PepAnswers, limit_hours: u16, now: Moment) -> PepRuling {
    let mut states = Vec::new();
    if answers.forced {
        states.push(PepState::Forced);
    }
    if answers.has_hiv {
        states.push(PepState::HasHiv);
        return PepRuling { states, hours_left: None };
    }
    if answers.contact == PepContact::Touch && !answers.forced {
        states.push(PepState::NoContact);
        return PepRuling { states, hours_left: None };
    }
    let (time, hours_left) = time_state(answers.time, i64::from(limit_hours), now);
    states.push(time);
    let overlays = [
        (answers.contact == PepContact::Works, PepState::Works),
        // Undetectable is about sex only, and nobody weighs it for a person who was forced.
        (
            answers.partner_undetectable && answers.contact == PepContact::Sex && !answers.forced,
            PepState::PartnerUndetectable,
        ),
        (answers.on_prep, PepState::OnPrep),
        (answers.pregnant, PepState::Pregnant),
    ];
    states.extend(overlays.iter().filter(|(holds, _)| *holds).map(|(_, state)| *state));
    PepRuling { states, hours_left }
}

fn time_state(time: PepTime, limit_hours: i64, now: Moment) -> (PepState, Option<u16>) {
    let Some((longest, shortest)) = span(time, now) else { return (PepState::NotSure, None) };
    let limit = limit_hours * MS_PER_HOUR;
    if shortest >= limit {
        return (PepState::WindowOver, None);
    }
    if longest >= limit {
        return (PepState::NotSure, None);
    }
    if longest < FIRST_DAY_HOURS * MS_PER_HOUR {
        return (PepState::FirstDay, None);
    }
    (PepState::StillTime, u16::try_from((limit - longest) / MS_PER_HOUR).ok())
}

/// The longest and the shortest time since then, in milliseconds. None if unsure, or if it cannot be: a beginning
/// that is to come, or an end before it, says that a clock was changed or a finger slipped.
fn span(time: PepTime, now: Moment) -> Option<(i64, i64)> {
    match time {
        PepTime::NotSure => None,
        PepTime::AboutHoursAgo { hours, asked } => {
            let hours = i64::from(hours);
            let since = now.utc_ms().checked_sub(asked.utc_ms())?.max(0);
            Some(((hours + 1) * MS_PER_HOUR + since, (hours - hours / 6) * MS_PER_HOUR))
        }
        PepTime::Between { earliest, latest } => {
            let longest = now.utc_ms().checked_sub(earliest.utc_ms())?;
            // A part of the day that is now has not come to its end.
            let shortest = now.utc_ms().checked_sub(latest.utc_ms())?.max(0);
            (longest >= shortest).then_some((longest, shortest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PepState as S;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    fn now() -> Moment {
        Moment("2026-11-23T12:00:00+01:00".parse().unwrap())
    }

    fn ago(minutes: i64) -> Moment {
        Moment(now().0 - TimeDelta::minutes(minutes))
    }

    fn between(longest_minutes: i64, shortest_minutes: i64) -> PepTime {
        PepTime::Between { earliest: ago(longest_minutes), latest: ago(shortest_minutes) }
    }

    fn about(hours: u16) -> PepTime {
        PepTime::AboutHoursAgo { hours, asked: now() }
    }

    fn answers(time: PepTime) -> PepAnswers {
        PepAnswers {
            has_hiv: false,
            contact: PepContact::Sex,
            time,
            forced: false,
            partner_undetectable: false,
            on_prep: false,
            pregnant: false,
        }
    }

    fn say(answers: PepAnswers) -> Vec<S> {
        ruling(&answers, 72, now()).states
    }

    #[test]
    fn the_time_decides_how_urgent_it_is() {
        let hour = 60;
        for (time, state, left) in [
            (between(0, 0), S::FirstDay, None),
            (between(24 * hour - 1, 1), S::FirstDay, None),
            (between(24 * hour, hour), S::StillTime, Some(48)),
            (between(72 * hour - 1, hour), S::StillTime, Some(0)),
            (between(72 * hour, 72 * hour - 1), S::NotSure, None),
            (between(200 * hour, 10 * hour), S::NotSure, None),
            (between(72 * hour, 72 * hour), S::WindowOver, None),
            (between(200 * hour, 73 * hour), S::WindowOver, None),
            (between(-5, -5), S::NotSure, None),
            (between(5, 10), S::NotSure, None),
            (about(0), S::FirstDay, None),
            (about(22), S::FirstDay, None),
            (about(23), S::StillTime, Some(48)),
            (about(71), S::NotSure, None),
            (about(72), S::NotSure, None),
            (about(85), S::NotSure, None),
            (about(86), S::WindowOver, None),
            (PepTime::NotSure, S::NotSure, None),
        ] {
            let ruling = ruling(&answers(time), 72, now());
            assert_eq!((ruling.states, ruling.hours_left), (vec![state], left), "{time:?}");
        }
    }

    /// The page may be opened again much later, or the clock be set back meanwhile.
    #[test]
    fn hours_that_were_said_go_on() {
        let said = |minutes_ago| answers(PepTime::AboutHoursAgo { hours: 60, asked: ago(minutes_ago) });
        for (minutes_ago, state, left) in [
            (0, S::StillTime, Some(11)),
            (10 * 60, S::StillTime, Some(1)),
            (12 * 60, S::NotSure, None),
            (-60, S::StillTime, Some(11)),
        ] {
            let ruling = ruling(&said(minutes_ago), 72, now());
            assert_eq!((ruling.states, ruling.hours_left), (vec![state], left), "{minutes_ago}");
        }
    }

    #[test]
    fn who_it_is_for_comes_before_the_time() {
        let now = answers(between(60, 60));
        assert_eq!(say(PepAnswers { has_hiv: true, on_prep: true, ..now }), [S::HasHiv]);
        assert_eq!(say(PepAnswers { contact: PepContact::Touch, ..now }), [S::NoContact]);
    }

    #[test]
    fn a_person_who_was_forced_is_never_told_that_nothing_happened() {
        let forced = PepAnswers { forced: true, ..answers(between(60, 60)) };
        assert_eq!(say(forced), [S::Forced, S::FirstDay]);
        assert_eq!(say(PepAnswers { contact: PepContact::Touch, ..forced }), [S::Forced, S::FirstDay]);
        assert_eq!(say(PepAnswers { partner_undetectable: true, ..forced }), [S::Forced, S::FirstDay]);
        assert_eq!(say(PepAnswers { has_hiv: true, ..forced }), [S::Forced, S::HasHiv]);
    }

    #[test]
    fn undetectable_is_about_sex_only() {
        let sure = PepAnswers { partner_undetectable: true, ..answers(between(60, 60)) };
        assert_eq!(say(sure), [S::FirstDay, S::PartnerUndetectable]);
        assert_eq!(say(PepAnswers { contact: PepContact::Works, ..sure }), [S::FirstDay, S::Works]);
        assert_eq!(say(PepAnswers { contact: PepContact::Other, ..sure }), [S::FirstDay]);
    }

    #[test]
    fn more_is_added_under_it() {
        let more = PepAnswers { on_prep: true, pregnant: true, ..answers(PepTime::NotSure) };
        assert_eq!(say(more), [S::NotSure, S::OnPrep, S::Pregnant]);
    }

    proptest! {
        #[test]
        fn nobody_who_may_be_in_time_is_told_that_it_is_over(longest in 0..10_000_i64, shortest in 0..10_000_i64) {
            let states = say(answers(between(longest.max(shortest), longest.min(shortest))));
            prop_assert_eq!(states == [S::WindowOver], longest.min(shortest) >= 72 * 60);
        }
    }
}
