//! Sentences that sound like facts about health, and whether they stand on a claim.
//!
//! A machine cannot tell a fact from advice, so it looks for what facts are made of: numbers, spans of time, and words such as
//! "always" and "never". Such a sentence has a claim mark, itself or further on in its paragraph.

use crate::grade;
use crate::markup::{Markup, Plain};
use crate::rule::Rule;
use crate::text::{Part, Tone};
use crate::voice;

const NUMBERS: [&str; 30] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
];
const UNITS: [&str; 19] = [
    "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks", "month", "months", "year",
    "years", "times", "percent", "pills", "doses", "shots",
];
const ABSOLUTES: [&str; 6] = ["always", "never", "cannot", "can't", "can’t", "impossible"];

/// Questions, titles, and what a story is about.
const NO_FACTS: [&str; 20] = [
    "ask",
    "check",
    "again",
    "title",
    "home_title",
    "goal",
    "reflect",
    "hint",
    "name",
    "scene",
    "situation",
    "you",
    "hope",
    "worry",
    "limit",
    "columns",
    "read",
    "steps",
    "table",
    "exchange",
];

/// The faults of a text, each with the byte of its Markdown.
pub(crate) fn faults(read: &Markup, key: &str, part: &Part) -> Vec<(usize, Rule, String)> {
    if !is_told(key, part) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let ends = read.lines.iter().skip(1).map(|line| line.origin(0)).chain([usize::MAX]);
    for (line, end) in read.lines.iter().zip(ends) {
        let last = read.claims.iter().map(|(at, _)| *at).filter(|at| *at < end).max().unwrap_or_default();
        faults.extend(unsourced(line, last));
    }
    faults
}

/// Whether the course itself says it as so. What people say to each other, and answers that may be wrong, are no facts; nor is
/// what guides a relaxation.
fn is_told(key: &str, part: &Part) -> bool {
    let kind = part.id.split('/').next().unwrap_or_default();
    part.tone == Tone::Prose
        && matches!(kind, "lesson" | "quiz" | "help" | "term" | "technique" | "scenario")
        && !NO_FACTS.contains(&key)
}

fn unsourced(line: &Plain, last_mark: usize) -> Vec<(usize, Rule, String)> {
    let mut faults = Vec::new();
    for (at, sentence) in grade::sentences(&line.text) {
        let origin = line.origin(at);
        if origin < last_mark || sentence.ends_with('?') || voice::telephone(sentence).is_some() {
            continue;
        }
        if let Some(number) = number(sentence) {
            faults.push((
                origin,
                Rule::UnsourcedNumber,
                format!("`{number}` sounds like a fact, and no claim mark stands behind it"),
            ));
        } else if let Some(word) = absolute(sentence) {
            faults.push((
                origin,
                Rule::UnsourcedAbsolute,
                format!("`{word}` sounds like a fact, and no claim mark stands behind it"),
            ));
        }
    }
    faults
}

/// A number in digits, or one in letters with what it counts.
fn number(sentence: &str) -> Option<String> {
    let words: Vec<&str> = grade::words(sentence).collect();
    let digits = words.iter().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let counted = || {
        words.windows(2).find(|pair| {
            let [number, unit] = pair else { return false };
            NUMBERS.contains(&number.to_lowercase().as_str()) && UNITS.contains(&unit.to_lowercase().as_str())
        })
    };
    digits.map(|word| (*word).to_owned()).or_else(|| counted().map(|pair| pair.join(" ")))
}

fn absolute(sentence: &str) -> Option<&str> {
    grade::words(sentence).find(|word| ABSOLUTES.contains(&word.to_lowercase().as_str()))
}
