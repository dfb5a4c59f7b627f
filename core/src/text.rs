//! What a person writes, made safe to keep and to show: nothing they meant is lost, nothing odd gets through.

use crate::{Error, Result};

/// The longest text that is kept, in characters. A longer one is refused, never cut.
pub(crate) const LONGEST: usize = 20_000;

/// The text with line ends as `\n`, without control characters, with direction marks in pairs, and without white space
/// around it. Text that is longer than [`LONGEST`] is refused.
pub(crate) fn cleaned(field: &'static str, written: &str) -> Result<String> {
    // Refused by bytes first, so that nobody waits for a gigabyte to be counted.
    if written.len() > LONGEST * 4 || written.chars().count() > LONGEST {
        return Err(Error::Invalid { field, reason: "is at most 20000 characters" });
    }
    let one_line_end = written.replace("\r\n", "\n").replace('\r', "\n");
    let plain: String = one_line_end.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    Ok(paired(plain.trim()))
}

/// Every embedding, override and isolate is closed in its own line, and no closing mark stands alone: a lone mark would
/// turn around whatever a screen shows beside the text.
fn paired(text: &str) -> String {
    text.split('\n').map(paired_line).collect::<Vec<_>>().join("\n")
}

fn paired_line(line: &str) -> String {
    let mut open = Vec::new();
    let mut kept = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\u{202a}'..='\u{202b}' | '\u{202d}'..='\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.last() == Some(&c) => drop(open.pop()),
            '\u{202c}' | '\u{2069}' => continue,
            _ => {}
        }
        kept.push(c);
    }
    kept.extend(open.iter().rev());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_stays() {
        for same in ["", "Hi.", "é 👩‍👩‍👧 שלום", "one\n\n\ttwo", "\u{200f}ok", "\u{2067}שלום\u{2069} hi"]
        {
            assert_eq!(cleaned("text", same).unwrap(), same);
        }
    }

    #[test]
    fn what_was_not_meant_goes() {
        assert_eq!(cleaned("text", " a\0b\u{7}c\r\nd\re \n").unwrap(), "abc\nd\ne");
    }

    #[test]
    fn lone_direction_marks_are_closed_or_dropped() {
        assert_eq!(cleaned("text", "a\u{202e}b\nc").unwrap(), "a\u{202e}b\u{202c}\nc");
        assert_eq!(cleaned("text", "a\u{2069}b\u{202c}").unwrap(), "ab");
        assert_eq!(cleaned("text", "\u{2067}\u{202b}x\u{2069}").unwrap(), "\u{2067}\u{202b}x\u{202c}\u{2069}");
    }

    #[test]
    fn a_megabyte_is_refused_and_the_longest_is_kept() {
        assert!(cleaned("text", &"x".repeat(1_000_000)).is_err());
        assert!(cleaned("text", &"ש".repeat(LONGEST + 1)).is_err());
        assert_eq!(cleaned("text", &"👍".repeat(LONGEST)).unwrap().chars().count(), LONGEST);
    }
}
