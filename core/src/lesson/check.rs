//! The rule of a check: one tap, a reason, and once more in other words if it was not the better answer. Pure.

use crate::{Error, Result};
use saywell_content::{CheckOption, Line};

/// What a person tapped, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tapped {
    /// The option tapped last.
    pub option: String,
    /// 1 or 2.
    pub tries: u8,
}

/// What the screen says to a tap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFeedback {
    /// The option tapped last.
    pub option: String,
    /// Whether it is the better one.
    pub right: bool,
    /// Why.
    pub why: Line,
    /// The question in other words, while it may be answered once more.
    pub again: Option<Line>,
}

/// The tap after `before`. The same tap twice is one; after the better answer or a second try it is over.
pub(super) fn tapped(options: &[CheckOption], before: Option<&Tapped>, option: &str) -> Result<Tapped> {
    let chosen = find(options, option)?;
    match before {
        None => Ok(Tapped { option: chosen.id.clone(), tries: 1 }),
        Some(before) if before.option == option => Ok(before.clone()),
        Some(before) if may_try_again(options, before) => Ok(Tapped { option: chosen.id.clone(), tries: 2 }),
        Some(_) => Err(Error::OutOfDate { kind: "check" }),
    }
}

/// What to say. An option that an editor has taken away has nothing to say.
pub(super) fn feedback(options: &[CheckOption], again: &Line, tapped: &Tapped) -> Option<CheckFeedback> {
    let chosen = find(options, &tapped.option).ok()?;
    Some(CheckFeedback {
        option: chosen.id.clone(),
        right: chosen.right,
        why: chosen.why.clone(),
        again: may_try_again(options, tapped).then(|| again.clone()),
    })
}

fn may_try_again(options: &[CheckOption], tapped: &Tapped) -> bool {
    tapped.tries < 2 && !find(options, &tapped.option).is_ok_and(|chosen| chosen.right)
}

fn find<'a>(options: &'a [CheckOption], id: &str) -> Result<&'a CheckOption> {
    options.iter().find(|option| option.id == id).ok_or(Error::NotFound { kind: "option" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<CheckOption> {
        ["yes", "no", "maybe"]
            .map(|id| CheckOption { id: id.into(), text: vec![], right: id == "yes", why: vec![] })
            .into()
    }

    fn after(taps: &[&str]) -> Result<Tapped> {
        let mut last = None;
        for tap in taps {
            last = Some(tapped(&options(), last.as_ref(), tap)?);
        }
        last.ok_or(Error::NotFound { kind: "tap" })
    }

    #[test]
    fn a_check_may_be_answered_once_more_until_it_is_right() {
        for (taps, tries, again) in [
            (&["yes"][..], 1, false),
            (&["no"], 1, true),
            (&["no", "no"], 1, true),
            (&["no", "yes"], 2, false),
            (&["no", "maybe"], 2, false),
            (&["no", "maybe", "maybe"], 2, false),
        ] {
            let tapped = after(taps).unwrap();
            let said = feedback(&options(), &vec![], &tapped).unwrap();
            assert_eq!((tapped.tries, said.again.is_some()), (tries, again), "{taps:?}");
        }
    }

    #[test]
    fn when_it_is_over_it_is_over() {
        for taps in [&["yes", "no"][..], &["no", "maybe", "yes"]] {
            assert_eq!(after(taps), Err(Error::OutOfDate { kind: "check" }), "{taps:?}");
        }
        assert_eq!(after(&["what"]), Err(Error::NotFound { kind: "option" }));
    }
}
