//! What a log adds up to: tension before and after with its running middle, and two ratings in a row. Pure.

use super::session::Tension;
use crate::Moment;

/// How many sessions the running middle looks at, the newest being the one that it stands beside.
pub(super) const WINDOW: usize = 7;
/// From here on a rating is very high.
const VERY_TENSE: u8 = 9;

/// How tense a person was before and after one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TensionPair {
    /// When it began.
    pub started: Moment,
    /// Before.
    pub before: Tension,
    /// After.
    pub after: Tension,
    /// The middle of the ratings before, over this session and the six before it; of two middle ones the lower.
    pub middle_before: Tension,
    /// The same of the ratings after.
    pub middle_after: Tension,
}

/// The newest `limit` of these sessions, each with its running middle. Oldest first, as they come.
pub(super) fn with_middles(rated: &[(Moment, Tension, Tension)], limit: usize) -> Vec<TensionPair> {
    let first = rated.len().saturating_sub(limit);
    let pair = |(index, &(started, before, after)): (usize, &(Moment, Tension, Tension))| {
        let window = rated.get((index + 1).saturating_sub(WINDOW)..=index).unwrap_or_default();
        let middle_before = middle(window.iter().map(|(_, before, _)| *before)).unwrap_or(before);
        let middle_after = middle(window.iter().map(|(_, _, after)| *after)).unwrap_or(after);
        TensionPair { started, before, after, middle_before, middle_after }
    };
    rated.iter().enumerate().skip(first).map(pair).collect()
}

/// The middle of at most [`WINDOW`] ratings.
fn middle(ratings: impl Iterator<Item = Tension>) -> Option<Tension> {
    let mut sorted = [Tension::default(); WINDOW];
    let mut count = 0;
    for (place, rating) in sorted.iter_mut().zip(ratings) {
        *place = rating;
        count += 1;
    }
    let known = sorted.get_mut(..count)?;
    known.sort_unstable();
    known.get(count.saturating_sub(1) / 2).copied()
}

/// Whether the newest of these ratings, oldest first, is the second very high one in a row.
pub(super) fn twice_very_tense(ratings: impl DoubleEndedIterator<Item = Option<Tension>>) -> bool {
    let mut newest = ratings.rev().flatten().map(|tension| tension.value() >= VERY_TENSE);
    newest.next() == Some(true) && newest.next() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tension(value: u8) -> Tension {
        Tension::new(value).unwrap()
    }

    fn rated(values: &[u8]) -> Vec<(Moment, Tension, Tension)> {
        let started = Moment("2026-11-23T20:00:00+01:00".parse().unwrap());
        values.iter().map(|value| (started, tension(*value), tension(10 - value))).collect()
    }

    #[test]
    fn the_middle_runs_along() {
        let middles: Vec<u8> = with_middles(&rated(&[9, 1, 5, 5, 2, 8, 8, 8, 8]), 99)
            .iter()
            .map(|pair| pair.middle_before.value())
            .collect();
        assert_eq!(middles, [9, 1, 5, 5, 5, 5, 5, 5, 8]);
        // A shorter look at the same sessions says the same.
        let last = with_middles(&rated(&[9, 1, 5, 5, 2, 8, 8, 8, 8]), 1);
        assert_eq!((last.len(), last[0].middle_before.value()), (1, 8));
        assert_eq!(with_middles(&[], 5), []);
    }

    #[test]
    fn two_very_high_ones_in_a_row() {
        let twice = |values: &[Option<u8>]| twice_very_tense(values.iter().map(|value| value.map(tension)));
        assert!(twice(&[Some(9), Some(10)]) && twice(&[Some(2), Some(9), None, Some(9)]));
        for not in [&[][..], &[Some(9)], &[Some(9), Some(8)], &[Some(8), Some(9)], &[None, Some(10)]] {
            assert!(!twice(not), "{not:?}");
        }
        assert!(!twice(&[Some(9), Some(9), Some(3)]));
    }

    proptest! {
        #[test]
        fn half_of_the_window_is_no_higher_and_half_no_lower(values in prop::collection::vec(0..=10_u8, 1..40)) {
            for (index, pair) in with_middles(&rated(&values), values.len()).iter().enumerate() {
                let window = &values[(index + 1).saturating_sub(WINDOW)..=index];
                let middle = pair.middle_before.value();
                prop_assert!(window.contains(&middle));
                prop_assert!(window.iter().filter(|value| **value <= middle).count() * 2 >= window.len());
                prop_assert!(window.iter().filter(|value| **value >= middle).count() * 2 >= window.len());
            }
        }
    }
}
