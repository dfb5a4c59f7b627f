//! Search over titles, terms and text. Pure: it looks at the course only.
//!
//! A person finds a thing by any word of it, in any case; every word they type must occur. Words count where they begin:
//! "vir" finds "viral", "pep" does not find "doxy-PEP". Terms marked `exact` are found by their whole name only.

use crate::{Engine, content};
use content::{Block, Card, CardKind, Course, HelpCard, Line, Prose, Quiz, Relaxation, Scenario, Span, Term, Unit};

/// The most that a search shows.
const MOST: usize = 20;

/// Small letters with an accent, each with the letter under it, by code point.
static ACCENTS: &[(char, char)] = &include!(concat!(env!("OUT_DIR"), "/accents.rs"));

/// What a hit leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitKind {
    /// A glossary term.
    Term,
    /// A help card.
    Help,
    /// A unit.
    Unit,
    /// A card of a unit.
    Card,
    /// A quiz.
    Quiz,
    /// A relaxation.
    Relaxation,
    /// A talk to rehearse.
    Scenario,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub id: String,
    /// The title that may stand in a list.
    pub title: String,
    /// The sentence that holds the words, where they were found in a text.
    pub excerpt: Option<String>,
}

impl Engine {
    /// What holds all of these words, the best first: names, then titles, then texts. Nothing for an empty question.
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<Hit> {
        let course = self.course();
        search(&course, words)
    }
}

fn search(course: &Course, words: &str) -> Vec<Hit> {
    let asked = fold(words);
    let wanted: Vec<&str> = asked.split(' ').filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(Rank, Hit)> = Vec::new();
    found.extend(course.terms.iter().filter_map(|term| of_term(term, &asked, &wanted)));
    found.extend(course.help.iter().filter_map(|card| of_help(card, &wanted)));
    for unit in course.units() {
        found.extend(of_unit(unit, &wanted));
    }
    found.extend(course.quizzes.iter().filter_map(|quiz| of_quiz(quiz, &wanted)));
    found.extend(course.scenarios.iter().filter_map(|scenario| of_scenario(scenario, &wanted)));
    found.extend(course.relaxations.iter().filter_map(|script| of_relaxation(script, &wanted)));
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, hit)| hit).take(MOST).collect()
}

/// How well something fits; the first is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    WholeName,
    Name,
    Text,
}

fn of_term(term: &Term, asked: &str, wanted: &[&str]) -> Option<(Rank, Hit)> {
    let names: Vec<String> = std::iter::once(&term.name).chain(&term.aliases).map(|name| fold(name)).collect();
    let rank = if names.iter().any(|name| name.trim() == asked.trim()) {
        Rank::WholeName
    } else if term.exact {
        return None;
    } else if names.iter().any(|name| holds(name, wanted)) {
        Rank::Name
    } else {
        return None;
    };
    let excerpt = sentences(&term.body).into_iter().next();
    Some((rank, Hit { kind: HitKind::Term, id: term.id.clone(), title: term.name.clone(), excerpt }))
}

fn of_help(card: &HelpCard, wanted: &[&str]) -> Option<(Rank, Hit)> {
    let hit = |excerpt| Hit { kind: HitKind::Help, id: card.id.clone(), title: card.title.clone(), excerpt };
    if holds(&fold(&card.title), wanted) {
        return Some((Rank::Name, hit(None)));
    }
    let texts = std::iter::once(&card.lead).chain(card.parts.iter().map(|part| &part.body));
    let titles = card.parts.iter().map(|part| part.title.clone());
    let sentence = first_holding(texts.flat_map(sentences).chain(titles), wanted)?;
    Some((Rank::Text, hit(Some(sentence))))
}

