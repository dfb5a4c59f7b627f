//! The word table (`words.toml`): what is not said, what is said instead, and which words give a title away.

use crate::desk::Desk;
use crate::fault::Source;
use crate::rule::Rule;
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "content/author/words.toml";
/// What is read letter by letter, or not at all.
const SIGNS: &str = "=+&%/<>°#@~×→≤≥";
/// So many capitals are no abbreviation.
const SHOUTED: usize = 5;
/// The lists of words to avoid, and the rule that each is.
const AVOIDED: [(&str, Rule); 6] = [
    ("stigma", Rule::Stigma),
    ("outdated", Rule::Outdated),
    ("gendered", Rule::Gendered),
    ("blame", Rule::Blame),
    ("shame", Rule::Shame),
    ("fear", Rule::Fear),
];

/// The table, ready to look up.
#[derive(Default)]
pub(crate) struct Words {
    /// By their first word, in small letters.
    avoided: BTreeMap<String, Vec<Avoided>>,
    revealing: Vec<String>,
    /// What a reminder may not say besides.
    telling: Vec<String>,
    /// The two above in other languages, by their tags.
    languages: BTreeMap<String, (Vec<String>, Vec<String>)>,
    /// Signs and abbreviations that a voice reads as people say them.
    aloud: Vec<String>,
    /// Phrases that speak of ending one's life; two words or more.
    grave: Vec<Vec<String>>,
    /// Runs of words that everybody uses, wherever else they stand.
    pub set_phrases: Vec<String>,
}

#[derive(Clone)]
struct Avoided {
    rule: Rule,
    phrase: Vec<String>,
    instead: String,
}

impl Words {
    pub fn read(desk: &mut Desk) -> Self {
        desk.open(&Source::new(FILE, include_str!("../words.toml")), |file, desk| {
            let mut entries = Vec::new();
            for (key, rule) in AVOIDED {
                entries.extend(file.each(key, desk, |table, desk| entry(table, rule, desk)));
            }
            let (revealing, telling) = (small(file, "revealing", desk), small(file, "telling", desk));
            let languages = file.each("language", desk, |table, desk| {
                let tag = table.text("tag", desk).unwrap_or_default().to_owned();
                (tag, (small(table, "revealing", desk), small(table, "telling", desk)))
            });
            let languages = languages.into_iter().collect();
            let aloud = texts(file, "aloud", desk);
            let set_phrases = texts(file, "set_phrases", desk);
            let grave = texts(file, "grave", desk).iter().map(|phrase| small_words(phrase)).collect();
            let mut words = Self { revealing, telling, languages, aloud, grave, set_phrases, ..Self::default() };
            for avoided in entries.into_iter().flatten() {
                let Some(first) = avoided.phrase.first() else { continue };
                words.avoided.entry(first.clone()).or_default().push(avoided);
            }
            words
        })
    }

    /// The words that give the topic away in another language; none where nobody has listed them. Those of English do so in
    /// every language, but what else a reminder may not say has other meanings there (`date` is "give yourself").
    pub fn in_language(&self, tag: &str) -> Option<Self> {
        let (revealing, telling) = self.languages.get(tag)?.clone();
        Some(Self { revealing: [self.revealing.clone(), revealing].concat(), telling, ..Self::default() })
    }

    /// The words to avoid in `line`.
    pub fn avoided(&self, line: &str) -> Vec<(usize, Rule, String)> {
        let words: Vec<(usize, String)> = tokens(line).collect();
        let mut faults = Vec::new();
        for (index, (at, word)) in words.iter().enumerate() {
            for avoided in self.avoided.get(word).into_iter().flatten() {
                let here = words.iter().skip(index).map(|(_, word)| word).take(avoided.phrase.len());
                if here.eq(&avoided.phrase) {
                    let (phrase, instead) = (avoided.phrase.join(" "), &avoided.instead);
                    faults.push((*at, avoided.rule, format!("`{phrase}` is a word to avoid; instead: {instead}")));
                }
            }
        }
        faults
    }

    /// The word of a title that gives its topic away.
    pub fn reveals<'a>(&self, title: &'a str) -> Option<&'a str> {
        // Two words of one letter.
        let said = |sign: &&str| title.contains(sign) && self.revealing.contains(&sign.to_lowercase());
        ["U=U", "I=I"].into_iter().find(said).or_else(|| one_of(&self.revealing, title))
    }

    /// The word of a reminder that tells too much on a lock screen.
    pub fn tells<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.reveals(text).or_else(|| one_of(&self.telling, text))
    }

    /// Every word that tells too much on a lock screen, by the alphabet.
    pub fn all_telling(&self) -> Vec<String> {
        self.revealing.iter().chain(&self.telling).cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What a voice would stumble over in `line`: signs, and words with capitals inside, that are not in the list.
    pub fn unspoken<'a>(&self, line: &'a str) -> Vec<(usize, Rule, String)> {
        let start = |piece: &'a str| piece.as_ptr().addr() - line.as_ptr().addr();
        let pieces = line.split(|letter: char| letter.is_whitespace() || "-–—…".contains(letter));
        let mut faults = Vec::new();
        for piece in pieces.map(|piece| piece.trim_matches(|letter: char| ".,;:?!()\"'“”‘’".contains(letter))) {
            let known = |word: &str| self.aloud.iter().any(|known| known == word);
            let whole = piece.trim_end_matches("'s").trim_end_matches("’s");
            let capitals = piece.chars().filter(|letter| letter.is_uppercase()).count();
            let has_sign = piece.contains(|letter: char| SIGNS.contains(letter));
            if (capitals < 2 && !has_sign) || known(whole) || whole.strip_suffix('s').is_some_and(known) {
                continue;
            }
            let is_shouted = !has_sign && capitals >= SHOUTED && capitals == piece.chars().count();
            faults.push(if is_shouted {
                (start(piece), Rule::Shout, format!("`{piece}` in capitals: only people in a dialogue call out"))
            } else {
                let reason = format!("a voice cannot read `{piece}`: spell it out, or list it in `aloud`");
                (start(piece), Rule::Unspoken, reason)
            });
        }
        faults
    }

    /// The words of `line` that speak of ending one's life.
    pub fn grave<'a>(&self, line: &'a str) -> Option<&'a str> {
        let words: Vec<(usize, String)> = tokens(line).collect();
        self.grave.iter().find_map(|phrase| {
            let said = |run: &&[(usize, String)]| run.iter().map(|(_, word)| word).eq(phrase);
            let [(start, _), .., (at, last)] = words.windows(phrase.len().max(1)).find(said)? else { return None };
            line.get(*start..at + last.len())
        })
    }
}

