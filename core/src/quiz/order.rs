//! The order in which an attempt shows items and options. Pure.

use crate::mix::mix;
use saywell_content::{Item, ItemKind, Quiz, QuizOption};

/// The items of a quiz, in the order of this seed.
pub(crate) fn items(quiz: &Quiz, seed: u64) -> Vec<&Item> {
    let mut items: Vec<&Item> = quiz.items.iter().collect();
    items.sort_by_key(|item| mix(seed, &item.id));
    items
}

/// The options of an item, in the order of this seed: pinned ones stay last, and true comes before false.
pub(crate) fn options(item: &Item, seed: u64) -> Vec<&QuizOption> {
    let mut options: Vec<&QuizOption> = item.options.iter().collect();
    if item.kind != ItemKind::TrueFalse {
        options.sort_by_key(|option| (option.last, mix(seed, &option.id)));
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(kind: ItemKind, options: usize, pinned: bool) -> Item {
        let option = |n| QuizOption {
            id: format!("quiz/q/i/o{n}"),
            text: vec![],
            right: n == 0,
            why: vec![],
            last: pinned && n + 1 == options,
        };
        Item {
            id: "quiz/q/i".into(),
            kind,
            ask: vec![],
            options: (0..options).map(option).collect(),
            exercises: vec![],
        }
    }

    fn ids<'a>(options: &[&'a QuizOption]) -> Vec<&'a str> {
        options.iter().map(|option| option.id.as_str()).collect()
    }

    proptest! {
        #[test]
        fn every_option_is_shown_once_and_the_pinned_one_last(seed: u64, count in 2..7_usize, pinned: bool) {
            let item = item(ItemKind::One, count, pinned);
            let shown = options(&item, seed);
            let mut sorted = ids(&shown);
            sorted.sort_unstable();
            prop_assert_eq!(sorted, ids(&item.options.iter().collect::<Vec<_>>()));
            if pinned {
                prop_assert!(shown.last().unwrap().last);
            }
        }

        #[test]
        fn an_option_that_an_editor_removes_leaves_the_others_in_place(seed: u64, count in 3..7_usize, gone in 0..3_usize) {
            let before = item(ItemKind::Many, count, false);
            let mut after = before.clone();
            let removed = after.options.remove(gone).id;
            let mut left = ids(&options(&before, seed));
            left.retain(|id| *id != removed);
            prop_assert_eq!(left, ids(&options(&after, seed)));
        }

        #[test]
        fn true_comes_before_false(seed: u64) {
            let item = item(ItemKind::TrueFalse, 2, false);
            prop_assert_eq!(ids(&options(&item, seed)), ["quiz/q/i/o0", "quiz/q/i/o1"]);
        }
    }

    #[test]
    fn each_place_is_as_likely_for_the_right_answer() {
        let item = item(ItemKind::One, 4, false);
        let mut at = [0_u32; 4];
        for seed in 0..4_000 {
            at[options(&item, seed).iter().position(|option| option.right).unwrap()] += 1;
        }
        assert!(at.iter().all(|count| (850..1_150).contains(count)), "{at:?}");
    }
}
