//! A quiz as a file of the course, as an author would write it.

use crate::exchange::own;
use crate::markup;
use saywell_content::{Block, Item, ItemKind, Line, Quiz, Span};
use std::fmt::Write;

/// `sources` has those that each item's file named; `without_reason` options need one yet.
pub(super) fn paper(quiz: &Quiz, sources: &[Option<String>], without_reason: usize) -> String {
    let mut paper =
        "# Came in from GIFT, without claim marks: set one such as [^M8] after each sentence on health.\n".to_owned();
    // Writing to a text cannot fail, here and below.
    if without_reason > 0 {
        let _ = writeln!(paper, "# Reasons to write: {without_reason}, where `why` is empty.");
    }
    let _ = writeln!(paper, "id = {}\ntitle = {}", quoted(&quiz.id), quoted(&quiz.title));
    if let Some(title) = &quiz.home_title {
        let _ = writeln!(paper, "home_title = {}", quoted(title));
    }
    for (index, item) in quiz.items.iter().enumerate() {
        paper.push('\n');
        if let Some(Some(line)) = sources.get(index) {
            let _ = writeln!(paper, "# {line}");
        }
        write_item(&mut paper, item);
    }
    paper
}

fn write_item(paper: &mut String, item: &Item) {
    let kind = match item.kind {
        ItemKind::One => "one",
        ItemKind::Many => "many",
        ItemKind::TrueFalse => "true-false",
    };
    let _ = writeln!(paper, "[[item]]\nid = {}\nkind = \"{kind}\"\nask = {}", quoted(own(&item.id)), marked(&item.ask));
    if !item.exercises.is_empty() {
        let names: Vec<String> = item.exercises.iter().map(|id| quoted(own(id))).collect();
        let _ = writeln!(paper, "exercises = [{}]", names.join(", "));
    }
    paper.push_str("options = [\n");
    for option in &item.options {
        let right = if option.right { ", right = true" } else { "" };
        let pin = if option.last { ", pin = \"last\"" } else { "" };
        let (id, text, why) = (quoted(own(&option.id)), marked(&option.text), marked(&option.why));
        let _ = writeln!(paper, "  {{ id = {id}, text = {text}{right}{pin}, why = {why} }},");
    }
    paper.push_str("]\n");
}

fn marked(line: &Line) -> String {
    quoted(&markdown(&line.iter().map(Span::words).collect::<String>()))
}

/// Words as Markdown that says them, with a backslash before each sign that would say something else.
fn markdown(words: &str) -> String {
    if says(words, words) {
        return words.to_owned();
    }
    let mut marked = String::new();
    let number = words.len() - words.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    for (at, letter) in words.char_indices() {
        let begins = at == 0 && "#+->=~".contains(letter) || at == number && at > 0 && ".)".contains(letter);
        if begins || "\\`*_[]<&".contains(letter) {
            marked.push('\\');
        }
        marked.push(letter);
    }
    marked
}

fn says(markdown: &str, words: &str) -> bool {
    let read = markup::read(markdown);
    let plain = |line: &Line| line.iter().all(|span| matches!(span, Span::Text(_)));
    let [Block::Paragraph(line)] = read.blocks.as_slice() else { return words.is_empty() };
    read.faults.is_empty() && plain(line) && line.iter().map(Span::words).collect::<String>() == words
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}