fn small_words(text: &str) -> Vec<String> {
    tokens(text).map(|(_, word)| word).collect()
}

/// The first word of `text` that is known, as it is or with an -s or -es.
fn one_of<'a>(known: &[String], text: &'a str) -> Option<&'a str> {
    let is_known = |word: &str| known.iter().any(|known| known == word);
    tokens(text).find_map(|(at, word)| {
        let here = is_known(&word) || ["s", "es"].iter().any(|many| word.strip_suffix(many).is_some_and(is_known));
        here.then(|| text.get(at..at + word.len())).flatten()
    })
}

fn entry(table: &mut Table, rule: Rule, desk: &mut Desk) -> Vec<Avoided> {
    let avoid = table.need("avoid", desk);
    let phrases = match avoid {
        Some(value) if value.is_list() => value.list(desk),
        value => value.into_iter().collect(),
    };
    let instead = table.text("use", desk).unwrap_or_default();
    let avoided = |phrase: &str| Avoided { rule, phrase: small_words(phrase), instead: instead.into() };
    phrases.into_iter().filter_map(|value| value.text(desk)).map(avoided).collect()
}

fn small(table: &mut Table, key: &'static str, desk: &mut Desk) -> Vec<String> {
    texts(table, key, desk).iter().map(|word| word.to_lowercase()).collect()
}

fn texts(table: &mut Table, key: &'static str, desk: &mut Desk) -> Vec<String> {
    table.list(key, desk).into_iter().filter_map(|value| value.text(desk)).map(Into::into).collect()
}

/// The runs of letters and digits of a text, in small letters, each with where it begins.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = (usize, String)> {
    let start = |piece: &str| piece.as_ptr().addr() - text.as_ptr().addr();
    let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.map(move |piece| (start(piece), piece.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let mut desk = Desk::default();
        let words = Words::read(&mut desk);
        assert_eq!(desk.faults(), [], "words.toml");
        words
    }

    #[test]
    fn words_to_avoid_are_found_on_their_boundaries_only() {
        let words = words();
        let found = |line: &str| words.avoided(line).first().map(|(at, ..)| *at);
        for (line, at) in [
            ("Use a Male Condom.", 6),
            ("They should go.", 5),
            ("He's here.", 0),
            ("Ask his/her name", 4),
            ("An infected person", 3),
            ("a safe, clean  needle", 8),
            ("your boyfriend", 5),
        ] {
            assert_eq!(found(line), Some(at), "{line}");
        }
        for line in ["The theme here is adjust.", "a female friend", "Use an external condom.", "unclean, cleaner"] {
            assert_eq!(found(line), None, "{line}");
        }
    }

    #[test]
    fn words_about_ending_ones_life() {
        let words = words();
        assert_eq!(words.grave("Oh, I don't want to live like this."), Some("don't want to live"));
        assert_eq!(words.grave("Some days I want to END it all."), Some("END it all"));
        assert_eq!(words.grave("I want to end this talk. It all went wrong."), None);
    }

    #[test]
    fn titles_that_name_the_topic_in_spanish() {
        let spanish = words().in_language("es").expect("listed");
        for (title, word) in [
            ("Una persona tiene VIH", "VIH"),
            ("Condones y lubricante", "Condones"),
            ("Qué significa I=I", "I=I"),
            ("La PEP es una urgencia", "PEP"),
            ("sin preservativos", "preservativos"),
            ("Relaciones sexuales", "sexuales"),
            ("Prácticas ANALES", "ANALES"),
        ] {
            assert_eq!(spanish.reveals(title), Some(word));
        }
        for title in ["Hablar a tiempo", "Lo que hoy se sabe", "Una pastilla o una inyección", "Razones para cuidar"] {
            assert_eq!(spanish.reveals(title), None);
        }
        assert_eq!(spanish.tells("Date un respiro"), None);
        for (text, word) in
            [("Habla con tu pareja", "Habla"), ("Hace meses", "meses"), ("Tus relaciones", "relaciones")]
        {
            assert_eq!(spanish.tells(text), Some(word));
        }
        assert_eq!(words().in_language("tlh").map(|words| words.revealing), None);
    }

    #[test]
    fn titles_that_name_the_topic() {
        let words = words();
        for (title, word) in [
            ("One has HIV, one does not", "HIV"),
            ("Condoms, dams and lube", "Condoms"),
            ("PEP is an emergency", "PEP"),
            ("Beyond U=U", "U=U"),
            ("What undetectable means", "undetectable"),
        ] {
            assert_eq!(words.reveals(title), Some(word));
        }
        for title in ["Talk early", "What we know now", "A pill or a shot", "Works of your own", "Reasons to CARE"] {
            assert_eq!(words.reveals(title), None);
        }
    }
}
