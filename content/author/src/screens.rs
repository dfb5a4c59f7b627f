//! What may not stand side by side on one screen.
//!
//! Doxy after sex is a pill for some STIs and does nothing about HIV. Beside PEP, the emergency, one could be taken for
//! the other.

use crate::desk::Desk;
use crate::rule::Rule;
use crate::words::tokens;
use std::collections::BTreeMap;

/// Notes a fault for every screen that names both.
pub(crate) fn check(desk: &mut Desk) {
    let mut screens: BTreeMap<String, (bool, Option<usize>)> = BTreeMap::new();
    for (index, said) in desk.texts.iter().enumerate().filter(|(_, said)| said.tone.is_read()) {
        let (pep, doxy) = screens.entry(screen(&said.text.context)).or_default();
        for (_, word) in said.lines.iter().flat_map(|line| tokens(line)) {
            *pep |= word == "pep";
            if matches!(word.as_str(), "doxy" | "doxypep" | "doxycycline") {
                doxy.get_or_insert(index);
            }
        }
    }
    let both = screens.into_values().filter_map(|(pep, doxy)| doxy.filter(|_| pep));
    let places: Vec<_> = both.filter_map(|index| desk.texts.get(index)).map(|said| said.text.place.clone()).collect();
    for place in places {
        desk.fault(place, Rule::DoxyBesidePep, "doxy after sex and PEP on one card: one could be taken for the other");
    }
}

/// The card, item, help card, term … that a text belongs to.
pub(crate) fn screen(context: &str) -> String {
    let id = context.split('#').next().unwrap_or_default();
    let parts = if id.starts_with("lesson/") || id.starts_with("quiz/") { 3 } else { 2 };
    id.split('/').take(parts).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_a_card_an_item_or_a_whole_help_card() {
        assert_eq!(screen("lesson/talk-early/which-time/sunday#why"), "lesson/talk-early/which-time");
        assert_eq!(screen("quiz/one/item/option#text"), "quiz/one/item");
        assert_eq!(screen("help/pep/first-day#text"), "help/pep");
        assert_eq!(screen("term/pep#text"), "term/pep");
    }
}
