//! Places inside a TOML string: where a byte of the text stands between its quotes, past escapes and folded lines.

/// How far into `raw` (a TOML string with its quotes) byte `at` of the text that it stands for is.
pub(crate) fn offset(raw: &str, at: usize) -> usize {
    let (quotes, escapes) = match raw {
        raw if raw.starts_with("\"\"\"") => (3, true),
        raw if raw.starts_with("'''") => (3, false),
        raw if raw.starts_with('"') => (1, true),
        raw if raw.starts_with('\'') => (1, false),
        _ => (0, false),
    };
    let skip = |from: usize| raw.get(from..).unwrap_or_default();
    // A line break right after three quotes is not part of the text.
    let mut raw_at = quotes + usize::from(quotes == 3 && skip(quotes).starts_with('\n'));
    let mut text_at = 0;
    while text_at < at {
        let (length, stands_for) = if escapes { unit(skip(raw_at)) } else { plain(skip(raw_at)) };
        if length == 0 {
            break;
        }
        raw_at += length;
        text_at += stands_for;
    }
    // A folded line break stands for nothing, so that what comes next begins after it.
    while escapes
        && let (length, 0) = unit(skip(raw_at))
        && length > 0
    {
        raw_at += length;
    }
    raw_at
}

/// The next character or escape: its length, and the length of what it stands for.
fn unit(raw: &str) -> (usize, usize) {
    let mut characters = raw.chars();
    if characters.next() != Some('\\') {
        return plain(raw);
    }
    let code = |digits: usize| {
        let number = raw.get(2..2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        (2 + digits, number.and_then(char::from_u32).map_or(1, char::len_utf8))
    };
    match characters.next() {
        Some('x') => code(2),
        Some('u') => code(4),
        Some('U') => code(8),
        Some(space) if space.is_whitespace() => {
            let after = raw.get(1..).unwrap_or_default();
            (1 + after.len() - after.trim_start().len(), 0)
        }
        _ => (2, 1),
    }
}

fn plain(raw: &str) -> (usize, usize) {
    let length = raw.chars().next().map_or(0, char::len_utf8);
    (length, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rest of `raw` where byte `at` of its text stands.
    fn rest(raw: &str, at: usize) -> &str {
        &raw[offset(raw, at)..]
    }

    #[test]
    fn the_place_is_found_past_quotes_escapes_and_folds() {
        assert_eq!(rest("\"two words\"", 4), "words\"");
        assert_eq!(rest(r#""say \"no\" now""#, 4), r#"\"no\" now""#);
        assert_eq!(rest(r#""say \"no\" now""#, 9), r#"now""#);
        assert_eq!(rest(r#""\u00e9 now""#, 3), r#"now""#);
        assert_eq!(rest("\"\"\"\nfirst \\\n   second\"\"\"", 6), "second\"\"\"");
        assert_eq!(rest("'''\na \\ b'''", 4), "b'''");
        assert_eq!(rest("\"short\"", 99), "");
    }
}
