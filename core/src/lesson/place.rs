//! The rule of where a reader stands in a unit. Pure: no store.
//!
//! A reader moves card by card, goes back, or jumps to a card they have seen. A gate is passed only by its answer. The
//! course may be edited between two openings: then the reader goes on at the first card they have not seen.

use crate::{Error, Result};
use saywell_content::{Card, CardKind, Course, Unit};
use std::collections::HashSet;

/// Where the reader stands in one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceRow {
    /// The unit's id.
    pub unit: String,
    /// The card's id.
    pub card: String,
    /// The unit's last card was on screen once.
    pub done: bool,
}

/// What the reader asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move<'a> {
    /// The card after this one.
    Next,
    /// The card before this one.
    Back,
    /// A card that was seen, by its id.
    To(&'a str),
}

/// Where a move leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// To a card, and its position from 0.
    At(usize, &'a Card),
    /// Past the last card.
    End,
}

/// The unit to go on with: of those that are not done, the one read last, or else the first one. `places` has the one
/// read last first.
pub(super) fn go_on<'a>(course: &'a Course, places: &[PlaceRow]) -> Option<&'a Unit> {
    let read_last = places.iter().filter(|place| !place.done).find_map(|place| course.unit(&place.unit));
    read_last.or_else(|| course.units().find(|unit| !is_done(&unit.id, places)))
}

/// Whether a unit is done.
pub(super) fn is_done(unit: &str, places: &[PlaceRow]) -> bool {
    places.iter().any(|place| place.unit == unit && place.done)
}

/// The card to show when the unit is opened: the one the reader left, or the first one they have not seen.
pub(super) fn resumed<'a>(unit: &'a Unit, left: Option<&str>, seen: &HashSet<String>) -> Place<'a> {
    let at = |wanted: &dyn Fn(&Card) -> bool| unit.cards.iter().position(wanted);
    let position = match left {
        None => 0,
        Some(id) => at(&|card| card.id == id).or_else(|| at(&|card| !seen.contains(&card.id))).unwrap_or(0),
    };
    place(unit, position)
}

/// Where a move from the card `from` leads.
pub(super) fn moved<'a>(unit: &'a Unit, from: &str, to: Move, seen: &HashSet<String>) -> Result<Place<'a>> {
    let here = position(unit, from)?;
    match to {
        Move::Next if unit.cards.get(here).is_some_and(is_gate) => {
            Err(Error::Invalid { field: "card", reason: "asks a question first" })
        }
        Move::Next => Ok(place(unit, here + 1)),
        Move::Back => Ok(place(unit, here.saturating_sub(1))),
        Move::To(card) => {
            let there = position(unit, card)?;
            if there > here && !seen.contains(card) {
                return Err(Error::Invalid { field: "card", reason: "was seen before" });
            }
            Ok(place(unit, there))
        }
    }
}

/// Where an answer to the gate `from` leads: on, or to the help card with this id while the reader stays at the gate.
pub(super) fn through_gate<'a>(unit: &'a Unit, from: &str, door: &str) -> Result<(Place<'a>, Option<&'a str>)> {
    let here = position(unit, from)?;
    let Some(Card { kind: CardKind::Gate { doors, .. }, .. }) = unit.cards.get(here) else {
        return Err(Error::Invalid { field: "card", reason: "is a gate" });
    };
    let door = doors.iter().find(|known| known.id == door).ok_or(Error::NotFound { kind: "option" })?;
    Ok(match &door.to {
        None => (place(unit, here + 1), None),
        Some(help) => (place(unit, here), Some(help)),
    })
}

fn position(unit: &Unit, card: &str) -> Result<usize> {
    unit.cards.iter().position(|known| known.id == card).ok_or(Error::NotFound { kind: "card" })
}

fn place(unit: &Unit, position: usize) -> Place<'_> {
    unit.cards.get(position).map_or(Place::End, |card| Place::At(position, card))
}