fn of_unit(unit: &Unit, wanted: &[&str]) -> Vec<(Rank, Hit)> {
    let title = || unit.outside_title().to_owned();
    if holds(&fold(&format!("{} {}", unit.title, unit.outside_title())), wanted) {
        let hit = Hit { kind: HitKind::Unit, id: unit.id.clone(), title: title(), excerpt: Some(unit.goal.clone()) };
        return vec![(Rank::Name, hit)];
    }
    let hit = |card: &Card, sentence| {
        (Rank::Text, Hit { kind: HitKind::Card, id: card.id.clone(), title: title(), excerpt: Some(sentence) })
    };
    unit.cards
        .iter()
        .filter_map(|card| first_holding(card_sentences(card).into_iter(), wanted).map(|sentence| hit(card, sentence)))
        .take(1)
        .collect()
}

fn of_quiz(quiz: &Quiz, wanted: &[&str]) -> Option<(Rank, Hit)> {
    let title = quiz.outside_title();
    let hit = Hit { kind: HitKind::Quiz, id: quiz.id.clone(), title: title.to_owned(), excerpt: None };
    holds(&fold(&format!("{} {title}", quiz.title)), wanted).then_some((Rank::Name, hit))
}

fn of_scenario(scenario: &Scenario, wanted: &[&str]) -> Option<(Rank, Hit)> {
    let title = scenario.outside_title();
    let hit = |excerpt| Hit { kind: HitKind::Scenario, id: scenario.id.clone(), title: title.to_owned(), excerpt };
    if holds(&fold(&format!("{} {title}", scenario.title)), wanted) {
        return Some((Rank::Name, hit(None)));
    }
    let sentence = first_holding(sentences(&scenario.situation).into_iter(), wanted)?;
    Some((Rank::Text, hit(Some(sentence))))
}

fn of_relaxation(script: &Relaxation, wanted: &[&str]) -> Option<(Rank, Hit)> {
    let title = script.title.clone();
    let hit = Hit { kind: HitKind::Relaxation, id: script.id.clone(), title, excerpt: None };
    holds(&fold(&script.title), wanted).then_some((Rank::Name, hit))
}

/// The sentences of a card, without the answers of a check: those are for the tap.
fn card_sentences(card: &Card) -> Vec<String> {
    match &card.kind {
        CardKind::Read { title, body } => std::iter::once(title.clone()).chain(sentences(body)).collect(),
        CardKind::Exchange { title, scene, lines, notice, .. } => std::iter::once(title.clone())
            .chain([scene, notice].into_iter().flat_map(of_line))
            .chain(lines.iter().flat_map(|line| of_line(&line.say)))
            .collect(),
        CardKind::Check { question, .. } => of_line(question),
        CardKind::Steps { title, steps } => {
            std::iter::once(title.clone()).chain(steps.iter().flat_map(|step| of_line(&step.text))).collect()
        }
        CardKind::Table { title, rows, .. } => {
            std::iter::once(title.clone()).chain(rows.iter().map(|row| row.cells.iter().map(plain).collect())).collect()
        }
        CardKind::Gate { .. } | CardKind::Reflect { .. } | CardKind::Practise { .. } => Vec::new(),
    }
}

fn sentences(prose: &Prose) -> Vec<String> {
    prose.iter().flat_map(Block::lines).flat_map(of_line).collect()
}

