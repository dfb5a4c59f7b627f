//! What gives the right options of a quiz away to someone who knows nothing.
//!
//! Of a quiz that is fair, the right option is the longest one, or stands at a place, about as often as chance has it. How
//! likely it is to be so at least as often by chance is worked out exactly (a sum of independent draws, each with the chance
//! `1 / options`); less than one in twenty is a pattern.

use crate::rule::Rule;
use saywell_content::{Item, ItemKind, Line, Quiz, QuizOption, Span};

const LEAST_CHANCE: f64 = 0.05;
const PLACES: [&str; 4] = ["first", "second", "third", "fourth"];
/// Words of an option that speaks of the others, so that it must stay behind them.
const ABOUT_ALL: [&str; 11] = [
    "all of these",
    "all of them",
    "all of the above",
    "all the above",
    "none of these",
    "none of them",
    "none of the above",
    "both of these",
    "both of them",
    "any of these",
    "neither of these",
];

/// The patterns of a quiz.
pub(crate) fn patterns(quiz: &Quiz) -> Vec<(Rule, String)> {
    let mut faults = Vec::new();
    let items: Vec<Vec<&QuizOption>> = quiz.items.iter().filter_map(one_right).collect();
    let longest = items.iter().filter_map(|options| {
        let right = options.iter().find(|option| option.right)?;
        let most = options.iter().map(|option| letters(&option.text)).max()?;
        Some((letters(&right.text) == most, options.len()))
    });
    if let Some(count) = more_than_chance(&longest.collect::<Vec<_>>()) {
        let reason = format!("the right option is the longest one in {count}: more often than chance would have it");
        faults.push((Rule::GiveawayLongest, reason));
    }
    for (place, name) in PLACES.into_iter().enumerate() {
        let here = items.iter().filter(|options| options.len() > place);
        let here = here.map(|options| (options.get(place).is_some_and(|option| option.right), options.len()));
        if let Some(count) = more_than_chance(&here.collect::<Vec<_>>()) {
            let reason = format!("the right option is the {name} one in {count}: more often than chance would have it");
            faults.push((Rule::GiveawayPlace, reason));
        }
    }
    faults
}

/// The options of an item with one right one, which is not pinned.
fn one_right(item: &Item) -> Option<Vec<&QuizOption>> {
    let free: Vec<&QuizOption> = item.options.iter().filter(|option| !option.last).collect();
    let is_one = item.kind != ItemKind::Many && free.iter().filter(|option| option.right).count() == 1;
    is_one.then_some(free)
}

/// "6 of 7 items", if that often is less likely than [`LEAST_CHANCE`].
fn more_than_chance(items: &[(bool, usize)]) -> Option<String> {
    let seen = items.iter().filter(|(is_so, _)| *is_so).count();
    // How likely each count is.
    let mut chances = vec![1.0_f64];
    for (_, options) in items {
        let chance = 1.0 / f64::from(u32::try_from(*options).ok()?);
        let mut next = vec![0.0; chances.len() + 1];
        for (count, likely) in chances.iter().enumerate() {
            if let Some(stays) = next.get_mut(count) {
                *stays += likely * (1.0 - chance);
            }
            if let Some(grows) = next.get_mut(count + 1) {
                *grows += likely * chance;
            }
        }
        chances = next;
    }
    let tail: f64 = chances.iter().skip(seen).sum();
    (tail < LEAST_CHANCE).then(|| format!("{seen} of {} items", items.len()))
}

/// An option about all the others that is not pinned.
pub(crate) fn unpinned(option: &QuizOption) -> Option<(Rule, String)> {
    let text = option.text.iter().map(Span::words).collect::<String>().to_lowercase();
    let words = ABOUT_ALL.into_iter().find(|words| text.contains(words)).filter(|_| !option.last)?;
    Some((Rule::UnpinnedAll, format!("`{words}` speaks of the other options: write it last, with `pin = \"last\"`")))
}

/// How long a line is.
pub(crate) fn letters(line: &Line) -> usize {
    line.iter().map(Span::words).flat_map(str::chars).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_counted_exactly() {
        // One in three, three times: 1 in 27 is rare, and two of three is not (7 in 27).
        assert_eq!(more_than_chance(&[(true, 3), (true, 3), (true, 3)]).as_deref(), Some("3 of 3 items"));
        assert_eq!(more_than_chance(&[(true, 3), (true, 3), (false, 3)]), None);
        // Heads four times is 1 in 16, five times 1 in 32.
        assert_eq!(more_than_chance(&[(true, 2); 4]), None);
        assert_eq!(more_than_chance(&[(true, 2); 5]).as_deref(), Some("5 of 5 items"));
        assert_eq!(more_than_chance(&[]), None);
    }
}
