//! Which sentence a claim mark belongs to: what a clinician reads beside the claim.

use crate::grade;
use crate::markup::{Markup, Plain};

/// A claim mark, and the words that stand on the claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub claim: String,
    pub sentence: String,
}

/// A sentence with fewer words says too little alone ("Then wait.").
const ENOUGH: usize = 4;

/// The marks of a text, in order.
pub(crate) fn marks(read: &Markup) -> Vec<Mark> {
    let mark = |(at, claim): &(usize, String)| Mark { claim: claim.clone(), sentence: sentence(read, *at) };
    read.claims.iter().map(mark).collect()
}

/// The sentence before byte `at`; with the question that it answers, and with what comes before it if it is very short.
fn sentence(read: &Markup, at: usize) -> String {
    let begun = |line: &&Plain| line.origin(0) < at;
    let Some(line) = read.lines.iter().rev().find(begun) else { return String::new() };
    let before = grade::sentences(&line.text).into_iter().filter(|(start, _)| line.origin(*start) < at);
    let before: Vec<(usize, &str)> = before.collect();
    let Some(((start, last), earlier)) = before.split_last() else { return line.text.clone() };
    let (mut start, end) = (*start, start + last.len());
    for (at, earlier) in earlier.iter().rev() {
        let taken = line.text.get(start..end).unwrap_or_default();
        if !earlier.ends_with('?') && grade::words(taken).count() >= ENOUGH {
            break;
        }
        start = *at;
    }
    line.text.get(start..end).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup;

    fn cited(text: &str) -> Vec<String> {
        marks(&markup::read(text)).into_iter().map(|mark| format!("{}: {}", mark.claim, mark.sentence)).collect()
    }

    #[test]
    fn a_mark_belongs_to_the_sentence_before_it() {
        assert_eq!(
            cited(
                "It is late by now. *All* of it is [true](term/true). [^M8] [^M9] So we can go. But a yes, [^E3] is a yes."
            ),
            ["M8: All of it is true.", "M9: All of it is true.", "E3: But a yes, is a yes."]
        );
        assert_eq!(
            cited("One is plain.\n\n- First point it is.\n- **Now.** It is the next one. [^M8]"),
            ["M8: It is the next one."]
        );
        assert_eq!(cited("yes [^B2]"), ["B2: yes"]);
    }

    #[test]
    fn a_question_and_its_answer_stay_together() {
        assert_eq!(
            cited("Here is one sign. Are you not so sure? Then you can wait a bit. [^E3]"),
            ["E3: Are you not so sure? Then you can wait a bit."]
        );
    }

    #[test]
    fn a_very_short_sentence_is_shown_with_what_comes_before_it() {
        assert_eq!(cited("They are all closed now. Do not wait. Go. [^S7]"), ["S7: Do not wait. Go."]);
    }
}