/// The sentences of a line: it ends where a full stop, a question mark or an exclamation mark meets a space.
fn of_line(line: &Line) -> Vec<String> {
    let text = plain(line);
    let mut sentences = Vec::new();
    let mut rest = text.as_str();
    while let Some(end) = [". ", "? ", "! "].iter().filter_map(|end| rest.find(end)).min() {
        let (sentence, after) = rest.split_at(end + 1);
        sentences.push(sentence.trim().to_owned());
        rest = after;
    }
    sentences.push(rest.trim().to_owned());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

fn plain(line: &Line) -> String {
    line.iter().map(Span::words).collect()
}

fn first_holding(mut sentences: impl Iterator<Item = String>, wanted: &[&str]) -> Option<String> {
    sentences.find(|sentence| holds(&fold(sentence), wanted))
}

/// Small letters without accents, and one space where there is no letter or digit: before, between and after the words.
fn fold(text: &str) -> String {
    let mut folded = String::from(" ");
    for c in text.chars().filter(|c| !matches!(c, '\'' | '\u{2019}') && !is_accent(*c)) {
        if c.is_alphanumeric() || c == '=' {
            folded.extend(c.to_lowercase().filter(|letter| !is_accent(*letter)).map(bare));
        } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && !folded.ends_with(' ') {
            // "doxy-PEP" is one word, so that "pep" does not find it.
            folded.push('-');
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// An accent that stands after its letter.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A small letter without its accent.
fn bare(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let pair = ACCENTS.binary_search_by_key(&letter, |(accented, _)| *accented).ok().and_then(|at| ACCENTS.get(at));
    pair.map_or(letter, |(_, bare)| *bare)
}

/// Every wanted word begins a word of the folded text.
fn holds(folded: &str, wanted: &[&str]) -> bool {
    wanted.iter().all(|word| folded.split(' ').any(|known| known.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_what_people_type() {
        for (text, folded) in [
            ("U=U", " u=u"),
            ("Don't!", " dont "),
            ("Doxy-PEP", " doxy-pep"),
            ("  A  b ", " a b "),
            ("¿Qué AÑO?", " que ano "),
            ("e\u{301}l", " el"),
            ("ß Øİ", " ß øi"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn a_line_falls_into_its_sentences() {
        let line = vec![Span::Text("Go now. Why? It is 1.5 days.".into()), Span::Claim("P2".into())];
        assert_eq!(of_line(&line), ["Go now.", "Why?", "It is 1.5 days."]);
    }

    #[test]
    fn words_are_found_where_they_begin() {
        assert!(holds(" viral load ", &["vir", "load"]));
        assert!(!holds(" viral load ", &["iral"]));
        assert!(!holds(" doxy-pep ", &["pep"]));
    }

    /// The course in each of its languages.
    fn courses() -> impl Iterator<Item = Course> {
        crate::languages().into_iter().map(|language| crate::course_in(&[language.tag]).unwrap())
    }

    #[test]
    fn in_the_real_course_each_term_is_found_by_each_of_its_names() {
        for course in courses() {
            for term in &course.terms {
                for name in std::iter::once(&term.name).chain(&term.aliases) {
                    let asked = fold(name);
                    let wanted: Vec<&str> = asked.split_whitespace().collect();
                    let rank = of_term(term, &asked, &wanted).map(|(rank, _)| rank);
                    assert_eq!(rank, Some(Rank::WholeName), "{name} does not find {}", term.id);
                }
            }
        }
    }

    #[test]
    fn pep_and_doxy_never_stand_in_one_list() {
        for course in courses() {
            for words in ["pep", "PEP", "p", "pe", "emergency", "72 hours", "urgencia", "emergencia", "72 horas"] {
                let hits = search(&course, words);
                assert!(!hits.iter().any(|hit| hit.id.contains("doxy")), "{}: {words}", course.language);
            }
        }
    }

    #[test]
    fn spanish_is_found_by_its_words_with_and_without_accents() {
        let course = crate::course_in(&["es"]).unwrap();
        let found = |words: &str| -> Vec<String> { search(&course, words).into_iter().map(|hit| hit.id).collect() };
        for (plain, accented) in [
            ("condon", "condón"),
            ("CONDON", "Condón"),
            ("urgencia", "urge\u{301}ncia"),
            ("sindrome", "síndrome"),
            ("sida", "SIDA"),
        ] {
            assert!(!found(plain).is_empty(), "{plain}");
            assert_eq!(found(plain), found(accented), "{plain}");
        }
        assert!(found("preservativo").contains(&"term/condom-external".into()), "{:?}", found("preservativo"));
    }

    #[test]
    fn an_empty_question_finds_nothing() {
        let course = crate::course().unwrap();
        for nothing in ["", "  ", "?!", "\0"] {
            assert_eq!(search(&course, nothing), []);
        }
    }
}
