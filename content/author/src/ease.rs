//! How easy a Spanish text is to read: the INFLESZ scale, which is to Spanish what Flesch-Kincaid is to English.
//!
//! Szigriszt-Pazos, *Sistemas predictivos de legilibilidad del mensaje escrito* (1993): 206.835 less 62.3 times the syllables a
//! word, less the words a sentence. Barrio-Cantalejo and others (2008) call 55 to 65 normal, 65 to 80 quite easy, over 80 very
//! easy. Syllables are counted by the rules of Spanish spelling.

use crate::grade;
use std::collections::BTreeMap;

/// Counts of a text, and the figure made of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ease {
    /// Words.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Syllables.
    pub syllables: u32,
    /// Words of the longest sentence.
    pub longest: u32,
}

impl Ease {
    /// Counts a text as a translator writes it. The end of a line ends a sentence.
    fn add(&mut self, text: &str) {
        for (_, sentence) in plain(text).lines().flat_map(grade::sentences) {
            let mut length = 0;
            for word in grade::words(sentence) {
                self.syllables += syllables(word);
                length += 1;
            }
            self.words += length;
            self.sentences += 1;
            self.longest = self.longest.max(length);
        }
    }

    /// INFLESZ: the more, the easier; 0 of an empty text.
    #[must_use]
    pub fn inflesz(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let words = f64::from(self.words);
        206.835 - 62.3 * f64::from(self.syllables) / words - words / f64::from(self.sentences)
    }
}

/// The figures of each unit, quiz, talk, relaxation and help card, by id. A single title or a glossary term is too short for any.
pub(crate) fn by_part(texts: &BTreeMap<(String, String), Vec<String>>) -> BTreeMap<String, Ease> {
    let mut parts: BTreeMap<String, Ease> = BTreeMap::new();
    for ((context, _), said) in texts {
        let (id, field) = context.split_once('#').unwrap_or((context, ""));
        let mut names = id.split('/');
        let (Some(kind), Some(name)) = (names.next(), names.next()) else { continue };
        if field != "aliases" && matches!(kind, "lesson" | "quiz" | "scenario" | "relaxation" | "help") {
            let part = parts.entry(format!("{kind}/{name}")).or_default();
            for text in said {
                part.add(text);
            }
        }
    }
    parts
}

/// The words that are read: without claim marks, the targets of links, emphasis and the dash of a list.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']', '*']) {
        let (before, mark) = rest.split_at(at);
        plain.push_str(before);
        let end = if mark.starts_with("[^") {
            mark.find(']')
        } else if mark.starts_with("](") {
            mark.find(')')
        } else {
            Some(0)
        };
        rest = end.and_then(|end| mark.get(end + 1..)).unwrap_or_default();
    }
    plain + rest
}

/// One for each vowel that is said, but for the weak ones (i, u, ü, and a y at the end) beside another that carry no accent.
fn syllables(word: &str) -> u32 {
    let lower = word.to_lowercase();
    // A u that is only written.
    let said = lower.replace("que", "ke").replace("qui", "ki").replace("qué", "ké").replace("quí", "kí");
    let said = said.replace("gue", "ge").replace("gui", "gi").replace("gué", "gé").replace("guí", "gí");
    let letters: Vec<char> = said.chars().collect();
    let groups =
        letters.chunk_by(|a, b| sounds(*a) == sounds(*b)).filter(|group| group.first().copied().is_some_and(sounds));
    let count: usize = groups.map(|group| group.iter().filter(|letter| !is_weak(**letter)).count().max(1)).sum();
    u32::try_from(count.max(1)).unwrap_or(u32::MAX)
}

fn sounds(letter: char) -> bool {
    is_weak(letter) || matches!(letter, 'a' | 'e' | 'o' | 'á' | 'é' | 'í' | 'ó' | 'ú')
}

fn is_weak(letter: char) -> bool {
    matches!(letter, 'i' | 'u' | 'ü' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_spanish_spells_them() {
        let known = [
            ("sol", 1),
            ("muy", 1),
            ("hay", 1),
            ("y", 1),
            ("casa", 2),
            ("pareja", 3),
            ("cuidar", 2),
            ("leer", 2),
            ("día", 2),
            ("oír", 2),
            ("ciudad", 2),
            ("que", 1),
            ("guía", 2),
            ("vergüenza", 3),
            ("quién", 1),
            ("tratamiento", 4),
            ("dúo", 2),
        ];
        for (word, count) in known {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_text_is_counted_without_its_marks() {
        assert_eq!(plain("Ve a la [clínica](help/pep) *hoy*. [^P1]"), "Ve a la clínica hoy. ");
        let mut ease = Ease::default();
        ease.add("El sol sale. [^P1]\n\n- Es de día");
        assert_eq!(ease, Ease { words: 6, sentences: 2, syllables: 8, longest: 3 });
        // 206.835 - 62.3 x 8 / 6 - 6 / 2
        assert!((ease.inflesz() - 120.768).abs() < 0.001, "{}", ease.inflesz());
    }
}
