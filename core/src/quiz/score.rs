//! Whether an answer is right. Pure, in whole numbers.

use crate::{Error, Result};
use saywell_content::{Item, ItemKind};
use std::collections::BTreeSet;

/// The ids of the chosen options, each once.
pub(crate) type Chosen = BTreeSet<String>;

/// The options that a person chose, as far as they can be an answer to this item.
pub(crate) fn answer(item: &Item, options: &[String]) -> Result<Chosen> {
    let chosen: Chosen = options.iter().cloned().collect();
    if !chosen.iter().all(|id| item.options.iter().any(|option| option.id == *id)) {
        return Err(Error::NotFound { kind: "option" });
    }
    match item.kind {
        ItemKind::Many if chosen.is_empty() => Err(Error::Invalid { field: "options", reason: "is one or more" }),
        ItemKind::One | ItemKind::TrueFalse if chosen.len() != 1 => {
            Err(Error::Invalid { field: "options", reason: "is exactly one" })
        }
        _ => Ok(chosen),
    }
}

/// Right if all the right options were chosen and no other.
pub(crate) fn is_right(item: &Item, chosen: &Chosen) -> bool {
    item.options.iter().all(|option| option.right == chosen.contains(&option.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use saywell_content::QuizOption;

    fn item(kind: ItemKind, right: &[bool]) -> Item {
        let option = |(n, &right): (usize, &bool)| QuizOption {
            id: n.to_string(),
            text: vec![],
            right,
            why: vec![],
            last: false,
        };
        let options = right.iter().enumerate().map(option).collect();
        Item { id: "i".into(), kind, ask: vec![], options, exercises: vec![] }
    }

    fn chosen(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|&id| id.to_owned()).collect()
    }

    #[test]
    fn an_answer_must_be_one() {
        let one = item(ItemKind::One, &[true, false]);
        let many = item(ItemKind::Many, &[true, false]);
        assert!(answer(&one, &chosen(&["0"])).is_ok());
        assert!(answer(&one, &chosen(&["0", "0"])).is_ok());
        assert!(matches!(answer(&one, &[]), Err(Error::Invalid { .. })));
        assert!(matches!(answer(&one, &chosen(&["0", "1"])), Err(Error::Invalid { .. })));
        assert!(matches!(answer(&many, &[]), Err(Error::Invalid { .. })));
        assert_eq!(answer(&many, &chosen(&["9"])), Err(Error::NotFound { kind: "option" }));
    }

    proptest! {
        #[test]
        fn right_is_all_of_the_right_ones_and_no_other(options in prop::collection::vec(any::<(bool, bool)>(), 2..7)) {
            let right: Vec<bool> = options.iter().map(|(right, _)| *right).collect();
            let item = item(ItemKind::Many, &right);
            let chosen: Chosen = options.iter().enumerate().filter(|(_, o)| o.1).map(|(n, _)| n.to_string()).collect();
            prop_assert_eq!(is_right(&item, &chosen), options.iter().all(|(right, chosen)| right == chosen));
        }
    }
}