fn is_gate(card: &Card) -> bool {
    matches!(card.kind, CardKind::Gate { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use saywell_content::Door;

    fn card(id: &str, kind: CardKind) -> Card {
        Card { id: id.into(), kind, needs_clinician: false }
    }

    fn read(id: &str) -> Card {
        card(id, CardKind::Read { title: id.into(), body: vec![] })
    }

    fn gate(id: &str) -> Card {
        let door = |id: &str, to: Option<&str>| Door { id: id.into(), text: vec![], to: to.map(Into::into) };
        let doors = vec![door("no", None), door("yes", Some("help/safe-to-talk"))];
        card(id, CardKind::Gate { question: vec![], body: vec![], doors })
    }

    fn unit(cards: Vec<Card>) -> Unit {
        let (id, title) = ("lesson/u".to_owned(), "U".to_owned());
        Unit { id, title, home_title: None, minutes: 5, goal: String::new(), teaches: vec![], cards }
    }

    fn seen(cards: &[&str]) -> HashSet<String> {
        cards.iter().map(|&card| card.to_owned()).collect()
    }

    fn shown(place: Place<'_>) -> Option<&str> {
        match place {
            Place::At(_, card) => Some(&card.id),
            Place::End => None,
        }
    }

    #[test]
    fn a_reader_comes_back_to_the_card_they_left() {
        let unit = unit(vec![read("a"), read("b"), read("c")]);
        assert_eq!(shown(resumed(&unit, None, &seen(&[]))), Some("a"));
        assert_eq!(shown(resumed(&unit, Some("b"), &seen(&["a", "b"]))), Some("b"));
    }

    #[test]
    fn where_the_left_card_is_gone_they_go_on_with_what_is_new() {
        let unit = unit(vec![read("a"), read("new"), read("c")]);
        assert_eq!(shown(resumed(&unit, Some("b"), &seen(&["a", "b", "c"]))), Some("new"));
        let old = self::unit(vec![read("a"), read("c")]);
        assert_eq!(shown(resumed(&old, Some("b"), &seen(&["a", "b", "c"]))), Some("a"));
    }

    #[test]
    fn they_go_on_with_what_they_read_last_or_with_what_is_new() {
        let course = crate::course().unwrap();
        let ids: Vec<&str> = course.units().map(|unit| unit.id.as_str()).collect();
        let place = |at: usize, done| PlaceRow { unit: ids[at].into(), card: String::new(), done };
        let next = |places: &[PlaceRow]| go_on(&course, places).map(|unit| unit.id.as_str());
        assert_eq!(next(&[]), Some(ids[0]));
        assert_eq!(next(&[place(2, false), place(0, false)]), Some(ids[2]));
        assert_eq!(next(&[place(0, true), place(3, false)]), Some(ids[3]));
        assert_eq!(next(&[place(0, true)]), Some(ids[1]));
        let gone = PlaceRow { unit: "lesson/gone".into(), card: String::new(), done: false };
        assert_eq!(next(&[gone, place(0, true)]), Some(ids[1]));
        let all: Vec<PlaceRow> = (0..ids.len()).map(|at| place(at, true)).collect();
        assert_eq!(next(&all), None);
    }

    #[test]
    fn moves_lead_where_they_say() {
        let unit = unit(vec![read("a"), gate("g"), read("c")]);
        let seen = seen(&["a", "g"]);
        for (from, to, want) in [
            ("a", Move::Next, Ok(Some("g"))),
            ("c", Move::Next, Ok(None)),
            ("a", Move::Back, Ok(Some("a"))),
            ("c", Move::Back, Ok(Some("g"))),
            ("c", Move::To("a"), Ok(Some("a"))),
            ("a", Move::To("g"), Ok(Some("g"))),
            ("g", Move::Next, Err(Error::Invalid { field: "card", reason: "asks a question first" })),
            ("a", Move::To("c"), Err(Error::Invalid { field: "card", reason: "was seen before" })),
            ("x", Move::Next, Err(Error::NotFound { kind: "card" })),
            ("a", Move::To("x"), Err(Error::NotFound { kind: "card" })),
        ] {
            assert_eq!(moved(&unit, from, to, &seen).map(shown), want, "{from} {to:?}");
        }
    }

    #[test]
    fn only_an_answer_leads_through_a_gate() {
        let unit = unit(vec![gate("g"), read("b")]);
        let (on, help) = through_gate(&unit, "g", "no").unwrap();
        assert_eq!((shown(on), help), (Some("b"), None));
        let (stay, help) = through_gate(&unit, "g", "yes").unwrap();
        assert_eq!((shown(stay), help), (Some("g"), Some("help/safe-to-talk")));
        assert_eq!(through_gate(&unit, "g", "maybe").err(), Some(Error::NotFound { kind: "option" }));
        assert!(through_gate(&unit, "b", "no").is_err());
    }
}
