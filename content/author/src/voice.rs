//! What no text of the course may hold, whoever writes it.
//!
//! Exclamation marks outside dialogue, telephone numbers and web addresses (they age, and they leave a trace; help lines
//! are resources, each with its day), words to avoid, sentences too long to follow, words of the source texts.

use crate::grade;
use crate::rule::Rule;
use crate::seeds::Fingerprint;
use crate::text::{Part, Tone};
use crate::words::{Words, tokens};

/// Numbers that are telephone numbers however short.
const EMERGENCY: [&str; 3] = ["911", "988", "999"];
const ENDINGS: [&str; 9] = ["org", "com", "net", "gov", "edu", "info", "uk", "int", "app"];

/// The faults of a line, each with the byte where it stands.
pub(crate) fn faults(line: &str, part: &Part, words: &Words, seeds: &Fingerprint) -> Vec<(usize, Rule, String)> {
    if part.tone == Tone::Alias {
        return Vec::new();
    }
    let mut faults = Vec::new();
    faults.extend(
        telephone(line).map(|at| (at, Rule::Telephone, "a telephone number does not stand in the course".to_owned())),
    );
    faults.extend(address(line).map(|at| (at, Rule::Address, "an address does not stand in the course".to_owned())));
    if part.tone == Tone::Name {
        return faults;
    }
    if part.tone != Tone::Dialogue
        && let Some(at) = line.find('!')
    {
        faults.push((at, Rule::Shout, "an exclamation mark; only people in a dialogue call out".to_owned()));
    }
    if part.tone != Tone::Claim {
        for (at, sentence) in grade::sentences(line) {
            let length = grade::words(sentence).count();
            if length > grade::LONGEST {
                faults.push((
                    at,
                    Rule::LongSentence,
                    format!("a sentence of {length} words; {} is the most", grade::LONGEST),
                ));
            }
        }
    }
    // In a story people say what hurts, and what they feel.
    let is_story = part.tone == Tone::Dialogue;
    let avoided = words.avoided(line).into_iter();
    faults.extend(avoided.filter(|(_, rule, _)| !is_story || !matches!(rule, Rule::Shame | Rule::Fear)));
    faults.extend(words.unspoken(line));
    faults.extend(seeds.borrowed(line).into_iter().map(|(at, reason)| (at, Rule::Borrowed, reason)));
    faults
}

/// Where a number begins that someone could dial.
pub(crate) fn telephone(line: &str) -> Option<usize> {
    let short = tokens(line).find(|(_, word)| EMERGENCY.contains(&word.as_str())).map(|(at, _)| at);
    let (mut start, mut digits) = (0, 0);
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        match letter {
            '0'..='9' => {
                if digits == 0 {
                    start = at;
                }
                digits += 1;
                if digits >= 6 || (before == '+' && digits == 1) {
                    return Some(start);
                }
            }
            ' ' | '-' | '.' | '(' | ')' | '/' if !matches!(before, ' ' | '.') || letter == '(' => {}
            _ => digits = 0,
        }
        before = letter;
    }
    short
}

/// Where a web or mail address begins.
fn address(line: &str) -> Option<usize> {
    let start = |piece: &str| piece.as_ptr().addr() - line.as_ptr().addr();
    line.split_whitespace().find(|piece| is_address(&piece.to_lowercase())).map(start)
}

fn is_address(piece: &str) -> bool {
    let piece = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let ends = || piece.split('/').next().and_then(|host| host.rsplit_once('.'));
    piece.contains("://")
        || piece.starts_with("www.")
        || (piece.contains('@') && piece.contains('.'))
        || ends().is_some_and(|(name, ending)| !name.is_empty() && ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_can_be_dialled() {
        for line in
            ["Call 0800 123 4567 now.", "Ring +44 20", "(555) 123-4567", "Dial 911.", "Call 116 123", "1-800-799-7233"]
        {
            assert!(telephone(line).is_some(), "{line}");
        }
        for line in [
            "One study followed 782 couples. 76,000 times, below 200.",
            "In 4, out 6. 28 days. 12 weeks. 72 hours.",
            "99 of 100, 24 to 72",
            "1. 2. 3. 4. 5. 6. 7.",
        ] {
            assert_eq!(telephone(line), None, "{line}");
        }
        assert_eq!(telephone("Call 0800 123 4567."), Some(5));
    }

    #[test]
    fn addresses() {
        for line in ["See https://a.b", "www.example", "go to cdc.gov.", "me@mail.example", "at nhs.uk/hiv today"] {
            assert!(address(line).is_some(), "{line}");
        }
        for line in ["Yes. Come in.", "and/or", "Ask.Then wait", "U=U"] {
            assert_eq!(address(line), None, "{line}");
        }
        assert_eq!(address("So see cdc.gov."), Some(7));
    }

    #[test]
    fn people_may_call_out_and_the_course_may_not() {
        let (words, seeds) = (Words::default(), Fingerprint::default());
        let prose = Part::new("lesson/a/b");
        assert_eq!(faults("Go now!", &prose, &words, &seeds).len(), 1);
        assert_eq!(faults("Go now!", &prose.in_tone(Tone::Dialogue), &words, &seeds), []);
    }

    #[test]
    fn a_sentence_has_eighteen_words_at_most() {
        let (words, seeds) = (Words::default(), Fingerprint::default());
        let (part, long) = (Part::new("help/a"), format!("Short one. {}", ["word"; 19].join(" ")));
        assert_eq!(faults(&["word"; 18].join(" "), &part, &words, &seeds), []);
        assert_eq!(
            faults(&long, &part, &words, &seeds),
            [(11, Rule::LongSentence, "a sentence of 19 words; 18 is the most".into())]
        );
        assert_eq!(faults(&long, &part.in_tone(Tone::Claim), &words, &seeds), []);
    }
}
