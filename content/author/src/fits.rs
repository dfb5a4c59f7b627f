//! Whether words fit a small screen in the largest letters: 320 x 640 dp, text at 200 %.
//!
//! An estimate, for the screen of a card: lesson text is 17 sp on 26, so 34 dp on 52. A letter is half as wide as it is high on
//! average (17 dp), and between the sides of the page and of the card (16 dp each, twice) there are 256 dp: 15 letters a line.
//! Under the bars of the system and of the page (24, 16 and 56 dp) there are 544 dp: 10 lines a screen.

use crate::rule::Rule;
use crate::text::Tone;

const LETTERS: usize = 15;
const SCREEN: usize = 10;
/// Whoever scrolls further has lost how the paragraph began.
const LONGEST_PARAGRAPH: usize = 3 * SCREEN;
/// So that two answers can be compared.
const LONGEST_ANSWER: usize = SCREEN / 2;

/// What is too long in a paragraph, a point of a list, or an answer to choose.
pub(crate) fn faults(line: &str, tone: Tone) -> Option<(Rule, String)> {
    match tone {
        Tone::Answer => fits(line, LONGEST_ANSWER, "answer"),
        Tone::Prose | Tone::Dialogue => fits(line, LONGEST_PARAGRAPH, "paragraph"),
        Tone::Claim | Tone::Alias | Tone::Name => None,
    }
}

fn fits(line: &str, most: usize, what: &str) -> Option<(Rule, String)> {
    let long = line.split(|letter: char| !letter.is_alphanumeric()).find(|word| word.chars().count() > LETTERS);
    if let Some(word) = long {
        return Some((Rule::SmallScreen, format!("`{word}` is wider than a small screen with large letters")));
    }
    let lines = lines(line);
    let reason = || format!("this {what} fills {lines} lines of a small screen with large letters; {most} is the most");
    (lines > most).then(|| (Rule::SmallScreen, reason()))
}

/// How many lines the words fill.
fn lines(text: &str) -> usize {
    let (mut lines, mut length) = (0, LETTERS);
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        if lines == 0 || length + 1 + word > LETTERS {
            lines += 1;
            length = word;
        } else {
            length += 1 + word;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fill_lines() {
        assert_eq!([lines(""), lines("a"), lines("fifteen letters"), lines("fifteen letters.")], [0, 1, 1, 2]);
        assert_eq!(lines(&["seven l"; 6].join(" ")), 3);
    }

    #[test]
    fn what_is_too_long_is_named() {
        let answer = |words: &str| faults(words, Tone::Answer);
        let paragraph = |words: &str| faults(words, Tone::Prose);
        let reason = |words: &str| answer(words).map(|(_, reason)| reason).unwrap_or_default();
        assert_eq!(answer(&["fifteen letters"; 5].join(" ")), None);
        assert!(reason(&["fifteen letters"; 6].join(" ")).starts_with("this answer fills 6 lines"));
        assert!(reason("Untransmittableness").contains("is wider"));
        assert_eq!(paragraph(&["fifteen letters"; 30].join(" ")), None);
        assert!(paragraph(&["fifteen letters"; 31].join(" ")).is_some());
    }
}
