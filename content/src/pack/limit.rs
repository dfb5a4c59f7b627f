//! How much a JSON text may ask for, looked at before anything is made of it.

/// Levels of lists and tables; a course has 15.
const MOST_DEPTH: u32 = 16;
/// Bytes of one text, as it is written; the longest of a course has a few hundred.
const MOST_TEXT_BYTES: u32 = 8 * 1024;
/// Texts, numbers, lists and tables; a course has about 40,000, names of fields left out.
const MOST_VALUES: u32 = 400_000;

/// Whether this text, if it is JSON, is not deeper, longer or fuller than a course has to be.
///
/// It takes a text apart no further than that: what is no JSON, the reader after it refuses.
pub(super) fn keeps(json: &[u8]) -> bool {
    let (mut depth, mut text, mut values) = (0_u32, None, 0_u32);
    let mut escaped = false;
    for byte in json {
        if let Some(length) = text.as_mut() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    text = None;
                    continue;
                }
                _ => {}
            }
            *length += 1_u32;
            if *length > MOST_TEXT_BYTES {
                return false;
            }
            continue;
        }
        match byte {
            b'"' => text = Some(0),
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            // One more value follows.
            b',' => values += 1,
            _ => {}
        }
        if depth > MOST_DEPTH || values > MOST_VALUES {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_limited() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(keeps(nested(16).as_bytes()) && !keeps(nested(17).as_bytes()));
        // Brackets in a text are letters, also behind a quote that is part of it.
        assert!(keeps(format!("\"\\\"{}\"", "[".repeat(100)).as_bytes()));
    }

    #[test]
    fn texts_are_limited() {
        let text = |letters: usize| format!("[\"{}\"]", "a".repeat(letters));
        assert!(keeps(text(8 * 1024).as_bytes()) && !keeps(text(8 * 1024 + 1).as_bytes()));
    }

    #[test]
    fn values_are_limited() {
        let list = |values: usize| format!("[{}0]", "0,".repeat(values - 1));
        assert!(keeps(list(400_000).as_bytes()) && !keeps(list(400_001).as_bytes()));
    }
}
