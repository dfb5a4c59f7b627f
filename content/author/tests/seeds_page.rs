//! The page that says what became of the source texts: it names what there is, and borrows no words.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;

fn page() -> String {
    let page = saywell_author::home().with_file_name("docs/seeds.md");
    std::fs::read_to_string(page).expect("docs/seeds.md")
}

#[test]
fn everything_it_names_is_in_the_course() {
    let course = saywell_author::compile(&saywell_author::home()).expect("no fault");
    let is_there = |id: &str| match id.split('/').next() {
        Some("lesson") => course.unit(id).is_some() || course.card(id).is_some(),
        Some("quiz") => course.quiz(id).is_some() || course.item(id).is_some(),
        Some("help") => course.help_card(id).is_some(),
        Some("relaxation") => course.relaxation(id).is_some(),
        Some("term") => course.term(id).is_some(),
        Some("technique") => course.technique(id).is_some(),
        Some("journal") => course.plan.id == id,
        _ => true,
    };
    let page = page();
    let named: Vec<&str> = page.split('`').skip(1).step_by(2).filter(|words| words.contains('/')).collect();
    assert!(named.len() > 100, "{} ids", named.len());
    let lost: Vec<&&str> = named.iter().filter(|id| !is_there(id)).collect();
    assert!(lost.is_empty(), "docs/seeds.md names what is not in the course: {lost:?}");
    let in_brackets = page.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    let claims = in_brackets.flat_map(str::split_whitespace).filter(|word| is_claim(word));
    let lost: Vec<&str> = claims.filter(|id| course.claim(id).is_none()).collect();
    assert!(lost.is_empty(), "docs/seeds.md names claims that are not in the course: {lost:?}");
}

/// Such as `H8` or `E1d`.
fn is_claim(word: &str) -> bool {
    let mut letters = word.bytes();
    letters.next().is_some_and(|first| first.is_ascii_uppercase())
        && letters.next().is_some_and(|second| second.is_ascii_digit())
}

#[test]
fn it_shares_no_six_words_with_a_source_text() {
    let hashes = |text: &str| text.lines().filter(|line| !line.starts_with('#')).map(Into::into).collect();
    let known: BTreeSet<String> = hashes(include_str!("../seeds.fingerprint"));
    let own: BTreeSet<String> = hashes(&saywell_author::fingerprint(&[page()]));
    assert_eq!(own.intersection(&known).count(), 0);
}
