//! What can happen to sessions.

use crate::relaxation::Form;
use proptest::prelude::*;

#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Start { id: u8, form: Form, before: Option<u8> },
    Report { id: u8, elapsed: i64 },
    Pause { id: u8, elapsed: i64 },
    Resume { id: u8 },
    Finish { id: u8, elapsed: i64, after: Option<u8> },
    Leave { id: u8, elapsed: i64 },
    Current,
    Kill,
    Clock { minutes: i64 },
    Zone { hours: i32 },
    DayStart { hour: u8 },
    Delete { id: u8 },
    DeleteDay,
}

/// Mostly what people do, and now and then anything.
pub(super) fn step() -> impl Strategy<Value = Step> {
    let id = || 0..6_u8;
    let elapsed = || prop_oneof![8 => -1..16 * super::MINUTE, 1 => Just(i64::MIN), 1 => Just(i64::MAX)];
    let tension = || prop_oneof![1 => Just(None), 2 => (0..=10_u8).prop_map(Some), 2 => (9..=10_u8).prop_map(Some)];
    let form = prop_oneof![Just(Form::Five), Just(Form::Full), Just(Form::Fifteen), Just(Form::Short)];
    let jump = prop_oneof![6 => 0..12_i64, 2 => -30..30_i64, 1 => -3_000..3_000_i64];
    prop_oneof![
        6 => (id(), form, tension()).prop_map(|(id, form, before)| Step::Start { id, form, before }),
        6 => (id(), elapsed()).prop_map(|(id, elapsed)| Step::Report { id, elapsed }),
        4 => (id(), elapsed()).prop_map(|(id, elapsed)| Step::Pause { id, elapsed }),
        4 => id().prop_map(|id| Step::Resume { id }),
        4 => (id(), elapsed(), tension()).prop_map(|(id, elapsed, after)| Step::Finish { id, elapsed, after }),
        2 => (id(), elapsed()).prop_map(|(id, elapsed)| Step::Leave { id, elapsed }),
        4 => Just(Step::Current),
        1 => Just(Step::Kill),
        6 => jump.prop_map(|minutes| Step::Clock { minutes }),
        1 => (-11..12_i32).prop_map(|hours| Step::Zone { hours }),
        1 => (0..24_u8).prop_map(|hour| Step::DayStart { hour }),
        1 => id().prop_map(|id| Step::Delete { id }),
        1 => Just(Step::DeleteDay),
    ]
}
