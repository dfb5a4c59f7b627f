//! Writing: plain lines, wrapped to the width, a little bold and dim where a terminal shows it.
//!
//! Nothing moves the cursor, so a screen reader, a dumb terminal and a pipe get the same words in the same order. All
//! text goes out through [`Screen::put`], which lets no control character of a course or a note through.

use crate::stop::{Go, Stop, plain};
use std::io::{self, IsTerminal, Write};
use textwrap::{Options, WordSeparator, WordSplitter};

const BOLD: &str = "\u{1b}[1m";
const DIM: &str = "\u{1b}[2m";
const NORMAL: &str = "\u{1b}[0m";
/// Clears the screen and what was on it before.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Lines after which what came before has left a screen.
const OUT_OF_SIGHT: usize = 60;

/// The widest a line gets.
const WIDEST: u16 = 80;
/// The narrowest a line can be asked to get.
const NARROWEST: u16 = 20;

/// A space at which no line ends.
const UNBROKEN: char = '\u{a0}';

/// Where everything is written.
pub struct Screen {
    out: io::Stdout,
    width: usize,
    looks: bool,
}

impl Screen {
    /// Standard output. Bold and dim only on a terminal that was not asked to do without.
    pub fn new(no_color: bool) -> Self {
        let out = io::stdout();
        let asked_plain = no_color || std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
        let looks = out.is_terminal() && !asked_plain && !is_dumb();
        let columns = if out.is_terminal() { terminal_size::terminal_size() } else { None };
        let width = columns.map_or(WIDEST, |(width, _)| width.0).clamp(NARROWEST, WIDEST);
        Self { out, width: width.into(), looks }
    }

    /// Words that stand out.
    pub fn bold(&self, words: &str) -> String {
        if self.looks { format!("{BOLD}{words}{NORMAL}") } else { words.to_owned() }
    }

    fn dim(&self, words: &str) -> String {
        if self.looks { format!("{DIM}{words}{NORMAL}") } else { words.to_owned() }
    }

    /// A heading, with air above it.
    pub fn heading(&mut self, words: &str) -> Go {
        self.blank()?;
        let words = self.bold(words);
        self.text(&words)
    }

    /// A paragraph.
    pub fn text(&mut self, words: &str) -> Go {
        self.hanging("", words)
    }

    /// Something said aside: keys, hints, the state of the facts.
    pub fn aside(&mut self, words: &str) -> Go {
        let words = self.dim(words);
        self.text(&words)
    }

    /// A paragraph whose first line begins with `head`; the others stand under its words.
    pub fn hanging(&mut self, head: &str, words: &str) -> Go {
        let under = " ".repeat(textwrap::core::display_width(head));
        let options = Options::new(self.width)
            .initial_indent(head)
            .subsequent_indent(&under)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        let filled = textwrap::fill(words, options);
        self.put(&filled.replace(UNBROKEN, " "))?;
        self.blank()
    }

    /// A choice with its number or key.
    pub fn choice(&mut self, key: &str, words: &str) -> Go {
        self.hanging(&format!("{key:>3}  "), words)
    }

    /// An empty line, or the end of one.
    pub fn blank(&mut self) -> Go {
        self.put("\n")
    }

    /// Text as it is, without control characters. Says [`Stop::Closed`] if nobody reads any more.
    pub fn put(&mut self, text: &str) -> Go {
        let harmless = harmless(text);
        match self.out.write_all(harmless.as_bytes()).and_then(|()| self.out.flush()) {
            Ok(()) => Ok(()),
            Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => Err(Stop::Closed),
            Err(fault) => Err(Stop::Say(format!("Cannot write here: {}. All that you did is safe.", plain(&fault)))),
        }
    }

    /// Takes away what was on the screen, on a terminal that can. Whether it could.
    pub fn clear(&mut self) -> bool {
        // Who wants out is not told about a screen that stays.
        self.out.is_terminal()
            && !is_dumb()
            && self.out.write_all(CLEAR.as_bytes()).and_then(|()| self.out.flush()).is_ok()
    }

    /// Takes away what only one person may see; where that cannot be done, moves it out of sight.
    pub fn wipe(&mut self) -> Go {
        if self.clear() { Ok(()) } else { self.put(&"\n".repeat(OUT_OF_SIGHT)) }
    }
}

/// Words that stay on one line, if they fit.
pub fn unbroken(words: &str) -> String {
    words.replace(' ', &UNBROKEN.to_string())
}

/// Whether the terminal says that it can do nothing but lines.
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn harmless(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_control) {
        let (plain, control) = rest.split_at(at);
        kept.push_str(plain);
        let look = ["\n", BOLD, DIM, NORMAL].into_iter().find(|look| control.starts_with(look));
        kept.push_str(look.unwrap_or_default());
        let skipped = look.map_or_else(|| control.chars().next().map_or(0, char::len_utf8), str::len);
        rest = control.get(skipped..).unwrap_or_default();
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_gets_out() {
        assert_eq!(harmless("a\u{1b}]0;x\u{7}b\nc\r\u{9b}d"), "a]0;xb\ncd");
        assert_eq!(harmless("\u{1b}[1mbold\u{1b}[0m"), "\u{1b}[1mbold\u{1b}[0m");
    }
}
