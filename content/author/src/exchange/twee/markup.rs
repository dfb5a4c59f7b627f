//! SugarCube's marks: words that say themselves, and links.

use std::fmt::Write;

/// Words that SugarCube shows as they are. Where nothing in them means something to it, they stand bare.
pub(super) fn verbatim(words: &str) -> String {
    const MEANS: [&str; 18] =
        ["<", "[[", "$", "_", "~~", "^^", "@@", "{{{", "==", "''", "//", "--", "\"\"\"", "\\", "&", "::", "`", "*"];
    let begins = words.starts_with(['!', '#', '>', '|']) || words.starts_with("http");
    if !begins && !MEANS.iter().any(|sign| words.contains(sign)) {
        return words.to_owned();
    }
    // The one thing that cannot be said inside is its own end.
    format!("<nowiki>{}</nowiki>", words.replace("</", "<</nowiki><nowiki>/"))
}

/// A link that says `words`, leads to a passage and makes facts hold.
///
/// SugarCube reads the words as an expression before it takes them for words, so they are written as one: in quotation
/// marks, with those signs as numbers that would end a link for it or for Twine's editor.
pub(super) fn link(words: &str, passage: &str, sets: &[String]) -> String {
    let mut quoted = String::new();
    for letter in words.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '[' | ']' | '|' | '<' | '>' => {
                // Writing to a text cannot fail.
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    let sets: Vec<String> = sets.iter().map(|fact| format!("{} to true", variable(fact))).collect();
    let sets = if sets.is_empty() { String::new() } else { format!("[{}]", sets.join("; ")) };
    format!("[[\"{quoted}\"|{passage}]{sets}]")
}

/// The variable of a fact. One that no line has set yet is no.
pub(super) fn variable(fact: &str) -> String {
    format!("$fact_{}", fact.replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_mean_something_are_shown_as_they_are() {
        assert_eq!(verbatim("U=U: it's {so} ~ #1, isn't it?"), "U=U: it's {so} ~ #1, isn't it?");
        assert_eq!(verbatim("!one"), "<nowiki>!one</nowiki>");
        assert_eq!(verbatim("a <<if>> b"), "<nowiki>a <<if>> b</nowiki>");
        assert_eq!(verbatim("a </nowiki> b"), "<nowiki>a <</nowiki><nowiki>/nowiki> b</nowiki>");
        assert_eq!(verbatim(":: Start"), "<nowiki>:: Start</nowiki>");
    }

    #[test]
    fn a_link_says_its_words_and_sets_its_facts() {
        assert_eq!(link("No.", "next", &[]), "[[\"No.\"|next]]");
        assert_eq!(
            link("\"A\" -> [b|c]\\", "next", &["a-has".into(), "b".into()]),
            "[[\"\\\"A\\\" -\\u003e \\u005bb\\u007cc\\u005d\\\\\"|next][$fact_a_has to true; $fact_b to true]]"
        );
    }
}
