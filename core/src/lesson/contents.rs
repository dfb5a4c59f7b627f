//! The table of contents: what an id is called, and the cards of a unit.

use super::{count, rows};
use crate::error::OrNotFound;
use crate::{Engine, Result};

/// A card in the contents of its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRow {
    /// Its id.
    pub id: String,
    /// It was on screen once: a reader may go to it.
    pub seen: bool,
}

/// Where a card stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPlace {
    /// Its unit's id.
    pub unit: String,
    /// Its unit's title, as it may stand in a list.
    pub title: String,
    /// From 1.
    pub position: u16,
    /// All cards of the unit.
    pub of: u16,
}

impl Engine {
    /// What a unit, quiz, scenario, relaxation, help card, term, technique or plan is called, as it may stand in a list; nothing
    /// for any other id.
    #[must_use]
    pub fn title(&self, id: &str) -> Option<String> {
        let course = self.course();
        course.title(id).map(ToOwned::to_owned)
    }

    /// The unit that a card belongs to, for instance one that a search found or that a note was written on.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such card.
    pub fn card_place(&self, card: &str) -> Result<CardPlace> {
        let course = self.course();
        let place = course.units().find_map(|unit| {
            let position = unit.cards.iter().position(|known| known.id == card)?;
            Some(CardPlace {
                unit: unit.id.clone(),
                title: unit.outside_title().to_owned(),
                position: count(position + 1),
                of: count(unit.cards.len()),
            })
        });
        place.or_not_found("card")
    }

    /// The cards of a unit, in order.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] if there is no such unit.
    pub fn unit_cards(&self, unit: &str) -> Result<Vec<CardRow>> {
        let course = self.course();
        let unit = course.unit(unit).or_not_found("unit")?;
        let seen = self.vault.read(|connection| rows::seen_in(connection, &unit.id))?;
        Ok(unit.cards.iter().map(|card| CardRow { id: card.id.clone(), seen: seen.contains(&card.id) }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;
    use crate::content::CardKind;

    fn engine() -> (tempfile::TempDir, Engine) {
        let folder = tempfile::tempdir().unwrap();
        let engine = crate::vault::opened(folder.path(), crate::course().unwrap());
        (folder, engine)
    }

    #[test]
    fn whatever_a_card_leads_to_has_a_title() {
        let (_folder, engine) = engine();
        for card in engine.course().units().flat_map(|unit| &unit.cards) {
            if let CardKind::Practise { to, .. } | CardKind::Exchange { technique: to, .. } = &card.kind {
                assert!(engine.title(to).is_some(), "{to}");
            }
        }
        assert_eq!(engine.title("lesson/none"), None);
    }

    #[test]
    fn a_title_outside_a_unit_names_no_condition() {
        let (_folder, engine) = engine();
        let course = engine.course();
        let unit = course.units().find(|unit| unit.home_title.is_some()).unwrap();
        assert_eq!(engine.title(&unit.id), unit.home_title);
        assert_eq!(engine.card_place(&unit.cards[0].id).unwrap().title, unit.outside_title());
    }

    #[test]
    fn a_reader_sees_where_they_were() {
        let (_folder, engine) = engine();
        let course = engine.course();
        let unit = course.units().next().unwrap();
        engine.open_unit(&unit.id, Moment("2026-11-23T20:00:00+01:00".parse().unwrap())).unwrap();
        let cards = engine.unit_cards(&unit.id).unwrap();
        assert!(cards.iter().map(|card| &card.id).eq(unit.cards.iter().map(|card| &card.id)));
        assert!(cards[0].seen && !cards[1].seen);
        let place = engine.card_place(&cards[1].id).unwrap();
        assert_eq!((place.unit, place.position, usize::from(place.of)), (unit.id.clone(), 2, cards.len()));
        assert!(engine.card_place("lesson/none").is_err() && engine.unit_cards("lesson/none").is_err());
    }
}
