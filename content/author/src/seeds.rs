//! Whether the course borrows words of the two texts that it grew from.
//!
//! Their wording is not ours, so neither the texts nor their sentences are kept here: `seeds.fingerprint` holds a short
//! hash of every run of six words, enough to recognise a borrowed run and too little to read one.

use crate::desk::Desk;
use crate::fault::{Fault, Source};
use crate::rule::Rule;
use std::collections::BTreeSet;
use std::fmt::Write;

const FILE: &str = "content/author/seeds.fingerprint";
/// How many words in a row are borrowed words.
const RUN: usize = 6;

/// Hashes of runs.
#[derive(Default)]
pub(crate) struct Fingerprint {
    runs: BTreeSet<u64>,
}

impl Fingerprint {
    /// The fingerprint of the source texts, without the runs that are set phrases.
    pub fn read(set_phrases: &[String], desk: &mut Desk) -> Self {
        let source = Source::new(FILE, include_str!("../seeds.fingerprint"));
        let mut runs = BTreeSet::new();
        for (number, line) in (1..).zip(source.text().lines()).filter(|(_, line)| !line.starts_with('#')) {
            if let Ok(run) = u64::from_str_radix(line, 16) {
                runs.insert(run);
            } else {
                let mut fault = Fault::in_file(FILE, Rule::Syntax, "twelve hexadecimal digits a line");
                fault.place.line = number;
                desk.take(fault);
            }
        }
        for phrase in set_phrases {
            for run in hashes(phrase) {
                runs.remove(&run);
            }
        }
        Self { runs }
    }

    /// The runs of `line` that stand in a source text, each with where it begins.
    pub fn borrowed(&self, line: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        for hyphen in HYPHENS {
            let words = words(line, hyphen);
            // Six words at a time; runs that overlap are one borrowed passage.
            let mut passage: Option<(usize, usize)> = None;
            for (index, run) in words.windows(RUN).enumerate() {
                if !self.runs.contains(&hash(run)) {
                    continue;
                }
                passage = match passage {
                    Some((first, last)) if index < last => Some((first, index + RUN)),
                    done => {
                        faults.extend(done.and_then(|passage| fault(line, &words, passage)));
                        Some((index, index + RUN))
                    }
                };
            }
            faults.extend(passage.and_then(|passage| fault(line, &words, passage)));
        }
        faults
    }
}

fn fault(line: &str, words: &[Word], (first, last): (usize, usize)) -> Option<(usize, String)> {
    let [first, .., last] = words.get(first..last)? else { return None };
    let passage = line.get(first.at..last.end)?;
    Some((first.at, format!("these words stand in a source text: {passage}")))
}

/// The fingerprint of `texts`, as the file is kept.
#[must_use]
pub fn fingerprint(texts: &[String]) -> String {
    let runs: BTreeSet<u64> = texts.iter().flat_map(|text| hashes(&without_page_numbers(text))).collect();
    let mut file = "# Runs of six words of the source texts, one hash a line (48 bits of FNV-1a): no text of the course may share one.\n\
                    # Made by `course fingerprint FILE...`; see src/seeds.rs.\n"
        .to_owned();
    for run in runs {
        // Writing to a text cannot fail.
        let _ = writeln!(file, "{run:012x}");
    }
    file
}

/// A page number between two lines would hide the runs across it.
fn without_page_numbers(text: &str) -> String {
    let is_number = |line: &&str| !line.trim().is_empty() && line.trim().bytes().all(|byte| byte.is_ascii_digit());
    text.lines().filter(|line| !is_number(line)).collect::<Vec<_>>().join("\n")
}

fn hashes(text: &str) -> Vec<u64> {
    HYPHENS.iter().flat_map(|hyphen| words(text, *hyphen).windows(RUN).map(hash).collect::<Vec<_>>()).collect()
}

struct Word {
    at: usize,
    end: usize,
    letters: String,
}

/// `win-win` may be borrowed as `win win` or as `winwin`; so both readings are compared.
#[derive(Clone, Copy, PartialEq)]
enum Hyphen {
    Joins,
    Parts,
}

const HYPHENS: [Hyphen; 2] = [Hyphen::Joins, Hyphen::Parts];

/// The words of a text in small letters, without apostrophes. A hyphen at the end of a printed line joins the two
/// halves of a word in both readings.
fn words(text: &str, hyphen: Hyphen) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let at = text.len() - rest.len();
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        match letter {
            letter if letter.is_alphanumeric() => {
                if !open {
                    words.push(Word { at, end: at, letters: String::new() });
                }
                open = true;
                if let Some(word) = words.last_mut() {
                    word.letters.extend(letter.to_lowercase());
                    word.end = at + letter.len_utf8();
                }
            }
            '\'' | '’' => {}
            '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' if open => {
                let next = rest.trim_start();
                let ends_line = rest.len() > next.len() && rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
                if ends_line {
                    rest = next;
                } else {
                    open = hyphen == Hyphen::Joins;
                }
            }
            _ => open = false,
        }
    }
    words
}

/// 48 bits of FNV-1a over the words with a space after each.
fn hash(run: &[Word]) -> u64 {
    let bytes = run.iter().flat_map(|word| word.letters.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invented.
    const PAGE: &str = "The old ferry crosses the narrow bay at dawn; it car-\nries mail, hens and, on Sun-\n  days, a brass\n41\n\n\
                        band. It’s a well-known win–win for both sides of the water.";

    fn known() -> Fingerprint {
        let runs = fingerprint(&[PAGE.into()]);
        let runs =
            runs.lines().filter(|line| !line.starts_with('#')).map(|line| u64::from_str_radix(line, 16).unwrap());
        Fingerprint { runs: runs.collect() }
    }

    #[test]
    fn a_borrowed_run_is_found_however_it_was_printed() {
        for line in [
            "Old ferry crosses the narrow bay",
            "It carries mail, hens, and on Sundays",
            "hens and on Sundays a brass band",
            "a well-known win-win for both",
            "its a wellknown win win for",
            "a well known win-win for both sides",
        ] {
            assert_eq!(known().borrowed(line).first().map(|fault| fault.0), Some(0), "{line}");
        }
    }

    #[test]
    fn five_words_are_nobodys() {
        assert!(known().borrowed("The old ferry crosses the wide bay at dawn").is_empty());
    }

    #[test]
    fn a_long_passage_is_one_fault_with_its_place() {
        let faults = known().borrowed("Look: the old ferry crosses the narrow bay, at noon");
        let said = "these words stand in a source text: the old ferry crosses the narrow bay, at";
        assert_eq!(faults.first(), Some(&(6, said.to_owned())));
    }

    #[test]
    fn the_file_is_sorted_and_says_what_it_is() {
        let file = fingerprint(&["one two three four five six seven".into(), "One two, three four five six.".into()]);
        let hashes: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(hashes.len(), 2);
        assert!(hashes.is_sorted() && hashes.iter().all(|hash| hash.len() == 12));
        assert!(file.starts_with("# Runs of six words"));
    }
}
