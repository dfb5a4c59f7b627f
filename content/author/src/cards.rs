//! How each card, item, help card or term reads, and which of its sentences is the hardest.

use crate::desk::Desk;
use crate::grade::{self, Reading};
use crate::rule::Rule;
use crate::screens::screen;
use std::collections::BTreeMap;

/// Fewer words say nothing about how a card reads.
const ENOUGH: u32 = 20;
/// As for a whole unit.
const HARDEST: f64 = 6.0;

/// How one screen reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFigures {
    /// Such as `lesson/talk-early/on-a-walk`.
    pub id: String,
    /// With dialogue.
    pub reading: Reading,
    /// The sentence with the highest Flesch-Kincaid grade.
    pub hardest: String,
}

/// All screens, in the order in which they were read.
pub(crate) fn figures(desk: &Desk) -> Vec<CardFigures> {
    let mut order: Vec<CardFigures> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for said in desk.texts.iter().filter(|said| said.tone.is_read()) {
        let id = screen(&said.text.context);
        let place = *places.entry(id.clone()).or_insert(order.len());
        if place == order.len() {
            order.push(CardFigures { id, reading: Reading::default(), hardest: String::new() });
        }
        let Some(card) = order.get_mut(place) else { continue };
        for line in &said.lines {
            card.reading.add(line);
            for (_, sentence) in grade::sentences(line) {
                if alone(sentence) > alone(&card.hardest) {
                    card.hardest = sentence.into();
                }
            }
        }
    }
    order
}

/// The grade of a sentence by itself; none of a heading or a word, which have no length to judge.
fn alone(sentence: &str) -> f64 {
    let mut reading = Reading::default();
    reading.add(sentence);
    if reading.words < 5 { f64::MIN } else { reading.grade() }
}

/// Cards of units and items of quizzes read with ease, one by one.
pub(crate) fn check(desk: &mut Desk) {
    for card in figures(desk) {
        let judged = card.id.starts_with("lesson/") || card.id.starts_with("quiz/");
        let Some(place) = desk.place_of(&card.id).filter(|_| judged && card.reading.words >= ENOUGH) else { continue };
        let grade = card.reading.grade();
        if grade > HARDEST {
            let reason = format!(
                "this card has grade {grade:.1}; {HARDEST} is the most. Its hardest sentence: {}",
                card.hardest
            );
            desk.judge(place, (Rule::HardCard, reason), &card.id, "");
        }
    }
}
