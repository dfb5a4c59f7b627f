//! The letters of a GIFT file: which of them steer, where each stands, and what a comment says.

use crate::fault::Source;

/// Those that steer unless a backslash stands before them.
pub(super) const STEERING: [char; 6] = ['~', '=', '#', '{', '}', ':'];

/// A letter of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Its byte in the file.
    pub at: usize,
    pub is: char,
    pub steers: bool,
}

/// What stands between two empty lines.
#[derive(Debug, Default)]
pub(super) struct Block<'a> {
    /// Where it begins.
    pub at: usize,
    /// `// key: words`
    pub comments: Vec<(&'a str, &'a str)>,
    pub letters: Vec<Letter>,
}

impl<'a> Block<'a> {
    /// What the comment with this key says.
    pub fn comment(&self, key: &str) -> Option<&'a str> {
        self.comments.iter().find(|(known, _)| *known == key).map(|(_, words)| *words)
    }
}

/// The blocks of a file.
pub(super) fn blocks(source: &Source) -> Vec<Block<'_>> {
    let mut blocks = vec![Block::default()];
    let mut at = 0;
    for line in source.text().split_inclusive('\n') {
        let text = line.trim();
        match blocks.last_mut() {
            _ if text.is_empty() => blocks.push(Block::default()),
            Some(block) => {
                if let Some(comment) = text.strip_prefix("//") {
                    block.comments.extend(comment.split_once(':').map(|(key, words)| (key.trim(), words.trim())));
                } else {
                    if block.letters.is_empty() {
                        block.at = at + line.len() - line.trim_start().len();
                    }
                    spell(line, at, &mut block.letters);
                }
            }
            None => {}
        }
        at += line.len();
    }
    blocks.retain(|block| !block.letters.is_empty() || !block.comments.is_empty());
    blocks
}

/// A line break in the file is a space; `\n` stands for one that a reader sees.
fn spell(line: &str, start: usize, letters: &mut Vec<Letter>) {
    let mut rest = line.char_indices().peekable();
    while let Some((at, is)) = rest.next() {
        let at = start + at;
        let next = rest.peek().map(|(_, next)| *next);
        let (is, steers) = match (is, next) {
            ('\\', Some(next)) if next == '\\' || STEERING.contains(&next) => (next, false),
            ('\\', Some('n')) => ('\n', false),
            ('\n', _) => {
                letters.push(Letter { at, is: ' ', steers: false });
                continue;
            }
            (is, _) => {
                letters.push(Letter { at, is, steers: STEERING.contains(&is) });
                continue;
            }
        };
        letters.push(Letter { at, is, steers });
        rest.next();
    }
}

/// Without the white space around them.
pub(super) fn trimmed(mut letters: &[Letter]) -> &[Letter] {
    while let [first, rest @ ..] = letters
        && first.is.is_ascii_whitespace()
        && first.is != '\n'
    {
        letters = rest;
    }
    while let [rest @ .., last] = letters
        && last.is.is_ascii_whitespace()
        && last.is != '\n'
    {
        letters = rest;
    }
    letters
}

/// As they would be read aloud.
pub(super) fn text(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.is).collect()
}

/// Where `sign` steers, `times` in a row.
pub(super) fn find(letters: &[Letter], sign: char, times: usize) -> Option<usize> {
    letters.windows(times).position(|run| run.iter().all(|letter| letter.steers && letter.is == sign))
}

/// What stands before and after `sign`, `times` in a row.
pub(super) fn split(letters: &[Letter], sign: char, times: usize) -> Option<(&[Letter], &[Letter])> {
    let at = find(letters, sign, times)?;
    Some((letters.get(..at)?, letters.get(at + times..)?))
}
