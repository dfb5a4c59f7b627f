//! Quizzes: items, their options, and what makes them fair.

use crate::desk::Desk;
use crate::giveaway::{self, letters};
use crate::rule::Rule;
use crate::table::{Table, Value};
use crate::text::{Part, Tone};
use saywell_content::{Item, ItemKind, Quiz, QuizOption};

/// A file of `quiz/`.
pub(crate) fn quiz(file: &mut Table, desk: &mut Desk) -> Quiz {
    let id = desk.file_id(file, "quiz");
    let part = Part::new(&id);
    let (title, home_title) = desk.titles(file, &part);
    let items = file.each("item", desk, |table, desk| item(table, &id, desk));
    if items.is_empty() {
        file.missing(Rule::MissingKey, "a quiz has at least one item", desk);
    }
    let with_all = items.iter().filter_map(|item| item.options.iter().find(|option| option.last));
    let (all, right) = with_all.fold((0, 0), |(all, right), option| (all + 1, right + u32::from(option.right)));
    if all > 1 && right * 2 > all {
        file.fault(
            Rule::GiveawayAll,
            format!("the pinned option is right in {right} of the {all} items that have one; half is the most"),
            desk,
        );
    }
    let quiz = Quiz { id, title, home_title, items };
    for (rule, reason) in giveaway::patterns(&quiz) {
        file.fault(rule, reason, desk);
    }
    quiz
}

fn item(table: &mut Table, quiz: &str, desk: &mut Desk) -> Item {
    let id = desk.part_id(table, quiz);
    let part = Part::new(&id);
    let kind = table.value("kind").map_or(ItemKind::One, |value| kind(value, desk));
    let ask = desk.line(table, "ask", &part);
    let exercises = desk.techniques(table, "exercises");
    let options = table.each("options", desk, |table, desk| option(table, &id, desk));
    if options.len() < 2 {
        table.missing(Rule::AnswerKey, "an item has two options or more", desk);
    } else if let Some((rule, reason)) = unfair(kind, &options) {
        table.missing(rule, &reason, desk);
    }
    Item { id, kind, ask, options, exercises }
}

fn kind(value: Value, desk: &mut Desk) -> ItemKind {
    match value.text(desk) {
        Some("one") | None => ItemKind::One,
        Some("many") => ItemKind::Many,
        Some("true-false") => ItemKind::TrueFalse,
        Some(_) => {
            desk.fault(value.place(), Rule::Value, "`kind` is one, many or true-false");
            ItemKind::One
        }
    }
}

fn option(table: &mut Table, item: &str, desk: &mut Desk) -> QuizOption {
    let id = desk.part_id(table, item);
    let part = Part::new(&id);
    let pin = table.value("pin");
    if let Some(value) = pin
        && value.text(desk) != Some("last")
    {
        desk.fault(value.place(), Rule::Pin, "`pin` is \"last\", or left out");
    }
    let text = desk.line(table, "text", &part.in_tone(Tone::Answer));
    let right = table.flag("right", desk);
    let option = QuizOption { text, right, why: desk.why(table, &part), last: pin.is_some(), id };
    if let Some(fault) = giveaway::unpinned(&option) {
        desk.judge(table.start(), fault, &option.id, "");
    }
    option
}

/// What is wrong with the options of an item, if anything.
fn unfair(kind: ItemKind, options: &[QuizOption]) -> Option<(Rule, String)> {
    let right = options.iter().filter(|option| option.right).count();
    let pinned = options.iter().filter(|option| option.last).count();
    let ends = |option: &QuizOption, own: &str| option.id.rsplit('/').next() == Some(own);
    match kind {
        ItemKind::Many if right == 0 || right == options.len() => {
            Some((Rule::AnswerKey, "of `many`, at least one option is right and not all".into()))
        }
        ItemKind::One | ItemKind::TrueFalse if right != 1 => {
            Some((Rule::AnswerKey, format!("exactly one option is right, not {right}")))
        }
        ItemKind::TrueFalse if !matches!(options, [yes, no] if ends(yes, "true") && ends(no, "false")) => {
            Some((Rule::AnswerKey, "the options of `true-false` have the ids `true` and `false`, in this order".into()))
        }
        ItemKind::TrueFalse if pinned > 0 => {
            Some((Rule::Pin, "the options of `true-false` keep their order: no `pin`".into()))
        }
        _ if pinned > 1 || options.iter().rev().skip(1).any(|option| option.last) => {
            Some((Rule::Pin, "only the last option can be pinned to be the last".into()))
        }
        ItemKind::One => lopsided(options),
        _ => None,
    }
}

/// A right answer that stands out by its length gives itself away.
fn lopsided(options: &[QuizOption]) -> Option<(Rule, String)> {
    let of = |right| options.iter().filter(move |option| option.right == right);
    let longest = |right| of(right).map(|option| letters(&option.text)).max();
    let (right, other) = longest(true).zip(longest(false))?;
    (right * 3 > other * 4).then(|| {
        let reason =
            format!("the right option has {right} letters and the longest other {other}; a third more is the most");
        (Rule::GiveawayLength, reason)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use saywell_content::Span;

    fn option(id: &str, letters: usize, right: bool, last: bool) -> QuizOption {
        let text = vec![Span::Text("x".repeat(letters))];
        QuizOption { id: format!("quiz/a/b/{id}"), text, right, why: Vec::new(), last }
    }

    #[test]
    fn one_right_option() {
        let (yes, no) = (|| option("a", 5, true, false), || option("b", 5, false, false));
        assert_eq!(unfair(ItemKind::One, &[yes(), no()]), None);
        assert!(unfair(ItemKind::One, &[no(), no()]).is_some());
        assert!(unfair(ItemKind::One, &[yes(), yes()]).is_some());
    }

    #[test]
    fn of_many_some_are_right() {
        let (yes, no) = (|| option("a", 5, true, false), || option("b", 5, false, false));
        assert_eq!(unfair(ItemKind::Many, &[yes(), no(), yes()]), None);
        assert!(unfair(ItemKind::Many, &[yes(), yes()]).is_some());
        assert!(unfair(ItemKind::Many, &[no(), no()]).is_some());
    }

    #[test]
    fn true_comes_before_false() {
        let (yes, no) = (|| option("true", 4, true, false), || option("false", 5, false, false));
        assert_eq!(unfair(ItemKind::TrueFalse, &[yes(), no()]), None);
        assert!(unfair(ItemKind::TrueFalse, &[no(), yes()]).is_some());
        assert!(unfair(ItemKind::TrueFalse, &[yes(), option("false", 5, false, true)]).is_some());
    }

    #[test]
    fn the_pinned_option_is_the_last() {
        let (yes, no) = (|| option("a", 5, true, false), || option("b", 5, false, false));
        assert_eq!(unfair(ItemKind::One, &[yes(), option("all", 5, false, true)]), None);
        assert!(unfair(ItemKind::One, &[option("all", 5, true, true), no()]).is_some());
    }

    #[test]
    fn the_right_option_is_longer_by_a_third_at_most() {
        let other = || option("b", 30, false, false);
        assert_eq!(unfair(ItemKind::One, &[option("a", 40, true, false), other()]), None);
        assert!(unfair(ItemKind::One, &[option("a", 41, true, false), other()]).is_some());
        assert_eq!(unfair(ItemKind::Many, &[option("a", 99, true, false), other()]), None);
    }
}
